/// Keeps a list to what a page can hold. A source of ten megabytes may hold half a million amounts, and a page of them
/// would serve no reader and cost gigabytes to write.
struct LongList<Item> {
  /// Of rows that are read one after the other.
  static var most: Int { 1_000 }

  private let most: Int
  private(set) var items: [Item] = []
  private(set) var count = 0

  /// An empty list that holds `most` items.
  init(most: Int = Self.most) {
    self.most = most
  }

  var isEmpty: Bool { count == 0 }

  /// Adds what `item` makes, unless the list is full; what is not shown is not made.
  mutating func add(_ item: () -> Item) {
    count += 1
    if count <= most { items.append(item()) }
  }

  /// How many were left out, in words; empty where none were.
  func more(_ phrases: Phrases) -> String {
    count > most ? phrases[.moreRows, count - most] : ""
  }
}
