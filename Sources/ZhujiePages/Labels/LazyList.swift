import Synchronization

/// Values of which each is made when it is first asked for, and then kept. It may be asked from any thread; where two ask at once
/// both make the value and one of them is kept, so what is made has to be the same each time.
struct LazyList<Element: Sendable>: RandomAccessCollection, Sendable {
  private final class Box: Sendable {
    let element: Element

    init(_ element: Element) { self.element = element }
  }

  private final class Slot: Sendable {
    let box = AtomicLazyReference<Box>()
  }

  private let slots: [Slot]
  private let make: @Sendable (Int) -> Element

  /// `make` gives the value of each index below `count`.
  init(count: Int, _ make: @escaping @Sendable (Int) -> Element) {
    slots = (0..<count).map { _ in Slot() }
    self.make = make
  }

  var startIndex: Int { 0 }
  var endIndex: Int { slots.count }

  subscript(index: Int) -> Element {
    let slot = slots[index]
    if let box = slot.box.load() { return box.element }
    return slot.box.storeIfNil(Box(make(index))).element
  }
}
