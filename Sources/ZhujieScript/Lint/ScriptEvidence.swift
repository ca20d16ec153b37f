internal import ZhujieTables
public import ZhujieText

/// What a text shows of the script it is written in.
public struct ScriptEvidence: Sendable, Hashable {
  public enum Verdict: String, Sendable {
    case traditional, simplified, mixed, undecidable
  }

  public let verdict: Verdict
  /// The text looks like the output of a converter, and why; nil where it does not.
  public let machineConversion: String?
  /// Characters that are written in Traditional text only, and in Simplified text only.
  public let traditionalCount: Int
  public let simplifiedCount: Int

  public var isMachineConverted: Bool { machineConversion != nil }

  public var script: Script? {
    switch verdict {
    case .traditional: .traditional
    case .simplified: .simplified
    case .mixed: traditionalCount >= simplifiedCount ? .traditional : .simplified
    case .undecidable: nil
    }
  }
}

/// Counts of characters that belong to one script only.
struct ScriptCounts: Sendable {
  var traditional = 0
  var simplified = 0

  /// A few strays do not make a text mixed: less than one in twenty.
  var verdict: ScriptEvidence.Verdict {
    if traditional == 0 && simplified == 0 { return .undecidable }
    if simplified * 20 <= traditional { return .traditional }
    if traditional * 20 <= simplified { return .simplified }
    return .mixed
  }

  mutating func add(_ other: ScriptCounts) {
    traditional += other.traditional
    simplified += other.simplified
  }

  mutating func halve() {
    traditional /= 2
    simplified /= 2
  }

  @inline(__always)
  mutating func count(_ bits: UInt32) {
    traditional &+= Int(truncatingIfNeeded: bits >> 22 & 1)
    simplified &+= Int(truncatingIfNeeded: bits >> 23 & 1)
  }
}

extension ScriptTables {
  /// The script of a span of a text.
  public func scriptEvidence(of text: UTF8Text<ReadingSpace>, in span: TextSpan<ReadingSpace>)
    -> ScriptEvidence
  {
    text.bytes.withUnsafeBufferPointer { all in
      let bytes = UnsafeBufferPointer(rebasing: all[span.range.clamped(to: 0..<all.count)])
      let counts = self.counts(in: bytes)
      return ScriptEvidence(
        verdict: counts.verdict,
        machineConversion: counts.traditional > counts.simplified
          ? MachineTraces(bytes).reason : nil,
        traditionalCount: counts.traditional,
        simplifiedCount: counts.simplified
      )
    }
  }

  public func scriptEvidence(of text: UTF8Text<ReadingSpace>) -> ScriptEvidence {
    scriptEvidence(of: text, in: text.fullSpan)
  }

  /// Above 0 where a word looks Traditional, below where it looks Simplified: by characters that one script alone
  /// writes, and less by those that folding changes.
  func leaning(of word: String) -> Int {
    word.unicodeScalars.reduce(0) { sum, scalar in
      let bits = hans[scalar.value] | hant[scalar.value]
      let isTraditional = bits & ScalarFlag.isTraditionalOnly != 0
      let isSimplified = bits & ScalarFlag.isSimplifiedOnly != 0
      let isFolded = fold(scalar.value) != scalar.value
      return sum + (isTraditional ? 4 : 0) - (isSimplified ? 4 : 0) + (isFolded ? 1 : 0)
    }
  }

  func counts(in bytes: UnsafeBufferPointer<UInt8>) -> ScriptCounts {
    var counts = ScriptCounts()
    var i = 0
    while i < bytes.count {
      if bytes[i] < 0x80 {
        i &+= 1
        continue
      }
      let (scalar, length) = bytes.scalar(at: i)
      counts.count(hans[scalar] | hant[scalar])
      i &+= length
    }
    return counts
  }
}
