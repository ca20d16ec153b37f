/// The text of a file as it stands on disk, decoded to UTF-8.
package enum FileSpace: Sendable {}
/// What a reader reads of a document: Markdown removed, one line break between blocks.
package enum ReadingSpace: Sendable {}
/// The folded form used for matching; never shown.
package enum PivotSpace: Sendable {}
/// What one language's page shows.
package enum DisplaySpace: Sendable {}

/// A half-open range of UTF-8 offsets, from 0, in the text of one space.
package struct TextSpan<Space>: Hashable, Comparable, Sendable {
  package let lowerBound: Int
  package let upperBound: Int

  /// `lowerBound` must not exceed `upperBound`.
  @inlinable
  package init(_ lowerBound: Int, _ upperBound: Int) {
    precondition(0 <= lowerBound && lowerBound <= upperBound, "a span runs forwards")
    self.lowerBound = lowerBound
    self.upperBound = upperBound
  }

  package var count: Int { upperBound - lowerBound }
  package var isEmpty: Bool { lowerBound == upperBound }
  package var range: Range<Int> { lowerBound..<upperBound }

  package func contains(_ other: Self) -> Bool {
    lowerBound <= other.lowerBound && other.upperBound <= upperBound
  }

  package func contains(_ offset: Int) -> Bool {
    lowerBound <= offset && offset < upperBound
  }

  /// Whether the two share at least one byte.
  package func overlaps(_ other: Self) -> Bool {
    lowerBound < other.upperBound && other.lowerBound < upperBound
  }

  /// By start, then the longer first, so that what encloses comes before what it encloses.
  package static func < (a: Self, b: Self) -> Bool {
    (a.lowerBound, b.upperBound) < (b.lowerBound, a.upperBound)
  }
}
