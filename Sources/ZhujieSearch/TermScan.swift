import ZhujieText

/// Cuts text into the terms it is found by.
///
/// A word is a run of letters of the first sort. Of other letters each pair that stands together is a term, with
/// punctuation and spaces between passed over, and the last letter before a word or the end is one by itself: so
/// every letter begins a term, and a single letter is found by what begins with it. No dictionary is needed and
/// every substring of two letters or more is found.
struct TermScan {
  /// Words are found by this many letters at their front; the rest is read off the text.
  static let longestWord = 24

  let letters: SearchLetters
  private var word: [UInt16] = []
  private var last: UInt16 = 0

  init(letters: SearchLetters) {
    self.letters = letters
    word.reserveCapacity(Self.longestWord)
  }

  /// Tells each term of `text`, which must be valid UTF-8: two letters (the second 0 at the end of a run), or a word.
  mutating func scan(
    _ text: ArraySlice<UInt8>,
    pair: (UInt32) -> Void,
    word found: ([UInt16]) -> Void
  ) {
    word.removeAll(keepingCapacity: true)
    last = 0
    text.withUnsafeBufferPointer { bytes in
      var offset = 0
      while offset < bytes.count {
        let (value, length) = UTF8Scan.scalar(at: offset, in: bytes)
        offset += length
        if value < 0x10000 {
          add(UInt16(truncatingIfNeeded: value), pair, found)
        } else {
          add(UInt16(truncatingIfNeeded: 0xD7C0 + (value >> 10)), pair, found)
          add(UInt16(truncatingIfNeeded: 0xDC00 | value & 0x3FF), pair, found)
        }
      }
    }
    endWord(found)
    endRun(pair)
  }

  @inline(__always)
  private mutating func add(_ unit: UInt16, _ pair: (UInt32) -> Void, _ found: ([UInt16]) -> Void) {
    let letter = letters.letter(unit)
    if letter >= SearchLetters.firstSingle {
      endWord(found)
      if last != 0 { pair(UInt32(last) << 16 | UInt32(letter)) }
      last = letter
    } else if letter != 0 {
      endRun(pair)
      if word.count < Self.longestWord { word.append(letter) }
    } else if !SearchLetters.isMark(UInt32(unit)) {
      endWord(found)
    }
  }

  @inline(__always)
  private mutating func endWord(_ found: ([UInt16]) -> Void) {
    guard !word.isEmpty else { return }
    found(word)
    word.removeAll(keepingCapacity: true)
  }

  @inline(__always)
  private mutating func endRun(_ pair: (UInt32) -> Void) {
    guard last != 0 else { return }
    pair(UInt32(last) << 16)
    last = 0
  }
}
