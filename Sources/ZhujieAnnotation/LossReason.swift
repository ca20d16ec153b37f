public import ZhujieEntities

/// Why a reading was not taken.
public enum LossReason: Sendable, Hashable {
  /// The letters stand in another case than the name allows.
  case otherCase
  /// It starts or ends inside a word of letters and digits, or a longer token such as a version.
  case insideToken
  /// A version is printed behind it that no entity lists: a product of its own.
  case otherVersion
  /// It starts or ends inside a number.
  case insideNumber
  /// It is part of somebody's longer name.
  case insideName(String)
  /// It is one part of a foreign name whose parts a dot joins.
  case insideForeignName
  /// An adverb of degree stands before it.
  case afterDegree
  /// A combining mark or joiner follows or precedes it.
  case insideCluster
  /// An event's or system's name that tells what happened or what it is: in running text the names in it count.
  case headline
  /// It covers code or a URL.
  case opaque
  /// None of the words that the rule requires stands in the paragraph.
  case requiredWordMissing([String])
  /// One of the rule's excluded wordings covers it.
  case excluded(String)
  /// The alias is limited to other sources.
  case otherSource
  /// The alias is limited to other dates of publication.
  case otherDate
  /// The sentence reads better with the words around it: these.
  case crossesWords(String)
  /// An ordinary word, and nothing in its sentence speaks for the name, or more against it.
  case ordinaryWord(for: String, against: String)
  /// A longer name covers it, or a crossing one won.
  case beaten(by: String)
  /// It is far down a chain of names that all overlap.
  case crowded
  /// The rules of several entities hold at once.
  case ambiguous([EntityID])
  /// An entity with a rule that holds claims the same words.
  case ruledOut(by: EntityID)
  /// An editor decided so.
  case decision
  /// A mention stands where the quantity was read, or the other way round.
  case overlaps(String)

  /// The reason in words.
  public var text: String {
    switch self {
    case .otherCase: "its letters stand in another case than the name's"
    case .insideToken: "it is part of a longer word of letters and digits"
    case .otherVersion: "a version is printed behind it, and that is another product"
    case .insideNumber: "it starts or ends inside a number"
    case .insideName(let name): "it is part of “\(name)”"
    case .insideForeignName: "it is a part of a longer name that a dot joins"
    case .afterDegree: "an adverb of degree stands before it, so it begins with an adjective"
    case .insideCluster: "a combining mark or joiner stands at its edge"
    case .headline:
      "an event's or system's name that is told in other names is looked for only where it is an alias too"
    case .opaque: "it touches code or a URL"
    case .requiredWordMissing(let words): "none of \(Self.list(words)) stands in its paragraph"
    case .excluded(let word): "the excluded “\(word)” covers it"
    case .otherSource: "the alias is limited to other sources"
    case .otherDate: "the alias is limited to other dates"
    case .crossesWords(let words): "the sentence reads better as \(words)"
    case .ordinaryWord(let pro, let contra):
      "an ordinary word, and its sentence does not speak for the name"
        + (pro.isEmpty ? "" : "; for it: \(pro)")
        + (contra.isEmpty ? "" : "; against it: \(contra)")
    case .beaten(let name): "“\(name)” covers or crosses it"
    case .crowded: "more names overlap each other here than any sentence has"
    case .ambiguous(let ids): "the rules of several entities hold: \(Self.list(ids.map(\.string)))"
    case .ruledOut(let id): "the rule of \(id) holds here"
    case .decision: "an editor decided so"
    case .overlaps(let text): "“\(text)” stands there"
    }
  }

  private static func list(_ words: [String]) -> String {
    words.prefix(8).map { "“\($0)”" }.joined(separator: ", ") + (words.count > 8 ? " …" : "")
  }
}
