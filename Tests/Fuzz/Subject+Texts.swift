import ZhujieAnnotation
import ZhujieEntities
import ZhujieInput
import ZhujieMarkdown
import ZhujiePictures
import ZhujieScript
import ZhujieText

extension Subject {
  /// Parsed, written plain, and written with a mark over every third character.
  static func markdown(_ bytes: [UInt8]) {
    let file = file(bytes)
    let markup = Markup(markdown: file, body: file.text.fullSpan)
    precondition(isUTF8(markup.html().bytes), "HTML is not UTF-8")
    var options = RenderOptions()
    options.marks = marks(over: markup.reading)
    options.headingID = { "h\($0)" }
    options.paragraph = { _ in (HTML(trusted: "<div>"), HTML(trusted: "</div>")) }
    options.link = { SafeURL($0).map { .href($0) } ?? .text }
    let marked = markup.html(options)
    if let fault = PageCheck.fault(in: marked.bytes) {
      preconditionFailure("\(fault) in \(marked.string)")
    }
    for index in markup.reading.blocks.indices {
      _ = markup.inlineHTML(readingBlock: index, options)
    }
    _ = BodyPictures(of: markup, in: file)
  }

  private static func marks(over reading: ReadingText) -> InlineMarks {
    var marks = InlineMarkWriter()
    for block in reading.blocks {
      let bounds = block.span.range.filter { reading.text.isBoundary($0) }
      for place in stride(from: 0, to: max(bounds.count - 1, 0), by: 3) {
        marks.tag.raw("<b>")
        marks.add(TextSpan(bounds[place], bounds[place + 1]), close: "</b>")
      }
    }
    return marks.finish()
  }

  /// As a source with front matter, and as a bare text whose head and furniture are recognised.
  @discardableResult
  static func document(_ bytes: [UInt8]) -> Markup {
    let file = file(bytes)
    let bare = DocumentReader.document(file, format: .plainText).document
    _ = Markup(plain: file, blocks: bare.plainBlocks, drop: bare.drop)
    let document = DocumentReader.document(file, format: .markdown).document
    return Markup(
      markdown: file,
      body: document.bodySpan,
      fields: document.fields,
      drop: document.drop
    )
  }

  static func conversion(_ bytes: [UInt8]) {
    let text: UTF8Text<ReadingSpace> = text(bytes)
    for target in ConversionTarget.allCases {
      let converted = Converter(to: target).convert(text, listingAmbiguities: true)
      precondition(isUTF8(converted.text.bytes), "converted text is not UTF-8")
      precondition(
        converted.alignment.map(text.fullSpan) == converted.text.fullSpan,
        "the ends do not align"
      )
      let streamed = stream(bytes, to: target)
      precondition(
        (streamed != nil) == isUTF8(bytes),
        "a stream is refused that is UTF-8, or taken that is not"
      )
      precondition(isUTF8(streamed ?? []), "a stream is not UTF-8")
    }
    _ = ScriptLint().findings(in: text, expecting: .traditional)
  }

  /// Nil where the bytes are refused.
  private static func stream(_ bytes: [UInt8], to target: ConversionTarget) -> [UInt8]? {
    var stream = StreamConverter(to: target)
    var written: [UInt8] = []
    do {
      try bytes.withUnsafeBytes { try stream.convert($0) { written += $0 } }
      try stream.finish { written += $0 }
      return written
    } catch {
      return nil
    }
  }

  static func annotate(_ bytes: [UInt8], _ annotator: Annotator) {
    let reading = document(bytes).reading
    var end = 0
    for annotation in annotator.annotate(reading, published: EDTFDate("2025-03-13")).annotations {
      let span = annotation.span
      precondition(span.lowerBound >= end, "annotations overlap or are not in order")
      precondition(
        span.lowerBound < span.upperBound && span.upperBound <= reading.text.count,
        "a span outside the text"
      )
      precondition(
        reading.text.isBoundary(span.lowerBound) && reading.text.isBoundary(span.upperBound),
        "an annotation cuts a character"
      )
      end = span.upperBound
    }
    let candidates = Discovery.candidates(in: [reading], catalog: EntityCatalog([]))
    precondition(candidates.allSatisfy { !$0.text.isEmpty }, "a candidate of nothing")
  }

  static let nobody = Annotator(catalog: EntityCatalog([]))

  /// A few people and companies of every sort of name and rule.
  static let household: Annotator = {
    let file = SourceFile(path: SourcePath("entities/people/a.md"), text: UTF8Text(""))
    func entity(_ id: String, _ kind: EntityKind, _ hans: String?, _ en: String, _ aliases: [Alias])
      -> Entity?
    {
      EntityID(id).map {
        Entity(
          id: $0,
          kind: kind,
          names: EntityNames(zhHans: hans, zhHant: nil, en: en),
          aliases: aliases,
          file: file
        )
      }
    }
    return Annotator(
      catalog: EntityCatalog(
        [
          entity(
            "lin-yuan",
            .person,
            "林远",
            "Lin Yuan",
            [Alias(text: "林总"), Alias(text: "老林", requires: ["远山"])]
          ),
          entity(
            "far-hill",
            .organization,
            "远山科技",
            "Far Hill",
            [Alias(text: "远山", excludes: ["远山路"])]
          ),
          entity(
            "dawn",
            .product,
            nil,
            "Dawn 2.0",
            [Alias(text: "晨星"), Alias(text: "AX"), Alias(text: "三万")]
          ),
        ].compactMap(\.self)
      )
    )
  }()

  static func decoding(_ bytes: [UInt8]) {
    guard let text = decodedText(bytes, path: path).text else { return }
    precondition(isUTF8(text.bytes), "decoded text is not UTF-8")
    precondition(!text.bytes.contains(0), "decoded text holds NUL")
    _ = DocumentReader.document(SourceFile(path: path, text: text), format: .plainText).document
  }
}
