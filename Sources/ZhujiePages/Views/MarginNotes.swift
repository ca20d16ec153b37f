import ZhujieAnnotation
import ZhujieEntities
import ZhujieInput
import ZhujieMarkdown
import ZhujieReport
import ZhujieText

/// The notes beside the paragraphs of a source: what the editors say of the text, then who and what is named in it for the
/// first time. There are never more than the text beside them has room for.
struct MarginNotes {
  let context: PageContext
  /// In the order of the text.
  private var notes: [Note] = []
  /// Where the notes of each top-level block end, by its position.
  private var ends: [Int] = []
  /// The entities that have a note.
  private(set) var noted: EntitySet

  private enum Note {
    case editorial(HTML)
    case entity(EntityLabel)
  }

  /// `index` is the document's in the report.
  init(context: PageContext, index: Int, edition: Edition) {
    self.context = context
    let document = context.report.documents[index]
    let questions = Self.questions(on: index, of: context.report)
    var asked: Set<String> = []
    noted = EntitySet(of: context.report)
    var seen = noted
    let blocks = document.body.markup.topLevelBlocks
    ends.reserveCapacity(blocks.count)
    let mentions = document.body.mentions
    var next = 0
    for block in blocks {
      let first = notes.count
      defer { ends.append(notes.count) }
      let blocks = document.body.reading.blocks[block.readingBlocks]
      guard let span = Self.span(of: blocks) else { continue }
      for emendation in edition.emendations where span.contains(emendation) {
        notes.append(.editorial(Self.note(on: emendation, in: edition, context)))
      }
      if !questions.isEmpty, let paragraphs = block.paragraphs {
        for number in paragraphs {
          for question in questions[number] ?? [] where asked.insert(question.id).inserted {
            notes.append(.editorial(Self.note(on: question, context)))
          }
        }
      }
      // Most blocks name nobody for the first time.
      lazy var budget = MarginBudget(
        length: UTF8Scan.scalarCount(edition.slice(span)),
        isEnglish: context.language == .en,
        used: notes.count - first
      )
      while next < mentions.count, mentions[next].span.lowerBound < span.upperBound {
        let (start, entity) = (mentions[next].span.lowerBound, mentions[next].mention.entityIndex)
        next += 1
        guard start >= span.lowerBound, block.paragraphs != nil, seen.insert(entity) else { continue }
        let label = context.labels.entities[entity]
        guard budget.take(label.gist.length) else { continue }
        _ = noted.insert(entity)
        notes.append(.entity(label))
      }
    }
  }

  /// Writes the notes of a block, where it has any, under the names of what they are about.
  func write(at position: Int, into builder: inout HTMLBuilder) {
    guard ends.indices.contains(position) else { return }
    let notes = notes[(position > 0 ? ends[position - 1] : 0)..<ends[position]]
    guard !notes.isEmpty else { return }
    builder.raw("<details class=\"margin\"><summary>")
    var labels: [String] = []
    for label in notes.lazy.map(label(of:)) where !labels.contains(label) {
      if !labels.isEmpty { builder.text(context.phrases.comma) }
      builder.text(label)
      labels.append(label)
    }
    builder.raw("</summary>")
    for note in notes {
      switch note {
      case .editorial(let html): builder.html(html)
      case .entity(let label): label.gist.write(on: context.page, into: &builder)
      }
    }
    builder.raw("</details>")
  }

  private func label(of note: Note) -> String {
    switch note {
    case .editorial: context.phrases[.editorNote]
    case .entity(let label): label.name.text
    }
  }

  // MARK: What editors say

  private static func note(
    on emendation: TextSpan<ReadingSpace>,
    in edition: Edition,
    _ context: PageContext
  ) -> HTML {
    editorial(context) { builder in
      builder.text(edition.shown(emendation) + context.phrases.colon)
      builder.element("span", [("lang", edition.body.script.map(Typesetter.tag) ?? "zh")]) {
        $0.text(context.phrases[.emendedFrom, edition.body.reading.text[emendation]])
      }
    }
  }

  private static func note(on question: Contradiction, _ context: PageContext) -> HTML {
    editorial(context) { builder in
      builder.raw("≠ ")
      let text = context.text(question.question)
      guard context.labels.selection.includes(.contradictions) else { return builder.text(text) }
      builder.element("a", [("href", context.page.link(to: .contradictions, anchor: question.id))]) { $0.text(text) }
    }
  }

  private static func editorial(_ context: PageContext, _ content: (inout HTMLBuilder) -> Void)
    -> HTML
  {
    var builder = HTMLBuilder()
    builder.element("div", [("class", "gist editorial-note")]) { builder in
      builder.element("b") { $0.text(context.phrases[.editorNote]) }
      builder.raw(" ")
      content(&builder)
    }
    return builder.html
  }

  /// The questions that sources answer differently, by the paragraphs of a document that answer them.
  private static func questions(on index: Int, of report: Report) -> [Int: [Contradiction]] {
    var questions: [Int: [Contradiction]] = [:]
    for contradiction in report.contradictions {
      for citation in contradiction.statements.compactMap(\.source) {
        for case .paragraphs(index, let ranges) in report.citations.resolve(citation) {
          for number in ranges.map(\.lowerBound) {
            questions[number, default: []].append(contradiction)
          }
        }
      }
    }
    return questions
  }

  private static func span(of blocks: ArraySlice<ReadingText.Block>) -> TextSpan<ReadingSpace>? {
    guard let first = blocks.first, let last = blocks.last else { return nil }
    return TextSpan(first.span.lowerBound, last.span.upperBound)
  }
}

/// How many notes a paragraph has room for: about seven to ten lines of text, and no more height than it has itself.
struct MarginBudget {
  /// Lines of the text, and how many characters a line of it and of a note holds.
  private let lines: Double
  private let noteLine: Int
  private var count: Int
  private var height: Double

  /// A line of text stands 35 px high, a line of a note 21 px.
  private static let noteHeight = 0.6

  /// `used` notes of the editors are there already, whatever the room.
  init(length: Int, isEnglish: Bool, used: Int) {
    lines = Double(max(1, (length + 35) / 36))
    noteLine = isEnglish ? 34 : 17
    count = used
    height = Double(used) * 2 * Self.noteHeight
  }

  /// Whether there is room for one more note of a length; then it is taken.
  mutating func take(_ length: Int) -> Bool {
    let needed = Double(2 + (length + noteLine - 1) / noteLine) * Self.noteHeight
    guard Double(count + 1) <= (lines * 0.72).rounded(), height + needed <= lines + 1 else {
      return false
    }
    count += 1
    height += needed
    return true
  }
}
