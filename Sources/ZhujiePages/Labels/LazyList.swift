import ZhujieText

/// Values of which each is made when it is first asked for, and then kept. It may be asked from any thread; who asks while it is
/// made waits.
struct LazyList<Element: AnyObject & Sendable>: RandomAccessCollection, Sendable {
  private final class Slot: Sendable {
    let element = Locked<Element?>(nil)
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
    slots[index].element.withLock { element in
      if let element { return element }
      let made = make(index)
      element = made
      return made
    }
  }
}
