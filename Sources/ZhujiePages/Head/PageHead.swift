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
    guard utf8.count > most else { return self }
    let short = utf8Span.span.withUnsafeBufferPointer { bytes -> String? in
      var (count, i, end) = (0, 0, 0)
      while i < bytes.count {
        if count == most { return String(decoding: bytes[..<end], as: UTF8.self) + "…" }
        if count == most - 1 { end = i }
        i += UTF8Scan.scalar(at: i, in: bytes).length
        count += 1
      }
      return nil
    }
    return short ?? self
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
