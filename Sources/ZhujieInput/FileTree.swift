public import ZhujieText

/// A file as bytes, for folders that hold more than a project does, such as templates.
public struct RawFile: Sendable, Hashable {
  /// Relative to the folder that was read.
  public let path: SourcePath
  public let bytes: [UInt8]

  public init(path: SourcePath, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
  }
}

/// What stands in the folder of a project, as it was found a moment ago under ordinary limits.
public struct ProjectListing: Sendable {
  let folder: String
  let contents: Folder
}

/// Reads a folder of any files under the same rules as a project's: hidden and backup names are not
/// read, only regular files are, and no link out of the folder is followed.
public enum FileTree {
  /// In order of path by bytes. What cannot be read is told in the diagnostics.
  public static func files(
    in folder: String,
    limits: InputLimits = InputLimits(),
    cache: FileCache? = nil
  ) throws(InputError) -> (files: [RawFile], diagnostics: [Diagnostic]) {
    let contents = try Folder(at: folder, subfolders: nil, limits: limits)
    let (files, diagnostics) = read(contents, limits, cache)
    return (files, diagnostics)
  }

  /// All that a project in `folder` is read from, under ordinary limits, and the names in it that nothing is read from,
  /// whatever lies under them; nil where something is wrong with a file or its name.
  public static func project(
    in folder: String, cache: FileCache
  ) throws(InputError) -> (files: [RawFile], passedOver: [SourcePath], listing: ProjectListing)? {
    let contents = try Folder(at: folder, subfolders: ProjectReader.subfolders, limits: InputLimits())
    let rest = Set(SortedFiles(contents.files).rest.map(\.path))
    let (files, diagnostics) = read(contents, without: rest, InputLimits(), cache)
    return diagnostics.isEmpty
      ? (files, (contents.passedOver + rest).sorted(), ProjectListing(folder: folder, contents: contents)) : nil
  }

  private static func read(
    _ contents: Folder, without passedOver: Set<SourcePath> = [], _ limits: InputLimits, _ cache: FileCache?
  ) -> (files: [RawFile], diagnostics: [Diagnostic]) {
    var shelf = FileShelf(limits: limits, cache: cache)
    var files: [RawFile] = []
    for file in contents.files where !passedOver.contains(file.path) {
      if let bytes = shelf.bytes(of: file) { files.append(RawFile(path: file.path, bytes: bytes)) }
    }
    return (files, (contents.diagnostics + shelf.diagnostics).sorted())
  }
}
