import ZhujieEntities
import ZhujieScript
import ZhujieText

/// Sequences that come again and again although the language has no such word.
enum NewWords {
  static func proposals(
    in text: DiscoveryText,
    grams: NameGrams,
    people: [Discovery.Proposal],
    bytes: UnsafeBufferPointer<UInt8>
  ) -> [Discovery.Proposal] {
    let names = Set(people.map(\.name))
    var result: [Discovery.Proposal] = []
    for key in grams.keys {
      guard let gram = grams.grams[key], let first = gram.offsets.first else { continue }
      let places = gram.offsets.map { $0..<end(of: $0, characters: gram.length, bytes) }
      let range = first..<places[0].upperBound
      let name = String(decoding: bytes[range], as: UTF8.self)
      guard !holds(name, oneOf: names) else { continue }
      if let proposal = proposal(name, range, gram, places, text, bytes) { result.append(proposal) }
    }
    return result
  }

  /// Whether a person's name of two or three characters is in it.
  private static func holds(_ name: String, oneOf names: Set<String>) -> Bool {
    let bytes = Array(name.utf8)
    for start in stride(from: 0, to: bytes.count, by: 3) {
      for length in [6, 9] where start + length <= bytes.count {
        if names.contains(String(decoding: bytes[start..<(start + length)], as: UTF8.self)) {
          return true
        }
      }
    }
    return false
  }

  private static func proposal(
    _ name: String,
    _ range: Range<Int>,
    _ gram: NameGrams.Gram,
    _ places: [Range<Int>],
    _ text: DiscoveryText,
    _ bytes: UnsafeBufferPointer<UInt8>
  ) -> Discovery.Proposal? {
    let pivot = Array(name.utf8)
    guard !NameWords.places.contains(pivot), !NameWords.generic.contains(pivot),
      !NameWords.modern.contains(pivot),
      !NameWords.starters.contains(where: pivot.starts(with:)), !name.contains("我们"),
      !name.contains("自己")
    else { return nil }
    let words = Segmentation(range, of: bytes)
    guard isWellFormed(words, bytes), isFree(places, bytes) else { return nil }
    // A country in front is no part of a name, unless the name's own tail is firm: 中國海洋技術大學.
    if NameWords.places.contains(where: { $0.count < pivot.count && pivot.starts(with: $0) }),
      !isFirmTail(pivot)
    {
      return nil
    }
    let tail = kind(byTailOf: pivot)
    let beside = Beside(places, text: text)
    // How much more often it stands here than the language would have it, in nats.
    let surprise =
      Discovery.logarithm(gram.count) + Double(words.cost) / 7
      - Discovery.logarithm(max(1, bytes.count / 3))
    let unknown = words.words.filter { !$0.isOrdinary }.count
    let strong = max(beside.organization, beside.product)
    if unknown == 0 {
      // Ordinary words throughout: only a name where companies' words or a tail say so.
      guard
        isFirmTail(pivot) && words.words.count > 1
          || (words.words.count == 1 && beside.strong >= 3 && beside.strong * 8 >= gram.count)
      else { return nil }
    }
    guard surprise > (unknown == 0 ? 2 : 3) else { return nil }
    var proposal = Discovery.Proposal(
      name: name,
      kind: tail ?? (beside.product > beside.organization ? .product : .organization),
      count: gram.count,
      score: Discovery.logarithm(gram.count) * 0.9 + min(3, surprise * 0.3) + (tail == nil ? 0 : 1)
        + (unknown == 0 ? -1 : 0),
      evidence: [unknown == 0 ? "ordinary word used like a name" : "no word of the language"],
      places: places
    )
    if tail != nil { proposal.evidence.append("ends like a name") }
    beside.add(to: &proposal)
    if strong == 0, beside.quoted == 0, tail == nil { proposal.score -= 1.5 }
    return proposal
  }

  /// No particle at an edge or inside, and no generic word at the edges unless it ends a name.
  private static func isWellFormed(
    _ segmentation: Segmentation,
    _ bytes: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    let words = segmentation.words
    guard let first = words.first, let last = words.last else { return false }
    for word in words where word.isSingle {
      if hard.contains(UTF8Scan.scalar(at: word.range.lowerBound, in: bytes).value) { return false }
    }
    for word in [first, last] where word.isSingle && word.cost <= 52 { return false }
    if words.count > 1, NameWords.generic.contains(Array(bytes[first.range])) { return false }
    if words.count > 1, NameWords.generic.contains(Array(bytes[last.range])),
      !NameWords.organizationTails.contains(Array(bytes[last.range]))
    {
      return false
    }
    return true
  }

  /// Whether different characters stand on both sides: a part of a longer word has always the same.
  private static func isFree(_ places: [Range<Int>], _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var left: Set<UInt32> = []
    var right: Set<UInt32> = []
    var marks = 0
    for place in places {
      let before =
        place.lowerBound > 0 ? UTF8Scan.scalar(before: place.lowerBound, in: bytes).value : 0
      let after =
        place.upperBound < bytes.count ? UTF8Scan.scalar(at: place.upperBound, in: bytes).value : 0
      left.insert(ScalarClass.isHan(before) ? before : UInt32.max - UInt32(left.count))
      right.insert(ScalarClass.isHan(after) ? after : UInt32.max - UInt32(right.count))
      if !ScalarClass.isHan(before) || !ScalarClass.isHan(after) { marks += 1 }
    }
    return left.count > 1 && right.count > 1
  }

  /// A tail that ordinary words do not end in by chance.
  private static func isFirmTail(_ pivot: [UInt8]) -> Bool {
    firmTails.contains { $0.count < pivot.count && pivot.suffix($0.count).elementsEqual($0) }
  }

  private static let firmTails = NameWords.fold(
    "集团 大学 研究院 研究所 实验室 事业部 事业群 银行 星球 出版社 委员会 基金会 协会 大会 峰会"
  )

  private static func kind(byTailOf pivot: [UInt8]) -> EntityKind? {
    func ends(_ tails: Set<[UInt8]>) -> Bool {
      tails.contains { $0.count < pivot.count && pivot.suffix($0.count).elementsEqual($0) }
    }
    if ends(NameWords.eventTails) { return .event }
    if ends(NameWords.productTails) { return .product }
    return ends(NameWords.organizationTails) ? .organization : nil
  }

  private static func end(of start: Int, characters: Int, _ bytes: UnsafeBufferPointer<UInt8>)
    -> Int
  {
    var end = start
    for _ in 0..<characters where end < bytes.count {
      end += UTF8Scan.scalar(at: end, in: bytes).length
    }
    return end
  }

  /// Characters that no name holds as a word of its own.
  private static let hard = Set(
    "的了是在和与及或跟对向给把被让由从到也都就又还才将曾很不没有着过得等说称们这那其而则但所为做去来要会能可想看用新更最多大"
      .unicodeScalars.map(\.value)
  )
}
