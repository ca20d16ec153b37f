import ZhujieEntities
import ZhujieText

/// Puts the source documents of a project in order and gives each its siglum and address.
enum SourceShelf {
  static func documents(
    _ files: [FolderFile],
    order: [YAMLScalar],
    orderFile: SourceFile?,
    shelf: inout FileShelf
  ) -> [SourceDocument] {
    var drafts = read(files, &shelf)
    drafts = sorted(drafts, by: order, in: orderFile, &shelf)
    let sigla = sigla(of: drafts, &shelf)
    let addresses = addresses(of: drafts, &shelf)
    return zip(drafts, zip(sigla, addresses)).map { draft, names in
      draft.document(siglum: names.0, address: names.1)
    }
  }

  // MARK: Files

  /// A source's own file with those that stand beside it. What is read of them depends on nothing else.
  struct FileGroup: Sendable {
    let pair: CompanionedFile
    let sidecar: FolderFile?

    /// The groups of the files of `sources/`, those without an original left out.
    static func groups(of files: [FolderFile]) -> [FileGroup] {
      var sidecars: [String: FolderFile] = [:]
      for file in files where file.fileExtension == "yml" { sidecars[file.place] = file }
      return CompanionedFile.pairing(files, originals: ["md", "txt"]).filter { $0.file.fileExtension != "yml" }
        .map { FileGroup(pair: $0, sidecar: sidecars[$0.file.place]) }
    }

    func draft(_ shelf: inout FileShelf) -> SourceDraft? {
      shelf.reading([pair.file, pair.translation, sidecar]) { SourceReader.draft(of: pair, sidecar: sidecar, shelf: &$0) }
    }
  }

  private static func read(_ files: [FolderFile], _ shelf: inout FileShelf) -> [SourceDraft] {
    var seen: [String: SourcePath] = [:]
    var places: Set<String> = []
    var drafts: [SourceDraft] = []
    for group in FileGroup.groups(of: files) {
      let file = group.pair.file
      places.insert(file.place)
      if let first = seen[file.stem] {
        shelf.report(
          .error,
          .duplicateSource,
          file.path,
          "\"\(file.stem)\" is the ID of \(first) too; rename one of the two files"
        )
        continue
      }
      seen[file.stem] = file.path
      let (original, language) = Folder.parts(of: file.stem)
      if language == "en", file.fileExtension == "md" {
        shelf.report(
          .warning,
          .loneCompanion,
          file.path,
          "\"\(file.path.fileName)\" has no \(original).md or \(original).txt beside it to translate "
            + "and is read as a document of its own"
        )
      }
      if let draft = group.draft(&shelf) { drafts.append(draft) }
    }
    for file in files where file.fileExtension == "yml" && !places.contains(file.place) {
      shelf.report(
        .warning,
        .loneCompanion,
        file.path,
        "\"\(file.path.fileName)\" describes \(file.stem).md or \(file.stem).txt, which is not there; "
          + "rename or remove it"
      )
    }
    if drafts.isEmpty {
      shelf.report(
        .warning,
        .noSources,
        SourcePath("sources"),
        "the folder holds no source document; put a .md or .txt file into it"
      )
    }
    return drafts
  }

  private static func sorted(
    _ drafts: [SourceDraft],
    by order: [YAMLScalar],
    in file: SourceFile?,
    _ shelf: inout FileShelf
  ) -> [SourceDraft] {
    var places: [String: Int] = [:]
    let known = Set(drafts.map(\.id.string))
    var unknown = 0
    for (index, name) in order.enumerated() {
      if let file, !known.contains(name.text), unknown < mostUnknown {
        unknown += 1
        let nearest = EditDistance.nearest(to: name.text, among: drafts.map(\.id.string))
        shelf.add(
          Diagnostic(
            .error,
            .unknownSource,
            at: file.location(at: name.span.lowerBound),
            "\"\(name.text)\" is the ID of no source document"
              + (nearest.map { "; the nearest is \"\($0)\"" } ?? "")
          )
        )
      }
      if places[name.text] == nil { places[name.text] = index }
    }
    return drafts.enumerated().sorted { a, b in
      (places[a.element.id.string] ?? .max, a.offset) < (
        places[b.element.id.string] ?? .max, b.offset
      )
    }.map(\.element)
  }

  /// More names of nothing than this are not told one by one.
  private static let mostUnknown = 100

  // MARK: Names

  /// Written sigla stay; the others get a, b, c … of what is left. No siglum is the ID of another
  /// document, for citations may use either.
  private static func sigla(of drafts: [SourceDraft], _ shelf: inout FileShelf) -> [String] {
    var owners: [String: SourcePath] = [:]
    let ids = Dictionary(
      drafts.map { ($0.id.string, $0.file.path) },
      uniquingKeysWith: { a, _ in a }
    )
    var result: [String?] = []
    for draft in drafts {
      guard let (text, location) = draft.siglum else {
        result.append(nil)
        continue
      }
      let other = owners[text] ?? (ids[text] == draft.file.path ? nil : ids[text])
      if let other {
        let what = owners[text] == nil ? "ID" : "siglum"
        shelf.add(
          Diagnostic(
            .error,
            .badSiglum,
            at: location,
            "\"\(text)\" is the \(what) of \(other) too; give each source a siglum of its own"
          )
        )
        result.append(nil)
      } else {
        owners[text] = draft.file.path
        result.append(text)
      }
    }
    var number = 0
    return zip(drafts, result).map { draft, siglum in
      if let siglum { return siglum }
      while true {
        let letters = letters(number)
        number += 1
        if owners[letters] == nil, ids[letters] == nil || ids[letters] == draft.file.path {
          return letters
        }
      }
    }
  }

  /// a … z, aa, ab …
  private static func letters(_ number: Int) -> String {
    var rest = number
    var text = ""
    repeat {
      text = String(UnicodeScalar(UInt8(0x61 + rest % 26))) + text
      rest = rest / 26 - 1
    } while rest >= 0
    return text
  }

  /// Written slugs first; the rest is derived from the IDs in the order of their files, so that the
  /// order of the project changes no address.
  private static func addresses(of drafts: [SourceDraft], _ shelf: inout FileShelf) -> [String] {
    var owners: [String: SourcePath] = [:]
    var result = [String?](repeating: nil, count: drafts.count)
    for (index, draft) in drafts.enumerated() {
      guard let (text, location) = draft.slug else { continue }
      if let other = owners[text] {
        shelf.add(
          Diagnostic(
            .error,
            .badSlug,
            at: location,
            "\"\(text)\" is the slug of \(other) too; change one of the two"
          )
        )
      } else {
        owners[text] = draft.file.path
        result[index] = text
      }
    }
    let rest = drafts.indices.filter { result[$0] == nil }.sorted {
      drafts[$0].file.path < drafts[$1].file.path
    }
    let slugs = Slug.distinct(
      rest.map { drafts[$0].id.string },
      fallback: "source",
      taken: Set(owners.keys)
    )
    for (index, slug) in zip(rest, slugs) { result[index] = slug }
    return result.map { $0 ?? "source" }
  }
}
