/// The text of a file as it stands on disk, decoded to UTF-8.
package enum FileSpace: Sendable {}
/// What a reader reads of a document: Markdown removed, one line break between blocks.
package enum ReadingSpace: Sendable {}
/// The folded form used for matching; never shown.
package enum PivotSpace: Sendable {}
/// What one language's page shows.
package enum DisplaySpace: Sendable {}

/// A half-open range of UTF-8 offsets, from 0, in the text of one space. A text is smaller than 4 GiB by the limits of
/// what is read, and a large project has millions of spans; so they are held in 32 bits.
package struct TextSpan<Space>: Hashable, Comparable, Sendable {
  @usableFromInline let start: UInt32
  @usableFromInline let end: UInt32

  /// `lowerBound` must not exceed `upperBound`.
  @inlinable @inline(__always)
  package init(_ lowerBound: Int, _ upperBound: Int) {
    precondition(0 <= lowerBound && lowerBound <= upperBound, "a span runs forwards")
    start = UInt32(lowerBound)
    end = UInt32(upperBound)
  }

  @inlinable @inline(__always)
  package var lowerBound: Int { Int(start) }
  @inlinable @inline(__always)
  package var upperBound: Int { Int(end) }

  @inlinable @inline(__always)
  package var count: Int { upperBound - lowerBound }
  @inlinable @inline(__always)
  package var isEmpty: Bool { lowerBound == upperBound }
  @inlinable @inline(__always)
  package var range: Range<Int> { lowerBound..<upperBound }

  @inlinable
  package func contains(_ other: Self) -> Bool {
    lowerBound <= other.lowerBound && other.upperBound <= upperBound
  }

  @inlinable
  package func contains(_ offset: Int) -> Bool {
    lowerBound <= offset && offset < upperBound
  }

  /// Whether the two share at least one byte.
  @inlinable
  package func overlaps(_ other: Self) -> Bool {
    lowerBound < other.upperBound && other.lowerBound < upperBound
  }

  /// By start, then the longer first, so that what encloses comes before what it encloses.
  @inlinable
  package static func < (a: Self, b: Self) -> Bool {
    (a.lowerBound, b.upperBound) < (b.lowerBound, a.upperBound)
  }
}
