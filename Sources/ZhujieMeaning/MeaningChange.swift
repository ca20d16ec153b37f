/// Something that a project says now and did not say before, or the other way round.
public struct MeaningChange: Sendable, Hashable {
  public enum Kind: String, Sendable, CaseIterable {
    case sourceAdded = "source-added"
    case sourceRemoved = "source-removed"
    case entityAdded = "entity-added"
    case entityRemoved = "entity-removed"
    case mentionsGained = "mentions-gained"
    case mentionsLost = "mentions-lost"
    case figureChanged = "figure-changed"
    case figureGained = "figure-gained"
    case figureLost = "figure-lost"
    case dateChanged = "date-changed"
    case dateGained = "date-gained"
    case dateLost = "date-lost"
    case conflictNew = "conflict-new"
    case conflictSettled = "conflict-settled"
    case citationStale = "citation-stale"
    case translationStale = "translation-stale"
    case decisionOrphaned = "decision-orphaned"
  }

  public let kind: Kind
  /// The ID of the source, chapter or entity that it is about; nil for the project as a whole.
  public var subject: Subject?
  /// The entity whose mentions they are, the figure or date by its name, the citation.
  public var what: String?
  public var count: Int?
  public var paragraph: Int?
  public var before: String?
  public var after: String?

  public enum Subject: Sendable, Hashable {
    case source(String), chapter(String), entity(String)

    public var id: String {
      switch self {
      case .source(let id), .chapter(let id), .entity(let id): id
      }
    }
  }

  init(
    _ kind: Kind,
    in subject: Subject? = nil,
    what: String? = nil,
    count: Int? = nil,
    paragraph: Int? = nil,
    before: String? = nil,
    after: String? = nil
  ) {
    self.kind = kind
    self.subject = subject
    self.what = what
    self.count = count
    self.paragraph = paragraph
    self.before = before
    self.after = after
  }
}
