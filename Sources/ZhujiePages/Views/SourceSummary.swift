import ZhujieInput
import ZhujieReport
import ZhujieText

/// What a source is, in a sentence or two: who published it when, and how it begins.
enum SourceSummary {
  /// How much of the beginning is shown.
  private static let length = 120

  /// `edition` is that of the document, where it is at hand.
  static func text(of index: Int, in context: PageContext, edition: Edition? = nil) -> String {
    let document = context.report.documents[index]
    let metadata = document.source.metadata
    let isEnglish = context.language == .en
    var parts = [context.labels.documents[index].publisher.text, metadata.date.map { DateText.of($0, in: context.language) } ?? ""]
    parts = parts.filter { !$0.isEmpty }
    let facts = parts.joined(separator: isEnglish ? ", " : "，")
    guard context.report.published[index].isWhole else { return facts }
    let stop = facts.isEmpty ? "" : isEnglish ? ". " : "。"
    return facts + stop + beginning(of: index, in: context, edition)
  }

  private static func beginning(of index: Int, in context: PageContext, _ edition: Edition?) -> String {
    let document = context.report.documents[index]
    if context.language == .en, let translation = document.translation?.body.reading,
      let block = translation.blocks.first(where: { $0.role == .paragraph })
    {
      return cut(context.shown(translation.text[block.span]))
    }
    guard let first = document.paragraphs.first else { return "" }
    return cut((edition ?? context.edition(document: index)).shown(first))
  }

  private static func cut(_ text: String) -> String { text.shortened(to: length) }
}
