/// A rectangle of a drawing, in its units, y downwards.
struct Box: Sendable, Hashable {
  let x: Int
  let y: Int
  let width: Int
  let height: Int

  var right: Int { x + width }
  var bottom: Int { y + height }

  func overlaps(_ other: Box) -> Bool {
    x < other.right && other.x < right && y < other.bottom && other.y < bottom
  }
}
