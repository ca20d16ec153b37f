internal import ZhujieTables
public import ZhujieText

/// Finds what a converter or a careless hand left in a text: characters of the other script, conversions that went
/// too far or not far enough, forms that change within one text, and marks of the wrong width.
///
/// A text that is as its script asks gives no finding.
public struct ScriptLint: Sendable {
  private let tables: ScriptTables
  // One for each script a text may be in, with its rules made ready once for all texts.
  private let toTraditional: Converter
  private let toSimplified: Converter

  public init(rules: ConversionRules = .none, tables: ScriptTables = .builtIn) {
    self.tables = tables
    toTraditional = Converter(to: .hant, rules: rules, tables: tables)
    toSimplified = Converter(to: .hans, rules: rules, tables: tables)
  }

  /// The findings of a text in ascending order, those about the whole document last.
  /// - Parameters:
  ///   - expected: The script the text should be in; nil for the one that most of it is in.
  ///   - opaque: Spans that are not looked at, such as code and URLs; ascending.
  public func findings(
    in text: UTF8Text<ReadingSpace>,
    expecting expected: Script? = nil,
    skipping opaque: [TextSpan<ReadingSpace>] = []
  ) -> [LintFinding] {
    text.bytes.withUnsafeBufferPointer { bytes in
      var skipped: [Range<Int>] = []
      var protection = Protection(isMarkdown: false)
      protection.scan(bytes, into: &skipped)
      skipped = Self.union(skipped, opaque.map(\.range))
      let script = expected ?? self.script(of: bytes, around: skipped)
      var findings = PunctuationLint(bytes: bytes, skipped: skipped).findings()
      if let script {
        var pass = CharacterLint(
          bytes: bytes,
          skipped: skipped,
          script: script,
          tables: tables,
          converter: script == .traditional ? toTraditional : toSimplified
        )
        findings += pass.findings()
      }
      return findings.sorted { a, b in
        guard let first = a.span else { return false }
        guard let second = b.span else { return true }
        return first < second
      }
    }
  }

  /// What `convert` leaves as it is in a text that may be Markdown: code, addresses, tags; ascending.
  public static func verbatimSpans(in file: UTF8Text<FileSpace>) -> [TextSpan<FileSpace>] {
    file.bytes.withUnsafeBufferPointer { bytes in
      var ranges: [Range<Int>] = []
      var protection = Protection(isMarkdown: true)
      protection.scan(bytes, into: &ranges)
      return ranges.map { TextSpan($0.lowerBound, $0.upperBound) }
    }
  }

  /// The script that most of a text is in, without what is skipped.
  private func script(of bytes: UnsafeBufferPointer<UInt8>, around skipped: [Range<Int>]) -> Script?
  {
    var counts = ScriptCounts()
    var start = 0
    for range in skipped + [bytes.count..<bytes.count] where range.lowerBound >= start {
      counts.add(tables.counts(in: UnsafeBufferPointer(rebasing: bytes[start..<range.lowerBound])))
      start = range.upperBound
    }
    if counts.traditional == 0, counts.simplified == 0 { return nil }
    return counts.traditional >= counts.simplified ? .traditional : .simplified
  }

  /// Two ascending lists of ranges as one, without overlaps.
  static func union(_ a: [Range<Int>], _ b: [Range<Int>]) -> [Range<Int>] {
    var result: [Range<Int>] = []
    for range in (a + b).sorted(by: { $0.lowerBound < $1.lowerBound }) {
      if let last = result.last, last.upperBound >= range.lowerBound {
        result[result.count - 1] = last.lowerBound..<max(last.upperBound, range.upperBound)
      } else {
        result.append(range)
      }
    }
    return result
  }
}
