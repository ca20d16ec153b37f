package import ZhujieEntities
package import ZhujieMarkdown
package import ZhujieText

/// What drawing a picture asks of the page it stands on.
package struct PictureContext {
  /// An entity as the page names it.
  package struct Entity {
    package let name: String
    /// The language tag of the name where it is not the page's; empty where it is.
    package let language: String
    package let href: SafeURL?
    package let kind: EntityKind
    package let date: EDTFDate?

    package init(
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
  package struct Link {
    package let from: EntityID
    package let to: EntityID
    package let text: String
    /// 1 to 3.
    package let weight: Int
    package let source: Citation?

    package init(from: EntityID, to: EntityID, text: String, weight: Int, source: Citation?) {
      self.from = from
      self.to = to
      self.text = text
      self.weight = weight
      self.source = source
    }
  }

  package let language: Language
  package let entity: (EntityID) -> Entity?
  /// A text in the page's language or the nearest, and its language tag where that is another.
  package let text: (MultilingualText) -> (text: String, language: String)
  package let citation: (Citation) -> HTML
  package let date: (EDTFDate) -> String
  package let links: (AutomaticLinks, [EntityID]) -> [Link]

  package init(
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
