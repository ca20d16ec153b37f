import ZhujieText

extension MeaningChange {
  /// The change as one line for people.
  public var text: String {
    let place = subject.map { " in " + $0.id + (paragraph.map { " ¶\($0)" } ?? "") } ?? ""
    let name = what.map { $0 + ": " } ?? ""
    switch kind {
    case .sourceAdded: return "new source: \(what ?? "")"
    case .sourceRemoved: return "source gone: \(what ?? "")"
    case .entityAdded: return "new entity: \(what ?? "")"
    case .entityRemoved: return "entity gone: \(what ?? "")"
    case .mentionsGained: return "\(what ?? ""): \(Self.mentions(count)) gained\(place)"
    case .mentionsLost: return "\(what ?? ""): \(Self.mentions(count)) lost\(place)"
    case .figureChanged, .dateChanged:
      return "\(word) changed\(place): \(name)\(before ?? "") → \(after ?? "")"
    case .figureGained, .dateGained: return "new \(word)\(place): \(name)\(after ?? "")"
    case .figureLost, .dateLost: return "\(word) gone\(place): \(name)\(before ?? "")"
    case .conflictNew: return "new conflict: \(what ?? "")"
    case .conflictSettled: return "conflict settled: \(what ?? "")"
    case .citationStale:
      return subject == nil
        ? "citation gone stale: \(what ?? "")"
        : "citation gone stale\(place): what \(what ?? "") cites has changed"
    case .translationStale:
      return subject == nil
        ? "translation gone stale: \(what ?? "")"
        : "translation gone stale\(place): its original has changed"
    case .decisionOrphaned: return "decision orphaned: \(what ?? "")"
    }
  }

  private var word: String {
    switch kind {
    case .dateChanged, .dateGained, .dateLost: "date"
    default: "figure"
    }
  }

  private static func mentions(_ count: Int?) -> String {
    "\(count ?? 0) mention\(count == 1 ? "" : "s")"
  }

  /// The change as a JSON object.
  public var json: String {
    var fields = [("change", JSONText.quoted(kind.rawValue))]
    switch subject {
    case .source(let id)?: fields.append(("source", JSONText.quoted(id)))
    case .chapter(let id)?: fields.append(("chapter", JSONText.quoted(id)))
    case .entity(let id)?: fields.append(("entity", JSONText.quoted(id)))
    case nil: break
    }
    if let what { fields.append((key, JSONText.quoted(what))) }
    if let count { fields.append(("count", "\(count)")) }
    if let paragraph { fields.append(("paragraph", "\(paragraph)")) }
    if let before { fields.append(("before", JSONText.quoted(before))) }
    if let after { fields.append(("after", JSONText.quoted(after))) }
    return "{" + fields.map { "\"\($0)\":\($1)" }.joined(separator: ",") + "}"
  }

  /// What `what` is called in JSON.
  private var key: String {
    switch kind {
    case .sourceAdded, .sourceRemoved: "source"
    case .entityAdded, .entityRemoved, .mentionsGained, .mentionsLost: "entity"
    case .figureChanged, .figureGained, .figureLost, .dateChanged, .dateGained, .dateLost: "name"
    case .citationStale where subject != nil: "citation"
    case .conflictNew, .conflictSettled, .citationStale, .translationStale, .decisionOrphaned:
      "message"
    }
  }
}

extension MeaningDifference {
  /// A few lines: what happened to most, and where to read the rest.
  public func summary(longest count: Int = 6) -> [String] {
    guard !changes.isEmpty else { return [] }
    var lines = MeaningChange.Kind.allCases.compactMap { kind -> String? in
      let changes = changes.filter { $0.kind == kind }
      guard let first = changes.first else { return nil }
      switch kind {
      case .mentionsGained, .mentionsLost:
        return Self.mentions(changes, kind == .mentionsGained ? "+" : "−")
      default:
        return changes.count == 1 ? first.text : "\(first.text) (and \(changes.count - 1) more)"
      }
    }
    if lines.count > count {
      lines =
        lines.prefix(count) + [
          "and \(lines.count - count) more sorts of changes; zhujie diff says all"
        ]
    }
    return lines
  }

  /// `5 mentions gained: lin-yuan +4, yuanshan +1`.
  private static func mentions(_ changes: [MeaningChange], _ sign: String) -> String {
    var counts: [String: Int] = [:]
    for change in changes { counts[change.what ?? "", default: 0] += change.count ?? 0 }
    let total = counts.values.reduce(0, +)
    let most = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
    let shown = most.prefix(5).map { "\($0.key) \(sign)\($0.value)" }.joined(separator: ", ")
    return "\(total) mention\(total == 1 ? "" : "s") \(sign == "+" ? "gained" : "lost"): \(shown)"
      + (most.count > 5 ? " and \(most.count - 5) more" : "")
  }
}
