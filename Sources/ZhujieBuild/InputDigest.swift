import ZhujieInput
import ZhujiePages
import ZhujieText

/// What a site is made from, as digests: every file that a build may read, and what it is told.
struct InputDigest {
  /// The settings and the files of the theme.
  private var settings = ContentDigest()
  /// Each file of the seeds, in order of path.
  private var files: [(path: SourcePath, digest: ContentDigest)] = []

  /// Nil where something cannot be read; the build will say what.
  init?(of settings: BuildSettings) {
    self.settings.add(settings.baseURL)
    self.settings.add(settings.selection.rawValue)
    let templates = settings.templates ?? ThemeReader.folderBeside(settings.seeds)
    self.settings.add(templates == nil ? 0 : 1)
    if let templates {
      guard let found = Self.files(in: templates, settings.files) else { return nil }
      for file in found {
        self.settings.add(file.path.string)
        self.settings.add(file.bytes)
      }
    }
    guard let found = Self.files(in: settings.seeds, settings.files) else { return nil }
    files = found.map { file in
      var digest = ContentDigest()
      digest.add(file.bytes)
      return (file.path, digest)
    }
  }

  private static func files(in folder: String, _ cache: FileCache) -> [RawFile]? {
    // A file that is told here was not read, and a build with higher limits may read it.
    guard let found = try? FileTree.files(in: folder, cache: cache), found.diagnostics.isEmpty else { return nil }
    return found.files
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
