import ZhujieText

/// Runs of words that begin with a capital: what looks like a name in English.
enum CapitalizedRuns {
  struct Run {
    let span: TextSpan<ReadingSpace>
    let words: Int
  }

  /// Words of capitals alone, such as CEO or AI, are no names; neither are months and days.
  static func runs(in block: TextSpan<ReadingSpace>, of text: UTF8Text<ReadingSpace>) -> [Run] {
    var runs: [Run] = []
    var open: (start: Int, end: Int, words: Int)?
    func close() {
      if let run = open {
        runs.append(
          Run(span: TextSpan(run.start, run.end), words: run.words)
        )
      }
      open = nil
    }
    for word in words(in: block, of: text) {
      if word.follows != " " && word.follows != "-" { close() }
      let string = text[TextSpan(word.start, word.end)]
      if isName(string) {
        if let run = open {
          open = (run.start, word.end, run.words + 1)
        } else {
          open = (word.start, word.end, 1)
        }
      } else {
        close()
      }
    }
    close()
    return runs
  }

  private struct Word {
    let start: Int
    let end: Int
    /// What stands between it and the word before: one character, or nothing where there is more or none.
    let follows: Character?
  }

  private static func words(in block: TextSpan<ReadingSpace>, of text: UTF8Text<ReadingSpace>)
    -> [Word]
  {
    var words: [Word] = []
    var start: Int?
    var between: [UInt8] = []
    func end(_ offset: Int) {
      guard let from = start else { return }
      words.append(
        Word(
          start: from,
          end: offset,
          follows: between.count == 1 ? between.first.map { Character(UnicodeScalar($0)) } : nil))
      start = nil
      between = []
    }
    for offset in block.lowerBound..<block.upperBound {
      let byte = text.bytes[offset]
      let isLetter =
        (byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A) || byte >= 0xC3 && byte <= 0xCF
        || byte & 0xC0 == 0x80 && start != nil
      if isLetter || (byte >= 0x30 && byte <= 0x39) {
        if start == nil { start = offset }
      } else {
        end(offset)
        between.append(byte)
      }
    }
    end(block.upperBound)
    return words
  }

  private static func isName(_ word: String) -> Bool {
    guard let first = word.unicodeScalars.first, first.properties.isUppercase, word.utf8.count > 1
    else { return false }
    return word.unicodeScalars.contains { $0.properties.isLowercase } && !ordinary.contains(word)
  }

  private static let ordinary: Set<String> = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November",
    "December", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday",
    "Chinese", "English", "The",
    "In", "On", "At", "By", "To", "Of", "As", "If", "It", "An", "No", "So", "We", "Or", "Up", "Is",
    "After", "Before", "When", "While", "With", "From", "Once", "Since", "Until", "This", "That", "These", "Those", "Its", "His", "Her", "Their", "And", "But", "For", "Not",
  ]
}
