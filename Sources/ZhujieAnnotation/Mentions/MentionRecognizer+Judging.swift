import ZhujieEntities
import ZhujieText

extension MentionRecognizer {
  /// Weighs the entities that one occurrence could name.
  mutating func judge(
    _ index: Int,
    _ names: BlockNames,
    _ settled: ArraySlice<Settlement>,
    _ bytes: UnsafeBufferPointer<UInt8>,
    standing: inout [Accepted],
    findings: inout Findings
  ) {
    let hit = names.hits[index]
    if settled.isEmpty, let entry = plainEntry(of: hit, in: names.range, bytes) {
      standing.append(.plain(hit, entry))
      return
    }
    var here: [Accepted] = []
    for entry in gazetteer.patterns[hit.pattern].entries {
      if !settled.allSatisfy({ $0.allows(hit, gazetteer.entries[entry].id) }) {
        findings.reject(hit, entry, .decision)
        continue
      }
      switch verdict(on: entry, at: index, names: names, bytes: bytes) {
      case .stands(let rule, let confidence):
        let isKnown = here.contains {
          gazetteer.entries[$0.entry].entity == gazetteer.entries[entry].entity
        }
        if !isKnown {
          here.append(Accepted(hit: hit, entry: entry, rule: rule, confidence: confidence))
        }
      case .falls(let reason, let isDoubtful):
        findings.reject(hit, entry, reason)
        if isDoubtful { findings.doubt(hit, [entry], reason) }
      }
    }
    guard here.count > 1 else {
      standing += here
      return
    }
    // A rule that holds is stronger than no rule; two that hold leave the mention open.
    let ruled = here.filter { gazetteer.entries[$0.entry].hasRule }
    if ruled.count == 1 {
      let winner = gazetteer.entries[ruled[0].entry].id
      for other in here where other.entry != ruled[0].entry {
        findings.reject(hit, other.entry, .ruledOut(by: winner))
      }
      standing.append(ruled[0])
      return
    }
    let reason = LossReason.ambiguous(here.map { gazetteer.entries[$0.entry].id }.sorted())
    findings.reject(hit, here.map(\.entry), reason)
    findings.doubt(hit, here.map(\.entry), reason)
  }

  private enum Verdict {
    case stands(rule: String, confidence: Double)
    case falls(LossReason, isDoubtful: Bool)
  }

  private mutating func verdict(
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
    if !entry.capitals.isEmpty, !entry.ignoresCase,
      !NameSymbol.hasCapitals(entry.capitals, span, bytes)
    {
      return .falls(.otherCase, isDoubtful: false)
    }
    var ruleText = "longest name"
    if entry.hasRule {
      switch rule(of: entry, at: span, names: names) {
      case .holds(let text): ruleText = text
      case .fails(let reason): return .falls(reason, isDoubtful: false)
      }
    }
    if let longer = PersonalNames.longerName(
      around: span,
      kind: entry.kind,
      in: names.range,
      of: bytes
    ) {
      return .falls(.insideName(String(decoding: bytes[longer], as: UTF8.self)), isDoubtful: false)
    }
    var sense: SentenceEvidence?
    var confidence = 0.98
    if entry.traits.contains(.hanEdge) {
      let others = names.hits[max(0, place - 24)..<min(names.hits.count, place + 25)]
      let boundary = boundaries.verdict(
        on: span,
        in: names.range,
        others: others,
        lattice: &lattice,
        of: bytes
      )
      if boundary.isContested {
        var margin = boundary.margin
        // Where a shorter name begins here too, the rest has to read better as its own words by as much: 青禾|節約.
        let isExtension = place + 1 < names.hits.count && names.hits[place + 1].start == hit.start
        let least = BoundaryModel.leastMargin(of: span, isExtension: isExtension)
        // What the words right beside the name say is asked only where they must decide.
        if margin < least {
          let evidence = evidence(for: entry, at: place, names, bytes)
          margin += min(28, evidence.direct * 7)
          sense = evidence
        }
        if margin < least {
          let words = lattice.crossingWords(of: bytes).joined(separator: "|")
          return .falls(.crossesWords(words), isDoubtful: margin > least - 20)
        }
        confidence = 0.6 + 0.38 * Double(margin) / Double(margin + 21)
      }
    }
    guard entry.traits.needsEvidence else { return .stands(rule: ruleText, confidence: confidence) }
    return verdict(
      on: entry,
      by: sense ?? evidence(for: entry, at: place, names, bytes),
      rule: ruleText,
      confidence: confidence
    )
  }

  /// Whether an ordinary word is a name, by what its sentence says.
  private func verdict(
    on entry: NameEntry,
    by sense: SentenceEvidence,
    rule: String,
    confidence: Double
  ) -> Verdict {
    if entry.hasRule {
      // A rule is a condition, and what stands right beside the word can still say that it is no name.
      if (sense.isContradicted && sense.score < 0) || (sense.score <= -2 && sense.direct == 0) {
        return .falls(sense.reason, isDoubtful: true)
      }
      return .stands(rule: rule, confidence: min(confidence, sense.score < 0 ? 0.6 : 0.9))
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

  private enum RuleVerdict {
    /// The first rule that holds, in words.
    case holds(String)
    /// Why the last does not.
    case fails(LossReason)
  }

  private func rule(of entry: NameEntry, at span: Range<Int>, names: BlockNames) -> RuleVerdict {
    var fault = LossReason.otherSource
    for rule in entry.rules {
      if let reason = rule.admits(source, published: published) {
        fault = reason
        continue
      }
      if let index = rule.excludes.indices.first(where: { names.covers(rule.excludes[$0], span) }) {
        fault = .excluded(rule.excludedWords[index])
        continue
      }
      if rule.requires.isEmpty { return .holds("longest name; its rule holds") }
      if let index = rule.requires.indices.first(where: {
        names.holds(rule.requires[$0], outside: span)
      }) {
        return .holds("longest name; “\(rule.requiredWords[index])” stands in its paragraph")
      }
      if let table,
        let index = rule.requires.indices.first(where: {
          table.cues.holds(rule.requires[$0], outside: table.cell)
        })
      {
        return .holds("longest name; “\(rule.requiredWords[index])” stands in its table")
      }
      fault = .requiredWordMissing(rule.requiredWords)
    }
    return .fails(fault)
  }

  private func evidence(
    for entry: NameEntry,
    at place: Int,
    _ names: BlockNames,
    _ bytes: UnsafeBufferPointer<UInt8>
  ) -> SentenceEvidence {
    let hit = names.hits[place]
    return SentenceEvidence(
      for: hit.start..<hit.end,
      of: entry,
      in: names.range,
      neighbours: neighbours(of: place, in: names),
      ties: gazetteer.ties,
      bytes: bytes
    )
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
}

extension SentenceEvidence {
  var reason: LossReason {
    .ordinaryWord(for: pro.joined(separator: "; "), against: contra.joined(separator: "; "))
  }
}
