import ZhujieAnnotation
public import ZhujieInput
import ZhujieMarkdown
public import ZhujieReport
public import ZhujieScript
public import ZhujieText

/// A body as one language's pages show it: its text in their script, and how it aligns with the reading text.
///
/// English pages show Chinese as it was written.
public struct Edition: Sendable {
  let body: AnnotatedBody
  let language: Language
  let text: UTF8Text<DisplaySpace>
  let alignment: Alignment<ReadingSpace, DisplaySpace>
  /// Names that the body writes in the wrong characters for its own script, corrected here.
  let emendations: [TextSpan<ReadingSpace>]
  /// What was set otherwise than it is written, for the quality page.
  var settings = DisplayTypography.Counts()
  /// The same one by one, where nothing else sets it apart from the reading text.
  var edits: [DisplayTypography.Edit]?
  /// Whether it is the reading text as its own script sets it, as far as it was made: no word is another.
  var isAsWritten = false

  /// The text that is shown for a span of the reading text.
  func shown(_ span: TextSpan<ReadingSpace>) -> String {
    text[alignment.map(span)]
  }

  /// The same as UTF-8.
  func slice(_ span: TextSpan<ReadingSpace>) -> ArraySlice<UInt8> {
    text.slice(alignment.map(span))
  }

  /// The language tag of the text where it differs from the page's; empty where it does not.
  var runLanguage: String {
    guard language == .en, let script = body.script else { return "" }
    return Typesetter.tag(of: script)
  }

  /// The same edition with the display rules of a script applied; of English alone where there is none. Only in some blocks
  /// of the text, where `parts` are given.
  fileprivate func typeset(in script: Script?, onlyIn parts: [TextSpan<ReadingSpace>]? = nil) -> Edition {
    let set = DisplayTypography(
      of: text,
      blocks: (parts ?? body.reading.blocks.map(\.span)).map { alignment.map($0) },
      opaque: body.reading.opaque.map { alignment.map($0) },
      script: script
    )
    let isSame = text.bytes == body.reading.text.bytes
    return Edition(
      body: body,
      language: language,
      text: set.text,
      alignment: alignment.composed(with: set.alignment),
      emendations: emendations,
      settings: set.counts,
      edits: isSame ? set.edits : nil,
      isAsWritten: script == body.script && emendations.isEmpty && (isSame || holds(parts ?? []))
    )
  }
  /// Whether the text has the words of the reading text in some parts of it, and there are such parts.
  private func holds(_ parts: [TextSpan<ReadingSpace>]) -> Bool {
    !parts.isEmpty && parts.allSatisfy { slice($0) == body.reading.text.slice($0) }
  }
}

extension Edition {
  /// A body as it is written, but for the settings that are known; only some parts of it, where they are given.
  init(
    of body: AnnotatedBody, in language: Language, edits: [DisplayTypography.Edit],
    onlyIn parts: [Range<Int>]? = nil, settings: DisplayTypography.Counts, emendations: [TextSpan<ReadingSpace>]
  ) {
    let set = DisplayTypography(
      of: UTF8Text(trusted: body.reading.text.bytes), onlyIn: parts, edits: edits, counts: settings)
    self.init(
      body: body,
      language: language,
      text: set.text,
      alignment: Alignment(
        changes: set.alignment.changes, fromCount: set.alignment.fromCount, toCount: set.alignment.toCount),
      emendations: emendations,
      settings: settings,
      edits: edits,
      isAsWritten: emendations.isEmpty
    )
  }

  /// The English text of a body, whatever the page.
  init(english body: AnnotatedBody) {
    self.init(
      body: body,
      language: .en,
      text: UTF8Text(trusted: body.reading.text.bytes),
      alignment: .identity(count: body.reading.text.count),
      emendations: []
    )
    self = typeset(in: nil)
  }
}

/// Makes editions: one converter a script for a whole project, and for each source that has rules of its own.
public final class Typesetter: Sendable {
  let naming: EntityNaming
  private let converters: Localized<Converter?>
  private let bySource: [DocumentID: Localized<Converter?>]
  private let normalizer: Normalizer

  public init(
    toTraditional: Converter,
    toSimplified: Converter,
    bySource: [DocumentID: (toTraditional: Converter, toSimplified: Converter)] = [:],
    naming: EntityNaming
  ) {
    converters = Localized(zhHant: toTraditional, zhHans: toSimplified, en: nil)
    self.bySource = bySource.mapValues {
      Localized(zhHant: $0.toTraditional, zhHans: $0.toSimplified, en: nil)
    }
    self.naming = naming
    normalizer = Normalizer()
  }

  /// `blocks` are those in which alone the edition is to be right, by index in the reading text, ascending; nil for all.
  func edition(
    of body: AnnotatedBody,
    onlyIn blocks: [Int]? = nil,
    in language: Language,
    name: (Mention) -> String?
  ) -> Edition {
    let reading = body.reading
    let parts = blocks.map { $0.map { reading.blocks[$0].span } }
    let own = body.source.flatMap { bySource[$0] } ?? converters
    guard let converter = own[language] else {
      return Edition(
        body: body,
        language: language,
        text: UTF8Text(trusted: reading.text.bytes),
        alignment: .identity(count: reading.text.count),
        emendations: []
      ).typeset(in: body.script, onlyIn: parts)
    }
    // An editor's readings win over names, and names over the tables.
    var overrides = body.emendations.map {
      ConversionOverride(span: $0.span, text: converter.convert($0.text))
    }
    var emendations = body.emendations.map(\.span)
    var ahead = parts?[...]
    for (span, mention) in body.mentions {
      while let part = ahead?.first, part.upperBound <= span.lowerBound { ahead = ahead?.dropFirst() }
      if let ahead, !(ahead.first?.contains(span) ?? false) { continue }
      guard !body.emendations.contains(where: { $0.span.overlaps(span) }) else { continue }
      guard let name = name(mention) else { continue }
      let written = reading.text.slice(span)
      guard !ByteScan.areEqual(written, name) else { continue }
      guard UTF8Scan.hasHan(written), normalizer.areSame(written, name) else { continue }
      overrides.append(ConversionOverride(span: span, text: name))
      if body.script == language.script { emendations.append(span) }
    }
    overrides.sort { $0.span < $1.span }
    emendations.sort()
    let converted = converter.convert(
      reading.text, onlyIn: parts, keeping: reading.opaque, overrides: overrides)
    return Edition(
      body: body,
      language: language,
      text: converted.text,
      alignment: converted.alignment,
      emendations: emendations
    ).typeset(in: language.script, onlyIn: parts)
  }

  /// The conversions of a body to the other script whose choice was not clear and that no editor has settled.
  public func ambiguities(of body: AnnotatedBody) -> [AmbiguousSpan] {
    let own = body.source.flatMap { bySource[$0] } ?? converters
    guard let script = body.script, let converter = script == .traditional ? own.zhHans : own.zhHant
    else { return [] }
    let settled = body.emendations.map(\.span) + body.mentions.map(\.span)
    return converter.convert(
      body.reading.text,
      keeping: body.reading.opaque,
      listingAmbiguities: true
    ).ambiguities
      .filter { ambiguity in !settled.contains { $0.overlaps(ambiguity.span) } }
  }

  static func tag(of script: Script) -> String {
    script == .traditional ? "zh-Hant" : "zh-Hans"
  }
}
