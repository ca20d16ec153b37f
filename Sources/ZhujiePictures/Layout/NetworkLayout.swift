/// Nodes in columns by kind. Labels of the first column stand left of their nodes, of the last right of them, of those
/// between above them; columns and rows are as far apart as the labels need.
struct NetworkLayout {
  static let size = 15
  static let lineHeight = 19
  static let labelLimit = 150
  /// The shape of a node fits into a square of this side.
  static let shape = 14

  enum Side: Sendable {
    case left, above, right
  }

  struct Placed {
    let x: Int
    let y: Int
    let side: Side
    let label: Box
  }

  let width: Int
  let height: Int
  /// In the order of the nodes.
  let placed: [Placed]
  private let column: [Int]

  /// `lines` are the broken names of the nodes, `columns` the column of each, from 0 without gaps.
  init(_ lines: [[String]], columns: [Int]) {
    let count = (columns.max() ?? -1) + 1
    column = columns
    let widths = lines.map { $0.map { TextMeasure.width($0, size: Self.size) }.max() ?? 0 }
    func side(_ column: Int) -> Side {
      if column == 0 { return .left }
      return column == count - 1 ? .right : .above
    }
    var widest = [Int](repeating: 0, count: max(count, 1))
    for node in lines.indices { widest[columns[node]] = max(widest[columns[node]], widths[node]) }
    // The middle of each column: labels above reach to both sides, and lines need room to bend.
    var middles: [Int] = []
    for column in 0..<max(count, 1) {
      switch side(column) {
      case .left:
        middles.append(widest[0] + 8 + Self.shape)
      case .above, .right:
        let before = middles[column - 1] + (side(column - 1) == .above ? widest[column - 1] / 2 : 8)
        let reach = side(column) == .above ? widest[column] / 2 : 8
        middles.append(max(before + reach + 48, middles[column - 1] + 190))
      }
    }
    /// The height of a node with its label.
    func extent(_ node: Int) -> Int {
      let label = lines[node].count * Self.lineHeight
      return side(columns[node]) == .above
        ? label + 4 + Self.shape + 28 : max(label, Self.shape) + 34
    }
    var heights = [Int](repeating: 0, count: max(count, 1))
    for node in lines.indices { heights[columns[node]] += extent(node) }
    let height = (heights.max() ?? 0) + 8
    self.height = height
    var next = heights.map { (height - $0) / 2 }
    var placed: [Placed] = []
    for node in lines.indices {
      let column = columns[node]
      let top = next[column]
      next[column] += extent(node)
      let labelHeight = lines[node].count * Self.lineHeight
      let x = middles[column]
      switch side(column) {
      case .above:
        let y = top + labelHeight + 4 + Self.shape / 2
        placed.append(
          Placed(
            x: x,
            y: y,
            side: .above,
            label: Box(x: x - widths[node] / 2, y: top, width: widths[node], height: labelHeight)
          )
        )
      case .left, .right:
        let middle = top + extent(node) / 2
        let isLeft = side(column) == .left
        placed.append(
          Placed(
            x: x,
            y: middle,
            side: isLeft ? .left : .right,
            label: Box(
              x: isLeft ? x - Self.shape / 2 - 6 - widths[node] : x + Self.shape / 2 + 6,
              y: middle - labelHeight / 2,
              width: widths[node],
              height: labelHeight
            )
          )
        )
      }
    }
    self.placed = placed
    let reach = placed.map { max($0.label.right, $0.x + Self.shape) + 4 }.max() ?? 0
    // With one column its own lines bend into the room at its right.
    width = count == 1 ? reach + 120 : reach
  }

  /// The path of a line between two nodes.
  func path(from a: Int, to b: Int) -> String {
    guard placed.indices.contains(a), placed.indices.contains(b) else { return "" }
    let (from, to) = (placed[a], placed[b])
    if column[a] == column[b] {
      // Away from the labels: to the right in the first column, to the left in the others.
      let distance = from.y < to.y ? to.y - from.y : from.y - to.y
      let bend = min(30 + distance / 4, 110) * (column[a] == 0 ? 1 : -1)
      return
        "M\(from.x) \(from.y)C\(from.x + bend) \(from.y) \(to.x + bend) \(to.y) \(to.x) \(to.y)"
    }
    let middle = (from.x + to.x) / 2
    return "M\(from.x) \(from.y)C\(middle) \(from.y) \(middle) \(to.y) \(to.x) \(to.y)"
  }
}
