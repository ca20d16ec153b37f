import ZhujieEntities
import ZhujieText

/// Reads `report/NN-ID.md`.
struct ChapterReader {
  private(set) var chapters: [Chapter] = []

  init(_ files: [CompanionedFile], shelf: inout FileShelf) {
    struct Draft {
      /// The greatest there is where the name has none.
      let number: Int
      let name: String
      let file: SourceFile
      let body: TextSpan<FileSpace>
      let title: String?
      let translation: TranslationFile?
    }
    var drafts: [Draft] = []
    for found in files {
      guard let file = shelf.text(of: found.file) else { continue }
      let digits = found.file.stem.utf8.prefix { $0 >= 0x30 && $0 <= 0x39 }
      var name = found.file.stem
      var number = Int.max
      let rest = found.file.stem.dropFirst(digits.count)
      if let written = Int(String(decoding: Array(digits), as: UTF8.self)), written < 1_000_000,
        rest.first == "-", rest.count > 1
      {
        number = written
        name = String(rest.dropFirst())
      } else {
        shelf.report(
          .warning,
          .chapterName,
          file.path,
          "\"\(found.file.stem)\" does not begin with a number; name chapters as 01-\(name).md"
        )
      }
      let (node, body) = shelf.frontMatter(of: file)
      drafts.append(
        Draft(
          number: number,
          name: name,
          file: file,
          body: body,
          title: title(node, file, body, &shelf),
          translation: found.translation.flatMap { TranslationReader.read($0, shelf: &shelf) }
        )
      )
    }
    drafts.sort { ($0.number, $0.file.path) < ($1.number, $1.file.path) }
    for (earlier, later) in zip(drafts, drafts.dropFirst())
    where earlier.number == later.number && later.number != .max {
      shelf.report(
        .warning,
        .chapterName,
        later.file.path,
        "\"\(later.number)\" is the number of \(earlier.file.path) too; give each chapter its own"
      )
    }
    let ids = Slug.distinct(drafts.map(\.name), fallback: "chapter", taken: [])
    var last = 0
    chapters = zip(drafts, ids).map { draft, id in
      last = draft.number == .max ? last + 1 : draft.number
      return Chapter(
        id: id,
        number: last,
        title: draft.title,
        file: draft.file,
        bodySpan: draft.body,
        translation: draft.translation
      )
    }
  }

  private func title(
    _ node: YAMLNode?,
    _ file: SourceFile,
    _ body: TextSpan<FileSpace>,
    _ shelf: inout FileShelf
  ) -> String? {
    var title: String?
    if let node {
      var reader = MappingReader(node, in: file, as: "a chapter")
      title = reader.string("title")?.text
      shelf.add(reader.finish())
    }
    return title ?? MarkdownTitle.first(in: file, body)?.text
  }
}

/// Reads `ID.en.md`.
enum TranslationReader {
  static func read(_ found: FolderFile, shelf: inout FileShelf) -> TranslationFile? {
    guard let file = shelf.text(of: found) else { return nil }
    let (node, body) = shelf.frontMatter(of: file)
    var title: String?
    if let node {
      var reader = MappingReader(node, in: file, as: "a translation")
      title = reader.string("title")?.text
      // Said by the original, and no harm if said again.
      for key in ["publisher", "author", "date", "url", "lang", "id"] { _ = reader.has(key) }
      shelf.add(reader.finish())
    }
    return TranslationFile(
      file: file,
      bodySpan: body,
      title: title ?? MarkdownTitle.first(in: file, body)?.text
    )
  }
}
