import ZhujieMarkdown
import ZhujieReport
import ZhujieText

/// A paragraph of a source as it is quoted elsewhere: English pages take the translation where there is one.
struct ParagraphText {
  /// Characters of a paragraph's first words: about a line.
  private static let length = 36
  private static let englishLength = 90

  let context: PageContext

  /// What is published of the paragraph, and its language where it is not the page's; nil where nothing is.
  func text(of number: Int, in index: Int) -> (text: String, language: String)? {
    let report = context.report
    let document = report.documents[index]
    if context.language == .en, let twin = document.twin, let span = twin.rendering(ofParagraph: number) {
      let parts = report.publishedTranslations[index].parts(of: span)
      if !parts.isEmpty {
        return (context.shown(Self.joined(parts, of: span) { twin.english.reading.text[$0] }), "")
      }
    }
    guard document.paragraphs.indices.contains(number - 1) else { return nil }
    let span = document.paragraphs[number - 1]
    let edition = context.edition(quoting: [span], of: index)
    let parts = report.published[index].parts(of: span)
    return parts.isEmpty ? nil : (Self.joined(parts, of: span, edition.shown), edition.runLanguage)
  }

  /// How the paragraph begins, for those who point at a citation.
  func firstWords(of number: Int, in index: Int) -> String? {
    text(of: number, in: index).map {
      Self.cut($0.text, context.language == .en && $0.language.isEmpty ? Self.englishLength : Self.length)
    }
  }

  private static func joined(
    _ parts: [TextSpan<ReadingSpace>], of span: TextSpan<ReadingSpace>, _ text: (TextSpan<ReadingSpace>) -> String
  ) -> String {
    let before = parts.first.map { $0.lowerBound > span.lowerBound } ?? false
    let after = parts.last.map { $0.upperBound < span.upperBound } ?? false
    return (before ? "[…] " : "") + parts.map(text).joined(separator: " […] ") + (after ? " […]" : "")
  }

  private static func cut(_ text: String, _ length: Int) -> String {
    let scalars = text.unicodeScalars
    guard let end = scalars.index(scalars.startIndex, offsetBy: length, limitedBy: scalars.endIndex),
      end < scalars.endIndex
    else { return text }
    return String(scalars[..<end]) + "…"
  }
}
