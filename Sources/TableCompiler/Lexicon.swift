import Foundation
import ZhujieTables

/// Our own words: what the dictionaries do not say, or say wrong.
///
///     [喝|擦]干<TAB>[]乾<TAB>300
///
/// A line is `simplified<TAB>traditional[<TAB>count]`; `#` starts a comment. The Traditional side is written as a modern
/// reader writes it. A group in brackets stands for each of its alternatives, and `[]` on the other side for the same
/// one as OpenCC converts it. A line of one character sets what it becomes where no word says otherwise.
///
/// The count is how often the word would be seen in jieba's sixty million: a word of our own without one counts 200
/// or what jieba says, whichever is more.
///
/// At its ends a word may stand for what is beside a run of Han characters: `0` for a digit, `a` for a letter, `:` for a
/// colon or an opening quotation mark, `|` for anything else.
struct Lexicon {
  struct Word {
    let simplified: Scalars
    let traditional: Scalars
    let count: Int?
  }

  /// The scalars that stand for what is beside a run.
  static let besides = Set("0a:|".scalarValues)

  let words: [Word]
  /// A number that changes with the file, by which tables compiled from another one are noticed.
  let digest: UInt64

  static func digest(of path: String) throws -> UInt64 {
    var digest = TableDigest()
    for line in try DictionaryFile.lines(of: path) {
      for byte in line.utf8 { digest.add(byte: byte) }
      digest.add(byte: 0x0A)
    }
    return digest.value
  }

  init(_ path: String, converting converter: GreedyConverter) throws {
    digest = try Self.digest(of: path)
    let lines = try DictionaryFile.lines(of: path)
      .filter { !$0.hasPrefix("#") && !$0.allSatisfy { $0 == " " } }
      .map { $0.split(separator: "\t").map(String.init) }
    var alone: [UInt32: UInt32] = [:]
    for fields in lines where fields.count > 1 && fields[0].unicodeScalars.count == 1 {
      alone[fields[0].scalarValues[0]] = fields[1].scalarValues.first
    }
    let spelling = Spelling(converter: converter, alone: alone)
    words = try lines.flatMap { fields -> [Word] in
      guard fields.count >= 2 else {
        throw CompileError(description: "\(path): a word needs two spellings: \(fields)")
      }
      let count = fields.count > 2 ? Int(fields[2]) : nil
      return try Self.expansions(of: fields[0]).map { choices in
        let simplified = choices.flatMap(\.scalars)
        let traditional = spelling.filling(fields[1], choices)
        guard simplified.count == traditional.count, !simplified.isEmpty else {
          throw CompileError(
            description: "\(path): the two spellings of a word have one length: \(fields)"
          )
        }
        return Word(simplified: simplified, traditional: traditional, count: count)
      }
    }
  }

  /// A part of a word: written out, or one alternative of a group.
  private struct Part {
    let scalars: Scalars
    let isChoice: Bool
  }

  /// Every word that a pattern stands for.
  private static func expansions(of pattern: String) -> [[Part]] {
    var words: [[Part]] = [[]]
    var rest = pattern[...]
    while let open = rest.firstIndex(of: "["), let close = rest[open...].firstIndex(of: "]") {
      let before = Part(scalars: String(rest[..<open]).scalarValues, isChoice: false)
      let choices = rest[rest.index(after: open)..<close].split(separator: "|").map {
        Part(scalars: String($0).scalarValues, isChoice: true)
      }
      words = words.flatMap { word in choices.map { word + [before, $0] } }
      rest = rest[rest.index(after: close)...]
    }
    let end = Part(scalars: String(rest).scalarValues, isChoice: false)
    return words.map { $0 + [end] }
  }

  /// How the alternatives of a group are written in Traditional: as OpenCC converts the whole word, but for characters
  /// that we set by themselves.
  private struct Spelling {
    let converter: GreedyConverter
    let alone: [UInt32: UInt32]

    /// The Traditional pattern with each `[]` filled.
    func filling(_ pattern: String, _ parts: [Part]) -> Scalars {
      let simplified = parts.flatMap(\.scalars)
      let converted = zip(simplified, converter.convert(simplified)).map { pair in
        alone[pair.0].flatMap { converter.convert([pair.0]) == [pair.1] ? $0 : nil } ?? pair.1
      }
      var slots: [Scalars] = []
      var offset = 0
      for part in parts {
        if part.isChoice { slots.append(Array(converted[offset..<offset + part.scalars.count])) }
        offset += part.scalars.count
      }
      var result: Scalars = []
      var rest = pattern[...]
      while let place = rest.range(of: "[]"), !slots.isEmpty {
        result += String(rest[..<place.lowerBound]).scalarValues + slots.removeFirst()
        rest = rest[place.upperBound...]
      }
      return result + String(rest).scalarValues
    }
  }
}
