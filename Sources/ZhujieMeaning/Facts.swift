/// The facts about one source, chapter or entity, or about the project, read back from their lines.
struct Facts {
  struct Figure {
    let kind: String
    let value: String
    let words: String
    /// Nil in a title, heading or table.
    let paragraph: Int?

    /// Whether two say the same, however they are written.
    func means(_ other: Figure) -> Bool { kind == other.kind && value == other.value }
  }

  struct Translated {
    let original: String
    let rendering: String
    let paragraph: Int?
  }

  var mentions: [String: Int] = [:]
  /// In the order of the text.
  var figures: [Figure] = []
  var dates: [String: String] = [:]
  var statements: [String: String] = [:]
  var citations: [String: String] = [:]
  var translated: [Translated] = []
  var conflicts: [String: String] = [:]
  var staleCitations: Set<String> = []
  var staleTranslations: Set<String> = []
  var orphans: Set<String> = []

  /// Reads lines of facts. A line that this version does not know is passed over.
  init(_ lines: ArraySlice<UInt8>) {
    for line in lines.split(separator: 0x0A) {
      let fields = line.split(separator: 0x09, omittingEmptySubsequences: false).map(
        FactWriter.text
      )
      guard let kind = fields.first.flatMap(FactKind.init) else { continue }
      add(kind, Array(fields.dropFirst()))
    }
  }

  private mutating func add(_ kind: FactKind, _ fields: [String]) {
    switch (kind, fields.count) {
    case (.mention, 2): mentions[fields[0]] = Int(fields[1])
    case (.figure, 4):
      figures.append(
        Figure(
          kind: fields[0],
          value: fields[1],
          words: fields[2],
          paragraph: Self.number(fields[3])
        )
      )
    case (.dated, 2): dates[fields[0]] = fields[1]
    case (.stated, 2): statements[fields[0]] = fields[1]
    case (.cites, 2): citations[fields[0]] = fields[1]
    case (.translated, 3):
      translated.append(
        Translated(original: fields[0], rendering: fields[1], paragraph: Self.number(fields[2]))
      )
    case (.conflict, 2): conflicts[fields[0]] = fields[1]
    case (.staleCitation, 1): staleCitations.insert(fields[0])
    case (.staleTranslation, 1): staleTranslations.insert(fields[0])
    case (.orphan, 1): orphans.insert(fields[0])
    default: break
    }
  }

  private static func number(_ text: String) -> Int? {
    Int(text).flatMap { $0 > 0 ? $0 : nil }
  }
}
