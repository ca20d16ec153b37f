/// What a project says, fact by fact, in bytes that the input alone decides: a build leaves them beside its pages, so that the
/// next one can tell what it changed.
///
/// It is text: a line with a version, then for each source, chapter and entity and for the project a line with its ID in
/// brackets before its name, and a line for each fact.
public struct MeaningRecord: Sendable, Hashable {
  static let header = "zhujie-report 1"

  public let bytes: [UInt8]

  /// The facts, with the header before them.
  init(facts: [UInt8]) {
    bytes = facts
  }

  /// Nil where the bytes are no record of this version.
  public init?(bytes: [UInt8]) {
    guard bytes.starts(with: Array((Self.header + "\n").utf8)), bytes.last == 0x0A else {
      return nil
    }
    self.bytes = bytes
  }

  /// The facts about each thing, by the line that names it.
  var sections: [String: ArraySlice<UInt8>] {
    var sections: [String: ArraySlice<UInt8>] = [:]
    var head: String?
    var start = Self.header.utf8.count + 1
    var line = start
    while line < bytes.endIndex {
      let end = bytes[line...].firstIndex(of: 0x0A) ?? bytes.endIndex
      if bytes[line] == UInt8(ascii: "[") {
        if let head { sections[head] = bytes[start..<line] }
        head = String(decoding: bytes[line..<end], as: UTF8.self)
        start = end + 1
      }
      line = end + 1
    }
    if let head, start <= bytes.endIndex { sections[head] = bytes[start...] }
    return sections
  }
}
