/// Counts scalars up to ascending offsets of a text, reading it once.
package struct ScalarCounter {
  private let text: UTF8Text<FileSpace>
  private var offset = 0
  private var count = 0

  package init(_ text: UTF8Text<FileSpace>) {
    self.text = text
  }

  /// An offset before the last one starts the count anew.
  package mutating func scalars(before target: Int) -> Int {
    if target < offset { (offset, count) = (0, 0) }
    count += UTF8Scan.scalarCount(text.bytes[offset..<target])
    offset = target
    return count
  }
}
