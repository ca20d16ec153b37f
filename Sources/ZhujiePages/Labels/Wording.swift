import ZhujieEntities
import ZhujieInput
import ZhujieReport
import ZhujieText

/// How the pages of one language put what the seeds say in others.
struct Wording: Sendable {
  let report: Report
  let language: Language

  /// Text that may be Chinese of either script, in the page's.
  func shown(_ text: String?) -> String {
    guard let text else { return "" }
    return DisplayTypography.set(
      language.script.map { report.naming.convert(text, to: $0) } ?? text,
      script: language.script
    )
  }

  /// A multilingual text in the page's language.
  func text(_ text: MultilingualText) -> String {
    DisplayTypography.set(report.naming.text(text, in: language) ?? "", script: language.script)
  }

  /// The tag of a run of source text (a title, a publisher) on a page; empty where it needs none.
  func tag(of document: AnnotatedDocument) -> String {
    language == .en ? Typesetter.tag(of: document.body.script ?? .simplified) : ""
  }
}
