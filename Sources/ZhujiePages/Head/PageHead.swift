import ZhujieText

/// What a page says of itself to those who do not read it: browsers, crawlers, other sites.
struct PageHead {
  /// What sort of page it is to the Open Graph protocol.
  enum Sort: String {
    case website, article, profile
  }

  /// The page's own title, without that of the site.
  let title: String
  let description: String
  let sort: Sort
  /// JSON-LD; nil for pages that are only lists.
  let structured: JSONValue?
  /// Whether the page may hold pictures of data, whose styles are a file of their own.
  let hasPictures: Bool

  init(
    title: String, description: String, sort: Sort = .website, structured: JSONValue? = nil, hasPictures: Bool = true
  ) {
    self.title = title
    self.description = description.shortened(to: Self.longest)
    self.sort = sort
    self.structured = structured
    self.hasPictures = hasPictures
  }

  /// Search engines show no more than about this much.
  private static let longest = 240
}

extension String {
  /// The text, or as much of its beginning as has that many characters (scalars) with the mark of what is left out.
  func shortened(to most: Int) -> String {
    let scalars = unicodeScalars
    guard utf8.count > most, let end = scalars.index(startIndex, offsetBy: most - 1, limitedBy: endIndex),
      end < endIndex, scalars.index(after: end) < endIndex
    else { return self }
    return self[..<end] + "…"
  }
}

extension Language {
  /// What the Open Graph protocol calls it, which knows no language without a country.
  var openGraphTag: String {
    switch self {
    case .zhHant: "zh_TW"
    case .zhHans: "zh_CN"
    case .en: "en_US"
    }
  }
}
