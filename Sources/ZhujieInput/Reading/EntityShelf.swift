import ZhujieEntities
import ZhujieText

/// Reads every entity file and checks what only all of them together can tell.
enum EntityShelf {
  static func catalog(
    _ files: [FolderFile],
    sources: [SourceDocument]?,
    shelf: inout FileShelf
  ) -> EntityCatalog {
    var entities: [Entity] = []
    var owners: [EntityID: SourcePath] = [:]
    for found in CompanionedFile.pairingOriginals(files, shelf: &shelf) {
      guard let entity = entity(found, &shelf) else { continue }
      let path = found.file.path
      if let first = owners[entity.id] {
        shelf.report(
          .error,
          .duplicateEntity,
          path,
          "\"\(entity.id)\" is the ID of the entities in \(first) and in \(path); an ID names one"
        )
        continue
      }
      owners[entity.id] = path
      entities.append(entity)
    }
    let catalog = EntityCatalog(entities)
    let ids = catalog.entities.map(\.id.string)
    // Without the sources nobody can say which of their names are wrong.
    let names = sources.map { Set($0.flatMap { [$0.id.string, $0.siglum] }) }
    for entity in catalog.entities {
      check(entity, catalog, ids, &shelf)
      let unknown = entity.aliases.lazy.flatMap { alias in
        alias.sources.lazy.filter { !(names?.contains($0) ?? true) }.map { (alias: alias, source: $0) }
      }
      for (alias, source) in unknown.prefix(100) {
        shelf.add(
          Diagnostic(
            .warning,
            .unknownSource,
            at: entity.file.location(at: alias.offset),
            "\"\(source)\" is neither ID nor siglum of a source of this project, so \"\(alias.text)\" "
              + "is not looked for there"
          )
        )
      }
    }
    return catalog
  }

  /// The entity of one file, which depends on no other.
  static func entity(_ found: CompanionedFile, _ shelf: inout FileShelf) -> Entity? {
    shelf.reading([found.file, found.translation]) { shelf in
      shelf.text(of: found.file).flatMap { EntityReader(file: $0, found: found).entity(shelf: &shelf) }
    }
  }

  private static func check(
    _ entity: Entity,
    _ catalog: EntityCatalog,
    _ ids: [String],
    _ shelf: inout FileShelf
  ) {
    func unknown(_ severity: Severity, _ name: String, _ offset: Int) -> Diagnostic {
      let nearest = EditDistance.nearest(to: name, among: ids.filter { $0 != entity.id.string })
      return Diagnostic(
        severity,
        .unknownEntity,
        at: entity.file.location(at: offset),
        "\"\(name)\" is the ID of no entity" + (nearest.map { "; the nearest is \"\($0)\"" } ?? "")
      )
    }
    // A relation says where it stands, which costs a look at its line: the first hundred wrong ones
    // will do.
    let wrong = entity.relations.lazy.filter { catalog[$0.target] == nil || $0.target == entity.id }
    for relation in wrong.prefix(100) {
      if catalog[relation.target] == nil {
        shelf.add(unknown(.error, relation.target.string, relation.offset))
      } else {
        shelf.add(
          Diagnostic(
            .warning,
            .unknownEntity,
            at: entity.file.location(at: relation.offset),
            "\"\(relation.target)\" is this entity itself; a relation leads to another"
          )
        )
      }
    }
    // A role may be held where no entity is; only what is written like an ID is taken for one.
    let roles = entity.roles.lazy.filter { role in
      role.at.flatMap { EntityID($0) }.map { catalog[$0] == nil } ?? false
    }
    for role in roles.prefix(100) {
      shelf.add(unknown(.warning, role.at ?? "", role.offset))
    }
  }
}
