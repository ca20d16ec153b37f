public import ZhujieScript
import ZhujieText

/// What search compares: letters in one form each, as UTF-16 units, since queries are folded by a script.
///
/// Han folds as the tables do, full-width forms to half-width, Latin to lower case without marks. Letters of words
/// lie below U+2000; the others are Han, kana, hangul and halves of surrogate pairs, and are found pair by pair.
/// Everything else is no letter and does not count: a text is found with other punctuation and other spaces too.
/// `search.js` says the same in its own words; the browser tests hold the two together.
public struct SearchLetters: Sendable {
  /// By UTF-16 unit: the folded unit, 0 for what is no letter.
  private let folded: [UInt16]

  /// The unit that is below all letters of the second sort and above those of words.
  static let firstSingle: UInt16 = 0x2000

  public init(tables: ScriptTables = .builtIn) {
    let latin = LatinLetters.base
    folded = (UInt32(0)...0xFFFF).map { Self.fold($0, tables: tables, latin: latin) }
  }

  /// The folded letter of a unit, 0 for what is no letter.
  @inline(__always)
  func letter(_ unit: UInt16) -> UInt16 { folded[Int(unit)] }

  /// Marks above and below letters: they are passed over and end no word.
  @inline(__always)
  static func isMark(_ scalar: UInt32) -> Bool { scalar >= 0x300 && scalar <= 0x36F }

  /// The letters of a text without what stands between them.
  public func letters(of text: String) -> [UInt16] {
    text.utf16.compactMap { unit in
      let letter = letter(unit)
      return letter == 0 ? nil : letter
    }
  }

  /// The units that fold to another that `isUsed`, in ascending order; Han only, the rest being rules.
  func pairs(where isUsed: (UInt16) -> Bool) -> [(from: UInt16, to: UInt16)] {
    var pairs: [(from: UInt16, to: UInt16)] = []
    for range in Self.han {
      for unit in range {
        let to = folded[Int(unit)]
        if to != unit, to != 0, isUsed(to) { pairs.append((unit, to)) }
      }
    }
    return pairs
  }

  private static let han: [ClosedRange<UInt16>] = [
    0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF,
  ]

  private static func fold(_ unit: UInt32, tables: ScriptTables, latin: [UInt32: UInt32]) -> UInt16
  {
    var value = unit
    if value >= 0xFF01, value <= 0xFF5E { value -= 0xFEE0 }
    if let narrow = UInt16(exactly: value), han.contains(where: { $0.contains(narrow) }) {
      let folded = tables.fold(value)
      if folded < 0x10000 { value = folded }
    }
    if value < 0x2000, let scalar = UnicodeScalar(value) {
      value = scalar.properties.lowercaseMapping.unicodeScalars.first?.value ?? value
      value = latin[value] ?? value
    }
    return isLetter(value) ? UInt16(truncatingIfNeeded: value) : 0
  }

  private static func isLetter(_ value: UInt32) -> Bool {
    switch value {
    case 0x30...0x39, 0x61...0x7A, 0xDF...0xF6, 0xF8...0x24F, 0x370...0x1FFF: true
    case 0x3005...0x3007, 0x3041...0x3096, 0x30A1...0x30FA, 0x30FC...0x312F, 0x3131...0x318E,
      0x31A0...0x31FF,
      0x3400...0xD7A3, 0xD800...0xDFFF, 0xF900...0xFAFF:
      true
    default: false
    }
  }
}
