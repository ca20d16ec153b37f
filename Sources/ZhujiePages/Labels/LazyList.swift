import Synchronization

/// Values of which each is made when it is first asked for, and then kept. It may be asked from any thread; where several ask at
/// once each makes it, and all get the same.
struct LazyList<Element: AnyObject & Sendable>: RandomAccessCollection, Sendable {
  private final class Slot: Sendable {
    let element = AtomicLazyReference<Element>()
  }

  private let slots: [Slot]
  private let make: @Sendable (Int) -> Element

  /// `make` gives the value of each index below `count`, the same each time it is called.
  init(count: Int, _ make: @escaping @Sendable (Int) -> Element) {
    slots = (0..<count).map { _ in Slot() }
    self.make = make
  }

  var startIndex: Int { 0 }
  var endIndex: Int { slots.count }

  subscript(index: Int) -> Element {
    let slot = slots[index]
    return slot.element.load() ?? slot.element.storeIfNil(make(index))
  }
}
