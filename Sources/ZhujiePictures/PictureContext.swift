public import ZhujieEntities
public import ZhujieMarkdown
public import ZhujieText

/// What drawing a picture asks of the page it stands on.
public struct PictureContext {
  /// An entity as the page names it.
  public struct Entity {
    public let name: String
    /// The language tag of the name where it is not the page's; empty where it is.
    public let language: String
    public let href: SafeURL?
    public let kind: EntityKind
    public let date: EDTFDate?

    public init(
      name: String,
      language: String,
      href: SafeURL?,
      kind: EntityKind,
      date: EDTFDate?
    ) {
      self.name = name
      self.language = language
      self.href = href
      self.kind = kind
      self.date = date
    }
  }

  /// A line that the caller knows of, for networks that draw themselves.
  public struct Link {
    public let from: EntityID
    public let to: EntityID
    public let text: String
    /// 1 to 3.
    public let weight: Int
    public let source: Citation?

    public init(from: EntityID, to: EntityID, text: String, weight: Int, source: Citation?) {
      self.from = from
      self.to = to
      self.text = text
      self.weight = weight
      self.source = source
    }
  }

  public let language: Language
  public let entity: (EntityID) -> Entity?
  /// A text in the page's language or the nearest, and its language tag where that is another.
  public let text: (MultilingualText) -> (text: String, language: String)
  public let citation: (Citation) -> HTML
  public let date: (EDTFDate) -> String
  public let links: (AutomaticLinks, [EntityID]) -> [Link]

  public init(
    language: Language,
    entity: @escaping (EntityID) -> Entity?,
    text: @escaping (MultilingualText) -> (text: String, language: String),
    citation: @escaping (Citation) -> HTML,
    date: @escaping (EDTFDate) -> String,
    links: @escaping (AutomaticLinks, [EntityID]) -> [Link]
  ) {
    self.language = language
    self.entity = entity
    self.text = text
    self.citation = citation
    self.date = date
    self.links = links
  }
}
