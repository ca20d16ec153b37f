/// Points on an axis with labels beside their stems, so that no label lies on another or on a stem.
///
/// A label stands to the right of its stem. Going from the last point to the first, each takes the lowest lane above
/// every stem that its label would cross; those lie to its right and have their lanes already. With more than `single`
/// points every second one hangs below the axis, which halves the height.
struct TimelineLayout {
  struct Point {
    /// Where it lies on the axis, of 1000.
    let start: Int
    /// Where it ends.
    let end: Int
    let caption: String
    let lines: [String]
  }

  struct Placed {
    let x: Int
    let endX: Int
    let isBelow: Bool
    /// The outer end of the stem.
    let stemEnd: Int
    let label: Box
  }

  static let size = 14
  static let captionSize = 12
  static let lineHeight = 18
  static let captionHeight = 17
  /// The widest a label may be before it is broken.
  static let labelLimit = 160
  static let single = 5

  let width: Int
  let height: Int
  let axisStart: Int
  let axisEnd: Int
  /// The band that holds the years.
  let band: Box
  /// In the order of the points.
  let placed: [Placed]

  init(_ points: [Point], width minimum: Int = 640) {
    let gap = 6
    let widths = points.map { point in
      max(
        TextMeasure.width(point.caption, size: Self.captionSize),
        point.lines.map { TextMeasure.width($0, size: Self.size) }.max() ?? 0
      )
    }
    let widest = min(widths.max() ?? 0, 400)
    axisStart = 8
    axisEnd = max(minimum - widest - gap - 8, 320)
    let (axisStart, axisEnd) = (axisStart, axisEnd)
    func x(_ place: Int) -> Int {
      axisStart + (min(max(place, 0), 1000) * (axisEnd - axisStart)) / 1000
    }
    // A stable order by place: what stands first in the list is the earlier of two at one place.
    let order = points.indices.sorted { (points[$0].start, $0) < (points[$1].start, $1) }
    var isBelow = [Bool](repeating: false, count: points.count)
    if points.count > Self.single {
      for (rank, index) in order.enumerated() { isBelow[index] = rank % 2 == 1 }
    }
    var lanes = [Int](repeating: 0, count: points.count)
    for below in [false, true] {
      let side = order.filter { isBelow[$0] == below }
      for (rank, index) in side.enumerated().reversed() {
        let reach = x(points[index].start) + gap + widths[index] + 4
        var lane = 0
        for other in side[(rank + 1)...] where x(points[other].start) <= reach {
          lane = max(lane, lanes[other] + 1)
        }
        lanes[index] = lane
      }
    }
    func labelHeight(_ index: Int) -> Int {
      Self.captionHeight + points[index].lines.count * Self.lineHeight
    }
    /// The distance of each lane's near edge from the band.
    func distances(below: Bool) -> [Int] {
      let side = order.filter { isBelow[$0] == below }
      var heights: [Int] = []
      for index in side {
        while heights.count <= lanes[index] { heights.append(0) }
        heights[lanes[index]] = max(heights[lanes[index]], labelHeight(index))
      }
      var distance = 12
      var result: [Int] = []
      for height in heights {
        result.append(distance)
        distance += height + 8
      }
      return result + [distance]
    }
    let above = distances(below: false)
    let under = distances(below: true)
    let top = above.last ?? 12
    band = Box(x: 0, y: top, width: max(minimum, axisEnd + 8), height: 22)
    var placed: [Placed] = []
    for index in points.indices {
      let far = labelHeight(index)
      let left = x(points[index].start)
      let y =
        isBelow[index]
        ? band.bottom + under[lanes[index]] : top - above[lanes[index]] - far
      placed.append(
        Placed(
          x: left,
          endX: x(points[index].end),
          isBelow: isBelow[index],
          stemEnd: isBelow[index] ? y + far : y,
          label: Box(x: left + gap, y: y, width: widths[index], height: far)
        )
      )
    }
    self.placed = placed
    width = max(band.width, placed.map { $0.label.right + 4 }.max() ?? 0)
    height = band.bottom + (isBelow.contains(true) ? under.last ?? 12 : 4)
  }

  /// Where a place of 1000 lies on the axis.
  func x(_ place: Int) -> Int {
    axisStart + (min(max(place, 0), 1000) * (axisEnd - axisStart)) / 1000
  }
}
