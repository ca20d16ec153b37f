import ZhujieText

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
        let bytes = attributes.base
        var i = attributes.startIndex
        while i < attributes.endIndex {
          guard bytes[i] == 0x20 else {
            i += 1
            continue
          }
          // A name stands after a space, and its value after `="`.
          var end = i + 1
          while end < attributes.endIndex, bytes[end] != 0x20, bytes[end] != 0x22 { end += 1 }
          let isNamed =
            end == i + name.count + 2 && bytes[end - 1] == 0x3D
            && ByteScan.areEqual(UnsafeBufferPointer(rebasing: bytes[(i + 1)..<(end - 1)]), name)
          guard end < attributes.endIndex, bytes[end] == 0x22 else {
            i = end
            continue
          }
          let close = ByteScan.first(0x22, in: bytes, from: end + 1) ?? attributes.endIndex
          if isNamed { return attributes[(end + 1)..<Swift.min(close, attributes.endIndex)] }
          i = close + 1
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
      place = ByteScan.first(0x3C, in: page, from: start) ?? page.count
      return .text(page[start..<place])
    }
    let start = place + 1
    var end = start
    while let sign = ByteScan.first(0x3E, or: 0x22, in: page, from: end) {
      end = sign
      guard page[sign] == 0x22 else { break }
      end = ByteScan.first(0x22, in: page, from: sign + 1).map { $0 + 1 } ?? page.count
    }
    if end < page.count, page[end] != 0x3E { end = page.count }
    place = end < page.count ? end + 1 : end
    if start < end, page[start] == UInt8(ascii: "/") { return .end(PageElement(page[(start + 1)..<end])) }
    var nameEnd = start
    while nameEnd < end, page[nameEnd] != 0x20, page[nameEnd] != 0x0A, page[nameEnd] != 0x2F { nameEnd += 1 }
    return .start(Tag(element: PageElement(page[start..<nameEnd]), attributes: page[nameEnd..<end]))
  }
}

/// The elements that a copy of a page treats in a way of their own.
enum PageElement: String, CaseIterable {
  case a, article, aside, b, blockquote, br, button, caption, code, col, dd, details, div, dl, dt, fieldset, figcaption
  case figure, footer, form, h1, h2, h3, h4, h5, h6, header, hr, img, input, li, link, main, meta, nav, ol, p, pre, q, rp
  case rt, script, section, span, strong, style, summary, svg, table, td, template, th, time, tr, ul, wbr
  case other = ""

  init(_ name: HTMLTokens.Bytes) {
    let key = Self.packed(name)
    var place = Self.place(of: key)
    while let known = Self.places[place] {
      if known.key == key {
        self = known.element
        return
      }
      place = (place + 1) & (Self.places.count - 1)
    }
    self = .other
  }

  /// Open addressing, with room to spare: every tag of every page is looked up here.
  private static let places: [(key: UInt64, element: PageElement)?] = {
    var places = [(key: UInt64, element: PageElement)?](repeating: nil, count: 256)
    for element in allCases {
      let key = packed(element.rawValue.utf8)
      var place = place(of: key)
      while places[place] != nil { place = (place + 1) & 255 }
      places[place] = (key, element)
    }
    return places
  }()

  /// Fibonacci hashing: the upper bits of a product with 2^64 divided by the golden ratio.
  private static func place(of key: UInt64) -> Int { Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 56) }

  /// The last eight letters of a name as one number: no two of the names above end alike so far back.
  private static func packed(_ name: some Sequence<UInt8>) -> UInt64 {
    name.reduce(0) { $0 << 8 | UInt64($1) }
  }
}
