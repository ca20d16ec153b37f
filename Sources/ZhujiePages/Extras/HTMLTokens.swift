/// The tags and texts of a page of ours, one after another.
///
/// It reads what this program writes: attribute values in double quotes, no comments inside tags.
struct HTMLTokens: Sequence, IteratorProtocol {
  enum Token {
    case start(Tag)
    case end(name: String)
    case text(ArraySlice<UInt8>)
  }

  struct Tag {
    let name: String
    fileprivate let attributes: ArraySlice<UInt8>

    /// The value as it is written, with its character references.
    subscript(_ name: StaticString) -> String? {
      let wanted = name.withUTF8Buffer { [0x20] + Array($0) + [0x3D, 0x22] }
      var i = attributes.startIndex
      while i + wanted.count <= attributes.endIndex {
        if attributes[i] == 0x20, attributes[i..<(i + wanted.count)].elementsEqual(wanted) {
          let value = attributes[(i + wanted.count)...]
          let end = value.firstIndex(of: 0x22) ?? value.endIndex
          return String(decoding: value[..<end], as: UTF8.self)
        }
        i += 1
      }
      return nil
    }
  }

  private let page: [UInt8]
  private var place: Int

  /// The tokens of a page from an offset on.
  init(_ page: [UInt8], from start: Int) {
    self.page = page
    place = start
  }

  mutating func next() -> Token? {
    guard place < page.count else { return nil }
    guard page[place] == 0x3C else {
      let end = page[place...].firstIndex(of: 0x3C) ?? page.count
      defer { place = end }
      return .text(page[place..<end])
    }
    var end = place + 1
    var isQuoted = false
    while end < page.count, isQuoted || page[end] != 0x3E {
      if page[end] == 0x22 { isQuoted.toggle() }
      end += 1
    }
    let inside = page[(place + 1)..<end]
    place = end < page.count ? end + 1 : end
    if inside.first == UInt8(ascii: "/") {
      return .end(name: String(decoding: inside.dropFirst(), as: UTF8.self))
    }
    let nameEnd = inside.firstIndex { $0 == 0x20 || $0 == 0x0A || $0 == 0x2F } ?? inside.endIndex
    let name = String(decoding: inside[..<nameEnd], as: UTF8.self)
    return .start(Tag(name: name, attributes: inside[nameEnd...]))
  }
}
