import ZhujieMarkdown
import ZhujieReport
import ZhujieText

/// A name with its pinyin above it, a syllable a character.
enum Ruby {
  /// Plain text where the syllables do not count as many as the characters.
  static func html(_ name: String, pinyin: String?) -> HTML {
    guard let pinyin else { return HTML.escaped(name) }
    let scalars = Array(name.unicodeScalars)
    let syllables = syllables(of: pinyin)
    guard scalars.allSatisfy({ ScalarClass.isHan($0.value) }), syllables.count == scalars.count else {
      return HTML.escaped(name)
    }
    var builder = HTMLBuilder()
    builder.open("ruby")
    for (scalar, syllable) in zip(scalars, syllables) {
      builder.text(String(scalar))
      builder.element("rt", [("lang", "zh-Latn-pinyin")]) { $0.text(syllable) }
    }
    builder.close("ruby")
    return builder.html
  }

  /// Splits pinyin into syllables: at spaces, apostrophes and hyphens, and inside words before the consonants that begin a syllable.
  static func syllables(of pinyin: String) -> [String] {
    pinyin.split(whereSeparator: { $0 == " " || $0 == "'" || $0 == "’" || $0 == "-" }).flatMap(split)
  }

  private static func split(_ word: Substring) -> [String] {
    let letters = Array(word)
    let plain = Array(PinyinKey.withoutTones(String(word)).lowercased())
    guard letters.count == plain.count else { return [String(word)] }
    var result: [String] = []
    var start = 0
    var i = 0
    var hasVowel = false
    while i < plain.count {
      if isVowel(plain[i]) {
        hasVowel = true
      } else if hasVowel {
        // After the vowels: n, ng, r may end the syllable; a consonant before a vowel begins the next.
        var next = i
        if plain[i] == "n" || plain[i] == "r" {
          let isNG = plain[i] == "n" && i + 1 < plain.count && plain[i + 1] == "g"
          let after = isNG ? i + 2 : i + 1
          if after >= plain.count || !isVowel(plain[after]) {
            next = after
          } else if isNG {
            next = i + 1
          }
        }
        if next < plain.count {
          result.append(String(letters[start..<next]))
          start = next
          hasVowel = false
          i = next
          continue
        }
        i = next
        continue
      }
      i += 1
    }
    if start < letters.count { result.append(String(letters[start...])) }
    return result
  }

  private static func isVowel(_ letter: Character) -> Bool { "aeiouü".contains(letter) }
}
