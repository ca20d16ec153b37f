import ZhujieEntities
import ZhujieText

/// The direct speech of one block of the pivot.
struct QuotationBlock {
  struct Person {
    let range: Range<Int>
    let entity: EntityID
    let kind: EntityKind
    var isPerson: Bool { kind == .person }
  }

  enum Speaker {
    case entity(EntityID)
    case unnamed(Range<Int>)
    case unknown
  }

  struct Found {
    let outer: Range<Int>
    let inner: Range<Int>
    let speaker: Speaker
    let verb: Range<Int>?
    let rule: String
    let confidence: Double
  }

  private let range: Range<Int>
  private let people: [Person]
  private let marks: [QuoteMarks]
  /// Verbs of saying outside quotation marks, by start.
  private let verbs: [Range<Int>]
  private let bytes: UnsafeBufferPointer<UInt8>

  init(
    range: Range<Int>,
    people: [Person],
    lexicon: EvidenceLexicon,
    bytes: UnsafeBufferPointer<UInt8>
  ) {
    self.range = range
    self.bytes = bytes
    let marks = QuoteMarks.all(in: range, of: bytes)
    self.marks = marks
    func outside<Element>(_ items: [Element], _ place: (Element) -> Range<Int>) -> [Element] {
      var index = 0
      return items.filter { item in
        while index < marks.count, marks[index].outer.upperBound <= place(item).lowerBound {
          index += 1
        }
        return index >= marks.count || marks[index].outer.lowerBound >= place(item).upperBound
      }
    }
    self.people = outside(people) { $0.range }
    let said =
      marks.isEmpty
      ? [] : lexicon.cues(in: range, of: bytes).filter { $0.isA(.saying) }.map { $0.start..<$0.end }
    verbs = Self.free(outside(said) { $0 }, of: people, bytes)
  }

  /// Without those inside names, such as the 問 of a product, and without passive ones: 被評價.
  private static func free(
    _ verbs: [Range<Int>],
    of people: [Person],
    _ bytes: UnsafeBufferPointer<UInt8>
  ) -> [Range<Int>] {
    var index = 0
    return verbs.filter { verb in
      while index < people.count, people[index].range.upperBound <= verb.lowerBound { index += 1 }
      if index < people.count, people[index].range.overlaps(verb) { return false }
      return verb.lowerBound == 0
        || UTF8Scan.scalar(before: verb.lowerBound, in: bytes).value != 0x88AB
    }
  }

  func quotations() -> [Found] {
    var result: [Found] = []
    var last: Speaker = .unknown
    for (index, mark) in marks.enumerated() {
      let earliest = index > 0 ? marks[index - 1].outer.upperBound : range.lowerBound
      let latest = index + 1 < marks.count ? marks[index + 1].outer.lowerBound : range.upperBound
      guard let found = found(mark, from: earliest, to: latest, last: last) else { continue }
      result.append(found)
      last = found.speaker
    }
    return result
  }

  private func found(_ mark: QuoteMarks, from earliest: Int, to latest: Int, last: Speaker)
    -> Found?
  {
    let length = Self.characters(mark.inner, bytes)
    let isSentence = endsSentence(mark.inner) && length >= 6
    let hasPause = bytes[mark.inner].indices.contains { isPause($0) }
    if let verb = verbBefore(mark, from: earliest), length >= 6 || hasPause || isSentence {
      let (speaker, rule, confidence) = subject(before: verb, from: range.lowerBound)
      return Found(
        outer: mark.outer,
        inner: mark.inner,
        speaker: speaker,
        verb: verb,
        rule: "the verb stands before; " + rule,
        confidence: confidence
      )
    }
    if let verb = verbAfter(mark, to: latest), isSentence || hasPause || length >= 8 {
      let (speaker, rule, confidence) = subject(before: verb, from: mark.outer.upperBound)
      if case .unknown = speaker {
        let earlier = earlierPerson(before: mark.outer.lowerBound)
        return Found(
          outer: mark.outer,
          inner: mark.inner,
          speaker: earlier,
          verb: verb,
          rule: "the verb stands behind; the person named before",
          confidence: 0.5
        )
      }
      return Found(
        outer: mark.outer,
        inner: mark.inner,
        speaker: speaker,
        verb: verb,
        rule: "the verb stands behind; " + rule,
        confidence: confidence
      )
    }
    // Speech without a verb of its own: a whole sentence, or what ends one after a comma.
    guard isSentence ? length >= 8 : length >= 10 && closesSentence(mark, from: earliest) else {
      return nil
    }
    if case .unknown = last {
    } else if isRightAfterSpeech(mark, earliest) {
      return Found(
        outer: mark.outer,
        inner: mark.inner,
        speaker: last,
        verb: nil,
        rule: "no verb; the speaker of the words before",
        confidence: 0.55
      )
    }
    if let verb = verbs(in: twoSentences(before: mark.outer.lowerBound)..<mark.outer.lowerBound)
      .last
    {
      let (speaker, rule, _) = subject(before: verb, from: range.lowerBound)
      return Found(
        outer: mark.outer,
        inner: mark.inner,
        speaker: speaker,
        verb: nil,
        rule: "no verb of its own; by the last verb before, " + rule,
        confidence: 0.6
      )
    }
    return Found(
      outer: mark.outer,
      inner: mark.inner,
      speaker: earlierPerson(before: mark.outer.lowerBound),
      verb: nil,
      rule: "no verb; the person named before",
      confidence: 0.45
    )
  }

  /// A comma before and a full stop or the end behind: ，“…”。
  private func closesSentence(_ mark: QuoteMarks, from earliest: Int) -> Bool {
    guard mark.outer.lowerBound > earliest else { return false }
    let before = UTF8Scan.scalar(before: mark.outer.lowerBound, in: bytes).value
    let after =
      mark.outer.upperBound < range.upperBound
      ? UTF8Scan.scalar(at: mark.outer.upperBound, in: bytes).value : 0x0A
    return (before == 0xFF0C || before == 0x2C || before == 0xFF1A || before == 0x3A)
      && Sentence.ends(after)
  }

  /// Whether nothing but space and marks stands between a speech and the one before it.
  private func isRightAfterSpeech(_ mark: QuoteMarks, _ earliest: Int) -> Bool {
    var offset = earliest
    while offset < mark.outer.lowerBound {
      let (value, length) = UTF8Scan.scalar(at: offset, in: bytes)
      guard NameSymbol.isBlank(value) || Sentence.endsClause(value) else { return false }
      offset += length
    }
    return true
  }

  /// Where the sentence before the one of an offset begins.
  private func twoSentences(before offset: Int) -> Int {
    let sentence = sentenceStart(offset, from: range.lowerBound)
    guard sentence > range.lowerBound else { return sentence }
    return sentenceStart(
      sentence - UTF8Scan.scalar(before: sentence, in: bytes).length,
      from: range.lowerBound
    )
  }

  /// The verb that a mark's opening belongs to: right before it, or in the same sentence with a colon or comma
  /// before the mark.
  private func verbBefore(_ mark: QuoteMarks, from earliest: Int) -> Range<Int>? {
    var end = mark.outer.lowerBound
    while end > earliest, NameSymbol.isBlank(UTF8Scan.scalar(before: end, in: bytes).value) {
      end -= UTF8Scan.scalar(before: end, in: bytes).length
    }
    guard end > earliest else { return nil }
    let (value, length) = UTF8Scan.scalar(before: end, in: bytes)
    let isColon = value == 0xFF1A || value == 0x3A
    let isComma = value == 0xFF0C || value == 0x2C
    let sentence = sentenceStart(end, from: earliest)
    if isColon || isComma {
      let place = end - length
      // With a colon anywhere in the sentence; with a comma at most a clause between verb and speech.
      let verb = verbs(in: sentence..<max(sentence, place)).last
      return verb.flatMap { isColon || clauses(between: $0.upperBound, and: place) <= 2 ? $0 : nil }
    }
    return verbs(in: sentence..<max(sentence, end)).last.flatMap { $0.upperBound == end ? $0 : nil }
  }

  /// The verb in the clause that follows a mark.
  private func verbAfter(_ mark: QuoteMarks, to latest: Int) -> Range<Int>? {
    var start = mark.outer.upperBound
    while start < latest {
      let (value, length) = UTF8Scan.scalar(at: start, in: bytes)
      guard NameSymbol.isBlank(value) || value == 0xFF0C || value == 0x2C || value == 0x3002 else {
        break
      }
      start += length
    }
    var end = start
    var count = 0
    while end < latest, count < 28 {
      let (value, length) = UTF8Scan.scalar(at: end, in: bytes)
      if Sentence.endsClause(value) { break }
      end += length
      count += 1
    }
    return verbs(in: start..<max(start, end)).first
  }

  /// Who a verb of saying belongs to, between `earliest` and the verb.
  private func subject(before verb: Range<Int>, from earliest: Int) -> (Speaker, String, Double) {
    let start = max(earliest, sentenceStart(verb.lowerBound, from: earliest))
    let near = people(in: start..<verb.lowerBound)
    if let unnamed = unnamed(from: start, to: verb.lowerBound),
      near.last(where: { $0.isPerson && $0.range.lowerBound > unnamed.upperBound }) == nil
    {
      return (.unnamed(unnamed), "an unnamed person", 0.75)
    }
    if let person = near.last(where: { $0.isPerson && !isAddressed($0.range) }) {
      return (.entity(person.entity), "the person before the verb", 0.9)
    }
    if let organization = near.last(where: {
      $0.kind == .organization && $0.range.upperBound == verb.lowerBound
    }) {
      return (.entity(organization.entity), "the organization before the verb", 0.8)
    }
    if earliest == range.lowerBound || start > earliest {
      let earlier = earlierPerson(before: start)
      if case .entity = earlier { return (earlier, "the person of the sentence before", 0.6) }
    }
    return (.unknown, "nobody named", 0.3)
  }

  /// 對林遠說: the person is spoken to.
  private func isAddressed(_ person: Range<Int>) -> Bool {
    guard person.lowerBound > range.lowerBound else { return false }
    // 对向跟给同与问
    return [0x5BF9, 0x5411, 0x8DDF, 0x7ED9, 0x540C, 0x4E0E, 0x95EE].contains(
      UTF8Scan.scalar(before: person.lowerBound, in: bytes).value
    )
  }

  /// The last person named before an offset in the sentence there or the one before it.
  private func earlierPerson(before offset: Int) -> Speaker {
    let before = twoSentences(before: offset)
    return people(in: before..<max(before, offset)).last { $0.isPerson }.map { .entity($0.entity) }
      ?? .unknown
  }

  /// 一位遠山人士, 多位員工: from the number to the noun of a person.
  private func unnamed(from start: Int, to end: Int) -> Range<Int>? {
    var offset = start
    var begin: Int?
    while offset < end {
      for opener in Self.openers where offset + opener.count <= end {
        if opener.elementsEqual(bytes[offset..<(offset + opener.count)]) { begin = offset }
      }
      offset += UTF8Scan.scalar(at: offset, in: bytes).length
    }
    // Up to the last noun for people; without a number before, only with a name right in front of it.
    var last: (start: Int, end: Int)?
    offset = begin ?? start
    while offset < end {
      for noun in Self.nouns where offset + noun.count <= end {
        if noun.elementsEqual(bytes[offset..<(offset + noun.count)]) {
          last = (offset, offset + noun.count)
        }
      }
      offset += UTF8Scan.scalar(at: offset, in: bytes).length
    }
    guard let last else { return nil }
    if let begin { return begin..<last.end }
    guard let owner = people(in: start..<last.start).last, !owner.isPerson,
      owner.range.upperBound == last.start
    else {
      return nil
    }
    return owner.range.lowerBound..<last.end
  }

  private static let openers = [
    "一位", "一名", "一家", "一个", "多位", "多名", "几位", "几名", "两位", "有位", "某位", "有其他", "其他", "另一位",
  ].map {
    Array($0.utf8)
  }
  private static let nouns = [
    "人士", "员工", "高管", "管理层", "负责人", "创始人", "创业者", "工程师", "产品经理", "分析师", "投资人", "知情人", "内部人", "记者",
    "专家", "教授", "学者", "代表", "发言人", "合伙人", "总监", "经理", "用户", "客户", "老师", "同事", "朋友", "家长", "研究员",
  ].map { Array($0.utf8) }

  /// The verbs that lie in a range.
  private func verbs(in range: Range<Int>) -> ArraySlice<Range<Int>> {
    let first = Self.first(in: verbs) { $0.lowerBound >= range.lowerBound }
    return verbs[first...].prefix(Self.most).prefix { $0.upperBound <= range.upperBound }
  }

  /// The people and things named in a range.
  private func people(in range: Range<Int>) -> ArraySlice<Person> {
    let first = Self.first(in: people) { $0.range.lowerBound >= range.lowerBound }
    return people[first...].prefix(Self.most).prefix { $0.range.upperBound <= range.upperBound }
  }

  private static func first<Element>(in items: [Element], where holds: (Element) -> Bool) -> Int {
    var low = 0
    var high = items.count
    while low < high {
      let middle = (low + high) / 2
      if holds(items[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }

  /// Bytes that a sentence is followed back for, and items that are looked at in it: no text makes the work at one
  /// quotation long.
  private static let longestSentence = 1500
  private static let most = 600

  private func sentenceStart(_ offset: Int, from earliest: Int) -> Int {
    var start = offset
    let lowest = max(earliest, offset - Self.longestSentence)
    while start > lowest {
      let (value, length) = UTF8Scan.scalar(before: start, in: bytes)
      // A sentence's end inside a quotation does not end the sentence around it.
      if Sentence.ends(value), !isInside(start - length) { break }
      start -= length
    }
    return start
  }

  private func isInside(_ offset: Int) -> Bool {
    var low = 0
    var high = marks.count
    while low < high {
      let middle = (low + high) / 2
      if marks[middle].outer.upperBound <= offset { low = middle + 1 } else { high = middle }
    }
    return low < marks.count && marks[low].outer.contains(offset)
  }

  private func clauses(between start: Int, and end: Int) -> Int {
    var count = 0
    var offset = start
    while offset < end, count < 4 {
      let (value, length) = UTF8Scan.scalar(at: offset, in: bytes)
      if Sentence.endsClause(value) { count += 1 }
      offset += length
    }
    return count
  }

  private func endsSentence(_ inner: Range<Int>) -> Bool {
    guard !inner.isEmpty else { return false }
    let value = UTF8Scan.scalar(before: inner.upperBound, in: bytes).value
    return Sentence.ends(value) || value == 0xFF0C || value == 0x2C || value == 0x2026
  }

  private func isPause(_ offset: Int) -> Bool {
    bytes[offset] & 0xC0 != 0x80
      && Sentence.endsClause(UTF8Scan.scalar(at: offset, in: bytes).value)
  }

  private static func characters(_ range: Range<Int>, _ bytes: UnsafeBufferPointer<UInt8>) -> Int {
    bytes[range].reduce(0) { $0 + ($1 & 0xC0 != 0x80 ? 1 : 0) }
  }
}
