/// Boxes in a ring: the first half from left to right, the second back below it.
struct CycleLayout {
  static let size = 15
  static let noteSize = 12
  static let lineHeight = 20
  static let noteHeight = 17
  static let padding = 10
  static let boxWidth = 148

  struct Text {
    let lines: [String]
    let notes: [String]

    /// Words broken for a box.
    init(label: String, note: String) {
      let inner = CycleLayout.boxWidth - 2 * CycleLayout.padding
      lines = TextMeasure.lines(label, size: CycleLayout.size, limit: inner)
      notes =
        note.isEmpty
        ? [] : TextMeasure.lines(note, size: CycleLayout.noteSize, limit: inner)
    }

    var width: Int {
      max(
        lines.map { TextMeasure.width($0, size: CycleLayout.size) }.max() ?? 0,
        notes.map { TextMeasure.width($0, size: CycleLayout.noteSize) }.max() ?? 0
      )
    }

    var height: Int {
      lines.count * CycleLayout.lineHeight + notes.count * CycleLayout.noteHeight
    }
  }

  let width: Int
  let height: Int
  let boxes: [Box]
  /// From box to box, the last back to the first, as corners of a line.
  let arrows: [[(x: Int, y: Int)]]

  init(_ texts: [Text]) {
    let upper = (texts.count + 1) / 2
    let lower = texts.count - upper
    let boxWidth = max(
      Self.boxWidth,
      (texts.map(\.width).max() ?? 0) + 2 * Self.padding
    )
    let gap = 36
    let step = boxWidth + gap
    let upperHeight = (texts[..<upper].map(\.height).max() ?? 0) + 2 * Self.padding
    let lowerHeight = (texts[upper...].map(\.height).max() ?? 0) + 2 * Self.padding
    width = max(upper * step - gap, boxWidth) + 4
    let below = 2 + upperHeight + 48
    height = (lower > 0 ? below + lowerHeight : 2 + upperHeight) + 2
    // Fewer boxes below are spread so that they hang between those above.
    let shift = (upper - lower) * step / 2
    boxes = texts.indices.map { index in
      index < upper
        ? Box(x: 2 + index * step, y: 2, width: boxWidth, height: upperHeight)
        : Box(
          x: 2 + shift + (lower - 1 - (index - upper)) * step,
          y: below,
          width: boxWidth,
          height: lowerHeight
        )
    }
    let boxes = boxes
    arrows = texts.indices.map { index in
      let (a, b) = (boxes[index], boxes[(index + 1) % boxes.count])
      let middleA = (x: a.x + a.width / 2, y: a.y + a.height / 2)
      let middleB = (x: b.x + b.width / 2, y: b.y + b.height / 2)
      if boxes.count < 2 { return [] }
      if a.y == b.y {
        return a.x < b.x
          ? [(a.right + 4, middleA.y), (b.x - 6, middleB.y)]
          : [(a.x - 4, middleA.y), (b.right + 6, middleB.y)]
      }
      let down = a.y < b.y
      let (startY, endY) = down ? (a.bottom + 4, b.y - 6) : (a.y - 4, b.bottom + 6)
      if middleA.x == middleB.x {
        // Two boxes one above the other: there and back side by side.
        let x = middleA.x + (boxes.count == 2 ? (down ? 24 : -24) : 0)
        return [(x, startY), (x, endY)]
      }
      let bend = (startY + endY) / 2
      return [(middleA.x, startY), (middleA.x, bend), (middleB.x, bend), (middleB.x, endY)]
    }
  }
}
