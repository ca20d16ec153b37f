import Synchronization

/// Values of which each is made when it is first asked for, and then kept. It may be asked from any thread: where two ask for the
/// same at once, both make it and one is kept. So nobody who only looks waits, or writes what others read.
struct LazyList<Element: AnyObject & Sendable>: RandomAccessCollection, Sendable {
  private let kept: Kept
  private let make: @Sendable (Int) -> Element

  /// `make` gives the value of each index below `count`.
  init(count: Int, _ make: @escaping @Sendable (Int) -> Element) {
    kept = Kept(count: count)
    self.make = make
  }

  var startIndex: Int { 0 }
  var endIndex: Int { kept.count }

  subscript(index: Int) -> Element { kept[index] ?? kept.keep(make(index), at: index) }

  /// The elements that were made, beside one another.
  private final class Kept: Sendable {
    let count: Int
    /// Nil until there is one; from then on it stays.
    private nonisolated(unsafe) let places: UnsafeMutablePointer<Atomic<UnsafeRawPointer?>>

    init(count: Int) {
      self.count = count
      places = .allocate(capacity: count)
      for index in 0..<count { (places + index).initialize(to: Atomic(nil)) }
    }

    deinit {
      for index in 0..<count {
        if let place = places[index].load(ordering: .acquiring) { Unmanaged<Element>.fromOpaque(place).release() }
      }
      places.deinitialize(count: count)
      places.deallocate()
    }

    subscript(index: Int) -> Element? {
      precondition(index >= 0 && index < count, "an index past the end of a lazy list")
      return places[index].load(ordering: .acquiring).map { Unmanaged<Element>.fromOpaque($0).takeUnretainedValue() }
    }

    func keep(_ element: Element, at index: Int) -> Element {
      let own = Unmanaged.passRetained(element)
      let (isKept, other) = places[index].compareExchange(
        expected: nil, desired: UnsafeRawPointer(own.toOpaque()), ordering: .acquiringAndReleasing)
      guard !isKept, let other else { return element }
      own.release()
      return Unmanaged<Element>.fromOpaque(other).takeUnretainedValue()
    }
  }
}
