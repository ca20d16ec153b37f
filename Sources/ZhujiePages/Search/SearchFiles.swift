import ZhujieInput
import ZhujieReport
public import ZhujieSearch
public import ZhujieText

/// The files of a site's search, in `search/`: one with which it starts in each language, shards of terms and names for all
/// languages, and in each language the records of entities and the texts of passages.
public struct SearchFiles: Sendable {
  /// A file that stands by itself.
  public enum Job: Sendable, Hashable {
    case things(Language, Int)
    case texts(Language, Int)
  }

  private let pages: SitePages
  private let letters = SearchLetters()
  private let things: SearchThings
  private let texts: SearchTexts
  /// The texts that have passages in each file of texts.
  private let textsByFile: [Range<Int>]

  public init(_ pages: SitePages) {
    self.pages = pages
    things = SearchThings(pages.report)
    texts = SearchTexts(pages.report)
    textsByFile = Self.textsByFile(texts)
  }

  /// Runs of texts, of some megabytes each, that one worker makes the terms of.
  public var parts: [Range<Int>] {
    var parts: [Range<Int>] = []
    var start = 0
    var size = 0
    for (index, text) in texts.texts.enumerated() {
      size += text.header.body?.reading.text.count ?? 0
      if size > 2_000_000 {
        parts.append(start..<index + 1)
        (start, size) = (index + 1, 0)
      }
    }
    if start < texts.texts.count { parts.append(start..<texts.texts.count) }
    return parts
  }

  /// The terms of a part.
  public func segment(_ part: Range<Int>) -> SearchSegment {
    var passages: [(number: Int, text: ArraySlice<UInt8>)] = []
    for text in texts.texts[part] {
      for passage in text.passages {
        if let span = passage.span, let body = text.header.body {
          passages.append((passage.number, body.reading.text.slice(span)))
        } else if let title = text.header.title {
          passages.append((passage.number, Array(title.utf8)[...]))
        }
      }
    }
    return SearchSegment(passages, letters: letters)
  }

  /// Writes the shards, and what each language starts with.
  public func writeIndex(
    _ segments: [SearchSegment],
    write: (_ path: String, _ contents: [UInt8]) -> Void
  ) {
    let index = SearchIndex(segments, names: things.names(letters), letters: letters) {
      name,
      contents in
      write(Self.path(name), contents)
    }
    for language in pages.report.configuration.languages {
      let name = "\(language.folder)/start"
      write(Self.path(name), ScriptText.file(name, start(of: index, in: language)))
    }
  }

  /// Every file that stands by itself, in one order.
  public var jobs: [Job] {
    pages.report.configuration.languages.flatMap { language in
      (0..<(things.order.count + SearchThings.chunk - 1) / SearchThings.chunk).map {
        Job.things(language, $0)
      }
        + textsByFile.indices.filter { isShown($0, in: language) }.map { Job.texts(language, $0) }
    }
  }

  public func path(of job: Job) -> String { Self.path(Self.name(of: job)) }

  public func contents(of job: Job) -> [UInt8] {
    let payload =
      switch job {
      case .things(let language, let file):
        Array(things.records(file, in: pages.context(PageAddress(.home, in: language))).utf8)
      case .texts(let language, let file): passages(file, in: language)
      }
    return ScriptText.file(Self.name(of: job), payload)
  }

  /// The digest of what a file is made from; nil for what shows something of every text.
  public func digest(of job: Job, _ digests: PageDigests) -> ContentDigest? {
    guard case .texts(_, let file) = job else { return nil }
    let first = file * texts.chunk
    // Where the sorts of passages begin matters in the file alone.
    let bounds = (texts.bounds + [texts.end]).map { min(max($0, first), first + texts.chunk) }
    return digests.digest(of: texts.texts[textsByFile[file]], numbers: [file, texts.chunk] + bounds)
  }

  private static func name(of job: Job) -> String {
    switch job {
    case .things(let language, let file): ScriptText.name(language.folder + "/names", file)
    case .texts(let language, let file): ScriptText.name(language.folder + "/text", file)
    }
  }

  /// The folder of a page below its language.
  static func folder(of subject: PageSubject) -> String {
    String(subject.path.dropLast("/index.html".count))
  }

  private static func path(_ name: String) -> String { "search/\(name).js" }

  private func start(of index: SearchIndex, in language: Language) -> [UInt8] {
    let bounds = (texts.bounds + [texts.end]).map(String.init).joined(separator: ",")
    let head =
      "{\"words\":\(SearchWords.script(in: language)),\"bounds\":[\(bounds)],\"passages\":\(texts.chunk),"
      + "\"things\":\(SearchThings.chunk),\"directory\":\""
    return Array(head.utf8) + index.directory + Array("\",\"folding\":\"".utf8) + index.folding
      + Array("\"}".utf8)
  }

  // MARK: Texts

  private static func textsByFile(_ texts: SearchTexts) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    for (index, text) in texts.texts.enumerated() {
      guard let first = text.passages.first, let last = text.passages.last else { continue }
      for file in first.number / texts.chunk...last.number / texts.chunk {
        while ranges.count <= file { ranges.append(index..<index) }
        ranges[file] = ranges[file].lowerBound..<index + 1
      }
    }
    return ranges
  }

  /// The index of the first passage with a number of at least `number`.
  private static func place(of number: Int, in passages: [SearchPassage]) -> Int {
    var (low, high) = (0, passages.count)
    while low < high {
      let middle = (low + high) / 2
      if passages[middle].number < number { low = middle + 1 } else { high = middle }
    }
    return low
  }

  private func isShown(_ file: Int, in language: Language) -> Bool {
    let first = file * texts.chunk
    return !textsByFile[file].isEmpty
      && (first..<min(first + texts.chunk, texts.end)).contains { texts.isShown($0, in: language) }
  }

  /// For each text with passages in the file: page, title, language of the passages where it is not the page's, number of the
  /// first passage, then anchor, label and text of each.
  private func passages(_ file: Int, in language: Language) -> [UInt8] {
    let first = file * texts.chunk
    let context = pages.context(PageAddress(.home, in: language))
    return ByteSink.array(capacity: 1 << 16) { entries in
      entries.append(UInt8(ascii: "["))
      for index in textsByFile[file] {
        let text = texts.texts[index]
        // The numbers ascend.
        let numbers = Self.place(of: first, in: text.passages)..<Self.place(of: first + texts.chunk, in: text.passages)
        let passages = text.passages[numbers].filter { texts.isShown($0.number, in: language) }
        guard let number = passages.first?.number else { continue }
        let shown = ShownText(text.header, in: context)
        if entries.count > 1 { entries.append(UInt8(ascii: ",")) }
        entries.append(UInt8(ascii: "["))
        for field in [
          Self.folder(of: text.header.subject), shown.shortHeading, shown.headingLanguage, shown.language,
        ] {
          JSONText.append(quoted: field, to: &entries)
          entries.append(UInt8(ascii: ","))
        }
        entries.append(decimal: UInt64(number))
        for passage in passages {
          for field in [passage.anchor, passage.label] {
            entries.append(UInt8(ascii: ","))
            JSONText.append(quoted: field, to: &entries)
          }
          entries.append(UInt8(ascii: ","))
          JSONText.append(quoted: shown.text(of: passage)[...], to: &entries)
        }
        entries.append(UInt8(ascii: "]"))
      }
      entries.append(UInt8(ascii: "]"))
    }
  }
}
