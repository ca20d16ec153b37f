public import ZhujieText

/// What is said about a source document in its front matter or its sidecar, or was inferred from
/// its text.
public struct DocumentMetadata: Sendable, Hashable {
  public var title: String?
  public var publisher: String?
  public var author: String?
  public var date: EDTFDate?
  public var url: String?
  /// The script its author says it is written in; nil where it is to be detected.
  public var language: DeclaredLanguage?
  public var original: OriginalReference?
  public var publish: Publication

  public init(
    title: String? = nil,
    publisher: String? = nil,
    author: String? = nil,
    date: EDTFDate? = nil,
    url: String? = nil,
    language: DeclaredLanguage? = nil,
    original: OriginalReference? = nil,
    publish: Publication = .full
  ) {
    self.title = title
    self.publisher = publisher
    self.author = author
    self.date = date
    self.url = url
    self.language = language
    self.original = original
    self.publish = publish
  }
}

/// How much of a document's text the site may show.
public enum Publication: String, Sendable, Hashable, CaseIterable {
  /// The whole text.
  case full
  /// Only the paragraphs that are cited, and sentences that hold a mention.
  case excerpts
  /// Nothing but its metadata.
  case none
}

/// The script, and region where it matters, that `lang` declares.
public enum DeclaredLanguage: String, Sendable, Hashable, CaseIterable {
  case zhHans = "zh-Hans"
  case zhHant = "zh-Hant"
  case zhHantTW = "zh-Hant-TW"
  case zhHantHK = "zh-Hant-HK"

  public var script: Script {
    switch self {
    case .zhHans: .simplified
    case .zhHant, .zhHantTW, .zhHantHK: .traditional
    }
  }
}

/// What a digest digests.
public struct OriginalReference: Sendable, Hashable {
  public let title: String?
  public let publisher: String?
  public let date: EDTFDate?
  public let url: String?

  public init(title: String?, publisher: String?, date: EDTFDate?, url: String?) {
    self.title = title
    self.publisher = publisher
    self.date = date
    self.url = url
  }
}
