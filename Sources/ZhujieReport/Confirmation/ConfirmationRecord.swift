import ZhujieInput
import ZhujieMarkdown
import ZhujieText

/// The paragraphs and translations of a project as they are now, in the form that is recorded.
struct ConfirmationRecord {
  private let documents: [AnnotatedDocument]
  private let anchors: [ParagraphAnchors]

  init(documents: [AnnotatedDocument], anchors: [ParagraphAnchors]) {
    self.documents = documents
    self.anchors = anchors
  }

  func paragraphs(of document: Int) -> [Confirmation.Paragraph] {
    let text = documents[document].body.reading.text
    return documents[document].paragraphs.enumerated().map { index, span in
      Confirmation.Paragraph(
        anchor: anchors[document][index + 1] ?? "",
        digest: TextDigest.of(text.slice(span))
      )
    }
  }

  static func pairs(of twin: Twin) -> [(block: Int, pair: Confirmation.Translation.Pair)] {
    twin.pairs.map { original, english in
      (
        original,
        Confirmation.Translation.Pair(
          original: TextDigest.of(twin.original.bytes(ofBlock: original)),
          translation: TextDigest.of(twin.english.bytes(ofBlock: english))
        )
      )
    }
  }

  /// What `zhujie confirm` writes: the sources that are cited or translated, in order of ID, and every translation, in order of
  /// path. Former addresses are carried on from what was recorded before.
  func confirmation(after earlier: Confirmation, cited: Set<Int>, twins: [Twin]) -> Confirmation {
    let sources = documents.indices.filter {
      cited.contains($0) || documents[$0].translation != nil
    }
    .map { index -> Confirmation.Source in
      let id = documents[index].source.id.string
      let paragraphs = paragraphs(of: index)
      let former =
        earlier.source(id).map { ParagraphHistory(recorded: $0, current: paragraphs).allFormer }
        ?? []
      return Confirmation.Source(id: id, paragraphs: paragraphs, former: former)
    }
    return Confirmation(
      sources: sources.sorted { $0.id.utf8.lexicographicallyPrecedes($1.id.utf8) },
      translations: twins.map { twin in
        Confirmation.Translation(
          path: twin.english.file.path.string,
          pairs: Self.pairs(of: twin).map(\.pair)
        )
      }.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
    )
  }
}
