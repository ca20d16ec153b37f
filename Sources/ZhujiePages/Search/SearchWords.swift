import ZhujieText

/// The words that the search script shows, as an object of JavaScript.
enum SearchWords {
  static func script(in language: Language) -> String {
    func text(_ key: Phrases.Key) -> String { JSONText.quoted(key.text[language]) }
    let why =
      ["\"\""] + [.matchedEnglish, .matchedPinyin, .matchedInitials, .matchedOther].map(text)
    let words = keys.map { "\"\($0)\":" + text($1) } + ["\"why\":[\(why.joined(separator: ","))]"]
    return "{" + words.joined(separator: ",") + "}"
  }

  private static let keys: [(name: String, phrase: Phrases.Key)] = [
    ("results", .searchResults), ("names", .searchNames), ("count", .searchCount),
    ("many", .searchMany),
    ("least", .searchLeast), ("nothing", .searchNothing), ("more", .searchMore),
    ("broken", .searchBroken),
    ("part", .searchPart), ("person", .person), ("organization", .organization),
    ("product", .product),
    ("event", .event), ("system", .system),
  ]
}
