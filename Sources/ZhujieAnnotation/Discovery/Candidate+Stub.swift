import ZhujieEntities
import ZhujieScript

extension Candidate {
  /// The front matter of an entity file for it, to be completed: the ID of a Chinese name is the editor's to
  /// give, since the program reads no character aloud.
  public var stub: String {
    let isLatin = text.utf8.allSatisfy { $0 < 0x80 }
    let language = isLatin ? "en" : Normalizer().fold(text) == text ? "zh-Hans" : "zh-Hant"
    return """
      ---
      id: \(isLatin ? slug : "rename-me")
      kind: \(kind.rawValue)
      names: {\(language): \(quoted)}
      ---

      """
  }

  private var slug: String {
    var slug = ""
    for byte in text.utf8 {
      let small = byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte
      if (small >= 0x61 && small <= 0x7A) || (small >= 0x30 && small <= 0x39) {
        slug.unicodeScalars.append(Unicode.Scalar(small))
      } else if slug.utf8.last != 0x2D, !slug.isEmpty {
        slug += "-"
      }
    }
    while slug.utf8.last == 0x2D { slug.removeLast() }
    return slug.isEmpty ? "rename-me" : slug
  }

  /// The name as YAML, in quotation marks where a plain word could be read as something else.
  private var quoted: String {
    let isPlain = text.unicodeScalars.allSatisfy { scalar in
      scalar.value >= 0x3400 || scalar == " " || scalar == "-"
        || (scalar.properties.isAlphabetic && scalar.isASCII)
    }
    guard !isPlain || text.hasPrefix("-") || text.hasPrefix(" ") || text.hasSuffix(" ") else {
      return text
    }
    let escaped = text.unicodeScalars.map { scalar in
      scalar == "\\" || scalar == "\"" ? "\\" + String(scalar) : String(scalar)
    }
    return "\"" + escaped.joined() + "\""
  }
}
