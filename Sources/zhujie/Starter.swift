import CStarters

/// A project to begin with: the files of a folder in CStarters, embedded in the program.
struct Starter {
  /// Paths below the new project's folder, all of them in its `seeds/`.
  let files: [(path: String, contents: [UInt8])]

  /// One source and one entity.
  static let plain = Starter(folder: "plain/")
  /// An invented dossier that shows what a project may hold.
  static let sample = Starter(folder: "sample/")

  private init(folder: String) {
    files = (0..<zhujie_starter_file_count()).compactMap { index in
      guard let name = zhujie_starter_file_path(index), let bytes = zhujie_starter_file_bytes(index)
      else { return nil }
      let path = String(cString: name)
      guard path.hasPrefix(folder) else { return nil }
      let size = zhujie_starter_file_size(index)
      return (
        String(path.dropFirst(folder.count)), Array(UnsafeBufferPointer(start: bytes, count: size))
      )
    }
  }
}
