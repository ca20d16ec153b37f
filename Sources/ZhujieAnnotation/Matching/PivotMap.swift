import ZhujieScript
import ZhujieText

/// Where a place of the pivot stands in the reading text, to the scalar.
///
/// The alignment joins neighbouring scalars of changed length to one change, and maps a span inside it to
/// the whole. Here the scalars of a change are counted, which is right since folding keeps their number; a cursor
/// makes a pass over ascending places linear.
struct PivotMap {
  private let text: NormalizedText
  private let changes: [TextChange]
  private var change = 0
  /// A place inside the current change, in both texts.
  private var pivot = 0
  private var reading = 0

  init(_ text: NormalizedText) {
    self.text = text
    changes = text.alignment.changes
  }

  var textCount: Int { text.original.count }

  mutating func span(_ start: Int, _ end: Int) -> TextSpan<ReadingSpace> {
    let lower = offset(start)
    return TextSpan(lower, max(lower, offset(end)))
  }

  private mutating func offset(_ place: Int) -> Int {
    if changes.isEmpty { return place }
    if change < changes.count, changes[change].to.lowerBound > place { seek(place) }
    while change < changes.count, changes[change].to.upperBound <= place { change += 1 }
    guard change < changes.count else {
      let last = changes[changes.count - 1]
      return place - last.to.upperBound + last.from.upperBound
    }
    let current = changes[change]
    if place <= current.to.lowerBound {
      return current.from.lowerBound - (current.to.lowerBound - place)
    }
    if pivot <= current.to.lowerBound || pivot > place || pivot >= current.to.upperBound {
      (pivot, reading) = (current.to.lowerBound, current.from.lowerBound)
    }
    while pivot < place {
      pivot += Self.length(text.pivot.bytes[pivot])
      reading += Self.length(text.original.bytes[reading])
    }
    return reading
  }

  private mutating func seek(_ place: Int) {
    var low = 0
    var high = changes.count
    while low < high {
      let middle = (low + high) / 2
      if changes[middle].to.upperBound <= place { low = middle + 1 } else { high = middle }
    }
    change = low
  }

  private static func length(_ lead: UInt8) -> Int {
    lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
  }
}
