import ZhujieEntities

/// Which entities of a catalogue a relation or a role ties to each other.
struct EntityTies: Sendable {
  private let neighbours: [[Int]]

  init(_ catalog: EntityCatalog) {
    var neighbours = Array(repeating: [Int](), count: catalog.entities.count)
    func tie(_ a: Int, _ b: Int) {
      guard a != b else { return }
      neighbours[a].append(b)
      neighbours[b].append(a)
    }
    for (index, entity) in catalog.entities.enumerated() {
      for relation in entity.relations {
        if let other = catalog.index(of: relation.target) { tie(index, other) }
      }
      for role in entity.roles {
        if let at = role.at, let id = EntityID(at), let other = catalog.index(of: id) {
          tie(index, other)
        }
      }
    }
    self.neighbours = neighbours.map { Array(Set($0)).sorted() }
  }

  func areTied(_ a: Int, _ b: Int) -> Bool {
    let list = neighbours[a]
    var low = 0
    var high = list.count
    while low < high {
      let middle = (low + high) / 2
      if list[middle] < b { low = middle + 1 } else { high = middle }
    }
    return low < list.count && list[low] == b
  }
}
