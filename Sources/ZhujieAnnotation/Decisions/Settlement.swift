import ZhujieEntities
import ZhujieScript
import ZhujieText

/// A decision at the place of the pivot where its words stand.
struct Settlement: Sendable {
  /// The decision's place in the list that was given.
  let decision: Int
  let range: Range<Int>
  let verdict: Decision.Verdict

  /// Whether the decision leaves a reading of a place open.
  ///
  /// What names somebody leaves nothing else over its words. What names nobody takes away the names that
  /// hold its words, and a shorter one inside may still count: 新晨星 is not there in 更新晨星, and 晨星 is.
  func allows(_ hit: NameHit, _ entity: EntityID) -> Bool {
    switch verdict {
    case .speaker: true
    case .names, .readsAs: !range.overlaps(hit.start..<hit.end)
    case .isNot(let id):
      hit.start > range.lowerBound || hit.end < range.upperBound || (id != nil && id != entity)
    }
  }

  /// Finds every decision's words in the annotated blocks of a text.
  static func all(
    of decisions: [Decision],
    in blocks: [Range<Int>],
    of bytes: UnsafeBufferPointer<UInt8>,
    source: SourceIdentity?
  ) -> (settlements: [Settlement], findings: [Diagnostic], used: [Int]) {
    var settlements: [Settlement] = []
    var findings: [Diagnostic] = []
    var used: [Int] = []
    for (index, decision) in decisions.enumerated() {
      if let name = decision.source, !(source?.isNamed(name) ?? false) { continue }
      let before = Array(Normalizer().fold(decision.before).utf8)
      let quote = Array(Normalizer().fold(decision.quote).utf8)
      let words = before + quote + Array(Normalizer().fold(decision.after).utf8)
      guard !quote.isEmpty else { continue }
      let places = occurrences(of: words, in: blocks, of: bytes, limit: 2)
      if places.isEmpty {
        // Without a source it may stand in another text; the caller sees which were used.
        if decision.source != nil { findings.append(.orphaned(decision)) }
        continue
      }
      used.append(index)
      if places.count > 1 {
        findings.append(.severalPlaces(decision))
        continue
      }
      let start = places[0] + before.count
      settlements.append(
        Settlement(decision: index, range: start..<(start + quote.count), verdict: decision.verdict)
      )
    }
    settlements.sort { ($0.range.lowerBound, $0.decision) < ($1.range.lowerBound, $1.decision) }
    return (settlements, findings, used)
  }

  private static func occurrences(
    of words: [UInt8],
    in blocks: [Range<Int>],
    of bytes: UnsafeBufferPointer<UInt8>,
    limit: Int
  ) -> [Int] {
    var places: [Int] = []
    for block in blocks {
      var offset = block.lowerBound
      while offset + words.count <= block.upperBound {
        if bytes[offset] == words[0], words.elementsEqual(bytes[offset..<(offset + words.count)]) {
          places.append(offset)
          if places.count == limit { return places }
        }
        offset += 1
      }
    }
    return places
  }
}

extension Diagnostic {
  static func orphaned(_ decision: Decision) -> Diagnostic {
    Diagnostic(
      .warning,
      .decisionOrphaned,
      at: decision.location,
      "“\(decision.before + decision.quote + decision.after)” no longer stands in \(decision.source ?? "any source"): the decision was not applied; write it again with the words as they are now, or remove it"
    )
  }

  static func unknownEntity(_ id: String, _ decision: Decision) -> Diagnostic {
    Diagnostic(
      .error,
      .decisionUnknownEntity,
      at: decision.location,
      "“\(id)” is no entity of this project: a decision names an entity by the ID of its file; correct the ID or add the file"
    )
  }

  static func severalPlaces(_ decision: Decision) -> Diagnostic {
    Diagnostic(
      .warning,
      .decisionAmbiguous,
      at: decision.location,
      "“\(decision.before + decision.quote + decision.after)” stands more than once: a decision settles one place; give more of the words before or after it"
    )
  }
}
