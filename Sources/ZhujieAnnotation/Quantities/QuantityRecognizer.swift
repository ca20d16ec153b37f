public import ZhujieText

/// Finds figures, sums of money, durations and dates in a text, in either script.
///
/// A pure function of the text: it reads each block once, jumps from one digit, numeral or date word to
/// the next, and asks a fixed order of rules there: dates, then figures.
public struct QuantityRecognizer: Sendable {
  public init() {}

  /// What `blocks` hold, in order and without overlap.
  ///
  /// Nothing reaches over the end of a block or into an `opaque` span (a name, say, whose digits are its
  /// own). `published` completes partial and relative dates; without it they are unresolved.
  public func quantities(
    in text: UTF8Text<ReadingSpace>,
    blocks: [TextSpan<ReadingSpace>],
    opaque: [TextSpan<ReadingSpace>],
    published: EDTFDate?
  ) -> [Quantity] {
    let blocks = blocks.sorted()
    let opaque = Self.merged(opaque)
    var scanner = QuantityScanner(text: text, published: published)
    var firstOpaque = 0
    var reached = 0
    for block in blocks {
      // Blocks that overlap are read once.
      let lower = max(reached, min(block.lowerBound, text.count))
      let upper = min(block.upperBound, text.count)
      guard lower < upper, text.isBoundary(lower), text.isBoundary(upper) else { continue }
      reached = upper
      text.bytes.withUnsafeBufferPointer { bytes in
        scanner.block.read(bytes, lower..<upper, opaque: opaque, firstOpaque: &firstOpaque)
      }
      scanner.scanBlock()
    }
    return scanner.found
  }

  /// Sorted, without empty ones, and overlapping ones joined, so that each is passed once.
  private static func merged(_ spans: [TextSpan<ReadingSpace>]) -> [TextSpan<ReadingSpace>] {
    var merged: [TextSpan<ReadingSpace>] = []
    for span in spans.sorted() where !span.isEmpty {
      if let last = merged.last, span.lowerBound < last.upperBound {
        guard span.upperBound > last.upperBound else { continue }
        merged[merged.count - 1] = TextSpan(last.lowerBound, span.upperBound)
      } else {
        merged.append(span)
      }
    }
    return merged
  }
}
