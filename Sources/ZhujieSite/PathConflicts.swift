/// Finds the paths of a site that cannot live together on every disk and host.
///
/// Compared are the names of folders as well as of files: on a disk that ignores case `A/x` and `a/y` would share one
/// folder, and on a host that does not, links into one of them would break.
enum PathConflicts {
  private struct Entry {
    /// The path, or the beginning of a path, as it is spelled.
    let spelling: Substring.UTF8View
    let path: SitePath
    let isFile: Bool
  }

  /// The conflicts among `paths`, which are sorted and may hold the same path twice; each path is named at most once as
  /// the one that came later.
  static func find(in paths: [SitePath]) -> [WriteError.Conflict] {
    if paths.allSatisfy(isItsFold), !holdsTwiceOrAsFolder(paths) { return [] }
    // Swift compares strings by canonical equivalence (UAX #15), so that folding case is all there is to do.
    var entries: [String: Entry] = Dictionary(minimumCapacity: paths.count * 2)
    var conflicts: [WriteError.Conflict] = []
    var knownFolder: Substring.UTF8View = Substring().utf8
    for path in paths {
      let folderEnd = path.string.utf8.lastIndex(of: 0x2F)
      let folder = path.string.utf8[..<(folderEnd ?? path.string.utf8.startIndex)]
      if folderEnd != nil, !folder.elementsEqual(knownFolder) {
        if let conflict = addFolders(of: path, to: &entries) {
          conflicts.append(conflict)
          continue
        }
        knownFolder = folder
      }
      let entry = Entry(spelling: path.string.utf8[...], path: path, isFile: true)
      if let other = entries.updateValue(entry, forKey: fold(entry.spelling)) {
        conflicts.append(conflict(other, entry))
      }
    }
    return conflicts.sorted()
  }

  /// Whether no other spelling folds to this one: letters of ASCII that are small, and Han characters from U+4000 to U+9FFF,
  /// which have no case and compose with nothing.
  private static func isItsFold(_ path: SitePath) -> Bool {
    path.string.utf8.allSatisfy { byte in
      switch byte {
      case 0x41...0x5A, 0xC0...0xE3, 0xEA...: false
      default: true
      }
    }
  }

  /// Whether a path is there twice, or is a folder of another one. All that begin with a path come right after it.
  private static func holdsTwiceOrAsFolder(_ paths: [SitePath]) -> Bool {
    for (place, path) in paths.enumerated() {
      let bytes = path.string.utf8
      for longer in paths[(place + 1)...] {
        guard longer.string.utf8.starts(with: bytes) else { break }
        let next = longer.string.utf8.dropFirst(bytes.count).first
        if next == nil || next == 0x2F { return true }
      }
    }
    return false
  }

  private static func addFolders(of path: SitePath, to entries: inout [String: Entry]) -> WriteError
    .Conflict?
  {
    let bytes = path.string.utf8
    var slash = bytes.firstIndex(of: 0x2F)
    while let end = slash {
      let entry = Entry(spelling: bytes[..<end], path: path, isFile: false)
      let folded = fold(entry.spelling)
      if let other = entries[folded] {
        if other.isFile || !other.spelling.elementsEqual(entry.spelling) {
          return conflict(other, entry)
        }
      } else {
        entries[folded] = entry
      }
      slash = bytes[bytes.index(after: end)...].firstIndex(of: 0x2F)
    }
    return nil
  }

  /// Up and down again, since some letters (ſ, K, ς) reach their partner only that way.
  private static func fold(_ bytes: Substring.UTF8View) -> String {
    let string = String(Substring(bytes))
    return bytes.allSatisfy { $0 < 0x80 } ? string.lowercased() : string.uppercased().lowercased()
  }

  /// `other` is what was known before.
  private static func conflict(_ other: Entry, _ new: Entry) -> WriteError.Conflict {
    let isSpelledAlike = other.spelling.elementsEqual(new.spelling)
    let (a, b) = (other.path, new.path)
    guard isSpelledAlike else {
      return WriteError.Conflict(first: min(a, b), second: max(a, b), kind: .spelling)
    }
    if other.isFile && new.isFile { return WriteError.Conflict(first: a, second: b, kind: .same) }
    return WriteError.Conflict(
      first: other.isFile ? a : b,
      second: other.isFile ? b : a,
      kind: .fileAndFolder
    )
  }
}
