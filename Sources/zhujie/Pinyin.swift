import Foundation

/// A first guess at how a Chinese name is read, for an editor to correct: characters with several readings get their usual one.
enum Pinyin {
  /// `林远` → `Lín Yuǎn`, `范松岳` → `Fàn Sōngyuè` for a person, syllable by syllable for anything else; nil where
  /// the name holds anything but Han characters.
  static func guess(_ name: String, isPerson: Bool) -> String? {
    guard !name.isEmpty, name.unicodeScalars.allSatisfy(\.properties.isIdeographic),
      let latin = name.applyingTransform(.mandarinToLatin, reverse: false)
    else { return nil }
    let syllables = latin.split(separator: " ").map(String.init)
    guard syllables.count == name.unicodeScalars.count else { return nil }
    guard isPerson, (2...4).contains(syllables.count) else {
      return syllables.map(capitalized).joined(separator: " ")
    }
    // Family names of two characters are nearly always followed by two more.
    let family = syllables.count == 4 ? 2 : 1
    return capitalized(syllables[..<family].joined()) + " "
      + capitalized(syllables[family...].joined())
  }

  private static func capitalized(_ word: String) -> String {
    word.prefix(1).uppercased() + word.dropFirst()
  }
}
