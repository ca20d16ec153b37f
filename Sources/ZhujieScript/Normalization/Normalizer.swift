public import ZhujieText

/// A text with the form in which it is matched.
public struct NormalizedText: Sendable {
  public let original: UTF8Text<ReadingSpace>
  public let pivot: UTF8Text<PivotSpace>
  public let alignment: Alignment<ReadingSpace, PivotSpace>

  public init(
    original: UTF8Text<ReadingSpace>,
    pivot: UTF8Text<PivotSpace>,
    alignment: Alignment<ReadingSpace, PivotSpace>
  ) {
    self.original = original
    self.pivot = pivot
    self.alignment = alignment
  }
}

/// Folds text to the form used for matching: scalar by scalar, many forms to one, so that the
/// number of scalars never changes. Case is kept.
public struct Normalizer: Sendable {
  private let tables: ScriptTables

  public init(tables: ScriptTables = .builtIn) {
    self.tables = tables
  }

  public func normalize(_ text: UTF8Text<ReadingSpace>) -> NormalizedText {
    var changes: [TextChange] = []
    let folded = fold(text.bytes) { from, to in
      // Two changes may not touch: a run of them is one.
      if let last = changes.last, last.from.upperBound == from.lowerBound {
        changes[changes.count - 1] = .init(
          from: last.from.lowerBound..<from.upperBound,
          to: last.to.lowerBound..<to.upperBound
        )
      } else {
        changes.append(.init(from: from, to: to))
      }
    }
    return NormalizedText(
      original: text,
      pivot: UTF8Text(trusted: folded),
      alignment: Alignment(changes: changes, fromCount: text.count, toCount: folded.count)
    )
  }

  public func fold(_ string: String) -> String {
    String(decoding: fold(Array(string.utf8), onChangeOfLength: { _, _ in }), as: UTF8.self)
  }

  /// Whether two texts fold to the same; the first is valid UTF-8.
  public func areSame(_ first: ArraySlice<UInt8>, _ second: String) -> Bool {
    first.withUnsafeBufferPointer { first in
      second.utf8Span.span.withUnsafeBufferPointer { second in
        var (i, j) = (0, 0)
        while i < first.count, j < second.count {
          let (a, b) = (UTF8Scan.scalar(at: i, in: first), UTF8Scan.scalar(at: j, in: second))
          guard a.value == b.value || tables.fold(a.value) == tables.fold(b.value) else { return false }
          (i, j) = (i &+ a.length, j &+ b.length)
        }
        return i == first.count && j == second.count
      }
    }
  }

  private func fold(_ bytes: [UInt8], onChangeOfLength: (Range<Int>, Range<Int>) -> Void) -> [UInt8]
  {
    ByteSink.array(capacity: bytes.count) { result in
      bytes.withUnsafeBufferPointer { bytes in
        var i = 0
        while i < bytes.count {
          let byte = bytes[i]
          // Nothing in ASCII folds.
          if byte < 0x80 {
            result.append(byte)
            i &+= 1
            continue
          }
          let (scalar, length) = bytes.scalar(at: i)
          let start = result.count
          result.reserve(4)
          result.appendUnchecked(scalar: tables.fold(scalar))
          if result.count &- start != length {
            onChangeOfLength(i..<i &+ length, start..<result.count)
          }
          i &+= length
        }
      }
    }
  }
}
