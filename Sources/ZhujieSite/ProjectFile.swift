import Glibc

/// Replaces a small file of the user's own folder: the only thing written outside an output, and only when asked for by name.
public enum ProjectFile {
  /// Writes beside the file and moves it into place, so that a reader sees the old one or the new one. False where the file holds
  /// these bytes already; then nothing is touched.
  public static func write(
    _ contents: [UInt8], named name: StaticString, in folder: String
  ) throws(WriteError) -> Bool {
    guard let folder = try Folder.open(folder) else { throw .system(.list, path: folder, errno: ENOENT) }
    let target = RelativePath(name)
    if folder.holds(contents, at: target) { return false }
    let staged = target.hidden
    try folder.write(contents, to: staged)
    let number = folder.move(staged, to: folder, target)
    guard number == 0 else {
      try? folder.removeFile(staged)
      throw .failure(.rename, folder.full(target), number)
    }
    return true
  }
}
