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
  /// By the position of the top-level block.
  private let notes: [Notes]
  /// The entities that have a note.
  let noted: EntitySet

  private struct Notes {
    var labels: [String] = []
    var html: [HTML] = []
  }

  /// `index` is the document's in the report.
  init(context: PageContext, index: Int, edition: Edition) {
    self.context = context
    let document = context.report.documents[index]
    let questions = Self.questions(on: index, of: context.report)
    var asked: Set<String> = []
    var noted = EntitySet(of: context.report)
    var seen = noted
    let blocks = document.body.markup.topLevelBlocks
    var notes = Array(repeating: Notes(), count: blocks.count)
    let mentions = document.body.mentions
    var next = 0
    for (position, block) in blocks.enumerated() {
      let blocks = document.body.reading.blocks[block.readingBlocks]
      guard let span = Self.span(of: blocks) else { continue }
      var found = Notes()
      for emendation in edition.emendations where span.contains(emendation) {
        found.labels.append(context.phrases[.editorNote])
        found.html.append(Self.note(on: emendation, in: edition, context))
      }
      for number in block.paragraphs.map(Array.init) ?? [] {
        for question in questions[number] ?? [] where asked.insert(question.id).inserted {
          found.labels.append(context.phrases[.editorNote])
          found.html.append(Self.note(on: question, context))
        }
      }
      // Most blocks name nobody for the first time.
      lazy var budget = MarginBudget(
        length: UTF8Scan.scalarCount(edition.slice(span)),
        isEnglish: context.language == .en,
        used: found.html.count
      )
      while next < mentions.count, mentions[next].span.lowerBound < span.upperBound {
        let (start, entity) = (mentions[next].span.lowerBound, mentions[next].mention.entityIndex)
        next += 1
        guard start >= span.lowerBound, block.paragraphs != nil, seen.insert(entity) else { continue }
        let label = context.labels.entities[entity]
        guard budget.take(label.gist.length) else { continue }
        _ = noted.insert(entity)
        found.labels.append(label.name.text)
        var gist = HTMLBuilder()
        label.gist.write(on: context.page, into: &gist)
        found.html.append(gist.html)
      }
      notes[position] = found
    }
    self.notes = notes
    self.noted = noted
  }

  /// The notes of a block; nil where it has none.
  func html(at position: Int) -> HTML? {
    guard notes.indices.contains(position), !notes[position].html.isEmpty else { return nil }
    let notes = notes[position]
    var labels: [String] = []
    for label in notes.labels where !labels.contains(label) { labels.append(label) }
    var builder = HTMLBuilder()
    builder.element("details", [("class", "margin")]) { builder in
      builder.element("summary") { $0.text(labels.joined(separator: context.phrases.comma)) }
      for note in notes.html { builder.html(note) }
    }
    return builder.html
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
