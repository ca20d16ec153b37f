import ZhujieInput
public import ZhujieMeaning
import ZhujiePages
public import ZhujieText

/// What a build is asked to do.
public struct BuildSettings: Sendable {
  /// The folder that holds `sources/`.
  public var seeds: String
  /// A folder of templates; nil for `Templates/` beside the seeds, else the built-in theme.
  public var templates: String?
  /// Wins over the project's own `base-url`.
  public var baseURL: String?
  /// How many workers, at least 1.
  public var jobs: Int
  /// Files that were read, for whoever reads them again under the same settings.
  let files = FileCache()
  /// Whether the process ends with the build. Then what it was made from is left to the system to free at once, which takes a
  /// small rebuild of a large project a twentieth less time.
  public var endsWithProcess = false
  /// Is told how far the build has come.
  public var watch: StageWatch

  /// Whether a site can be published there: an address with http or https and a host.
  public static func isBaseURL(_ text: String) -> Bool { WebAddress.isFolder(text) }

  /// Which kinds of pages are made.
  var selection: PageSelection

  /// `only` is a list of kinds as it is typed; where it is none, every kind is made.
  public init(
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
  public static var pageNames: String { PageSelection.names.joined(separator: ", ") }

  public static func isPageList(_ list: String) -> Bool { PageSelection(list) != nil }
}

/// How a build went.
public struct BuildOutcome: Sendable {
  public internal(set) var diagnostics: [Diagnostic]
  /// Pages in all languages; 0 where errors stopped the build before the first.
  public let pages: Int
  /// Mentions in the source documents.
  public let mentions: Int
  public let written: Int
  public let unchanged: Int
  public let removed: Int
  /// What it says otherwise than the site that stood there; nil where there was none with a record.
  public var changes: MeaningDifference?

  /// Whether the findings make the build fail: errors do, and warnings where it is strict.
  public func isFailure(isStrict: Bool) -> Bool {
    diagnostics.contains { $0.severity == .error || (isStrict && $0.severity == .warning) }
  }
}
