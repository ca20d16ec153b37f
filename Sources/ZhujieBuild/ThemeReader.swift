import CBuiltInTheme
import Glibc
import ZhujieInput
import ZhujiePages
import ZhujieText

/// Finds the theme of a build: the one inside the program, with the files of a folder over it.
enum ThemeReader {
  static func theme(_ settings: BuildSettings) throws(BuildError) -> Theme {
    guard let folder = settings.templates ?? folderBeside(settings.seeds) else { return builtIn }
    do {
      let found = try FileTree.files(in: folder, cache: settings.files)
      return theme(
        of: builtInFiles + found.files.map { ($0.path.string, $0.bytes) }, decoding: found.diagnostics)
    } catch {
      throw .templates(error)
    }
  }

  /// Parsed once: `serve` and the fuzzer build again and again.
  private static let builtIn = theme(of: builtInFiles, decoding: [], isOwn: true)

  /// Later files stand for earlier ones of their name.
  private static func theme(of files: [(path: String, contents: [UInt8])], decoding: [Diagnostic], isOwn: Bool = false) -> Theme {
    var decoding = decoding
    var templates: [SourceFile] = []
    var assets: [(name: String, contents: [UInt8])] = []
    for (path, contents) in files {
      if path.hasPrefix("assets/") {
        assets.append((String(path.dropFirst("assets/".count)), contents))
      } else if path.hasSuffix(".mustache") {
        guard let text = UTF8Text<FileSpace>(validating: contents) else {
          decoding.append(
            Diagnostic(
              .error, .templateSyntax, at: SourceLocation(path: SourcePath(path)),
              "this template is not UTF-8; save it as UTF-8"))
          continue
        }
        templates.append(SourceFile(path: SourcePath(path), text: text))
      }
    }
    return Theme(files: templates, assets: assets, diagnostics: decoding, isOwn: isOwn)
  }

  /// The theme of the program, by path.
  private static var builtInFiles: [(path: String, contents: [UInt8])] {
    (0..<zhujie_theme_file_count()).compactMap { index in
      guard let path = zhujie_theme_file_path(index), let bytes = zhujie_theme_file_bytes(index) else { return nil }
      return (
        String(cString: path), Array(UnsafeBufferPointer(start: bytes, count: zhujie_theme_file_size(index)))
      )
    }
  }

  /// `Templates/` beside the seeds folder, where there is one.
  static func folderBeside(_ seeds: String) -> String? {
    let folder = seeds + (seeds.hasSuffix("/") ? "../Templates" : "/../Templates")
    var status = stat()
    return stat(folder, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR ? folder : nil
  }
}
