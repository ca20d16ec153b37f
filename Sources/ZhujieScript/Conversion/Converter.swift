public import ZhujieText

/// Changes the script of a text for display: one form to the right one of many, names before glossaries before words
/// before characters.
///
///     Converter(to: .hant).convert("头发在发光")   // 頭髮在發光
///
/// A line that is already written in the target script stays as it is.
public struct Converter: Sendable {
  public let target: ConversionTarget
  let rules: RuleSet
  private let tables: ScriptTables
  private let spare = SpareMemory()

  public init(
    to target: ConversionTarget,
    rules: ConversionRules = .none,
    tables: ScriptTables = .builtIn
  ) {
    self.target = target
    self.tables = tables
    self.rules = RuleSet(rules, target: target, tables: tables)
  }

  /// - Parameters:
  ///   - opaque: Spans that stay as they are, such as code and URLs; ascending.
  ///   - listingAmbiguities: Whether doubtful choices are listed, which takes several times as long.
  ///   - overrides: Spans whose display is fixed; ascending. Where two overlap the first counts.
  ///   - parts: Whole lines, ascending and apart, that the result consists of, each on a line of its own and converted as it
  ///     would be with all others; nil for all.
  public func convert(
    _ text: UTF8Text<ReadingSpace>,
    onlyIn parts: [TextSpan<ReadingSpace>]? = nil,
    keeping opaque: [TextSpan<ReadingSpace>] = [],
    overrides: [ConversionOverride] = [],
    listingAmbiguities: Bool = false
  ) -> ConvertedText {
    text.bytes.withUnsafeBufferPointer { bytes in
      var engine = ConversionEngine(
        target: target,
        rules: rules,
        tables: tables,
        memory: spare.take(forTextOf: Int.max)
      )
      engine.recordsAlignment = true
      engine.listsAmbiguities = listingAmbiguities
      let fixed = Self.fixedPieces(opaque, overrides, in: text, parts: parts).adding(
        (parts ?? [text.fullSpan]).flatMap { rules.literals.pieces(in: text, of: $0) }
      )
      engine.convert(bytes, around: fixed)
      let result = Array(engine.sink.bytes)
      let converted = ConvertedText(
        text: UTF8Text(trusted: result),
        alignment: Alignment(
          changes: engine.changes,
          fromCount: bytes.count,
          toCount: result.count
        ),
        ambiguities: engine.ambiguities
      )
      spare.give(engine.memory)
      return converted
    }
  }

  /// A name or another short string on its own, read as the other script where nothing tells.
  public func convert(_ string: String) -> String {
    let text = UTF8Text<ReadingSpace>(string)
    return text.bytes.withUnsafeBufferPointer { bytes in
      var engine = ConversionEngine(
        target: target,
        rules: rules,
        tables: tables,
        memory: IslandMemory(forTextOf: bytes.count)
      )
      engine.convert(bytes, around: rules.literals.pieces(in: text, of: text.fullSpan))
      return String(decoding: engine.sink.bytes, as: UTF8.self)
    }
  }

  /// What is fixed beforehand in parts of a text; the lines between them are left out.
  private static func fixedPieces(
    _ opaque: [TextSpan<ReadingSpace>], _ overrides: [ConversionOverride], in text: UTF8Text<ReadingSpace>,
    parts: [TextSpan<ReadingSpace>]?
  ) -> [FixedPiece] {
    guard let parts else { return fixedPieces(opaque, overrides, in: text) }
    func isInPart(_ span: TextSpan<ReadingSpace>) -> Bool { parts.contains { $0.contains(span) } }
    // The line feed before a part stays, so that what becomes of the part is told apart from the gap.
    let starts = [0] + parts.map(\.upperBound)
    let ends = parts.map { $0.lowerBound - 1 } + [text.count]
    let gaps = zip(starts, ends).filter { $0 < $1 }.map { FixedPiece(range: $0..<$1, replacement: []) }
    return fixedPieces(opaque.filter(isInPart), overrides.filter { isInPart($0.span) }, in: text).adding(gaps)
  }

  /// What is fixed beforehand, ascending and without overlaps: overrides first, then what is opaque around them.
  private static func fixedPieces(
    _ opaque: [TextSpan<ReadingSpace>],
    _ overrides: [ConversionOverride],
    in text: UTF8Text<ReadingSpace>
  ) -> [FixedPiece] {
    var pieces: [FixedPiece] = []
    for override in overrides {
      guard override.span.upperBound <= text.count,
        override.span.lowerBound >= (pieces.last?.range.upperBound ?? 0),
        text.isBoundary(override.span.lowerBound), text.isBoundary(override.span.upperBound)
      else { continue }
      pieces.append(FixedPiece(range: override.span.range, replacement: Array(override.text.utf8)))
    }
    guard !opaque.isEmpty else { return pieces }
    var merged: [FixedPiece] = []
    var next = 0
    for span in opaque {
      var lower = max(span.lowerBound, merged.last?.range.upperBound ?? 0)
      let upper = min(span.upperBound, text.count)
      while next < pieces.count, pieces[next].range.lowerBound < upper {
        let piece = pieces[next]
        if lower < piece.range.lowerBound {
          merged.append(FixedPiece(range: lower..<piece.range.lowerBound, replacement: nil))
        }
        merged.append(piece)
        lower = max(lower, piece.range.upperBound)
        next += 1
      }
      if lower < upper { merged.append(FixedPiece(range: lower..<upper, replacement: nil)) }
    }
    return merged + pieces[next...]
  }
}

/// The name in the other script, by tables alone.
public func convertString(_ string: String, to target: ConversionTarget) -> String {
  Converter(to: target).convert(string)
}

/// A range of the input that is decided before conversion: left as it is, or replaced.
struct FixedPiece: Sendable {
  let range: Range<Int>
  let replacement: [UInt8]?
}
