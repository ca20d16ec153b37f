/// Keeps a list to what a page can hold. A source of ten megabytes may hold half a million amounts, and a page of them
/// would serve no reader and cost gigabytes to write.
struct LongList {
  private static let most = 1_000
  private(set) var views: [View] = []
  private(set) var count = 0

  /// Adds what `view` makes, unless the list is full; what is not shown is not made.
  mutating func add(_ view: () -> View) {
    count += 1
    if count <= Self.most { views.append(view()) }
  }

  /// How many were left out, in words; absent where none were.
  func more(_ phrases: Phrases) -> ViewValue {
    .text(count > Self.most ? phrases[.moreRows, count - Self.most] : "")
  }
}
