import ZhujieEntities
import ZhujieScript
import ZhujieText

/// Gathers what the blocks yield, mapped back to the reading text.
struct Collector {
  private let gazetteer: Gazetteer
  private let decisions: [Decision]
  private var map: PivotMap
  private var annotations: [Annotation] = []
  private var doubtful: [DoubtfulMention] = []
  private var losing: [LosingReading] = []
  var diagnostics: [Diagnostic] = []
  /// The places in the list of the decisions whose words stand in the text.
  var usedDecisions: [Int] = []

  init(gazetteer: Gazetteer, decisions: [Decision], text: NormalizedText) {
    self.gazetteer = gazetteer
    self.decisions = decisions
    map = PivotMap(text)
  }

  /// Makes room for what most of so many names seen will be; a text made to hold more names than text grows as it goes.
  mutating func reserve(_ count: Int) {
    annotations.reserveCapacity(min(count, map.textCount / 24))
  }

  mutating func add(_ findings: MentionRecognizer.Findings, settled: [Settlement]) {
    // Most blocks have none or one, and nothing to sort.
    var others = findings.rejected
    if others.count > 1 { others.sort { $0.start < $1.start } }
    var first = 0
    for accepted in findings.accepted {
      var alternatives: [EntityID] = []
      while first < others.count, others[first].start < accepted.hit.start { first += 1 }
      for other in others[first...].prefix(while: { $0.start == accepted.hit.start })
      where other.end == accepted.hit.end {
        let id = gazetteer.entries[other.entry].id
        if id != gazetteer.entries[accepted.entry].id, !alternatives.contains(id) { alternatives.append(id) }
      }
      if alternatives.count > 1 { alternatives.sort() }
      annotations.append(
        Annotation(
          span: map.span(accepted.hit.start, accepted.hit.end),
          content: .mention(mention(accepted.entry)),
          rule: accepted.rule,
          confidence: accepted.confidence,
          alternatives: alternatives
        )
      )
    }
    var end = 0
    for settlement in settled where settlement.range.lowerBound >= end {
      guard let mention = mention(of: settlement) else { continue }
      end = settlement.range.upperBound
      annotations.append(
        Annotation(
          span: map.span(settlement.range.lowerBound, end),
          content: .mention(mention),
          rule: "an editor's decision",
          confidence: 1
        )
      )
    }
    for rejected in findings.rejected {
      losing.append(
        LosingReading(
          span: map.span(rejected.start, rejected.end),
          content: .mention(mention(rejected.entry)),
          reason: rejected.reason
        )
      )
    }
    for doubt in findings.doubts {
      doubtful.append(
        DoubtfulMention(
          span: map.span(doubt.start, doubt.end),
          candidates: doubt.entries.map { gazetteer.entries[$0].id }.sorted(),
          reason: doubt.reason
        )
      )
    }
  }

  /// What was found. A place that something was chosen for is not in doubt.
  var text: AnnotatedText {
    let chosen = Self.sorted(annotations) { $0.span < $1.span }
    var index = 0
    let open = doubtful.sorted { $0.span < $1.span }.filter { doubt in
      while index < chosen.count, chosen[index].span.upperBound <= doubt.span.lowerBound {
        index += 1
      }
      return index >= chosen.count || !chosen[index].span.overlaps(doubt.span)
    }
    return AnnotatedText(
      annotations: chosen,
      doubtful: open,
      losing: Self.sorted(losing) { $0.span < $1.span },
      diagnostics: diagnostics.sorted(),
      usedDecisions: usedDecisions
    )
  }

  /// Most blocks yield in order already.
  private static func sorted<Element>(_ items: [Element], by comes: (Element, Element) -> Bool)
    -> [Element]
  {
    let isSorted = items.indices.dropFirst().allSatisfy { !comes(items[$0], items[$0 - 1]) }
    return isSorted ? items : items.sorted(by: comes)
  }

  private func mention(_ entry: Int) -> Mention { gazetteer.entries[entry].mention }

  /// The mention that a decision makes, if it makes one.
  private mutating func mention(of settlement: Settlement) -> Mention? {
    let decision = decisions[settlement.decision]
    switch settlement.verdict {
    case .names(let id):
      guard let index = gazetteer.catalog.index(of: id) else {
        diagnostics.append(.unknownEntity("\(id)", decision))
        return nil
      }
      return Mention(
        entity: id, at: index, kind: gazetteer.catalog.entities[index].kind, name: decision.quote, role: nil)
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
