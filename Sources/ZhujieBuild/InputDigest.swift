import ZhujieInput
import ZhujiePages
import ZhujieText

/// What a site is made from, as digests: every file that a build may read, and what it is told.
struct InputDigest: Sendable {
  /// The settings and the files of the theme.
  private var settings = ContentDigest()
  /// Each file of the seeds, in order of path.
  private var files: [(path: SourcePath, digest: ContentDigest)] = []
  /// The seeds as they were found.
  let listing: ProjectListing

  /// Nil where something cannot be read; the build will say what.
  init?(of settings: BuildSettings) {
    guard let found = try? FileTree.project(in: settings.seeds, cache: settings.files) else { return nil }
    listing = found.listing
    self.settings.add(settings.baseURL)
    self.settings.add(settings.selection.rawValue)
    let templates = settings.templates ?? ThemeReader.folderBeside(settings.seeds)
    self.settings.add(templates == nil ? 0 : 1)
    if let templates {
      // A file that is told here was not read, and a build with higher limits may read it.
      guard let found = try? FileTree.files(in: templates, cache: settings.files), found.diagnostics.isEmpty else {
        return nil
      }
      for file in found.files {
        self.settings.add(file.path.string)
        self.settings.add(file.bytes)
      }
    }
    for path in found.passedOver { self.settings.add(path.string) }
    files = found.files.map { file in
      var digest = ContentDigest()
      digest.add(file.bytes)
      return (file.path, digest)
    }
  }

  /// The digest of everything.
  var whole: ContentDigest { digest(without: []) }

  /// The digest of everything but some files of the seeds.
  func digest(without left: Set<SourcePath>) -> ContentDigest {
    var digest = settings
    for (path, file) in files where !left.contains(path) {
      digest.add(path.string)
      digest.add(file)
    }
    return digest
  }
}
