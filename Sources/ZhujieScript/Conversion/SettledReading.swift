public import ZhujieText

/// Words that an editor decided to read otherwise, wherever they stand between the same neighbours. The quotation, not a
/// place, says where: so the decision survives edits of the text around it.
public struct SettledReading: Sendable, Hashable {
  public let before: String
  public let quote: String
  public let after: String
  public let reading: String

  public init(before: String, quote: String, after: String, reading: String) {
    (self.before, self.quote, self.after, self.reading) = (before, quote, after, reading)
  }

  /// Where the words stand in a text, in whatever script and width, ascending.
  public func spans(in text: NormalizedText) -> [TextSpan<ReadingSpace>] {
    let normalizer = Normalizer()
    let start = Array(normalizer.fold(before).utf8)
    let middle = Array(normalizer.fold(quote).utf8)
    let words = start + middle + Array(normalizer.fold(after).utf8)
    guard let first = words.first, !middle.isEmpty else { return [] }
    let back = text.alignment.inverse
    let bytes = text.pivot.bytes
    var spans: [TextSpan<ReadingSpace>] = []
    var i = 0
    while let found = bytes[i...].firstIndex(of: first) {
      guard bytes[found...].starts(with: words) else {
        i = found + 1
        continue
      }
      let lower = found + start.count
      spans.append(back.map(TextSpan<PivotSpace>(lower, lower + middle.count)))
      i = found + words.count
    }
    return spans
  }
}

extension [SettledReading] {
  /// The places of all of them in a text as pieces of a conversion, ascending; where two overlap the earlier counts.
  func pieces(in text: UTF8Text<ReadingSpace>, _ converter: Converter) -> [FixedPiece] {
    guard !isEmpty else { return [] }
    let normalized = Normalizer().normalize(text)
    let found = flatMap { reading in
      let replacement = Array<UInt8>(converter.convert(reading.reading).utf8)
      return reading.spans(in: normalized).map {
        FixedPiece(range: $0.range, replacement: replacement)
      }
    }
    var pieces: [FixedPiece] = []
    for piece in found.sorted(by: { $0.range.lowerBound < $1.range.lowerBound })
    where piece.range.lowerBound >= pieces.last?.range.upperBound ?? 0 {
      pieces.append(piece)
    }
    return pieces
  }
}
