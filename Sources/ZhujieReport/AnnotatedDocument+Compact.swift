public import ZhujieAnnotation
public import ZhujieEntities
public import ZhujieInput
import ZhujieMarkdown
public import ZhujieText

extension AnnotatedDocument {
  /// Writes all that was found in it. What stands in its files is not written, nor what can be had of the rest at no cost.
  public func write(to writer: inout CompactWriter, names: NameNumbers) {
    body.write(to: &writer, names: names)
    writer.write(translation != nil)
    translation?.body.write(to: &writer, names: names)
    writer.write(mentionPlaces) { writer, place in
      writer.write((place?.block ?? -1) + 1)
      if let place { writer.write(place.sentence) }
    }
    writer.write(anchors)
  }

  /// `source` has to be what it was when this was written, and the names those of the same catalog.
  public convenience init(
    _ source: SourceDocument, from reader: inout CompactReader, names: NameNumbers
  ) throws(CompactFault) {
    let body = try AnnotatedBody(source.file, source: source.id, from: &reader, names: names)
    guard try reader.bool() == (source.translation != nil) else { throw CompactFault() }
    var translation: AnnotatedTranslation?
    if let file = source.translation {
      let english = try AnnotatedBody(file.file, source: nil, from: &reader, names: names)
      translation = AnnotatedTranslation(
        body: english, title: file.title, pairing: BlockPairing(original: body.markup, translation: english.markup))
    }
    var mentions = body.mentions.makeIterator()
    let places = try reader.array { reader throws(CompactFault) -> TextPlace? in
      guard let span = mentions.next()?.span else { throw CompactFault() }
      let block = try reader.natural() - 1
      if block < 0 { return nil }
      let sentence: TextSpan<ReadingSpace> = try reader.value()
      guard block < body.reading.blocks.count, sentence.upperBound <= body.reading.text.count else { throw CompactFault() }
      return TextPlace(span, in: block, of: body.reading, sentence: sentence)
    }
    self.init(
      source: source, body: body, translation: translation, mentionPlaces: places, anchors: try reader.value())
    guard places.count == body.mentions.count, anchors.count == paragraphs.count else { throw CompactFault() }
  }
}

extension AnnotatedDescription {
  /// Writes what was found in it, without what stands in its files.
  public func write(to writer: inout CompactWriter, names: NameNumbers) {
    for body in [body, englishBody] {
      writer.write(body != nil)
      body?.write(to: &writer, names: names)
    }
  }

  /// `entity` has to say what it said when this was written.
  public init(of entity: Entity, from reader: inout CompactReader, names: NameNumbers) throws(CompactFault) {
    var bodies: [AnnotatedBody?] = []
    for written in [entity.body, entity.englishBody] {
      guard try reader.bool() else {
        bodies.append(nil)
        continue
      }
      guard let written else { throw CompactFault() }
      bodies.append(try AnnotatedBody(written.file, source: nil, from: &reader, names: names))
    }
    self.init(body: bodies[0], englishBody: bodies[1])
  }
}

extension AnnotatedBody {
  fileprivate func write(to writer: inout CompactWriter, names: NameNumbers) {
    markup.write(to: &writer, beside: file)
    annotated.write(to: &writer, names: names)
    writer.write(shared: script?.rawValue ?? "")
    writer.write(emendations)
    writer.write(quotations)
  }

  fileprivate convenience init(
    _ file: SourceFile, source: DocumentID?, from reader: inout CompactReader, names: NameNumbers
  ) throws(CompactFault) {
    let markup = try Markup(from: &reader, beside: file)
    let annotated = try AnnotatedText(from: &reader, names: names)
    let script = Script(rawValue: try reader.sharedText())
    let emendations: [Emendation] = try reader.array()
    let quotations: [Quotation] = try reader.array()
    let spans = annotated.annotations.map(\.span) + emendations.map(\.span) + quotations.map(\.span)
    guard spans.allSatisfy({ $0.upperBound <= markup.reading.text.count }) else { throw CompactFault() }
    self.init(
      file: file, markup: markup, annotated: annotated, script: script, emendations: emendations, quotations: quotations,
      source: source)
  }
}

extension Emendation: CompactCodable {
  public func write(to writer: inout CompactWriter) {
    writer.write(span)
    writer.write(text)
  }

  public init(from reader: inout CompactReader) throws(CompactFault) {
    self.init(span: try reader.value(), text: try reader.text())
  }
}
