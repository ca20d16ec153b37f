import ZhujieText

/// How much room text takes, without a font: 1 em a Han character or full-width mark, .55 em a Latin one, .62 em a
/// capital or digit. It errs on the wide side, so that boxes made from it do not touch.
enum TextMeasure {
  /// The width in units of which `size` make an em, rounded up.
  static func width(_ text: some StringProtocol, size: Int) -> Int {
    let hundredths = text.unicodeScalars.reduce(0) { $0 &+ width(of: $1.value) }
    return (hundredths &* size &+ 99) / 100
  }

  /// Breaks text into lines no wider than `limit`, but for single words that are wider. Chinese breaks between any two
  /// characters except before closing marks and after opening ones (CLREQ 3.1.3), Latin at spaces.
  static func lines(_ text: String, size: Int, limit: Int) -> [String] {
    var lines: [String] = []
    var line = ""
    for piece in pieces(of: text) {
      if !line.isEmpty, width(trimmed(line + piece), size: size) > limit {
        lines.append(trimmed(line))
        line = ""
      }
      line += piece
    }
    if !trimmed(line).isEmpty || lines.isEmpty { lines.append(trimmed(line)) }
    return lines
  }

  /// The least text that stays together, with the spaces after it.
  private static func pieces(of text: String) -> [String] {
    var pieces: [String] = []
    var piece = String.UnicodeScalarView()
    var last: UInt32 = 0
    for scalar in text.unicodeScalars {
      let value = scalar.value
      let breaks =
        !piece.isEmpty && !isClosing(value) && !isOpening(last) && value != 0x20
        && (last == 0x20 || isWide(value) || isWide(last))
      if breaks {
        pieces.append(String(piece))
        piece = String.UnicodeScalarView()
      }
      piece.append(scalar)
      last = value
    }
    if !piece.isEmpty { pieces.append(String(piece)) }
    return pieces
  }

  private static func trimmed(_ text: String) -> String {
    var scalars = text.unicodeScalars[...]
    while scalars.last?.value == 0x20 { scalars.removeLast() }
    while scalars.first?.value == 0x20 { scalars.removeFirst() }
    return String(scalars)
  }

  private static func width(of value: UInt32) -> Int {
    if isWide(value) { return 100 }
    if (value >= 0x300 && value <= 0x36F) || (value >= 0x200B && value <= 0x200F) { return 0 }
    if (value >= 0x41 && value <= 0x5A) || ScalarClass.isDigit(value) { return 66 }
    return 55
  }

  private static func isWide(_ value: UInt32) -> Bool {
    ScalarClass.isHan(value) || ScalarClass.isKanaOrHangul(value)
      || (value >= 0x2E80 && value <= 0x33FF) || (value >= 0xFE30 && value <= 0xFE4F)
      || (value >= 0xFF01 && value <= 0xFF60) || (value >= 0x1F000 && value <= 0x1FAFF)
      || value == 0x2014 || value == 0x2026 || (value >= 0x2018 && value <= 0x201D)
      || (value >= 0x2190 && value <= 0x27BF)
  }

  private static let closing: Set<UInt32> = [
    0x3001, 0x3002, 0xFF0C, 0xFF0E, 0xFF1A, 0xFF1B, 0xFF01, 0xFF1F, 0xFF09, 0x300D, 0x300F, 0x300B,
    0x3009, 0x3011, 0x2019, 0x201D, 0x2C, 0x2E, 0x3A, 0x3B, 0x29, 0x5D, 0x25, 0xB7, 0x2026,
  ]
  private static let opening: Set<UInt32> = [
    0xFF08, 0x300C, 0x300E, 0x300A, 0x3008, 0x3010, 0x2018, 0x201C, 0x28, 0x5B,
  ]

  private static func isClosing(_ value: UInt32) -> Bool { closing.contains(value) }
  private static func isOpening(_ value: UInt32) -> Bool { opening.contains(value) }
}
