package import ZhujieEntities
package import ZhujieText

/// What `zhujie.yml` says, or the defaults where there is none.
package struct ProjectConfiguration: Sendable, Hashable {
  package var title: MultilingualText
  package var standfirst: MultilingualText
  /// The languages of the site, in the order given, without repetition; all three unless said
  /// otherwise.
  package var languages: [Language]
  package var baseURL: String?
  /// IDs of source documents in the order they are to have; the others follow by name.
  package var sourceOrder: [String]
  package var licence: MultilingualText
  package var limits: InputLimits

  package init(
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
