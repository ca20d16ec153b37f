internal import ZhujieTables

/// A set of pairs of neighbours as bits: those with which an ambiguous character may take another form than its
/// default, or those that stand inside a word. It may say yes where the answer is no, never the reverse.
struct PairFilter: Sendable {
  private nonisolated(unsafe) let bits: UnsafePointer<UInt64>
  private let mask: UInt32

  init?(_ view: TableView, _ section: TableSection) {
    let words = view.section(section, of: UInt64.self)
    guard let base = words.baseAddress, words.count > 0, words.count & (words.count - 1) == 0 else {
      return nil
    }
    bits = base
    mask = UInt32(words.count * 64 - 1)
  }

  /// An empty set over memory that is zero.
  init(zeros: UnsafePointer<UInt32>) {
    bits = UnsafeRawPointer(zeros).assumingMemoryBound(to: UInt64.self)
    mask = 63
  }

  @inline(__always)
  func contains(_ first: Int32, _ second: Int32) -> Bool {
    let bit = pairBit(first, second) & mask
    return bits[Int(bit >> 6)] >> UInt64(bit & 63) & 1 != 0
  }
}
