/// What changed in meaning from one record to another: nothing where only bytes moved.
public struct MeaningDifference: Sendable {
  /// By kind in the order of the kinds, then by subject and what it is about.
  public let changes: [MeaningChange]

  public init(from old: MeaningRecord, to new: MeaningRecord) {
    guard old != new else {
      changes = []
      return
    }
    let (before, after) = (old.sections, new.sections)
    var changes: [MeaningChange] = []
    for head in Set(before.keys).union(after.keys).sorted() where before[head] != after[head] {
      guard let subject = Self.subject(of: head) else { continue }
      let (old, new) = (before[head], after[head])
      switch subject {
      case .source(let id)? where old == nil: changes.append(MeaningChange(.sourceAdded, what: id))
      case .source(let id)? where new == nil:
        changes.append(MeaningChange(.sourceRemoved, what: id))
      case .entity(let id)? where old == nil: changes.append(MeaningChange(.entityAdded, what: id))
      case .entity(let id)? where new == nil:
        changes.append(MeaningChange(.entityRemoved, what: id))
      default: break
      }
      FactComparison(subject: subject, old: Facts(old ?? []), new: Facts(new ?? []))
        .collect(into: &changes)
    }
    let order = Dictionary(
      uniqueKeysWithValues: MeaningChange.Kind.allCases.enumerated().map { ($1, $0) }
    )
    // Within a kind they come by subject already.
    self.changes = changes.enumerated().sorted {
      (order[$0.element.kind] ?? 0, $0.offset) < (order[$1.element.kind] ?? 0, $1.offset)
    }.map(\.element)
  }

  /// What the line that begins a section is about: `.some(nil)` is the project, nil something unknown.
  private static func subject(of head: String) -> MeaningChange.Subject?? {
    let parts = head.split(separator: "\t", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2, parts[0].hasPrefix("["), parts[0].hasSuffix("]"),
      let subject = MeaningSubject(rawValue: String(parts[0].dropFirst().dropLast()))
    else { return nil }
    let id = FactWriter.text(of: Array(parts[1].utf8)[...])
    switch subject {
    case .source: return .source(id)
    case .chapter: return .chapter(id)
    case .entity: return .entity(id)
    case .project: return .some(nil)
    }
  }
}

/// Two sets of facts about one thing.
private struct FactComparison {
  let subject: MeaningChange.Subject?
  let old: Facts
  let new: Facts

  func collect(into changes: inout [MeaningChange]) {
    mentions(into: &changes)
    for edit in FigureEdits.edits(from: old.figures, to: new.figures) {
      changes.append(figure(edit))
    }
    named(old.statements, new.statements, [.figureChanged, .figureGained, .figureLost], &changes)
    named(old.dates, new.dates, [.dateChanged, .dateGained, .dateLost], &changes)
    for (key, sentence) in Self.sorted(new.conflicts) where old.conflicts[key] == nil {
      changes.append(MeaningChange(.conflictNew, what: sentence))
    }
    for (key, sentence) in Self.sorted(old.conflicts) where new.conflicts[key] == nil {
      changes.append(MeaningChange(.conflictSettled, what: sentence))
    }
    stale(into: &changes)
    for sentence in new.orphans.subtracting(old.orphans).sorted() {
      changes.append(MeaningChange(.decisionOrphaned, what: sentence))
    }
  }

  private func mentions(into changes: inout [MeaningChange]) {
    for entity in Set(old.mentions.keys).union(new.mentions.keys).sorted() {
      let count = (new.mentions[entity] ?? 0) - (old.mentions[entity] ?? 0)
      guard count != 0 else { continue }
      changes.append(
        MeaningChange(
          count > 0 ? .mentionsGained : .mentionsLost,
          in: subject,
          what: entity,
          count: abs(count)
        )
      )
    }
  }

  private func figure(_ edit: FigureEdits.Edit) -> MeaningChange {
    let place = edit.new ?? edit.old
    let isDate = place?.kind == "date"
    let kind: MeaningChange.Kind =
      switch (edit.old, edit.new) {
      case (nil, _): isDate ? .dateGained : .figureGained
      case (_, nil): isDate ? .dateLost : .figureLost
      default: isDate ? .dateChanged : .figureChanged
      }
    return MeaningChange(
      kind,
      in: subject,
      paragraph: place?.paragraph,
      before: edit.old?.words,
      after: edit.new?.words
    )
  }

  private func named(
    _ old: [String: String],
    _ new: [String: String],
    _ kinds: [MeaningChange.Kind],
    _ changes: inout [MeaningChange]
  ) {
    for name in Set(old.keys).union(new.keys).sorted() where old[name] != new[name] {
      let kind = old[name] == nil ? kinds[1] : new[name] == nil ? kinds[2] : kinds[0]
      changes.append(
        MeaningChange(kind, in: subject, what: name, before: old[name], after: new[name])
      )
    }
  }

  /// A citation is stale where it reads as before and its paragraphs do not; a translation, where its original does not.
  private func stale(into changes: inout [MeaningChange]) {
    for (citation, digest) in Self.sorted(new.citations) {
      guard let before = old.citations[citation], before != digest else { continue }
      changes.append(MeaningChange(.citationStale, in: subject, what: citation))
    }
    var originals: [String: Set<String>] = [:]
    for pair in old.translated { originals[pair.rendering, default: []].insert(pair.original) }
    for pair in new.translated {
      guard let before = originals[pair.rendering], !before.contains(pair.original) else {
        continue
      }
      changes.append(MeaningChange(.translationStale, in: subject, paragraph: pair.paragraph))
    }
    for sentence in new.staleCitations.subtracting(old.staleCitations).sorted() {
      changes.append(MeaningChange(.citationStale, what: sentence))
    }
    for sentence in new.staleTranslations.subtracting(old.staleTranslations).sorted() {
      changes.append(MeaningChange(.translationStale, what: sentence))
    }
  }

  private static func sorted(_ facts: [String: String]) -> [(key: String, value: String)] {
    facts.sorted { $0.key < $1.key }
  }
}
