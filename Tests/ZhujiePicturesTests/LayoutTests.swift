import TestSupport
import Testing

@testable import ZhujiePictures

/// Labels are random words of either script; no two boxes may share a point.
struct LayoutTests {
  private static let han = Array("林遠山科技晨星發布會第三季度收入與雲計算的基礎設施，「應用」")
  private static let words = [
    "Dawn", "platform", "of", "the", "third", "quarter", "MaaS", "infrastructure",
  ]

  private static func text(_ random: inout SeededGenerator) -> String {
    if Bool.random(using: &random) {
      return String(
        (0..<Int.random(in: 2...26, using: &random)).map { _ in
          han[Int.random(in: 0..<han.count, using: &random)]
        }
      )
    }
    return (0..<Int.random(in: 1...7, using: &random)).map { _ in
      words[Int.random(in: 0..<words.count, using: &random)]
    }.joined(separator: " ")
  }

  private func expectApart(_ boxes: [Box], _ what: String) {
    for a in boxes.indices {
      for b in boxes.indices where a < b {
        #expect(!boxes[a].overlaps(boxes[b]), "\(what): box \(a) lies on box \(b)")
      }
    }
  }

  @Test("labels of a timeline lie neither on one another nor on a stem", arguments: 1...60)
  func timeline(seed: Int) {
    var random = SeededGenerator(seed: UInt64(seed))
    let points = (0..<Int.random(in: 1...25, using: &random)).map { _ in
      let start = Int.random(in: 0...1000, using: &random)
      return TimelineLayout.Point(
        start: seed % 3 == 0 ? start / 200 * 200 : start,
        end: start,
        caption: "2024-03-05",
        lines: TextMeasure.lines(
          Self.text(&random),
          size: TimelineLayout.size,
          limit: TimelineLayout.labelLimit
        )
      )
    }
    let layout = TimelineLayout(points)
    let labels = layout.placed.map(\.label)
    expectApart(labels + [layout.band], "timeline \(seed)")
    for (index, placed) in layout.placed.enumerated() {
      let edge = placed.isBelow ? layout.band.bottom : layout.band.y
      let stem = Box(
        x: placed.x,
        y: min(edge, placed.stemEnd),
        width: 1,
        height: abs(edge - placed.stemEnd)
      )
      for (other, label) in labels.enumerated() where other != index {
        #expect(!stem.overlaps(label), "timeline \(seed): stem \(index) crosses label \(other)")
      }
      #expect(placed.label.x >= 0 && placed.label.right <= layout.width)
      #expect(placed.label.y >= 0 && placed.label.bottom <= layout.height)
    }
  }

  @Test("labels and shapes of a network are apart", arguments: 1...60)
  func network(seed: Int) {
    var random = SeededGenerator(seed: UInt64(seed))
    let count = Int.random(in: 1...5, using: &random)
    let nodes = Int.random(in: count...24, using: &random)
    let columns = (0..<nodes).map { $0 < count ? $0 : Int.random(in: 0..<count, using: &random) }
    let lines = (0..<nodes).map { _ in
      TextMeasure.lines(
        Self.text(&random),
        size: NetworkLayout.size,
        limit: NetworkLayout.labelLimit
      )
    }
    let layout = NetworkLayout(lines, columns: columns)
    let half = NetworkLayout.shape / 2
    expectApart(
      layout.placed.flatMap { placed in
        [
          placed.label,
          Box(x: placed.x - half, y: placed.y - half, width: 2 * half, height: 2 * half),
        ]
      },
      "network \(seed)"
    )
    for placed in layout.placed {
      #expect(placed.label.x >= 0 && placed.label.right <= layout.width)
      #expect(placed.label.y >= 0 && placed.label.bottom <= layout.height)
    }
  }

  @Test("boxes of a cycle are apart and hold their words", arguments: 1...40)
  func cycle(seed: Int) {
    var random = SeededGenerator(seed: UInt64(seed))
    let texts = (0..<Int.random(in: 1...9, using: &random)).map { _ in
      CycleLayout.Text(label: Self.text(&random), note: Self.text(&random))
    }
    let layout = CycleLayout(texts)
    expectApart(layout.boxes, "cycle \(seed)")
    for (text, box) in zip(texts, layout.boxes) {
      #expect(text.width <= box.width && text.height <= box.height)
      #expect(box.x >= 0 && box.right <= layout.width && box.bottom <= layout.height)
    }
  }

  @Test("lines break where Chinese and Latin may break")
  func lines() {
    #expect(
      TextMeasure.lines("晨星發布，第一季", size: 10, limit: 50) == ["晨星發布，", "第一季"]
    )
    #expect(TextMeasure.lines("Dawn of the day", size: 10, limit: 50) == ["Dawn of", "the day"])
    #expect(TextMeasure.lines("用「晨星」做事", size: 10, limit: 30) == ["用「晨", "星」做", "事"])
    #expect(TextMeasure.lines("", size: 10, limit: 50) == [""])
  }
}
