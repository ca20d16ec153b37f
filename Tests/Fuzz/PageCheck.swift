/// What may stand in a page whatever its sources brought: tags in the writers' spelling, without handlers or styles, and
/// addresses that run nothing.
///
/// Inputs are full of `zjx`, as a name of elements and attributes, which no writer of ours uses.
enum PageCheck {
  /// The first thing that may not stand in a page; nil where there is none.
  static func fault(in page: [UInt8]) -> String? {
    var i = 0
    while let open = page[i...].firstIndex(of: UInt8(ascii: "<")) {
      guard open + 1 < page.count else { return "an open “<”" }
      if page[(open + 1)...].starts(with: "!".utf8) {
        guard let end = page[open...].firstIndex(of: UInt8(ascii: ">")) else {
          return "an open comment"
        }
        i = end + 1
        continue
      }
      let start = page[open + 1] == UInt8(ascii: "/") ? open + 2 : open + 1
      let name = page[start...].prefix { isLetter($0) }
      guard !name.isEmpty else { return "a bare “<”" }
      if forbidden.contains(String(decoding: name, as: UTF8.self)) {
        return "<\(String(decoding: name, as: UTF8.self))>"
      }
      i = name.endIndex
      guard let fault = attributes(of: page, from: &i) else { continue }
      return fault
    }
    return nil
  }

  /// Passes over the attributes of a tag and its “>”.
  private static func attributes(of page: [UInt8], from i: inout Int) -> String? {
    while i < page.count {
      while i < page.count, page[i] == 0x20 || page[i] == 0x0A || page[i] == UInt8(ascii: "/") {
        i += 1
      }
      guard i < page.count else { break }
      if page[i] == UInt8(ascii: ">") {
        i += 1
        return nil
      }
      let name = page[i...].prefix {
        isLetter($0) || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: ":")
      }
      guard !name.isEmpty else { return "a tag with byte \(page[i])" }
      i = name.endIndex
      let spelt = String(decoding: name, as: UTF8.self)
      if spelt.hasPrefix("on") || spelt.hasPrefix("zjx") || spelt == "style" || spelt == "srcdoc" {
        return "the attribute \(spelt)"
      }
      guard page[i...].starts(with: "=\"".utf8) else { continue }
      guard let end = page[(i + 2)...].firstIndex(of: UInt8(ascii: "\"")) else {
        return "an open attribute"
      }
      let value = page[(i + 2)..<end]
      if value.contains(UInt8(ascii: "<")) { return "“<” in \(spelt)" }
      if ["href", "src", "action"].contains(spelt), !mayLink(Array(value)) {
        return "\(spelt)=\(String(decoding: value, as: UTF8.self))"
      }
      i = end + 1
    }
    return "an open tag"
  }

  /// Whether an address has a scheme that only leads somewhere, or none, as browsers read it: controls and spaces at its start do
  /// not count, and tabs and line ends nowhere.
  static func mayLink(_ address: [UInt8]) -> Bool {
    let read = address.drop { $0 <= 0x20 }.filter { ![0x09, 0x0A, 0x0D].contains($0) }
    guard let colon = read.firstIndex(of: UInt8(ascii: ":")) else { return true }
    let scheme = String(decoding: read[..<colon], as: UTF8.self).lowercased()
    guard let first = scheme.utf8.first, isLetter(first),
      scheme.utf8.allSatisfy({ isLetter($0) || "+-.".utf8.contains($0) })
    else {
      return true
    }
    return ["http", "https", "mailto", "tel"].contains(scheme)
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"):
      true
    default: false
    }
  }

  private static let forbidden: Set<String> = [
    "zjx", "style", "iframe", "object", "embed", "base", "template", "math", "foreignObject",
    "animate", "set",
  ]
}
