/// The tags and texts of a page of ours, one after another.
///
/// It reads what this program writes: names of elements in small letters, attribute values in double quotes, no comments
/// inside tags.
struct HTMLTokens: Sequence, IteratorProtocol {
  typealias Bytes = Slice<UnsafeBufferPointer<UInt8>>

  enum Token {
    case start(Tag)
    case end(PageElement)
    case text(Bytes)
  }

  struct Tag {
    let element: PageElement
    fileprivate let attributes: Bytes

    /// The value as it is written, with its character references.
    subscript(_ name: StaticString) -> Bytes? {
      name.withUTF8Buffer { name in
        var i = attributes.startIndex
        while i + name.count + 2 < attributes.endIndex {
          // A name stands after a space, and its value after `="`.
          guard attributes[i] == 0x20, attributes[i + name.count + 1] == 0x3D,
            attributes[i + name.count + 2] == 0x22,
            attributes[(i + 1)...(i + name.count)].elementsEqual(name)
          else {
            i += 1
            continue
          }
          let value = attributes[(i + name.count + 3)...]
          return value[..<(value.firstIndex(of: 0x22) ?? value.endIndex)]
        }
        return nil
      }
    }
  }

  private let page: UnsafeBufferPointer<UInt8>
  private var place: Int

  /// The tokens of a page from an offset on. The page must outlive them.
  init(_ page: UnsafeBufferPointer<UInt8>, from start: Int) {
    self.page = page
    place = start
  }

  mutating func next() -> Token? {
    guard place < page.count else { return nil }
    guard page[place] == 0x3C else {
      let start = place
      while place < page.count, page[place] != 0x3C { place += 1 }
      return .text(page[start..<place])
    }
    var end = place + 1
    var isQuoted = false
    while end < page.count, isQuoted || page[end] != 0x3E {
      if page[end] == 0x22 { isQuoted.toggle() }
      end += 1
    }
    let inside = page[(place + 1)..<end]
    place = end < page.count ? end + 1 : end
    if inside.first == UInt8(ascii: "/") { return .end(PageElement(inside.dropFirst())) }
    let nameEnd = inside.firstIndex { $0 == 0x20 || $0 == 0x0A || $0 == 0x2F } ?? inside.endIndex
    return .start(Tag(element: PageElement(inside[..<nameEnd]), attributes: inside[nameEnd...]))
  }
}

/// The elements that a copy of a page treats in a way of their own.
enum PageElement: String, CaseIterable {
  case a, article, aside, b, blockquote, br, button, caption, code, col, dd, details, div, dl, dt, fieldset, figcaption
  case figure, footer, form, h1, h2, h3, h4, h5, h6, header, hr, img, input, li, link, main, meta, nav, ol, p, pre, q, rp
  case rt, script, section, span, strong, style, summary, svg, table, td, template, th, time, tr, ul, wbr
  case other = ""

  init(_ name: HTMLTokens.Bytes) {
    self = Self.byName[Self.packed(name)] ?? .other
  }

  private static let byName = Dictionary(uniqueKeysWithValues: allCases.map { (packed($0.rawValue.utf8), $0) })

  /// The last eight letters of a name as one number: no two of the names above end alike so far back.
  private static func packed(_ name: some Sequence<UInt8>) -> UInt64 {
    name.reduce(0) { $0 << 8 | UInt64($1) }
  }
}
