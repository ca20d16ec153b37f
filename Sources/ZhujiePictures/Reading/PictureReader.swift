import ZhujieEntities
import ZhujieInput
import ZhujieText

/// Reads the mapping of a block, and remembers which entities and citations stand in it.
///
/// What has a name is an item. In YAML it is an entity's ID, words, words per language, or a mapping with `entity` or
/// `text`, `note` and `source`, and whatever its place adds to that.
struct PictureReader {
  private var references: [PictureReference] = []
  private var citations: [PictureCitation] = []

  mutating func picture(_ kind: PictureKind, _ reader: inout MappingReader) -> Picture? {
    let title = reader.multilingual("title")
    let note = reader.multilingual("note")
    let source = citation(&reader)
    guard let content = content(kind, &reader) else { return nil }
    return Picture(
      kind: kind,
      title: title,
      note: note,
      source: source,
      content: content,
      references: references,
      citations: citations
    )
  }

  // MARK: Items

  /// How a bare word is read.
  enum Bare {
    case entity, text
  }

  /// An item, and what `more` reads of its mapping; nothing is read where it is a bare word.
  mutating func item<More>(
    _ node: YAMLNode,
    _ parent: inout MappingReader,
    as subject: String,
    bare: Bare,
    _ more: (inout PictureReader, inout MappingReader) -> More
  ) -> (item: PictureItem, more: More?)? {
    switch node.content {
    case .scalar(let scalar):
      guard bare == .entity else {
        return words(node, &parent, subject).map { ($0, nil) }
      }
      guard let id = entity(scalar, &parent) else { return nil }
      return (PictureItem(entity: id, text: nil, note: nil, source: nil), nil)
    case .mapping(let pairs) where pairs.allSatisfy { Self.languages.contains($0.key.text) }:
      return words(node, &parent, subject).map { ($0, nil) }
    case .mapping:
      return parent.reading(node, as: subject) { reader in
        let id = reader.string("entity").flatMap { entity($0, &reader) }
        let text = reader.multilingual("text")
        let note = reader.multilingual("note")
        let source = citation(&reader)
        let added = more(&self, &reader)
        if id == nil, text == nil, !reader.has("entity"), !reader.has("text") {
          reader.report(
            .error,
            .pictureItem,
            at: reader.offset,
            "\(subject) has no name; give it \"entity\" with an ID or \"text\" with words"
          )
        }
        return (PictureItem(entity: id, text: text, note: note, source: source), added)
      }
    case .sequence:
      parent.report(
        .error,
        .yamlShape,
        at: node.offset,
        "a list stands where \(subject) is expected; write an ID, words or a mapping"
      )
      return nil
    }
  }

  mutating func item(
    _ node: YAMLNode,
    _ parent: inout MappingReader,
    as subject: String,
    bare: Bare = .entity
  ) -> PictureItem? {
    item(node, &parent, as: subject, bare: bare) { _, _ in () }?.item
  }

  mutating func items(
    _ key: String,
    _ reader: inout MappingReader,
    as subject: String,
    bare: Bare = .entity
  ) -> [PictureItem] {
    var items: [PictureItem] = []
    for node in reader.nodes(key) {
      if let item = item(node, &reader, as: subject, bare: bare) { items.append(item) }
    }
    return items
  }

  /// The nodes of the key that a picture cannot do without.
  mutating func required(
    _ key: String,
    _ reader: inout MappingReader
  ) -> [YAMLNode] {
    let nodes = limited(key, &reader)
    if nodes.isEmpty {
      reader.report(
        .error,
        .missingKey,
        at: reader.offset(of: key),
        "\"\(key)\" is missing or empty; \(reader.subject) needs it"
      )
    }
    return nodes
  }

  /// The nodes of a key, if they are no more than a drawing can show.
  mutating func limited(_ key: String, _ reader: inout MappingReader) -> [YAMLNode] {
    let nodes = reader.nodes(key)
    guard nodes.count > Self.most else { return nodes }
    reader.report(
      .error,
      .pictureLimit,
      at: reader.offset(of: key),
      "\"\(key)\" holds \(nodes.count) where a picture shows \(Self.most) at most; make several of it"
    )
    return Array(nodes.prefix(Self.most))
  }

  /// Layouts compare each with each, and nobody reads more.
  private static let most = 200

  mutating func citation(_ reader: inout MappingReader) -> Citation? {
    guard let citation = reader.citation("source") else { return nil }
    citations.append(PictureCitation(citation: citation, offset: reader.offset(of: "source")))
    return citation
  }

  mutating func entity(
    _ scalar: YAMLScalar,
    _ reader: inout MappingReader
  ) -> EntityID? {
    guard let id = EntityID(scalar.text) else {
      reader.report(
        .error,
        .pictureEntity,
        at: scalar.span.lowerBound,
        "\"\(scalar.text)\" is no ID of an entity, which holds a-z, 0-9 and - only; "
          + "for words write {text: …}"
      )
      return nil
    }
    references.append(
      PictureReference(entity: id, offset: scalar.span.lowerBound, needsDate: false)
    )
    return id
  }

  /// Says that the entity named last must have a date.
  mutating func needDateOfLastEntity() {
    guard let last = references.popLast() else { return }
    references.append(PictureReference(entity: last.entity, offset: last.offset, needsDate: true))
  }

  private static let languages: Set<String> = ["zh", "zh-Hans", "zh-Hant", "en"]

  private func words(
    _ node: YAMLNode,
    _ parent: inout MappingReader,
    _ subject: String
  ) -> PictureItem? {
    Self.text(node, &parent, subject).map {
      PictureItem(entity: nil, text: $0, note: nil, source: nil)
    }
  }

  /// Words, or words per language.
  static func text(
    _ node: YAMLNode,
    _ parent: inout MappingReader,
    _ subject: String
  ) -> MultilingualText? {
    // The reader knows how to read the value of a key, so the node becomes one.
    let key = YAMLScalar(
      text: "text",
      isPlain: true,
      span: TextSpan(node.offset, node.offset)
    )
    let pair = YAMLNode(.mapping([YAMLPair(key: key, value: node)]), offset: node.offset)
    return parent.reading(pair, as: subject) { $0.multilingual("text") }
  }
}
