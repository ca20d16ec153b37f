package import ZhujieText

/// A file as bytes, for folders that hold more than a project does, such as templates.
package struct RawFile: Sendable, Hashable {
  /// Relative to the folder that was read.
  package let path: SourcePath
  package let bytes: [UInt8]

  package init(path: SourcePath, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
  }
}

/// Reads a folder of any files under the same rules as a project's: hidden and backup names are not
/// read, only regular files are, and no link out of the folder is followed.
package enum FileTree {
  /// In order of path by bytes. What cannot be read is told in the diagnostics.
  package static func files(
    in folder: String,
    limits: InputLimits = InputLimits(),
    cache: FileCache? = nil
  ) throws(InputError) -> (files: [RawFile], diagnostics: [Diagnostic]) {
    let contents = try Folder(at: folder, subfolders: nil, limits: limits)
    var shelf = FileShelf(limits: limits, cache: cache)
    var files: [RawFile] = []
    for file in contents.files {
      if let bytes = shelf.bytes(of: file) { files.append(RawFile(path: file.path, bytes: bytes)) }
    }
    return (files, (contents.diagnostics + shelf.diagnostics).sorted())
  }
}
