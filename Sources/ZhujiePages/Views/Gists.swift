import ZhujieAnnotation
import ZhujieEntities
import ZhujieMarkdown
import ZhujieReport
import ZhujieText

/// What a reader needs to know of an entity to go on reading: its name, its other name, its date, a sentence.
///
/// It stands in the margin beside the first mention, or below the text; the script shows it again beside any link to the
/// same page, without a request.
struct Gists {
  let context: PageContext

  func html(of entity: ReportEntity) -> HTML {
    var builder = HTMLBuilder()
    let other = EntityCards(context: context).otherName(of: entity)
    let gloss = gloss(of: entity)
    builder.open("div", [("class", "gist " + entity.kind.rawValue)])
    builder.element("b", languageOf(context.nameLanguage(of: entity))) { builder in
      builder.element("a", [("href", context.link(to: entity))]) { $0.text(context.name(of: entity)) }
    }
    if !other.text.isEmpty {
      builder.raw(" ")
      builder.element("small", languageOf(other.language)) { $0.text(other.text) }
    }
    if let date = entity.entity.date {
      builder.raw(" ")
      builder.element("small") { $0.text(DateText.of(date, in: context.language)) }
    }
    if !gloss.text.isEmpty { builder.element("span", languageOf(gloss.language)) { $0.text(gloss.text) } }
    builder.close("div")
    return builder.html
  }

  /// Those of all that some bodies mention, each once, in order of name; without `noted`, which the page shows already.
  func html(mentionedIn bodies: [AnnotatedBody], without noted: Set<EntityID> = []) -> HTML {
    var indices: Set<Int> = []
    for body in bodies {
      for (_, mention) in body.mentions where !noted.contains(mention.entity) {
        if let index = context.report.index(of: mention.entity) { indices.insert(index) }
      }
    }
    return indices.sorted().map { html(of: context.report.entities[$0]) }.joined()
  }

  /// About how many characters it takes.
  func length(of entity: ReportEntity) -> Int {
    gloss(of: entity).text.unicodeScalars.count
  }

  /// What is known of an entity in about three lines of the margin: a longer sentence ends at one of its clauses.
  private func gloss(of entity: ReportEntity) -> (text: String, language: String) {
    let gloss = Gloss.of(entity, in: context)
    let scalars = Array(gloss.text.unicodeScalars)
    let hasHan = scalars.contains { ScalarClass.isHan($0.value) }
    let longest = hasHan ? Self.longestChinese : Self.longestEnglish
    guard scalars.count > longest else { return gloss }
    let clause = scalars[..<longest].lastIndex { "，；：,;:".unicodeScalars.contains($0) } ?? longest
    let end = clause < longest / 2 ? longest : clause
    return (String(String.UnicodeScalarView(scalars[..<end])) + "…", gloss.language)
  }

  private static let longestChinese = 30
  private static let longestEnglish = 80

  private func languageOf(_ tag: String) -> [(StaticString, String)] {
    tag.isEmpty ? [] : [("lang" as StaticString, tag)]
  }
}
