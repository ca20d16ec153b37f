import ZhujieText

/// A file with the translation that stands beside it.
struct CompanionedFile: Sendable {
  let file: FolderFile
  let translation: FolderFile?

  /// Pairs `ID.md` with `ID.en.md` of the same folder. An English file without its original is left
  /// as one of its own.
  static func pairing(_ files: [FolderFile], originals: Set<String>) -> [CompanionedFile] {
    var translations: [String: FolderFile] = [:]
    var known: Set<String> = []
    for file in files where originals.contains(file.fileExtension) {
      known.insert(file.place)
    }
    var rest: [FolderFile] = []
    for file in files {
      let (stem, language) = Folder.parts(of: file.stem)
      let place = file.place(named: stem)
      if file.fileExtension == "md", language == "en", known.contains(place) {
        translations[place] = file
      } else {
        rest.append(file)
      }
    }
    return rest.map { CompanionedFile(file: $0, translation: translations[$0.place]) }
  }
}

extension CompanionedFile {
  /// Like `pairing`, for files of which a translation alone is of no use: it is told of and left
  /// out.
  static func pairingOriginals(_ files: [FolderFile], shelf: inout FileShelf) -> [CompanionedFile] {
    pairing(files, originals: ["md"]).filter { found in
      let (stem, language) = Folder.parts(of: found.file.stem)
      guard language == "en" else { return true }
      shelf.report(
        .warning,
        .loneCompanion,
        found.file.path,
        "\"\(found.file.path.fileName)\" translates \(stem).md, which is not there; write that first"
      )
      return false
    }
  }
}

extension FolderFile {
  /// Its folder and its name without the extension: what companions share.
  var place: String { place(named: stem) }

  func place(named stem: String) -> String {
    let path = path.string.utf8
    guard let slash = path.lastIndex(of: UInt8(ascii: "/")) else { return stem }
    return (String(path[...slash]) ?? "") + stem
  }
}
