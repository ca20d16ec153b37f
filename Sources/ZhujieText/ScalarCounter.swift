/// Counts scalars up to ascending offsets of a text, reading it once.
public struct ScalarCounter {
  private let text: UTF8Text<FileSpace>
  private var offset = 0
  private var count = 0

  public init(_ text: UTF8Text<FileSpace>) {
    self.text = text
  }

  /// An offset before the last one starts the count anew.
  public mutating func scalars(before target: Int) -> Int {
    if target < offset { (offset, count) = (0, 0) }
    count += UTF8Scan.scalarCount(text.bytes[offset..<target])
    offset = target
    return count
  }
}
