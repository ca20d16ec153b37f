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

  let range: Range<Int>
  let people: [Person]
  let marks: [QuoteMarks]
  /// Verbs of saying outside quotation marks, by start.
  let verbs: [Range<Int>]
  let bytes: UnsafeBufferPointer<UInt8>

  init(
    range: Range<Int>,
    marks: [QuoteMarks],
    people: [Person],
    lexicon: EvidenceLexicon,
    bytes: UnsafeBufferPointer<UInt8>
  ) {
    self.range = range
    self.bytes = bytes
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
    let said = lexicon.cues(in: range, of: bytes).filter { $0.isA(.saying) }
      .map { $0.start..<$0.end }
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
}
