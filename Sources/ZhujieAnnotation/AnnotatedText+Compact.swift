public import ZhujieEntities
public import ZhujieText

/// Numbers for the names of a gazetteer, the same wherever its catalog is the same, so that a mention is written as one.
public struct NameNumbers: Sendable {
  fileprivate let mentions: [Mention]
  private let numbers: [ObjectIdentifier: Int]

  public init(_ gazetteer: Gazetteer) {
    mentions = gazetteer.entries.map(\.mention)
    numbers = Dictionary(uniqueKeysWithValues: mentions.enumerated().map { (ObjectIdentifier($1), $0) })
  }

  /// A number that is no name's where the mention is of another gazetteer.
  fileprivate func number(of mention: Mention) -> Int { numbers[ObjectIdentifier(mention)] ?? mentions.count }
}

extension AnnotatedText {
  /// Writes it without the readings that lost.
  public func write(to writer: inout CompactWriter, names: NameNumbers) {
    writer.write(annotations.count)
    // By index, for a copy of an annotation holds on to all that it has.
    for index in annotations.indices { annotations[index].write(to: &writer, names: names) }
    writer.write(doubtful) { writer, doubtful in
      writer.write(doubtful.span)
      writer.write(doubtful.candidates)
      writer.write(doubtful.reason)
    }
    writer.write(diagnostics)
    writer.write(usedDecisions) { $0.write($1) }
  }

  /// Its mentions are those of the gazetteer that `names` numbers.
  public init(from reader: inout CompactReader, names: NameNumbers) throws(CompactFault) {
    let annotations = try reader.array { reader throws(CompactFault) in try Annotation(from: &reader, names: names) }
    let doubtful = try reader.array { reader throws(CompactFault) in
      DoubtfulMention(span: try reader.value(), candidates: try reader.array(), reason: try reader.text())
    }
    self.init(
      annotations: annotations, doubtful: doubtful, losing: [], diagnostics: try reader.array(),
      usedDecisions: try reader.array { reader throws(CompactFault) in try reader.natural() })
  }
}

extension Annotation {
  fileprivate func write(to writer: inout CompactWriter, names: NameNumbers) {
    writer.write(span)
    switch content {
    case .mention(let mention): writer.write(names.number(of: mention) + 1)
    case .quantity(let quantity):
      writer.write(0)
      writer.write(quantity)
    }
    writer.write(shared: rule)
    writer.write(confidence)
    writer.write(alternatives)
  }

  fileprivate init(from reader: inout CompactReader, names: NameNumbers) throws(CompactFault) {
    let span: TextSpan<ReadingSpace> = try reader.value()
    let number = try reader.natural()
    let content: AnnotationContent
    if number == 0 {
      content = .quantity(try reader.value())
    } else {
      guard number <= names.mentions.count else { throw CompactFault() }
      content = .mention(names.mentions[number - 1])
    }
    self.init(
      span: span, content: content, rule: try reader.sharedText(), confidence: try reader.fraction(),
      alternatives: try reader.array())
  }
}

extension EntityID: CompactCodable {
  public func write(to writer: inout CompactWriter) { writer.write(shared: string) }

  public init(from reader: inout CompactReader) throws(CompactFault) {
    guard let id = EntityID(try reader.sharedText()) else { throw CompactFault() }
    self = id
  }
}

extension Quotation: CompactCodable {
  public func write(to writer: inout CompactWriter) {
    writer.write(span)
    writer.write(words)
    switch speaker {
    case .unknown: writer.write(letter: 0)
    case .entity(let id):
      writer.write(letter: 1)
      writer.write(id)
    case .unnamed(let words):
      writer.write(letter: 2)
      writer.write(words)
    }
    writer.write(shared: verb)
    writer.write(shared: rule)
    writer.write(confidence)
  }

  public init(from reader: inout CompactReader) throws(CompactFault) {
    let (span, words): (TextSpan<ReadingSpace>, TextSpan<ReadingSpace>) = (try reader.value(), try reader.value())
    let speaker: Speaker
    switch try reader.letter() {
    case 0: speaker = .unknown
    case 1: speaker = .entity(try reader.value())
    case 2: speaker = .unnamed(try reader.text())
    default: throw CompactFault()
    }
    self.init(
      span: span, words: words, speaker: speaker, verb: try reader.sharedText(), rule: try reader.sharedText(),
      confidence: try reader.fraction())
  }
}
