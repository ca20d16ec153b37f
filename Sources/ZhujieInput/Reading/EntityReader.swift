import ZhujieEntities
import ZhujieText

/// Reads one entity file.
struct EntityReader {
  let file: SourceFile
  let found: CompanionedFile

  /// Nil where the file gives no entity; then the shelf holds the reason.
  func entity(shelf: inout FileShelf) -> Entity? {
    let (node, body) = shelf.frontMatter(of: file)
    guard let node else {
      if FrontMatter(of: file).yaml == nil, FrontMatter(of: file).unclosed == nil {
        shelf.report(
          .error,
          .missingKey,
          file.path,
          "front matter is missing; begin the file with a line ---, then names: and the rest, then ---"
        )
      }
      return nil
    }
    var reader = MappingReader(node, in: file, as: "an entity")
    let entity = entity(&reader, body: body, shelf: &shelf)
    shelf.add(reader.finish())
    return entity
  }

  private func entity(
    _ reader: inout MappingReader,
    body: TextSpan<FileSpace>,
    shelf: inout FileShelf
  ) -> Entity? {
    let id = id(&reader)
    let kind = kind(&reader)
    let namesOffset = reader.offset(of: "names")
    let names = names(&reader)
    let pinyin = reader.string("pinyin")?.text
    let aliases = aliases(&reader, limit: shelf.limits.aliases)
    let date = reader.date("date")
    let roles = reader.nodes("roles").compactMap { role($0, &reader) }
    let relations = reader.nodes("relations").compactMap { relation($0, &reader) }
    let sameAs = sameAs(&reader)
    if kind == .event, date == nil, reader.node("date") == nil {
      reader.report(
        .warning,
        .missingDate,
        at: reader.offset,
        "\"date\" is missing; without it the event cannot stand on the timeline"
      )
    }
    let english = found.translation.flatMap { englishBody($0, &shelf) }
    guard let id, let kind, let names else { return nil }
    return Entity(
      id: id,
      kind: kind,
      names: names,
      pinyin: pinyin,
      aliases: aliases,
      date: date,
      roles: roles,
      relations: relations,
      sameAs: sameAs,
      body: Self.body(file, body),
      englishBody: english,
      file: file,
      namesOffset: namesOffset
    )
  }

  /// Nil where nothing but white space is there.
  private static func body(_ file: SourceFile, _ span: TextSpan<FileSpace>) -> EntityBody? {
    TextLine.isBlank(span, in: file) ? nil : EntityBody(file: file, span: span)
  }

  private func englishBody(_ found: FolderFile, _ shelf: inout FileShelf) -> EntityBody? {
    guard let translation = TranslationReader.read(found, shelf: &shelf) else { return nil }
    return Self.body(translation.file, translation.bodySpan)
  }

  private func id(_ reader: inout MappingReader) -> EntityID? {
    let stem = found.file.stem
    let written = reader.string("id")
    let text = written?.text ?? stem
    let offset = written?.span.lowerBound ?? reader.offset
    guard let id = EntityID(text) else {
      reader.report(
        .error,
        .entityID,
        at: offset,
        "\"\(text)\" is no ID; it becomes an address and holds only a-z, 0-9 and -"
          + (written == nil ? "; give one with id:" : "")
      )
      return nil
    }
    guard Slug.isValid(text) else {
      reader.report(
        .error,
        .entityID,
        at: offset,
        "\"\(text)\" cannot be an address: it is a device of Windows or longer than "
          + "\(Slug.mostBytes) letters; change it"
      )
      return nil
    }
    if written != nil, text != stem {
      reader.report(
        .warning,
        .entityPlace,
        at: offset,
        "\"\(text)\" stands in a file named \(file.path.fileName); name the file \(text).md"
      )
    }
    return id
  }

  private func kind(_ reader: inout MappingReader) -> EntityKind? {
    let folder = found.file.folders.dropFirst().first
    let expected = EntityKind.allCases.first { $0.folder == folder }
    let words = EntityKind.allCases.map(\.rawValue)
    guard let written = reader.string("kind") else {
      if expected == nil {
        reader.report(
          .error,
          .entityKind,
          at: reader.offset,
          "\"kind\" is missing and the folder does not tell it; use \(MappingReader.listed(words))"
        )
      }
      return expected
    }
    guard let kind = EntityKind(rawValue: written.text.lowercased()) else {
      let nearest = EditDistance.nearest(to: written.text, among: words) ?? ""
      reader.report(
        .error,
        .entityKind,
        at: written.span.lowerBound,
        "\"\(written.text)\" is no kind of entity; use \(MappingReader.listed(words)); the nearest is "
          + "\"\(nearest)\""
      )
      return expected
    }
    if let expected, expected != kind {
      reader.report(
        .warning,
        .entityPlace,
        at: written.span.lowerBound,
        "\"\(kind.rawValue)\" stands in the folder \(expected.folder); move the file to "
          + "entities/\(kind.folder)"
      )
    } else if expected == nil {
      reader.report(
        .warning,
        .entityPlace,
        at: written.span.lowerBound,
        "\"\(kind.rawValue)\" stands outside its folder; move the file to entities/\(kind.folder)"
      )
    }
    return kind
  }

  private func names(_ reader: inout MappingReader) -> EntityNames? {
    let before = reader.diagnostics.count
    let names = reader.mapping("names", as: "the names of an entity") { reader in
      let both = name(&reader, "zh")
      return EntityNames(
        zhHans: name(&reader, "zh-Hans") ?? both,
        zhHant: name(&reader, "zh-Hant") ?? both,
        en: name(&reader, "en")
      )
    }
    if let names, !names.all.isEmpty { return names }
    if reader.diagnostics.count == before {
      reader.report(
        .error,
        .entityName,
        at: reader.offset(of: "names"),
        "\"names\" is missing or empty; write names: {zh-Hans: …, zh-Hant: …, en: …}, one is enough"
      )
    }
    return nil
  }

  private func name(_ reader: inout MappingReader, _ key: String) -> String? {
    guard let text = reader.string(key) else { return nil }
    AliasReader.check(text, &reader)
    return text.text
  }

  private func aliases(_ reader: inout MappingReader, limit: Int) -> [Alias] {
    let nodes = reader.nodes("aliases")
    if nodes.count > limit {
      reader.report(
        .error,
        .inputLimit,
        at: nodes[limit].offset,
        "\(nodes.count) aliases are more than \(limit); remove some or raise \"aliases\" under limits "
          + "in zhujie.yml"
      )
    }
    return nodes.prefix(limit).compactMap { AliasReader.alias($0, &reader) }
  }

  private func role(_ node: YAMLNode, _ reader: inout MappingReader) -> Role? {
    reader.reading(node, as: "a role") { reader in
      let title = reader.multilingual("title")
      let at = reader.string("at")?.text
      let from = reader.date("from")
      var to: EDTFDate?
      var isOngoing = false
      if let text = reader.string("to") {
        if text.text == ".." { isOngoing = true } else { to = reader.date(text) }
      }
      let source = reader.citation("source")
      guard let title, !title.isEmpty else {
        if reader.node("title") == nil, !reader.isEmpty {
          reader.report(
            .error,
            .missingKey,
            at: node.offset,
            "\"title\" is missing; a role needs it"
          )
        }
        return nil
      }
      if let last = to?.lastDay, let first = from?.firstDay, last < first {
        reader.report(
          .error,
          .impossibleDate,
          at: reader.offset(of: "to"),
          "\"to\" lies before \"from\"; a role ends after it begins"
        )
      }
      return Role(
        title: title,
        at: at,
        from: from,
        to: to,
        isOngoing: isOngoing,
        source: source,
        offset: node.offset
      )
    }
  }

  private func relation(_ node: YAMLNode, _ reader: inout MappingReader) -> Relation? {
    reader.reading(node, as: "a relation") { reader in
      guard !reader.isEmpty else { return nil }
      let kind = reader.requiredString("is")
      let target = reader.requiredString("target")
      let source = reader.citation("source")
      guard let kind, let target else { return nil }
      guard let id = EntityID(target.text) else {
        reader.report(
          .error,
          .entityID,
          at: target.span.lowerBound,
          "\"\(target.text)\" is no ID; a relation names its target by ID, which holds only a-z, 0-9 "
            + "and -"
        )
        return nil
      }
      return Relation(kind: kind.text, target: id, source: source, offset: target.span.lowerBound)
    }
  }

  private func sameAs(_ reader: inout MappingReader) -> [String] {
    reader.strings("same-as").compactMap { text in
      let parts = text.text.split(separator: ":", maxSplits: 1)
      if parts.count == 2 { return text.text }
      reader.report(
        .error,
        .yamlValue,
        at: text.span.lowerBound,
        "\"\(text.text)\" names no register; write it as wikidata:Q0 or as an address"
      )
      return nil
    }
  }
}
