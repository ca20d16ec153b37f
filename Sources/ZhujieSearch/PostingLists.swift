/// For each of some terms the passages it stands in, ascending, as gaps in LEB128.
struct PostingLists: Sendable {
  private var bytes: [UInt8] = []
  /// Where each list begins; one more for the end of the last.
  private var starts: [Int] = [0]

  var byteCount: Int { bytes.count }

  /// Terms and their lists from values that hold the term in the upper half and the passage in the lower, sorted.
  static func collect(_ values: [UInt64]) -> (terms: [UInt32], lists: PostingLists) {
    var terms: [UInt32] = []
    var lists = PostingLists()
    lists.bytes.reserveCapacity(values.count + values.count / 4)
    var last: UInt32 = 0
    for value in values {
      let term = UInt32(truncatingIfNeeded: value >> 32)
      let passage = UInt32(truncatingIfNeeded: value)
      if terms.last != term {
        if !terms.isEmpty { lists.starts.append(lists.bytes.count) }
        terms.append(term)
        lists.append(passage)
      } else if passage != last {
        lists.append(passage &- last)
      }
      last = passage
    }
    if !terms.isEmpty { lists.starts.append(lists.bytes.count) }
    return (terms, lists)
  }

  private mutating func append(_ number: UInt32) {
    var number = number
    while number >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: number) | 0x80)
      number >>= 7
    }
    bytes.append(UInt8(truncatingIfNeeded: number))
  }

  /// Tells each passage of the list at `index`.
  func forEach(at index: Int, _ body: (Int) -> Void) {
    var passage = 0
    var number = 0
    var shift = 0
    for byte in bytes[starts[index]..<starts[index + 1]] {
      number |= Int(byte & 0x7F) << shift
      shift += 7
      guard byte < 0x80 else { continue }
      passage += number
      body(passage)
      (number, shift) = (0, 0)
    }
  }
}
