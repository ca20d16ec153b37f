/// Keeps a list to what a page can hold. A source of ten megabytes may hold half a million amounts, and a page of them
/// would serve no reader and cost gigabytes to write.
struct LongList<Item> {
  static var most: Int { 1_000 }
  private(set) var items: [Item] = []
  private(set) var count = 0

  init() {}

  init(_ items: [Item]) {
    for item in items { add { item } }
  }

  var isEmpty: Bool { count == 0 }

  /// Adds what `item` makes, unless the list is full; what is not shown is not made.
  mutating func add(_ item: () -> Item) {
    count += 1
    if count <= Self.most { items.append(item()) }
  }

  /// How many were left out, in words; empty where none were.
  func more(_ phrases: Phrases) -> String {
    count > Self.most ? phrases[.moreRows, count - Self.most] : ""
  }
}
