import ZhujieText

/// A file with the translation that stands beside it.
struct CompanionedFile {
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

extension FolderFile {
  /// Its folder and its name without the extension: what companions share.
  var place: String { place(named: stem) }

  func place(named stem: String) -> String {
    (folders + [stem]).joined(separator: "/")
  }
}
