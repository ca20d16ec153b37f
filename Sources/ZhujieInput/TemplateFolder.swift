import ZhujieText

/// A folder of templates, style sheets and scripts, as bytes by path.
package enum TemplateFolder {
  /// The files of the folder and of its `partials/` and `assets/`, in order of path. A file that cannot be read is
  /// an error, never left out.
  package static func read(
    _ folder: String,
    limits: InputLimits = InputLimits()
  ) throws(InputError) -> [(path: String, contents: [UInt8])] {
    let contents = try Folder(at: folder, subfolders: ["partials", "assets"], limits: limits)
    var files: [(path: String, contents: [UInt8])] = []
    for file in contents.files where file.path.string != "README.md" {
      switch FileBytes.read(file.realPath, limit: limits.fileSize) {
      case .success(let bytes):
        files.append((file.path.string, bytes))
      case .failure(.refused(let reason)):
        throw .unreadable(path: folder + "/" + file.path.string, reason: reason)
      case .failure(.tooLarge(let size)):
        throw .unreadable(
          path: folder + "/" + file.path.string,
          reason: "\(size) bytes are more than a file may have"
        )
      }
    }
    return files
  }
}
