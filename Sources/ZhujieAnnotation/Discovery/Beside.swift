import ZhujieEntities
import ZhujieText

/// What stands right beside the places of a proposal, counted.
struct Beside {
  private(set) var organization = 0
  private(set) var product = 0
  private(set) var person = 0
  private(set) var event = 0
  private(set) var titles = 0
  private(set) var quoted = 0
  /// Places with a word behind that ordinary words seldom have.
  private(set) var strong = 0

  init(_ places: [Range<Int>], text: DiscoveryText) {
    for place in places {
      let after = text.cuesByStart[place.upperBound] ?? []
      let before = text.cuesByEnd[place.lowerBound] ?? []
      func isA(_ set: EvidenceLexicon.ClassSet, _ one: EvidenceClass) -> Bool {
        set.contains(EvidenceLexicon.ClassSet(one))
      }
      if isA(after, .organizationTail) || isA(after, .corporateVerb)
        || isA(before, .organizationObject)
      {
        organization += 1
      }
      let rest = text.bytes[place.upperBound...]
      if NameWords.strongTails.contains(where: rest.starts(with:)) { strong += 1 }
      // An adverb may stand between: 便宣布, 也在…说.
      for skip in [3, 6] where !isA(after, .saying) && !isA(after, .personVerb) {
        let later = text.cuesByStart[place.upperBound + skip] ?? []
        if isA(later, .saying) || isA(later, .personVerb) {
          nearby += 1
          break
        }
      }
      if isA(after, .productTail) || isA(before, .productObject) { product += 1 }
      if isA(after, .saying) || isA(after, .personTail) || isA(after, .personVerb) { person += 1 }
      if isA(before, .title) { titles += 1 }
      if isA(after, .eventNear) { event += 1 }
      if place.lowerBound >= 3, place.upperBound + 3 <= text.bytes.count,
        Self.isQuote(text.bytes[(place.lowerBound - 3)..<place.lowerBound]),
        Self.isQuote(text.bytes[place.upperBound..<(place.upperBound + 3)])
      {
        quoted += 1
      }
    }
  }

  /// Places with a verb of people a little later.
  private(set) var nearby = 0

  /// Adds points and words for what was seen.
  func add(to proposal: inout Discovery.Proposal) {
    func note(_ count: Int, _ words: String) {
      guard count > 0 else { return }
      proposal.evidence.append("\(words) ×\(count)")
      proposal.score += min(2, 0.7 * Discovery.logarithm(count + 1))
    }
    switch proposal.kind {
    case .person:
      note(person, "speaks or acts")
      note(nearby, "speaks or acts a little later")
      note(titles, "title in front")
    case .organization, .system: note(organization, "company words beside it")
    case .product: note(product, "product words beside it")
    case .event: note(event, "event words beside it")
    }
    note(quoted, "in quotation marks")
  }

  private static func isQuote(_ bytes: ArraySlice<UInt8>) -> Bool {
    // “ ” 「 」 《 》 ‘ ’
    ["“", "”", "「", "」", "《", "》", "‘", "’"].contains { bytes.elementsEqual($0.utf8) }
  }
}
