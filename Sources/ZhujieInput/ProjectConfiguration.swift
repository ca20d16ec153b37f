public import ZhujieEntities
public import ZhujieText

/// What `zhujie.yml` says, or the defaults where there is none.
public struct ProjectConfiguration: Sendable, Hashable {
  public var title: MultilingualText
  public var standfirst: MultilingualText
  /// The languages of the site, in the order given, without repetition; all three unless said
  /// otherwise.
  public var languages: [Language]
  public var baseURL: String?
  /// IDs of source documents in the order they are to have; the others follow by name.
  public var sourceOrder: [String]
  public var licence: MultilingualText
  public var limits: InputLimits

  public init(
    title: MultilingualText = MultilingualText(),
    standfirst: MultilingualText = MultilingualText(),
    languages: [Language] = Language.allCases,
    baseURL: String? = nil,
    sourceOrder: [String] = [],
    licence: MultilingualText = MultilingualText(),
    limits: InputLimits = InputLimits()
  ) {
    self.title = title
    self.standfirst = standfirst
    self.languages = languages
    self.baseURL = baseURL
    self.sourceOrder = sourceOrder
    self.licence = licence
    self.limits = limits
  }
}
