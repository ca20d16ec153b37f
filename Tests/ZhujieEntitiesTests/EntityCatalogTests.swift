import Testing
import ZhujieEntities
import ZhujieText

private func entity(_ id: String, name: String = "林遠", path: String = "a.md") throws -> Entity {
  Entity(
    id: try #require(EntityID(id)),
    kind: .person,
    names: EntityNames(zhHans: nil, zhHant: name, en: nil),
    file: SourceFile(path: SourcePath(path), text: UTF8Text(""))
  )
}

@Test("a catalog is in order of ID and finds each entity")
func catalogOrder() throws {
  let catalog = EntityCatalog([try entity("lin-yuan"), try entity("chen-jing")])
  #expect(catalog.entities.map(\.id.string) == ["chen-jing", "lin-yuan"])
  let lin = try #require(EntityID("lin-yuan"))
  #expect(catalog.index(of: lin) == 1)
  #expect(catalog[lin]?.id == lin)
  #expect(catalog[try #require(EntityID("nobody"))] == nil)
}

@Test("of two entities with one ID the first wins")
func catalogDuplicates() throws {
  let catalog = EntityCatalog([
    try entity("lin-yuan", path: "a.md"), try entity("lin-yuan", path: "b.md"),
  ])
  #expect(catalog.entities.map(\.file.path.string) == ["a.md"])
}

@Test("an ID is a-z, 0-9 and hyphens", arguments: ["", "Lin", "lin yuan", "林遠", "lin_yuan", "é"])
func badIDs(_ text: String) {
  #expect(EntityID(text) == nil)
}

@Test("an alias has a rule where anything limits it")
func aliasRules() {
  #expect(!Alias(text: "老林").hasRule)
  #expect(!Alias(text: "老林", role: "nickname", ignoresCase: true).hasRule)
  #expect(Alias(text: "老林", requires: ["公司"]).hasRule)
  #expect(Alias(text: "老林", excludes: ["老林業"]).hasRule)
  #expect(Alias(text: "老林", sources: ["a"]).hasRule)
  #expect(Alias(text: "老林", between: EDTFDate("2024/..")).hasRule)
}

@Test("the names of an entity are listed once each")
func namesOnce() {
  #expect(EntityNames(zhHans: "晨星", zhHant: "晨星", en: "Dawn").all == ["晨星", "Dawn"])
}

@Test("each kind has a folder of its own")
func folders() {
  #expect(Set(EntityKind.allCases.map(\.folder)).count == EntityKind.allCases.count)
}
