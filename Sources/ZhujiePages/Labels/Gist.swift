import ZhujieAnnotation
import ZhujieEntities
import ZhujieMarkdown
import ZhujieReport
import ZhujieText

/// What a reader needs to know of an entity to go on reading: its name, its other name, its date, a sentence.
///
/// It stands in the margin beside the first mention, or below the text; the script shows it again beside any link to the
/// same page, without a request.
struct Gist: Sendable {
  /// Before and after the way to the folder of the language, in which pages differ.
  private let head: HTML
  private let tail: HTML
  /// Where the link by the name ends in `tail`.
  private let linkEnd: Int
  /// About how many characters it takes.
  let length: Int

  /// `path` is that of the entity's page, below the folder of the language.
  init(kind: EntityKind, name: Label, otherName: Label, date: String, gloss: Label, path: String) {
    let gloss = Self.shortened(gloss)
    var builder = HTMLBuilder()
    builder.open("div", [("class", "gist " + kind.rawValue)])
    builder.open("b", Self.tag(name))
    builder.raw("<a href=\"")
    head = builder.html
    builder = HTMLBuilder()
    builder.text(path)
    builder.raw("\">")
    builder.text(name.text)
    builder.raw("</a>")
    linkEnd = builder.count
    builder.raw("</b>")
    if !otherName.text.isEmpty {
      builder.raw(" ")
      builder.element("small", Self.tag(otherName)) { $0.text(otherName.text) }
    }
    if !date.isEmpty {
      builder.raw(" ")
      builder.element("small") { $0.text(date) }
    }
    if !gloss.text.isEmpty { builder.element("span", Self.tag(gloss)) { $0.text(gloss.text) } }
    builder.close("div")
    tail = builder.html
    length = gloss.text.unicodeScalars.count
  }

  func write(on page: PageAddress, into builder: inout HTMLBuilder) {
    builder.html(head)
    builder.text(page.toLanguage)
    builder.html(tail)
  }

  /// A link to its page by its name.
  func writeLink(on page: PageAddress, into builder: inout HTMLBuilder) {
    builder.raw("<a href=\"")
    builder.text(page.toLanguage)
    builder.html(tail, 0..<linkEnd)
  }

  /// What is known of an entity in about three lines of the margin: a longer sentence ends at one of its clauses.
  private static func shortened(_ gloss: Label) -> Label {
    let scalars = Array(gloss.text.unicodeScalars)
    let hasHan = scalars.contains { ScalarClass.isHan($0.value) }
    let longest = hasHan ? longestChinese : longestEnglish
    guard scalars.count > longest else { return gloss }
    let clause = scalars[..<longest].lastIndex { "，；：,;:".unicodeScalars.contains($0) } ?? longest
    let end = clause < longest / 2 ? longest : clause
    return Label(
      text: String(String.UnicodeScalarView(scalars[..<end])) + "…",
      language: gloss.language
    )
  }

  private static let longestChinese = 30
  private static let longestEnglish = 80

  private static func tag(_ label: Label) -> [(StaticString, String)] {
    label.language.isEmpty ? [] : [("lang" as StaticString, label.language)]
  }
}

extension PageContext {
  /// The gists of all that some bodies mention, each once, in order of ID; without those that the page shows already.
  func gists(mentionedIn bodies: [AnnotatedBody], without isShown: (_ index: Int) -> Bool) -> HTML {
    var named = EntitySet(of: report)
    for body in bodies {
      for (_, mention) in body.mentions { _ = named.insert(mention.entityIndex) }
    }
    var builder = HTMLBuilder()
    for index in named.indices where !isShown(index) { labels.entities[index].gist.write(on: page, into: &builder) }
    return builder.html
  }
}
