import ZhujieEntities
import ZhujieText

extension Gazetteer.Builder {
  /// Names that two entities claim, and names that say too little by themselves.
  func nameFindings(in catalog: EntityCatalog) -> [Diagnostic] {
    var findings: [Diagnostic] = []
    for pattern in patterns where pattern.entries.count > 1 {
      // Names that differ by case only are different names, unless one of them ignores case.
      var entities: [Int] = []
      for entry in pattern.entries where !entities.contains(entries[entry].entity) {
        entities.append(entries[entry].entity)
      }
      if entities.count > 1 { findings += collision(pattern.entries, in: catalog) }
    }
    for (index, entry) in entries.enumerated() where entry.traits.needsEvidence && !entry.hasRule {
      findings.append(.needsRule(entry, catalog.entities[entry.entity], at: offsets[index]))
    }
    return findings
  }

  private func collision(_ claims: [Int], in catalog: EntityCatalog) -> [Diagnostic] {
    // Only claims without a rule collide, each with the first of another entity.
    let bare = claims.filter { !entries[$0].hasRule }
    var findings: [Diagnostic] = []
    for (place, claim) in bare.enumerated() {
      let other = bare[..<place].first {
        entries[$0].entity != entries[claim].entity && sameForm($0, claim)
      }
      guard let other else { continue }
      let (a, b) = (
        catalog.entities[entries[other].entity], catalog.entities[entries[claim].entity]
      )
      let isEnglish =
        entries[other].traits.contains(.english) && entries[claim].traits.contains(.english)
        && !(isOnlyName(other, a) && isOnlyName(claim, b))
      let location = b.file.location(at: offsets[claim])
      if isEnglish {
        findings.append(
          Diagnostic(
            .warning,
            .englishNameShared,
            at: location,
            "“\(entries[claim].name)” is the English name of both \(a.file.path) and \(b.file.path); give one of them another, or a rule"
          )
        )
      } else {
        findings.append(
          Diagnostic(
            .error,
            .aliasCollision,
            at: location,
            "“\(entries[claim].name)” is claimed by \(a.file.path) and \(b.file.path): all but one entity need a rule for a name that they share; give it as an alias with `requires`, `excludes`, `sources` or `between`"
          )
        )
      }
    }
    return findings
  }

  private func sameForm(_ a: Int, _ b: Int) -> Bool {
    entries[a].ignoresCase || entries[b].ignoresCase || entries[a].capitals == entries[b].capitals
  }

  /// Whether an English name is the one that all pages use.
  private func isOnlyName(_ entry: Int, _ entity: Entity) -> Bool {
    entity.names.zhHans == nil && entity.names.zhHant == nil
  }
}

extension Diagnostic {
  static func nameTooLong(_ name: String, of entity: Entity, at offset: Int) -> Diagnostic {
    Diagnostic(
      .warning,
      .nameTooLong,
      at: entity.file.location(at: offset),
      "“\(name.unicodeScalars.prefix(20).map(String.init).joined())…” is longer than \(NameTrie.longestPattern) characters and is not looked for in texts; shorten it"
    )
  }

  static func needsRule(_ entry: NameEntry, _ entity: Entity, at offset: Int) -> Diagnostic {
    let what = entry.traits.contains(.oneCharacter) ? "one character" : "also an ordinary word"
    return Diagnostic(
      .warning,
      .aliasNeedsRule,
      at: entity.file.location(at: offset),
      "“\(entry.name)” is \(what): it counts only where its own sentence speaks for the name; give it a rule with `requires` or `excludes`"
    )
  }
}
