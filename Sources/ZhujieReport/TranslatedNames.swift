import ZhujieAnnotation
import ZhujieEntities
import ZhujieInput
import ZhujieMarkdown
import ZhujieText

/// Holds the names that a translation uses against the entity files: what a paragraph names, its English should call by an
/// English name of that entity.
///
/// A translator may well write "he" or "the company", so a name that is merely missing says nothing. Only where the English
/// also holds a name that no entity explains is that told: as a warning where the two look alike, as a note elsewhere.
struct TranslatedNames {
  private let catalog: EntityCatalog

  init(of catalog: EntityCatalog) {
    self.catalog = catalog
  }

  func diagnostics(in twin: Twin) -> [Diagnostic] {
    let wanted = twin.original.mentionsByBlock
    let mentions = twin.english.mentionsByBlock
    return twin.pairs.flatMap { original, english in
      diagnostics(
        wanted: wanted[original].map(\.mention.entity), english: english, mentions: mentions[english], in: twin)
    }
  }

  /// `mentions` are those of the block of the English.
  private func diagnostics(
    wanted: [EntityID], english: Int, mentions: [(span: TextSpan<ReadingSpace>, mention: Mention)], in twin: Twin
  ) -> [Diagnostic] {
    guard !wanted.isEmpty else { return [] }
    let unknown = unknownNames(inBlock: english, of: twin.english, mentions: mentions.map(\.span))
    guard !unknown.isEmpty else { return [] }
    let named = Set(mentions.map(\.mention.entity))
    let text = String(decoding: twin.english.bytes(ofBlock: english), as: UTF8.self).lowercased()
    var seen: Set<EntityID> = []
    return wanted.compactMap { id in
      guard !named.contains(id), seen.insert(id).inserted, let entity = catalog[id],
        let name = entity.names.en
      else {
        return nil
      }
      let names = ([name] + entity.aliases.map(\.text)).filter(Self.isLatin)
      guard !names.contains(where: { text.contains($0.lowercased()) }) else { return nil }
      let alike = unknown.first { used in names.contains { Self.isAlike(used.text, $0) } }
      guard let used = alike ?? unknown.first(where: { $0.words > 1 }) else { return nil }
      return Diagnostic(
        alike == nil ? .note : .warning,
        .translationName,
        at: twin.english.file.location(at: used.offset),
        "“\(used.text)” is no English name of “\(id)”, which the original names here; "
          + "write “\(name)”, or add the name to its aliases"
      )
    }
  }

  /// A run of words with capitals that is part of no mention.
  private struct UnknownName {
    let text: String
    /// In the file.
    let offset: Int
    /// One alone may be the first word of a sentence, or a place.
    let words: Int
  }

  private func unknownNames(
    inBlock index: Int,
    of body: AnnotatedBody,
    mentions: [TextSpan<ReadingSpace>]
  ) -> [UnknownName] {
    body.reading.blocks[body.markup.topLevelBlocks[index].readingBlocks].flatMap { block in
      CapitalizedRuns.runs(in: block.span, of: body.reading.text).compactMap { run in
        guard !mentions.contains(where: { $0.overlaps(run.span) }) else { return nil }
        return UnknownName(
          text: body.reading.text[run.span],
          offset: body.reading.alignment.map(run.span).lowerBound,
          words: run.words
        )
      }
    }
  }

  private static func isLatin(_ name: String) -> Bool {
    name.unicodeScalars.allSatisfy { !ScalarClass.isHan($0.value) }
  }

  /// Whether one looks like the other misspelt: at most one letter in four differs, case and spaces aside.
  private static func isAlike(_ a: String, _ b: String) -> Bool {
    func letters(_ text: String) -> [Unicode.Scalar] {
      text.lowercased().unicodeScalars.filter { $0 != " " && $0 != "-" && $0 != "’" && $0 != "'" }
    }
    let (a, b) = (letters(a), letters(b))
    guard min(a.count, b.count) >= 4, a.first == b.first else { return false }
    return EditDistance.between(a, b) * 4 <= max(a.count, b.count)
  }
}
