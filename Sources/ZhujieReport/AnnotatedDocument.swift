public import ZhujieAnnotation
public import ZhujieInput
public import ZhujieMarkdown
public import ZhujiePictures
public import ZhujieScript
public import ZhujieText

/// A body of Markdown with what was found in it: a source, a translation, a description, a chapter.
///
/// It never changes; it is a class, as all that a report is made of, since most pages pass them on and a copy of a large
/// value costs as many counts as it has parts.
public final class AnnotatedBody: Sendable {
  public let file: SourceFile
  public let markup: Markup
  public let annotated: AnnotatedText
  /// The script of its Chinese; nil where it has none or nothing tells.
  public let script: Script?
  /// What an editor decided to read otherwise than it is written, in order.
  public let emendations: [Emendation]
  /// Direct speech, in order; only of source documents.
  public let quotations: [Quotation]
  /// The source document it is the text of, whose glossary holds for it; nil for what the editors wrote.
  public let source: DocumentID?
  /// What its fenced blocks draw.
  public let pictures: BodyPictures
  /// The mentions among the annotations, with their spans, in order.
  public let mentions: [(span: TextSpan<ReadingSpace>, mention: Mention)]

  public init(
    file: SourceFile,
    markup: Markup,
    annotated: AnnotatedText,
    script: Script?,
    emendations: [Emendation] = [],
    quotations: [Quotation] = [],
    source: DocumentID? = nil
  ) {
    self.file = file
    self.markup = markup
    self.annotated = annotated
    self.script = script
    self.emendations = emendations
    self.quotations = quotations
    self.source = source
    pictures = BodyPictures(of: markup, in: file)
    var mentions: [(span: TextSpan<ReadingSpace>, mention: Mention)] = []
    // By index, for a copy of an annotation holds on to all that it has.
    let annotations = annotated.annotations
    mentions.reserveCapacity(
      annotations.indices.count { if case .mention = annotations[$0].content { true } else { false } })
    for index in annotations.indices {
      if case .mention(let mention) = annotations[index].content { mentions.append((annotations[index].span, mention)) }
    }
    self.mentions = mentions
  }

  @inlinable
  public var reading: ReadingText { markup.reading }

  /// How often each entity is named, by its index in the report, ascending.
  public var mentionCounts: [(entity: Int, count: Int)] {
    var counts: [(entity: Int, count: Int)] = []
    var named: [Int] = []
    named.reserveCapacity(mentions.count)
    for index in mentions.indices { named.append(mentions[index].mention.entityIndex) }
    named.sort()
    for index in named {
      if counts.last?.entity == index {
        counts[counts.count - 1].count += 1
      } else {
        counts.append((index, 1))
      }
    }
    return counts
  }

  /// Findings of the reading and of the annotation of this body.
  public var diagnostics: [Diagnostic] {
    markup.diagnostics + annotated.diagnostics + pictures.diagnostics
  }

}

/// Words of a text that an editor reads otherwise.
public struct Emendation: Sendable, Hashable {
  public let span: TextSpan<ReadingSpace>
  /// What they read as, in either script.
  public let text: String

  public init(span: TextSpan<ReadingSpace>, text: String) {
    self.span = span
    self.text = text
  }
}

/// A source document with what was found in it, and its translation paired block by block.
public final class AnnotatedDocument: Sendable {
  public let source: SourceDocument
  public let body: AnnotatedBody
  public let translation: AnnotatedTranslation?
  /// Its text beside its translation.
  public let twin: Twin?
  /// The spans of its numbered paragraphs; the paragraph `n` is at index `n - 1`.
  public let paragraphs: [TextSpan<ReadingSpace>]
  /// Where each mention of the body stands; nil for one that goes over the end of a block.
  let mentionPlaces: [TextPlace?]
  /// The addresses of those paragraphs.
  public let anchors: ParagraphAnchors

  public convenience init(
    source: SourceDocument,
    body: AnnotatedBody,
    translation: AnnotatedTranslation?,
    tables: ScriptTables
  ) {
    self.init(
      source: source, body: body, translation: translation,
      mentionPlaces: TextPlace.places(of: body.mentions.lazy.map(\.span), in: body.reading),
      anchors: ParagraphAnchors(paragraphs: Self.paragraphs(of: body), of: body.reading.text, tables: tables))
  }

  /// With what was worked out of the body before.
  init(
    source: SourceDocument, body: AnnotatedBody, translation: AnnotatedTranslation?, mentionPlaces: [TextPlace?],
    anchors: ParagraphAnchors
  ) {
    self.source = source
    self.body = body
    self.translation = translation
    twin = translation.map { Twin(original: body, english: $0.body, pairing: $0.pairing) }
    paragraphs = Self.paragraphs(of: body)
    self.mentionPlaces = mentionPlaces
    self.anchors = anchors
  }

  private static func paragraphs(of body: AnnotatedBody) -> [TextSpan<ReadingSpace>] {
    body.reading.blocks.compactMap { $0.paragraph == nil ? nil : $0.span }
  }
}

/// An English text that follows a document block by block.
public struct AnnotatedTranslation: Sendable {
  public let body: AnnotatedBody
  public let title: String?
  public let pairing: BlockPairing

  public init(body: AnnotatedBody, title: String?, pairing: BlockPairing) {
    self.body = body
    self.title = title
    self.pairing = pairing
  }
}
