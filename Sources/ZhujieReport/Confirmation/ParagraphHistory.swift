import ZhujieInput

/// The paragraphs of a source as they were confirmed, held against those it has now.
struct ParagraphHistory {
  /// What became of the paragraph that had a number.
  enum Fate: Equatable {
    case unchanged
    case changed
    /// It has another number now.
    case moved(to: Int)
    /// Nothing was recorded under the number.
    case unconfirmed
  }

  private let recorded: [Confirmation.Paragraph]
  private let current: [Confirmation.Paragraph]
  /// For each recorded paragraph the index of what it is now.
  private let successors: [Int?]
  private let former: [Confirmation.Source.Former]

  init(recorded: Confirmation.Source, current: [Confirmation.Paragraph]) {
    self.recorded = recorded.paragraphs
    self.current = current
    former = recorded.former
    successors = Self.successors(of: recorded.paragraphs, in: current)
  }

  /// The fate of the paragraph with a number from 1.
  func fate(of number: Int) -> Fate {
    guard recorded.indices.contains(number - 1), current.indices.contains(number - 1) else {
      return .unconfirmed
    }
    let was = recorded[number - 1]
    if current[number - 1].digest == was.digest { return .unchanged }
    if let place = successors[number - 1], place != number - 1, current[place].digest == was.digest
    {
      return .moved(to: place + 1)
    }
    return .changed
  }

  /// The addresses that paragraphs once had, by the number of what they are now, oldest first.
  var formerAnchors: [Int: [String]] {
    var anchors: [Int: [String]] = [:]
    let numbers = Dictionary(
      current.enumerated().map { ($1.anchor, $0 + 1) },
      uniquingKeysWith: { first, _ in first }
    )
    for entry in allFormer {
      if let number = numbers[entry.now], numbers[entry.anchor] == nil {
        anchors[number, default: []].append(entry.anchor)
      }
    }
    return anchors
  }

  /// What to record of addresses that are gone. An address that leads nowhere any more is forgotten; one that came back
  /// is no longer former.
  var allFormer: [Confirmation.Source.Former] {
    let present = Set(current.map(\.anchor))
    var renamed: [String: String] = [:]
    for (was, successor) in zip(recorded, successors) {
      if let successor, !present.contains(was.anchor) {
        renamed[was.anchor] = current[successor].anchor
      }
    }
    var result: [Confirmation.Source.Former] = []
    var seen: Set<String> = []
    func add(_ anchor: String, _ now: String) {
      guard !present.contains(anchor), present.contains(now), seen.insert(anchor).inserted else {
        return
      }
      result.append(.init(anchor: anchor, now: now))
    }
    for entry in former { add(entry.anchor, renamed[entry.now] ?? entry.now) }
    for was in recorded { if let now = renamed[was.anchor] { add(was.anchor, now) } }
    return result
  }

  /// A paragraph that kept its address is itself wherever it stands. One that lost it is what now stands at the same
  /// distance from its nearest neighbour that kept its own, unless that was another paragraph before.
  private static func successors(
    of recorded: [Confirmation.Paragraph],
    in current: [Confirmation.Paragraph]
  ) -> [Int?] {
    let places = Dictionary(
      current.enumerated().map { ($1.anchor, $0) },
      uniquingKeysWith: { first, _ in first }
    )
    var successors = recorded.map { places[$0.anchor] }
    var taken = Set(successors.compactMap { $0 })
    let kept = successors
    func fill(_ indices: some Sequence<Int>, from border: (recorded: Int, current: Int)?) {
      var neighbour = border
      for index in indices {
        if let place = kept[index] {
          neighbour = (index, place)
        } else if let neighbour, successors[index] == nil {
          let place = neighbour.current + (index - neighbour.recorded)
          if current.indices.contains(place), taken.insert(place).inserted { successors[index] = place }
        }
      }
    }
    // What stands before tells more than what comes after, and either more than the start of the text.
    fill(recorded.indices, from: nil)
    fill(recorded.indices.reversed(), from: nil)
    fill(recorded.indices, from: (-1, -1))
    return successors
  }
}
