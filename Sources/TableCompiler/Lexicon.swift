import Foundation

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

  let words: [Word]

  init(_ path: String, converting converter: GreedyConverter) throws {
    words = try DictionaryFile.lines(of: path).flatMap { line -> [Word] in
      if line.hasPrefix("#") || line.allSatisfy({ $0 == " " }) { return [] }
      let fields = line.split(separator: "\t").map(String.init)
      guard fields.count >= 2 else {
        throw CompileError(description: "\(path): a word needs two spellings: \(line)")
      }
      let count = fields.count > 2 ? Int(fields[2]) : nil
      return try Self.expand(fields[0], fields[1], converter).map { simplified, traditional in
        guard simplified.count == traditional.count, !simplified.isEmpty else {
          throw CompileError(
            description: "\(path): the two spellings of a word have one length: \(line)"
          )
        }
        return Word(simplified: simplified, traditional: traditional, count: count)
      }
    }
  }

  private static func expand(
    _ simplified: String,
    _ traditional: String,
    _ converter: GreedyConverter
  ) -> [(Scalars, Scalars)] {
    guard let open = simplified.firstIndex(of: "["), let close = simplified.firstIndex(of: "]"),
      let place = traditional.range(of: "[]")
    else { return [(simplified.scalarValues, traditional.scalarValues)] }
    return simplified[simplified.index(after: open)..<close].split(separator: "|").flatMap {
      choice in
      let converted = converter.convert(String(choice).scalarValues).text
      return expand(
        String(simplified[..<open]) + choice + simplified[simplified.index(after: close)...],
        traditional.replacingCharacters(in: place, with: converted),
        converter
      )
    }
  }
}
