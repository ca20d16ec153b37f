/// The names that things are found by, each with what it names: exact ones, and ones that are part of a longer name.
public struct SearchNames: Sendable {
  /// How a name calls a thing, as the number that the index keeps of it.
  public enum Form: Sendable, Hashable {
    case name, english, pinyin, initials
    /// The n-th other name, from 0.
    case other(Int)

    /// At most 91, so that it is one digit.
    var number: Int {
      switch self {
      case .name: 0
      case .english: 1
      case .pinyin: 2
      case .initials: 3
      case .other(let index): min(4 + index, 91)
      }
    }
  }

  /// Keys hold this many letters; a longer query is compared by these.
  static let longestKey = 32
  /// A key that names more things says only the first.
  static let mostHits = 200

  private struct Entry {
    let key: [UInt16]
    let thing: Int
    let form: Int
  }

  private let letters: SearchLetters
  private var entries: [Entry] = []

  public init(letters: SearchLetters) {
    self.letters = letters
  }

  /// Things are numbered from 0, the likeliest to be meant first.
  ///
  /// Parts of the name that begin at one of its words, or at any letter that is no letter of a word, find it too.
  public mutating func add(_ name: String, form: Form, of thing: Int) {
    var key: [UInt16] = []
    var beginnings: [Int] = []
    var isInWord = false
    for unit in name.utf16 {
      let letter = letters.letter(unit)
      let isOfWord = letter != 0 && letter < SearchLetters.firstSingle
      if letter != 0 {
        if !isOfWord || !isInWord { beginnings.append(key.count) }
        key.append(letter)
        isInWord = isOfWord
      } else if !SearchLetters.isMark(UInt32(unit)) {
        isInWord = false
      }
    }
    for start in beginnings {
      let mark: UInt8 = start == 0 ? 0x3D : 0x3E
      entries.append(
        Entry(
          key: key[start...].prefix(Self.longestKey) + [UInt16(mark)],
          thing: thing,
          form: form.number
        )
      )
    }
  }

  /// Each key with the digits of what it names, in ascending order.
  func sorted() -> [(key: [UInt16], data: [UInt8])] {
    let entries = entries.sorted {
      $0.key != $1.key
        ? $0.key.lexicographicallyPrecedes($1.key) : ($0.thing, $0.form) < ($1.thing, $1.form)
    }
    var result: [(key: [UInt16], data: [UInt8])] = []
    var hits = 0
    var last = -1
    for entry in entries {
      if result.last?.key != entry.key {
        result.append((entry.key, []))
        (hits, last) = (0, -1)
      }
      guard hits < Self.mostHits, entry.thing != last else { continue }
      (hits, last) = (hits + 1, entry.thing)
      Digits.append(entry.thing, to: &result[result.count - 1].data)
      result[result.count - 1].data.append(Digits.character(entry.form))
    }
    return result
  }
}
