import ZhujieText

/// Facts as lines of bytes: fields between tabs, in an order that the input alone decides.
struct FactWriter: ~Copyable {
  private var sink: ByteSink

  private init(_ sink: consuming ByteSink) {
    self.sink = sink
    self.sink.append(MeaningRecord.header)
    self.sink.append(0x0A)
  }

  /// The facts that `body` writes, with the header of a record before them. `byteCount` is about how many bytes there will be;
  /// room that is not used costs nothing.
  static func facts(byteCount: Int = 1024, _ body: (inout FactWriter) -> Void) -> [UInt8] {
    ByteSink.array(capacity: byteCount) { sink in
      var facts = FactWriter(sink)
      body(&facts)
      sink = facts.sink
    }
  }

  /// Begins what is said about one thing, and gives the line that names it.
  @discardableResult
  mutating func begin(_ subject: MeaningSubject, _ id: String) -> String {
    let start = sink.count
    sink.append(UInt8(ascii: "["))
    sink.append(subject.rawValue)
    sink.append(literal: "]\t")
    field(id)
    defer { sink.append(0x0A) }
    return String(decoding: sink.bytes[start...], as: UTF8.self)
  }

  /// Adds facts that were written before.
  mutating func add(_ facts: ArraySlice<UInt8>) { sink.append(facts) }

  mutating func fact(_ kind: FactKind, _ fields: String...) {
    sink.append(kind.rawValue)
    for text in fields {
      sink.append(0x09)
      field(text)
    }
    sink.append(0x0A)
  }

  /// A figure or date: its sort, its value as JSON, its words, and the number of its paragraph.
  mutating func figure(
    _ sort: String, _ value: UnsafeBufferPointer<UInt8>, _ words: ArraySlice<UInt8>, paragraph: Int
  ) {
    sink.append(FactKind.figure.rawValue)
    sink.append(0x09)
    field(sort)
    sink.append(0x09)
    field(value)
    sink.append(0x09)
    words.withUnsafeBufferPointer { field($0) }
    sink.append(0x09)
    sink.append(decimal: UInt64(paragraph))
    sink.append(0x0A)
  }

  private mutating func field(_ text: String) {
    text.utf8Span.span.withUnsafeBufferPointer { field($0) }
  }

  private mutating func field(_ utf8: UnsafeBufferPointer<UInt8>) {
    var copied = 0
    for index in utf8.indices {
      let escape: UInt8
      switch utf8[index] {
      case 0x09: escape = UInt8(ascii: "t")
      case 0x0A: escape = UInt8(ascii: "n")
      case 0x0D: escape = UInt8(ascii: "r")
      case 0x5C: escape = 0x5C
      default: continue
      }
      sink.append(UnsafeBufferPointer(rebasing: utf8[copied..<index]))
      sink.append(0x5C)
      sink.append(escape)
      copied = index + 1
    }
    sink.append(UnsafeBufferPointer(rebasing: utf8[copied...]))
  }

  /// The text of a field, as it was before it was written.
  static func text(of field: ArraySlice<UInt8>) -> String {
    guard field.contains(0x5C) else { return String(decoding: field, as: UTF8.self) }
    var bytes: [UInt8] = []
    var isEscaped = false
    for byte in field {
      if isEscaped {
        isEscaped = false
        switch byte {
        case UInt8(ascii: "t"): bytes.append(0x09)
        case UInt8(ascii: "n"): bytes.append(0x0A)
        case UInt8(ascii: "r"): bytes.append(0x0D)
        default: bytes.append(byte)
        }
      } else if byte == 0x5C {
        isEscaped = true
      } else {
        bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}

/// What facts are about.
enum MeaningSubject: String, CaseIterable {
  case source, chapter, entity, project
}

/// The sorts of facts, with their fields.
enum FactKind: String {
  /// An entity and how often the source names it.
  case mention
  /// A sort, a value as JSON, the words and the number of their paragraph, in the order of the text.
  case figure
  /// What is dated, and its date.
  case dated
  /// What a figure of `figures.yml` is, and its statements.
  case stated
  /// A citation, and the digest of the paragraphs that it leads to.
  case cites
  /// The digests of a block and of its translation, and the number of the first paragraph.
  case translated
  /// What is in conflict, and a sentence about it.
  case conflict
  /// A sentence about a citation, and one about a translation, which an editor confirmed and whose text has changed since.
  case staleCitation = "stale-citation"
  case staleTranslation = "stale-translation"
  /// A sentence about a decision whose words are gone.
  case orphan
}
