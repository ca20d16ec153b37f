import ZhujieEntities
import ZhujieText

/// Weighs what its own sentence says for and against reading an ordinary word as a name.
///
/// Each piece of evidence counts points; from `threshold` the word is a name. Only the sentence is asked, and of a
/// long one only what stands near, so that no paragraph can make another's 苹果 a company.
struct SentenceEvidence {
  static let threshold = 2
  static let oneCharacterThreshold = 3

  /// Bytes on each side that are asked.
  static let reach = 240

  private(set) var score = 0
  /// The points of what stands right beside the word.
  private(set) var direct = 0
  /// Whether something right beside the word says that it is none.
  private(set) var isContradicted = false
  private(set) var pro: [String] = []
  private(set) var contra: [String] = []

  /// A name near the word, as far as it is sure.
  struct Neighbour {
    let start: Int
    let end: Int
    let entity: Int
    let kind: EntityKind
    let isSure: Bool
  }

  init(
    for name: Range<Int>,
    of entry: NameEntry,
    in block: Range<Int>,
    neighbours: [Neighbour],
    ties: EntityTies,
    bytes: UnsafeBufferPointer<UInt8>
  ) {
    let sentence = Sentence.range(around: name, in: block, reach: Self.reach, of: bytes)
    let cues = EvidenceLexicon.builtIn.cues(in: sentence, of: bytes)
    let surroundings = Surroundings(of: name, in: sentence, bytes: bytes)
    func text(_ cue: EvidenceLexicon.Cue) -> String {
      String(decoding: bytes[cue.start..<cue.end], as: UTF8.self)
    }
    var topics: [String] = []
    var natural: [String] = []
    var hints = 0
    let endsInParticle = entry.name.unicodeScalars.last == "的"
    for cue in cues where cue.end <= name.lowerBound || cue.start >= name.upperBound {
      let isRightAfter = cue.start == surroundings.after || cue.start == surroundings.afterParticle
      let isRightBefore =
        cue.end == surroundings.before || cue.end == surroundings.beforeParticle
      let follows = cue.start >= name.upperBound && cue.start < surroundings.clauseEnd
      if isRightAfter {
        rightAfter(cue, text(cue), entry.kind, isAfterParticle: cue.start != surroundings.after)
      }
      if isRightBefore { rightBefore(cue, text(cue), entry.kind) }
      // 美的享受 and 真是美的: an adjective and its particle.
      if endsInParticle {
        if cue.isA(.described), cue.start == name.upperBound {
          subtract(5, "“\(text(cue))” follows", direct: true)
        }
        if cue.isA(.degree), cue.end == name.lowerBound {
          subtract(5, "“\(text(cue))” stands before", direct: true)
        }
      }
      if follows && !isRightAfter && cue.start - name.upperBound <= 36 {
        later(cue, text(cue), entry.kind)
      }
      if cue.isA(.topic), topics.count < 3, !topics.contains(text(cue)) { topics.append(text(cue)) }
      // A word that can itself be a name, such as the 彩虹 of a list, says nothing against its neighbour.
      if neighbours.contains(where: { $0.start == cue.start && $0.end == cue.end }) { continue }
      if cue.isA(.naturalHint) { hints += 1 }
      if cue.isA(.naturalTopic), natural.count < 3, !natural.contains(text(cue)) {
        natural.append(text(cue))
      }
    }
    if surroundings.isQuoted { add(2, "quotation marks") }
    if surroundings.isCounted(cues) {
      subtract(4, "a numeral and measure word stand before it", direct: true)
    }
    if entry.kind != .person, !topics.isEmpty {
      add(min(topics.count, 2), "“\(topics.joined(separator: "”, “"))” near")
    }
    if !natural.isEmpty {
      subtract(natural.count + 1, "“\(natural.joined(separator: "”, “"))” near", direct: false)
    }
    if hints > 0 { subtract(1, "words of everyday scenes near", direct: false) }
    weigh(
      neighbours,
      of: entry,
      name: name,
      sentence: sentence,
      surroundings: surroundings,
      ties: ties
    )
  }

  private mutating func rightAfter(
    _ cue: EvidenceLexicon.Cue,
    _ text: String,
    _ kind: EntityKind,
    isAfterParticle: Bool
  ) {
    let reason = "“\(text)” follows"
    switch kind {
    case .organization, .system:
      // 常青的公司: what 的 describes is a company, and the word no name.
      if isAfterParticle, cue.isA(.head) { return }
      if cue.isA(.organizationTail) || cue.isA(.corporateVerb) {
        return add(3, reason, direct: true)
      }
    case .product:
      if cue.isA(.productTail) || cue.isA(.corporateVerb) || cue.isA(.organizationTail) {
        return add(3, reason, direct: true)
      }
    case .person:
      if cue.isA(.personTail) || cue.isA(.saying) || cue.isA(.personVerb) || cue.isA(.title) {
        return add(3, reason, direct: true)
      }
    case .event:
      if cue.isA(.eventNear) { return add(3, reason, direct: true) }
    }
    if cue.isA(.naturalTail), !isAfterParticle { subtract(3, reason, direct: true) }
  }

  private mutating func rightBefore(_ cue: EvidenceLexicon.Cue, _ text: String, _ kind: EntityKind)
  {
    let reason = "“\(text)” stands before"
    switch kind {
    case .organization, .system:
      if cue.isA(.organizationObject) { return add(2, reason, direct: true) }
    case .product:
      if cue.isA(.productObject) || cue.isA(.organizationObject) {
        return add(2, reason, direct: true)
      }
    case .person:
      if cue.isA(.title) { return add(3, reason, direct: true) }
    case .event:
      if cue.isA(.eventNear) { return add(2, reason, direct: true) }
    }
    if cue.isA(.naturalObject) { subtract(3, reason, direct: true) }
  }

  private mutating func later(_ cue: EvidenceLexicon.Cue, _ text: String, _ kind: EntityKind) {
    let reason = "“\(text)” in its clause"
    switch kind {
    case .organization, .system, .product:
      if cue.isA(.corporateVerb) { add(2, reason) }
    case .person:
      if cue.isA(.saying) || cue.isA(.personVerb) { add(2, reason) }
    case .event:
      if cue.isA(.eventNear) { add(1, reason) }
    }
  }

  private mutating func weigh(
    _ neighbours: [Neighbour],
    of entry: NameEntry,
    name: Range<Int>,
    sentence: Range<Int>,
    surroundings: Surroundings,
    ties: EntityTies
  ) {
    var hasOther = false
    var hasSame = false
    var hasTied = false
    var isListed = false
    var listedUnsurely = 0
    var unsureOfKind = 0
    for other in neighbours
    where other.start >= sentence.lowerBound && other.end <= sentence.upperBound
      && (other.end <= name.lowerBound || other.start >= name.upperBound)
    {
      let isBeside =
        other.end == surroundings.beforeListMark || other.start == surroundings.afterListMark
      guard other.isSure else {
        if other.kind == entry.kind, other.entity != entry.entity {
          unsureOfKind += 1
          if isBeside { listedUnsurely += 1 }
        }
        continue
      }
      if other.entity == entry.entity {
        hasSame = true
      } else if ties.areTied(other.entity, entry.entity) {
        hasTied = true
      } else {
        hasOther = true
      }
      if isBeside, other.kind == entry.kind { isListed = true }
      // A maker in front of its product, whichever of the two is in question.
      let isMaker =
        other.end == surroundings.before && other.kind == .organization
        && entry.kind != .organization
      let isMade =
        other.start == surroundings.after && other.kind == .product && entry.kind == .organization
      if isMaker || isMade { hasTied = true }
    }
    if hasSame { add(3, "another name of the same") }
    if hasTied { add(2, "a name tied to it") }
    if isListed { add(3, "in a list with a name of its kind") }
    // Of three words in a row that all can name companies, hardly one is meant as a word.
    if listedUnsurely > 0, !isListed {
      add(unsureOfKind > 1 ? 2 : 1, "in a list with words that can name its kind")
    }
    if hasOther { add(1, "other names in the sentence") }
  }

  private mutating func add(_ points: Int, _ reason: String, direct isDirect: Bool = false) {
    score += points
    if isDirect { direct += points }
    if pro.count < 4 { pro.append(reason) }
  }

  private mutating func subtract(_ points: Int, _ reason: String, direct: Bool) {
    score -= points
    if direct { isContradicted = true }
    if contra.count < 4 { contra.append(reason) }
  }
}
