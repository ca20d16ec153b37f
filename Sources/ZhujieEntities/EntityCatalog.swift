/// Every entity of a project, in order of ID.
public struct EntityCatalog: Sendable {
  public let entities: [Entity]
  private let indices: [EntityID: Int]

  /// Of two entities with one ID the first wins; the reader of the files reports the other.
  public init(_ entities: [Entity]) {
    var seen: Set<EntityID> = []
    self.entities = entities.filter { seen.insert($0.id).inserted }.sorted { $0.id < $1.id }
    indices = Dictionary(uniqueKeysWithValues: self.entities.enumerated().map { ($1.id, $0) })
  }

  public subscript(_ id: EntityID) -> Entity? {
    indices[id].map { entities[$0] }
  }

  /// The place of an entity in `entities`.
  public func index(of id: EntityID) -> Int? { indices[id] }
}
