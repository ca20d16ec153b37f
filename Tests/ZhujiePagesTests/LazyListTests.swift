import Synchronization
import Testing

@testable import ZhujiePages

struct LazyListTests {
  private final class Thing: Sendable {
    let number: Int
    private let gone: Counter?

    init(_ number: Int, gone: Counter? = nil) { (self.number, self.gone) = (number, gone) }

    deinit { gone?.add() }
  }

  private final class Counter: Sendable {
    private let value = Atomic(0)
    var count: Int { value.load(ordering: .acquiring) }
    func add() { value.add(1, ordering: .acquiringAndReleasing) }
  }

  @Test("each element is made when it is asked for, and is the same for all who ask, from whatever thread")
  func shared() async {
    let made = Counter()
    let list = LazyList(count: 100) { number in
      made.add()
      return Thing(number)
    }
    #expect(made.count == 0)
    let seen = await withTaskGroup(of: [Thing].self) { group in
      for _ in 0..<4 { group.addTask { list.indices.map { list[$0] } } }
      return await group.reduce(into: [[Thing]]()) { $0.append($1) }
    }
    #expect(seen.count == 4)
    for things in seen {
      #expect(things.map(\.number) == Array(0..<100))
      #expect(zip(things, list).allSatisfy { $0 === $1 })
    }
    #expect(made.count >= 100)
  }

  @Test("elements go with the list, each once, and those alone that were made")
  func forgotten() {
    let gone = Counter()
    do {
      let list = LazyList(count: 10) { Thing($0, gone: gone) }
      #expect(list[3].number + list[7].number + list[3].number == 13)
      #expect(gone.count == 0)
    }
    #expect(gone.count == 2)
  }
}
