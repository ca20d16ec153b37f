public import ZhujieEntities
public import ZhujieText

/// Proposes names that no entity file has.
///
/// Three sorts are looked for: sequences of characters that come again and again although the language has no
/// such word; a surname with one or two characters that speaks, holds office or is named with a title; and words of
/// Latin letters that are written like names. What stands beside them says which kind they are.
public enum Discovery {
  /// Best first.
  public static func candidates(in readings: [ReadingText], catalog: EntityCatalog) -> [Candidate]
  {
    let annotator = Annotator(catalog: catalog)
    let text = DiscoveryText(readings, annotator: annotator)
    var proposals = text.bytes.withUnsafeBufferPointer { bytes in
      let grams = NameGrams(bytes) { text.isOpen[$0] }
      var proposals = People.proposals(in: text, grams: grams, bytes: bytes)
      proposals += NewWords.proposals(in: text, grams: grams, people: proposals, bytes: bytes)
      proposals += latin(in: text, bytes: bytes)
      return proposals
    }
    let isKnown = Set(annotator.gazetteer.entries.map(\.name))
    proposals = withoutParts(withoutTails(proposals.filter { !isKnown.contains($0.name) }))
    proposals.sort { ($0.score, $1.name) > ($1.score, $0.name) }
    return proposals.map { proposal in
      Candidate(
        text: proposal.places.first.map(text.printed) ?? proposal.name,
        kind: proposal.kind,
        count: proposal.count,
        score: (proposal.score * 100).rounded() / 100,
        evidence: proposal.evidence,
        contexts: proposal.places.prefix(3).map(text.context)
      )
    }
  }

  /// A candidate in the making.
  struct Proposal {
    /// In the pivot.
    let name: String
    var kind: EntityKind
    let count: Int
    var score: Double
    var evidence: [String]
    let places: [Range<Int>]
  }

  private static func latin(in text: DiscoveryText, bytes: UnsafeBufferPointer<UInt8>) -> [Proposal]
  {
    let places = Dictionary(grouping: LatinNames.places(in: text, bytes: bytes)) { $0.name }
    return places.keys.sorted().compactMap { name in
      let ranges = (places[name] ?? []).map(\.range)
      let beside = Beside(ranges, text: text)
      var proposal = Proposal(
        name: name,
        kind: .product,
        count: ranges.count,
        score: 2 + logarithm(ranges.count),
        evidence: ["written like a name"],
        places: ranges
      )
      let hasDigits = name.utf8.contains { $0 >= 0x30 && $0 <= 0x39 }
      if !hasDigits, beside.organization > beside.product { proposal.kind = .organization }
      if hasDigits || name.utf8.dropFirst().contains(where: { $0 >= 0x41 && $0 <= 0x5A }) {
        proposal.score += 1
      }
      beside.add(to: &proposal)
      return proposal
    }
  }

  /// Leaves out a name with more before or behind it, where the more is not part of a name: 一位遠山, 遠山系.
  private static func withoutTails(_ proposals: [Proposal]) -> [Proposal] {
    let counts = Dictionary(proposals.map { ($0.name, $0.count) }) { a, _ in a }
    return proposals.filter { proposal in
      let bytes = Array(proposal.name.utf8)
      guard bytes.count >= 9, bytes[0] >= 0xE0 else { return true }
      for cut in stride(from: 3, to: bytes.count, by: 3) {
        let (head, tail) = (Array(bytes[..<cut]), Array(bytes[cut...]))
        if let count = counts[String(decoding: tail, as: UTF8.self)], count > proposal.count {
          return false
        }
        guard let count = counts[String(decoding: head, as: UTF8.self)], count > proposal.count
        else { continue }
        let isTail =
          NameWords.organizationTails.contains(tail) || NameWords.productTails.contains(tail)
          || NameWords.eventTails.contains(tail)
        let isName = counts[String(decoding: tail, as: UTF8.self)] != nil
        // One character more is a name of its own where it comes often.
        if !isTail, isName || tail.count > 3 || proposal.count < 5 || proposal.count * 8 < count {
          return false
        }
      }
      return true
    }
  }

  /// Leaves out what stands nearly always inside a longer proposal, and longer ones that add nothing of their own.
  private static func withoutParts(_ proposals: [Proposal]) -> [Proposal] {
    var covered: [Int: [(range: Range<Int>, count: Int)]] = [:]
    for proposal in proposals {
      for place in proposal.places {
        for offset in stride(from: place.lowerBound, to: place.upperBound, by: 3) {
          covered[offset / 64, default: []].append((place, proposal.count))
        }
      }
    }
    return proposals.filter { proposal in
      let inside = proposal.places.filter { place in
        (covered[place.lowerBound / 64] ?? []).contains {
          $0.range != place && $0.range.lowerBound <= place.lowerBound
            && $0.range.upperBound >= place.upperBound
            && $0.range.count > place.count
        }
      }
      return inside.count * 4 < proposal.places.count * 3
    }
  }

  /// A natural logarithm that needs no library: exact enough for ordering.
  static func logarithm(_ count: Int) -> Double {
    var (value, result) = (Double(max(1, count)), 0.0)
    while value >= 2 {
      value /= 2
      result += 0.6931
    }
    return result + (value - 1) * 0.6931
  }
}
