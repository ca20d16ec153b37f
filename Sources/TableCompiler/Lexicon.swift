/// Our own words: what the dictionaries do not say, or say wrong.
///
///     头发现<TAB>...        a line `simplified<TAB>traditional[<TAB>count]`; `#` starts a comment
///
/// The Traditional side is written as a modern reader writes it; the count is how often the word would be seen in
/// jieba's sixty million, 200 where it is left out.
struct Lexicon {
  struct Word {
    let simplified: Scalars
    let traditional: Scalars
    let count: Int
  }

  let words: [Word]

  init(_ path: String) throws {
    words = try DictionaryFile.lines(of: path).compactMap { line in
      if line.hasPrefix("#") || line.allSatisfy({ $0 == " " }) { return nil }
      let fields = line.split(separator: "\t").map(String.init)
      guard fields.count >= 2, fields[0].unicodeScalars.count == fields[1].unicodeScalars.count
      else {
        throw CompileError(
          description: "\(path): a word needs two spellings of one length: \(line)"
        )
      }
      return Word(
        simplified: fields[0].scalarValues,
        traditional: fields[1].scalarValues,
        count: fields.count > 2 ? Int(fields[2]) ?? 200 : 200
      )
    }
  }
}
