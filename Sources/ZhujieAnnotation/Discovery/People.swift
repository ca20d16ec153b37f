import ZhujieEntities
import ZhujieScript
import ZhujieText

/// People: a surname, one or two characters that no word takes, and something that people do.
enum People {
  static func proposals(
    in text: DiscoveryText,
    grams: NameGrams,
    bytes: UnsafeBufferPointer<UInt8>
  ) -> [Discovery.Proposal] {
    var places: [String: [Range<Int>]] = [:]
    var offset = 0
    while offset < bytes.count {
      let (value, length) = UTF8Scan.scalar(at: offset, in: bytes)
      if text.isOpen[offset], NameWords.surnames.contains(value) {
        for range in readings(at: offset, text, bytes) {
          places[String(decoding: bytes[range], as: UTF8.self), default: []].append(range)
        }
      }
      offset += length
    }
    var longest: [String: Int] = [:]
    for (name, ranges) in places where name.utf8.count == 9 {
      let short = String(decoding: name.utf8.prefix(6), as: UTF8.self)
      longest[short] = max(longest[short] ?? 0, ranges.count)
    }
    return places.keys.sorted().compactMap { proposal($0, places, longest: longest[$0] ?? 0, text) }
  }

  /// The names of two and three characters that a surname may begin.
  private static func readings(
    at start: Int,
    _ text: DiscoveryText,
    _ bytes: UnsafeBufferPointer<UInt8>
  ) -> [Range<Int>] {
    var result: [Range<Int>] = []
    var end = start + UTF8Scan.scalar(at: start, in: bytes).length
    for _ in 0..<2 {
      guard end < bytes.count, text.isOpen[end] else { break }
      let (value, length) = UTF8Scan.scalar(at: end, in: bytes)
      guard ScalarClass.isHan(value), !particles.contains(value) else { break }
      end += length
      if isNameLike(start..<end, bytes) { result.append(start..<end) }
    }
    return result
  }

  /// Whether the characters are no words by themselves, and no word of the sentence takes one of them.
  private static func isNameLike(_ range: Range<Int>, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    let segmentation = Segmentation(range, of: bytes)
    guard segmentation.words.allSatisfy({ !$0.isOrdinary }) else { return false }
    // Two surnames' worth of frequent characters is a phrase.
    if segmentation.words.count > 1, segmentation.cost < 120 { return false }
    // The sentence around it, with the name as one word, must read no worse than without.
    var lattice = BoundaryLattice()
    let verdict = BoundaryModel().verdict(
      on: range,
      in: run(around: range, bytes),
      others: [],
      lattice: &lattice,
      of: bytes
    )
    return verdict.margin >= 0
  }

  private static func run(around range: Range<Int>, _ bytes: UnsafeBufferPointer<UInt8>) -> Range<
    Int
  > {
    max(0, range.lowerBound - 60)..<min(bytes.count, range.upperBound + 60)
  }

  private static func proposal(
    _ name: String,
    _ places: [String: [Range<Int>]],
    longest: Int,
    _ text: DiscoveryText
  ) -> Discovery.Proposal? {
    guard let ranges = places[name] else { return nil }
    let beside = Beside(ranges, text: text)
    let strength = beside.person + beside.nearby + beside.titles * 2
    guard strength > 0 || (ranges.count > 1 && beside.strong == 0),
      !NameWords.modern.contains(Array(name.utf8)), !NameWords.generic.contains(Array(name.utf8)),
      ranges.count > 1 || beside.titles + beside.person > 0
    else { return nil }
    if name.utf8.count == 9 {
      // The third character is the name's only where it nearly always follows, or where the name alone acts.
      let short = places[String(decoding: name.utf8.prefix(6), as: UTF8.self)]?.count ?? 0
      guard ranges.count * 10 >= short * 8 else { return nil }
    } else {
      // The longer reading takes those that it holds.
      guard longest * 10 < ranges.count * 8 else { return nil }
    }
    var proposal = Discovery.Proposal(
      name: name,
      kind: .person,
      count: ranges.count,
      score: Discovery.logarithm(ranges.count) + 1.5,
      evidence: ["surname"],
      places: ranges
    )
    if Double(strength) < 0.08 * Double(ranges.count) { proposal.score -= 2 }
    if ranges.count == 1 { proposal.score -= 1.5 }
    beside.add(to: &proposal)
    return proposal
  }

  private static let particles = Set(
    "的了是在和与及或跟同对向给把被让由从到见也都就又还才将曾很不没有着过得地等说称们个这那上下中里外前后之以于其而则但所为"
      .unicodeScalars.map(\.value)
  )
}
