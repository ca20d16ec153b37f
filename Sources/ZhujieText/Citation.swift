/// A reference to paragraphs of sources: `[@a 12-14; @b 3]` in a body, `source: [a, 12-14]` in front matter.
public struct Citation: Hashable, Sendable {
  /// The paragraphs of one source.
  public struct Part: Hashable, Sendable {
    /// A siglum or the ID of a source document, as written.
    public let source: String
    /// As written and in that order; empty where the whole source is meant.
    public let paragraphs: [ClosedRange<Int>]

    public init(source: String, paragraphs: [ClosedRange<Int>]) {
      self.source = source
      self.paragraphs = paragraphs
    }
  }

  public let parts: [Part]

  public init(parts: [Part]) {
    self.parts = parts
  }

  /// Reads what stands between the brackets of `[@a 12-14; @b 3]`; nil where it is not a citation.
  public init?(_ text: String) {
    var parts: [Part] = []
    for piece in text.split(separator: ";", omittingEmptySubsequences: false) {
      let words = piece.split(whereSeparator: { $0 == " " || $0 == "\u{A0}" || $0 == "\n" })
      guard let first = words.first, first.first == "@", first.utf8.count > 1 else { return nil }
      let numbers = words.dropFirst().joined()
      guard let paragraphs = Self.paragraphs(numbers) else { return nil }
      parts.append(Part(source: String(first.dropFirst()), paragraphs: paragraphs))
    }
    guard !parts.isEmpty else { return nil }
    self.parts = parts
  }

  /// Reads `12-14, 16`: numbers from 1 and ranges with `-` or `–`; nil where it is something else.
  public static func paragraphs(_ text: String) -> [ClosedRange<Int>]? {
    var result: [ClosedRange<Int>] = []
    for piece in text.split(whereSeparator: { $0 == "," || $0 == "、" }) {
      let ends = piece.split(
        omittingEmptySubsequences: false, whereSeparator: { $0 == "-" || $0 == "–" }
      ).map { end in
        let digits = end.filter { $0 != " " }
        // `Int` would also take a sign.
        return digits.utf8.allSatisfy { $0 >= 0x30 && $0 <= 0x39 } ? Int(digits) : nil
      }
      switch ends.count {
      case 1:
        guard let number = ends[0], number >= 1 else { return nil }
        result.append(number...number)
      case 2:
        guard let first = ends[0], let last = ends[1], first >= 1, first <= last else { return nil }
        result.append(first...last)
      default:
        return nil
      }
    }
    return result
  }
}
