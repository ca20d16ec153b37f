import ZhujieEntities
import ZhujieText

/// Names in Latin letters: OpenBox, Astra2.5-Max, North Star.
enum LatinNames {
  /// Each run of words that can be a name, with its places.
  static func places(in text: DiscoveryText, bytes: UnsafeBufferPointer<UInt8>) -> [(
    name: String, range: Range<Int>
  )] {
    var result: [(String, Range<Int>)] = []
    var offset = 0
    while offset < bytes.count {
      guard text.isOpen[offset], isLetter(bytes[offset]), offset == 0 || !isPart(bytes[offset - 1])
      else {
        offset += 1
        continue
      }
      var end = offset
      var words: [Range<Int>] = []
      while end < bytes.count, text.isOpen[end], isPart(bytes[end]) {
        let start = end
        while end < bytes.count, text.isOpen[end], isPart(bytes[end]) || joins(end, bytes) {
          end += 1
        }
        words.append(start..<end)
        // The next word of the same name begins with a capital or a digit.
        guard end + 1 < bytes.count, bytes[end] == 0x20,
          isCapital(bytes[end + 1]) || isDigit(bytes[end + 1])
        else {
          break
        }
        end += 1
      }
      if let range = name(words, bytes) {
        result.append((String(decoding: bytes[range], as: UTF8.self), range))
      }
      offset = max(end, offset + 1)
    }
    return result
  }

  /// The words that are left when generic ones are cut from both ends; nil where none speaks for a name.
  private static func name(_ words: [Range<Int>], _ bytes: UnsafeBufferPointer<UInt8>) -> Range<
    Int
  >? {
    func isGeneric(_ range: Range<Int>) -> Bool {
      NameWords.latin.contains(String(decoding: bytes[range], as: UTF8.self))
        || !isLetter(bytes[range.lowerBound])
    }
    var words = words
    while let first = words.first, isGeneric(first) { words.removeFirst() }
    while let last = words.last, words.count > 1,
      NameWords.latin.contains(String(decoding: bytes[last], as: UTF8.self))
    {
      words.removeLast()
    }
    // A number after a space is a version only where it is short; a longer one counts something.
    if let last = words.last, words.count > 1, isDigit(bytes[last.lowerBound]), last.count > 3 {
      words.removeLast()
    }
    while let first = words.first, words.count > 1, !isCapital(bytes[first.lowerBound]) {
      words.removeFirst()
    }
    guard let first = words.first, let last = words.last, words.count <= 3 else { return nil }
    let whole = first.lowerBound..<last.upperBound
    let letters = bytes[whole].filter(isLetter).count
    let capitals = bytes[whole].filter(isCapital).count
    guard capitals > 0, letters > 1 else { return nil }
    // An abbreviation alone is seldom a name; mixed case, digits and hyphens are.
    let isMixed =
      capitals < letters && (capitals > 1 || bytes[whole].contains(where: isDigit) || letters > 4)
    let isCode = bytes[whole].contains(where: isDigit) && letters > 1
    return isMixed || isCode || (capitals == letters && letters >= 4) ? whole : nil
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7A
  }
  private static func isCapital(_ byte: UInt8) -> Bool { byte >= 0x41 && byte <= 0x5A }
  private static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }
  private static func isPart(_ byte: UInt8) -> Bool { isLetter(byte) || isDigit(byte) }
  /// A hyphen or point between letters and digits.
  private static func joins(_ offset: Int, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    (bytes[offset] == 0x2D || bytes[offset] == 0x2E) && offset + 1 < bytes.count
      && isPart(bytes[offset + 1])
  }
}
