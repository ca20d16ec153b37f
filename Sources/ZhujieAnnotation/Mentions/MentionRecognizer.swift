import ZhujieEntities
import ZhujieText

/// Finds the mentions of one block of the pivot.
///
/// Every name seen is a candidate. A candidate falls where it stands inside a longer token, where its rule does not
/// hold, where the sentence reads better with other words, or where an ordinary word is not spoken for. Of those that are
/// left the longest, outermost win; where names cross, the choice that covers most text in fewest names.
struct MentionRecognizer {
  let gazetteer: Gazetteer
  let boundaries: BoundaryModel
  let source: SourceIdentity?
  let published: EDTFDate?
  /// Where the block is a cell: what its table says.
  var table: TableCell?

  /// A candidate that stands.
  struct Accepted {
    let hit: NameHit
    let entry: Int
    let rule: String
    let confidence: Double
    var alternatives: [Int] = []
  }

  struct Rejected {
    let start: Int
    let end: Int
    let entry: Int
    let reason: LossReason
  }

  struct Doubt {
    let start: Int
    let end: Int
    let entries: [Int]
    let reason: String
  }

  /// What one block yields, in offsets of the pivot.
  struct Findings {
    var accepted: [Accepted] = []
    var rejected: [Rejected] = []
    var doubts: [Doubt] = []
  }

  func findings(
    in block: Range<Int>,
    opaque: [Range<Int>],
    settled: [Settlement],
    of bytes: UnsafeBufferPointer<UInt8>
  ) -> Findings {
    let names = BlockNames(gazetteer, in: block, of: bytes)
    var findings = Findings()
    var cluster = Cluster()
    var opaqueIndex = 0
    var settledIndex = 0
    for index in names.hits.indices {
      let hit = names.hits[index]
      if hit.start >= cluster.end { close(&cluster, names, into: &findings) }
      while opaqueIndex < opaque.count, opaque[opaqueIndex].upperBound <= hit.start {
        opaqueIndex += 1
      }
      if opaqueIndex < opaque.count, opaque[opaqueIndex].lowerBound < hit.end {
        findings.reject(hit, gazetteer.patterns[hit.pattern].entries, .opaque)
        continue
      }
      while settledIndex < settled.count, settled[settledIndex].range.upperBound <= hit.start {
        settledIndex += 1
      }
      let here = settled[settledIndex...].prefix { $0.range.lowerBound < hit.end }
      func judge(_ index: Int) {
        self.judge(
          index,
          names: names,
          settled: here,
          bytes: bytes,
          standing: &cluster.standing,
          findings: &findings
        )
      }
      // What lies inside a name that stands is asked only where another crosses that one.
      if hit.end <= cluster.end, !cluster.isCrossed, here.isEmpty {
        cluster.deferred.append(index)
      } else if cluster.standing.count >= Self.largestCluster {
        cluster.beaten.append(index)
      } else {
        let count = cluster.standing.count
        judge(index)
        guard cluster.standing.count > count else { continue }
        if count > 0, !cluster.isCrossed {
          cluster.isCrossed = true
          for inner in cluster.deferred.prefix(Self.largestCluster) { judge(inner) }
          cluster.deferred.removeAll()
        }
        cluster.end = max(cluster.end, hit.end)
      }
    }
    close(&cluster, names, into: &findings)
    return findings
  }

  /// Names that overlap each other, until a place that none reaches over.
  private struct Cluster {
    var standing: [Accepted] = []
    var end = 0
    /// Seen inside a standing name and not judged.
    var deferred: [Int] = []
    /// Not judged, since there were too many.
    var beaten: [Int] = []
    var isCrossed = false
  }

  /// No text of people has more names than this over each other; a longer chain goes to the leftmost.
  private static let largestCluster = 16

  /// Chooses among the names of a cluster, and begins the next.
  private func close(_ cluster: inout Cluster, _ names: BlockNames, into findings: inout Findings) {
    guard let first = cluster.standing.first else { return }
    if cluster.standing.count == 1 {
      findings.accepted.append(first)
    } else {
      let standing = cluster.standing.sorted {
        ($0.hit.start, $1.hit.end) < ($1.hit.start, $0.hit.end)
      }
      findings.accepted += Resolution.winners(
        of: standing,
        name: { gazetteer.entries[$0.entry].name },
        losing: &findings.rejected
      )
    }
    for index in cluster.deferred + cluster.beaten {
      let hit = names.hits[index]
      findings.reject(
        hit,
        gazetteer.patterns[hit.pattern].entries,
        .beaten(by: gazetteer.entries[first.entry].name)
      )
    }
    cluster = Cluster()
  }

  /// Weighs the entities that one occurrence could name.
  private func judge(
    _ index: Int,
    names: BlockNames,
    settled: ArraySlice<Settlement>,
    bytes: UnsafeBufferPointer<UInt8>,
    standing: inout [Accepted],
    findings: inout Findings
  ) {
    let hit = names.hits[index]
    if settled.isEmpty, let entry = plainEntry(of: hit, in: names.range, bytes) {
      standing.append(Accepted(hit: hit, entry: entry, rule: "longest name", confidence: 0.98))
      return
    }
    var standingHere: [Accepted] = []
    for entry in gazetteer.patterns[hit.pattern].entries {
      if !settled.allSatisfy({ $0.allows(hit, gazetteer.entries[entry].id) }) {
        findings.reject(hit, [entry], .decision)
        continue
      }
      switch verdict(on: entry, at: index, names: names, bytes: bytes) {
      case .stands(let rule, let confidence):
        let isKnown = standingHere.contains {
          gazetteer.entries[$0.entry].entity == gazetteer.entries[entry].entity
        }
        if !isKnown {
          standingHere.append(Accepted(hit: hit, entry: entry, rule: rule, confidence: confidence))
        }
      case .falls(let reason, let isDoubtful):
        findings.rejected.append(
          Rejected(start: hit.start, end: hit.end, entry: entry, reason: reason)
        )
        if isDoubtful {
          findings.doubts.append(
            Doubt(start: hit.start, end: hit.end, entries: [entry], reason: reason.text)
          )
        }
      }
    }
    guard standingHere.count > 1 else {
      standing += standingHere
      return
    }
    // A rule that holds is stronger than no rule; two that hold leave the mention open.
    let ruled = standingHere.filter { gazetteer.entries[$0.entry].hasRule }
    if ruled.count == 1 {
      for other in standingHere where other.entry != ruled[0].entry {
        findings.rejected.append(
          Rejected(
            start: hit.start,
            end: hit.end,
            entry: other.entry,
            reason: .ruledOut(by: gazetteer.entries[ruled[0].entry].id)
          )
        )
      }
      standing.append(ruled[0])
      return
    }
    let ids = standingHere.map { gazetteer.entries[$0.entry].id }.sorted()
    for other in standingHere {
      findings.rejected.append(
        Rejected(start: hit.start, end: hit.end, entry: other.entry, reason: .ambiguous(ids))
      )
    }
    findings.doubts.append(
      Doubt(
        start: hit.start,
        end: hit.end,
        entries: standingHere.map(\.entry),
        reason: LossReason.ambiguous(ids).text
      )
    )
  }

  /// The entry of a name that nothing speaks against and nothing has to speak for: most names.
  private func plainEntry(
    of hit: NameHit,
    in block: Range<Int>,
    _ bytes: UnsafeBufferPointer<UInt8>
  ) -> Int? {
    guard let index = gazetteer.patterns[hit.pattern].entries.first else { return nil }
    let form = gazetteer.forms[index]
    let span = hit.start..<hit.end
    guard form.isPlain, NameEdges.fault(span, traits: form.traits, in: block, of: bytes) == nil,
      PersonalNames.longerName(around: span, kind: form.kind, in: block, of: bytes) == nil,
      !form.traits.contains(.hanEdge) || !boundaries.isContested(span, in: block, of: bytes)
    else { return nil }
    return index
  }

  private enum Verdict {
    case stands(rule: String, confidence: Double)
    case falls(LossReason, isDoubtful: Bool)
  }

  private func verdict(
    on index: Int,
    at place: Int,
    names: BlockNames,
    bytes: UnsafeBufferPointer<UInt8>
  ) -> Verdict {
    let entry = gazetteer.entries[index]
    let hit = names.hits[place]
    let span = hit.start..<hit.end
    if entry.traits.contains(.headline) { return .falls(.headline, isDoubtful: false) }
    if let fault = NameEdges.fault(span, traits: entry.traits, in: names.range, of: bytes) {
      return .falls(fault, isDoubtful: false)
    }
    if !entry.capitals.isEmpty, !entry.ignoresCase, !hasCapitals(entry.capitals, span, bytes) {
      return .falls(.otherCase, isDoubtful: false)
    }
    var ruleText = "longest name"
    if entry.hasRule {
      switch rules(of: entry, at: span, names: names) {
      case .success(let text): ruleText = text
      case .failure(let reason): return .falls(reason.reason, isDoubtful: false)
      }
    }
    var evidence: SentenceEvidence?
    func weighed() -> SentenceEvidence {
      if let evidence { return evidence }
      let made = SentenceEvidence(
        for: span,
        of: entry,
        in: names.range,
        neighbours: neighbours(of: place, in: names),
        ties: gazetteer.ties,
        bytes: bytes
      )
      evidence = made
      return made
    }
    if let longer = PersonalNames.longerName(
      around: span,
      kind: entry.kind,
      in: names.range,
      of: bytes
    ) {
      return .falls(.insideName(String(decoding: bytes[longer], as: UTF8.self)), isDoubtful: false)
    }
    var confidence = 0.98
    if entry.traits.contains(.hanEdge) {
      let others = names.hits[max(0, place - 24)..<min(names.hits.count, place + 25)]
      let verdict = boundaries.verdict(
        on: span,
        in: names.range,
        others: others,
        bonus: { min(28, weighed().direct * 7) },
        of: bytes
      )
      if verdict.margin < 0 {
        return .falls(.crossesWords(verdict.words), isDoubtful: verdict.margin > -7)
      }
      if verdict.isContested {
        confidence = 0.6 + 0.38 * Double(verdict.margin) / Double(verdict.margin + 21)
      }
    }
    guard entry.traits.needsEvidence else { return .stands(rule: ruleText, confidence: confidence) }
    let sense = weighed()
    if entry.hasRule {
      // A rule is a condition, and what stands right beside the word can still say that it is no name.
      if (sense.isContradicted && sense.score < 0) || (sense.score <= -2 && sense.direct == 0) {
        return .falls(sense.reason, isDoubtful: true)
      }
      return .stands(rule: ruleText, confidence: min(confidence, sense.score < 0 ? 0.6 : 0.9))
    }
    let threshold =
      entry.traits.contains(.oneCharacter)
      ? SentenceEvidence.oneCharacterThreshold : SentenceEvidence.threshold
    guard sense.score >= threshold else {
      return .falls(sense.reason, isDoubtful: sense.score == threshold - 1)
    }
    return .stands(
      rule: "ordinary word: " + sense.pro.joined(separator: "; "),
      confidence: min(confidence, sense.score >= threshold + 2 ? 0.9 : 0.75)
    )
  }

  private struct RuleFault: Error {
    let reason: LossReason
  }

  /// The first rule that holds, in words, or why the last does not.
  private func rules(
    of entry: NameEntry,
    at span: Range<Int>,
    names: BlockNames
  ) -> Result<String, RuleFault> {
    var fault = RuleFault(reason: .otherSource)
    for rule in entry.rules {
      if let reason = rule.admits(source, published: published) {
        fault = RuleFault(reason: reason)
        continue
      }
      if let index = rule.excludes.indices.first(where: { names.covers(rule.excludes[$0], span) }) {
        fault = RuleFault(reason: .excluded(rule.excludedWords[index]))
        continue
      }
      if rule.requires.isEmpty { return .success("longest name; its rule holds") }
      if let index = rule.requires.indices.first(where: {
        names.holds(rule.requires[$0], outside: span)
      }) {
        return .success("longest name; “\(rule.requiredWords[index])” stands in its paragraph")
      }
      if let table,
        let index = rule.requires.indices.first(where: {
          table.cues.holds(rule.requires[$0], outside: table.cell)
        })
      {
        return .success("longest name; “\(rule.requiredWords[index])” stands in its table")
      }
      fault = RuleFault(reason: .requiredWordMissing(rule.requiredWords))
    }
    return .failure(fault)
  }

  /// Names near an occurrence; sure where nothing has to speak for them.
  private func neighbours(of place: Int, in names: BlockNames) -> [SentenceEvidence.Neighbour] {
    let near = names.hits[max(0, place - 32)..<min(names.hits.count, place + 33)]
    return near.compactMap { hit in
      let entries = gazetteer.patterns[hit.pattern].entries
      guard let first = entries.first else { return nil }
      let entry = gazetteer.entries[first]
      return SentenceEvidence.Neighbour(
        start: hit.start,
        end: hit.end,
        entity: entry.entity,
        kind: entry.kind,
        isSure: entries.count == 1 && !entry.traits.needsEvidence && !entry.hasRule
      )
    }
  }

  private func hasCapitals(
    _ capitals: [Bool],
    _ span: Range<Int>,
    _ bytes: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    var offset = span.lowerBound
    var previous = NameSymbol.space
    for isCapital in capitals {
      guard offset < span.upperBound,
        let (symbol, end) = NameSymbol.next(
          at: offset,
          end: span.upperBound,
          after: previous,
          in: bytes
        )
      else { return false }
      let last = UTF8Scan.scalar(before: end, in: bytes).value
      let isCapitalHere = symbol != NameSymbol.space && NameSymbol.isCased(last)
      guard isCapitalHere == isCapital else { return false }
      previous = symbol
      offset = end
    }
    return true
  }
}

extension MentionRecognizer.Findings {
  mutating func reject(_ hit: NameHit, _ entries: [Int], _ reason: LossReason) {
    for entry in entries {
      rejected.append(.init(start: hit.start, end: hit.end, entry: entry, reason: reason))
    }
  }
}

extension SentenceEvidence {
  var reason: LossReason {
    .ordinaryWord(for: pro.joined(separator: "; "), against: contra.joined(separator: "; "))
  }
}
