import ZhujieInput
package import ZhujieMeaning
import ZhujiePages
package import ZhujieText

/// What a build is asked to do.
package struct BuildSettings: Sendable {
  /// The folder that holds `sources/`.
  package var seeds: String
  /// A folder of templates; nil for `Templates/` beside the seeds, else the built-in theme.
  package var templates: String?
  /// Wins over the project's own `base-url`.
  package var baseURL: String?
  /// How many workers, at least 1.
  package var jobs: Int
  /// Files that were read, for whoever reads them again under the same settings.
  let files = FileCache()
  /// Is told how far the build has come.
  package var watch: StageWatch

  /// Whether a site can be published there: an address with http or https and a host.
  package static func isBaseURL(_ text: String) -> Bool { WebAddress.isFolder(text) }

  /// Which kinds of pages are made.
  var selection: PageSelection

  /// `only` is a list of kinds as it is typed; where it is none, every kind is made.
  package init(
    seeds: String, templates: String? = nil, baseURL: String? = nil, jobs: Int = 2, only: String? = nil,
    watch: StageWatch = StageWatch()
  ) {
    self.seeds = seeds
    self.templates = templates
    self.baseURL = baseURL
    self.jobs = max(1, jobs)
    self.watch = watch
    selection = only.flatMap { PageSelection($0) } ?? .all
  }
}

extension BuildSettings {
  /// The kinds of pages by name, for messages.
  package static var pageNames: String { PageSelection.names.joined(separator: ", ") }

  package static func isPageList(_ list: String) -> Bool { PageSelection(list) != nil }
}

/// How a build went.
package struct BuildOutcome: Sendable {
  package internal(set) var diagnostics: [Diagnostic]
  /// Pages in all languages; 0 where errors stopped the build before the first.
  package let pages: Int
  /// Mentions in the source documents.
  package let mentions: Int
  package let written: Int
  package let unchanged: Int
  package let removed: Int
  /// What it says otherwise than the site that stood there; nil where there was none with a record.
  package var changes: MeaningDifference?

  /// Whether the findings make the build fail: errors do, and warnings where it is strict.
  package func isFailure(isStrict: Bool) -> Bool {
    diagnostics.contains { $0.severity == .error || (isStrict && $0.severity == .warning) }
  }
}
