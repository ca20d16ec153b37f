import ZhujieMarkdown

/// What is said about a translation in its place: that there is none, or that its original changed since.
struct TwinNotices {
  let context: PageContext

  var missing: HTML { notice("translation-missing", .notTranslated) }
  var stale: HTML { notice("translation-stale", .staleTranslation) }

  private func notice(_ name: String, _ phrase: Phrases.Key) -> HTML {
    var builder = HTMLBuilder()
    builder.element("span", [("class", name)]) { $0.text(context.phrases[phrase]) }
    return builder.html
  }
}
