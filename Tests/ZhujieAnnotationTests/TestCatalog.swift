import ZhujieAnnotation
import ZhujieEntities
import ZhujieText

/// A catalogue written as lines, one entity each:
///
///     person lin-yuan 林远 / Lin Yuan | 老林 {role=nickname; requires=远山,公司} | 林总
///     tie maker-of yuanshan astra
///
/// The first name is the Chinese one, or `-`; after ` / ` the English one. A rule may have `requires`,
/// `excludes`, `sources`, `between`, `role` and `anycase`.
func testCatalog(_ lines: String) -> EntityCatalog {
  var relations: [String: [Relation]] = [:]
  var entities: [Entity] = []
  let rows = lines.split(separator: "\n").map { $0.trimmed }.filter {
    !$0.isEmpty && !$0.hasPrefix("#")
  }
  for row in rows where row.hasPrefix("tie ") {
    let words = row.split(separator: " ").map(String.init)
    guard words.count == 4, let target = EntityID(words[3]) else { continue }
    relations[words[2], default: []].append(
      Relation(kind: words[1], target: target, source: nil, offset: 0)
    )
  }
  for row in rows where !row.hasPrefix("tie ") {
    let parts = row.split(separator: "|").map { $0.trimmed }
    let head = parts[0].split(separator: " ", maxSplits: 2).map(String.init)
    guard head.count == 3, let kind = EntityKind(rawValue: head[0]), let id = EntityID(head[1])
    else { continue }
    let names = head[2].components(by: " / ")
    let chinese = names[0] == "-" ? nil : names[0]
    let file = SourceFile(path: SourcePath("entities/\(kind.folder)/\(id).md"), text: UTF8Text(row))
    entities.append(
      Entity(
        id: id,
        kind: kind,
        names: EntityNames(zhHans: chinese, zhHant: nil, en: names.count > 1 ? names[1] : nil),
        aliases: parts.dropFirst().map(testAlias),
        relations: relations[id.string] ?? [],
        file: file
      )
    )
  }
  return EntityCatalog(entities)
}

private func testAlias(_ text: String) -> Alias {
  let pieces = text.split(separator: "{").map { $0.trimmed }
  var rule: [String: String] = [:]
  if pieces.count > 1 {
    for field in pieces[1].dropLast().split(separator: ";") {
      let pair = field.split(separator: "=").map { $0.trimmed }
      rule[pair[0]] = pair.count > 1 ? pair[1] : ""
    }
  }
  func list(_ key: String) -> [String] {
    (rule[key] ?? "").split(separator: ",").map { $0.trimmed }
  }
  return Alias(
    text: pieces[0],
    role: rule["role"],
    requires: list("requires"),
    excludes: list("excludes"),
    sources: list("sources"),
    between: rule["between"].flatMap { EDTFDate($0) },
    ignoresCase: rule["anycase"] != nil
  )
}

/// A reading text of paragraphs parted by line feeds.
func testReading(_ text: String, opaque: [String] = [], role: BlockRole = .paragraph)
  -> ReadingText
{
  let utf8 = UTF8Text<ReadingSpace>(text)
  var blocks: [ReadingText.Block] = []
  var start = 0
  for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
    let end = start + line.utf8.count
    blocks.append(.init(role: role, span: TextSpan(start, end), paragraph: index + 1))
    start = end + 1
  }
  let spans = opaque.compactMap { word -> TextSpan<ReadingSpace>? in
    let bytes = Array(word.utf8)
    return utf8.bytes.indices.first { utf8.bytes[$0...].starts(with: bytes) }
      .map { TextSpan($0, $0 + bytes.count) }
  }
  return ReadingText(
    text: utf8,
    blocks: blocks,
    opaque: spans,
    alignment: .identity(count: utf8.count)
  )
}

extension StringProtocol {
  var trimmed: String {
    var slice = Substring(self)
    while let first = slice.first, first.isWhitespace { slice.removeFirst() }
    while let last = slice.last, last.isWhitespace { slice.removeLast() }
    return String(slice)
  }

  func components(by separator: String) -> [String] {
    var result: [String] = []
    var rest = Substring(self)
    while let range = rest.firstRange(of: separator) {
      result.append(String(rest[..<range.lowerBound]).trimmed)
      rest = rest[range.upperBound...]
    }
    result.append(String(rest).trimmed)
    return result
  }
}
