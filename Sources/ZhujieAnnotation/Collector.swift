import ZhujieEntities
import ZhujieScript
import ZhujieText

/// Gathers what the blocks yield, mapped back to the reading text.
struct Collector {
  let gazetteer: Gazetteer
  let back: Alignment<PivotSpace, ReadingSpace>
  var annotations: [Annotation] = []
  var doubtful: [DoubtfulMention] = []
  var losing: [LosingReading] = []
  var diagnostics: [Diagnostic] = []

  init(gazetteer: Gazetteer, back: Alignment<PivotSpace, ReadingSpace>) {
    self.gazetteer = gazetteer
    self.back = back
  }

  mutating func add(
    _ findings: MentionRecognizer.Findings,
    settled: [Settlement],
    decisions: [Decision]
  ) {
    for accepted in findings.accepted {
      annotations.append(
        Annotation(
          span: span(accepted.hit.start, accepted.hit.end),
          content: .mention(mention(accepted.entry)),
          rule: accepted.rule,
          confidence: accepted.confidence
        )
      )
    }
    for settlement in settled {
      guard let mention = mention(of: settlement, decisions: decisions) else { continue }
      annotations.append(
        Annotation(
          span: span(settlement.range.lowerBound, settlement.range.upperBound),
          content: .mention(mention),
          rule: "an editor's decision",
          confidence: 1
        )
      )
    }
    for rejected in findings.rejected {
      losing.append(
        LosingReading(
          span: span(rejected.start, rejected.end),
          content: .mention(mention(rejected.entry)),
          reason: rejected.reason
        )
      )
    }
    for doubt in findings.doubts {
      doubtful.append(
        DoubtfulMention(
          span: span(doubt.start, doubt.end),
          candidates: doubt.entries.map { gazetteer.entries[$0].id }.sorted(),
          reason: doubt.reason
        )
      )
    }
  }

  var text: AnnotatedText {
    AnnotatedText(
      annotations: annotations.sorted { $0.span < $1.span },
      doubtful: doubtful.sorted { $0.span < $1.span },
      losing: losing.sorted { $0.span < $1.span },
      diagnostics: diagnostics.sorted()
    )
  }

  private func span(_ start: Int, _ end: Int) -> TextSpan<ReadingSpace> {
    back.map(TextSpan<PivotSpace>(start, end))
  }

  private func mention(_ entry: Int) -> Mention {
    let entry = gazetteer.entries[entry]
    return Mention(entity: entry.id, kind: entry.kind, name: entry.name, role: entry.role)
  }

  /// The mention that a decision makes, if it makes one.
  private func mention(of settlement: Settlement, decisions: [Decision]) -> Mention? {
    let quote = decisions[settlement.decision].quote
    switch settlement.verdict {
    case .names(let id):
      guard let entity = gazetteer.catalog[id] else { return nil }
      return Mention(entity: id, kind: entity.kind, name: quote, role: nil)
    case .readsAs(let words):
      let symbols = NameSymbol.symbols(of: Array(Normalizer().fold(words).utf8)).symbols
      guard let pattern = gazetteer.trie.pattern(for: symbols),
        let entry = gazetteer.patterns[pattern].entries.first
      else { return nil }
      return mention(entry)
    case .isNot, .speaker:
      return nil
    }
  }
}
