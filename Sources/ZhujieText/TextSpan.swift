/// The text of a file as it stands on disk, decoded to UTF-8.
public enum FileSpace: Sendable {}
/// What a reader reads of a document: Markdown removed, one line break between blocks.
public enum ReadingSpace: Sendable {}
/// The folded form used for matching; never shown.
public enum PivotSpace: Sendable {}
/// What one language's page shows.
public enum DisplaySpace: Sendable {}

/// A half-open range of UTF-8 offsets, from 0, in the text of one space. A text is smaller than 4 GiB by the limits of
/// what is read, and a large project has millions of spans; so they are held in 32 bits.
public struct TextSpan<Space>: Hashable, Comparable, Sendable {
  @usableFromInline let start: UInt32
  @usableFromInline let end: UInt32

  /// `lowerBound` must not exceed `upperBound`.
  @inlinable @inline(__always)
  public init(_ lowerBound: Int, _ upperBound: Int) {
    precondition(0 <= lowerBound && lowerBound <= upperBound, "a span runs forwards")
    start = UInt32(lowerBound)
    end = UInt32(upperBound)
  }

  @inlinable @inline(__always)
  public var lowerBound: Int { Int(start) }
  @inlinable @inline(__always)
  public var upperBound: Int { Int(end) }

  @inlinable @inline(__always)
  public var count: Int { upperBound - lowerBound }
  @inlinable @inline(__always)
  public var isEmpty: Bool { lowerBound == upperBound }
  @inlinable @inline(__always)
  public var range: Range<Int> { lowerBound..<upperBound }

  @inlinable
  public func contains(_ other: Self) -> Bool {
    lowerBound <= other.lowerBound && other.upperBound <= upperBound
  }

  @inlinable
  public func contains(_ offset: Int) -> Bool {
    lowerBound <= offset && offset < upperBound
  }

  /// Whether the two share at least one byte.
  @inlinable
  public func overlaps(_ other: Self) -> Bool {
    lowerBound < other.upperBound && other.lowerBound < upperBound
  }

  /// By start, then the longer first, so that what encloses comes before what it encloses.
  @inlinable
  public static func < (a: Self, b: Self) -> Bool {
    (a.lowerBound, b.upperBound) < (b.lowerBound, a.upperBound)
  }
}
