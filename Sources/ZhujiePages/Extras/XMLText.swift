import ZhujieMarkdown

/// Text in XML 1.0, which has no place for most control characters even as references.
enum XMLText {
  static func escaped(_ text: String) -> String {
    let allowed = text.unicodeScalars.filter { scalar in
      switch scalar.value {
      case 0x09, 0x0A, 0x0D: true
      case 0x00..<0x20, 0xFFFE, 0xFFFF: false
      default: true
      }
    }
    return HTML.escaped(String(String.UnicodeScalarView(allowed))).string
  }
}
