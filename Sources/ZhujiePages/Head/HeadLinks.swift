import ZhujieMarkdown
import ZhujieText

/// The `<link>` elements of a page: its canonical address, its other languages, its feeds and its Markdown copy.
///
/// The first two must be absolute, so they are written only where it is known where the site will be published.
enum HeadLinks {
  static func links(
    of page: PageAddress,
    languages: [Language],
    site: PublishedSite?,
    hasFeeds: Bool,
    hasCopies: Bool
  ) -> HTML {
    var builder = HTMLBuilder()
    if let site, page.subject != .notFound {
      addresses(of: page, at: page.path, languages: languages, site: site, into: &builder)
    }
    if hasFeeds {
      for format in Feed.Format.allCases {
        write(
          into: &builder,
          ["rel": "alternate", "type": format.mediaType],
          page.link(toPath: format.path(in: page.language))
        )
      }
    }
    if hasCopies, page.subject != .notFound {
      write(
        into: &builder,
        ["rel": "alternate", "type": "text/markdown"],
        page.link(toPath: MarkdownCopy.path(of: page.path))
      )
    }
    return builder.html
  }

  /// The canonical address of what is shown at `path` and those of the same page in every language.
  static func addresses(
    of page: PageAddress,
    at path: String,
    languages: [Language],
    site: PublishedSite,
    into builder: inout HTMLBuilder
  ) {
    write(into: &builder, ["rel": "canonical"], site.address(of: path))
    for (language, path) in alternates(of: page, in: languages) {
      write(into: &builder, ["rel": "alternate", "hreflang": language], site.address(of: path))
    }
  }

  /// The paths of a page by language tag. Who asks for none is shown the page that offers them all, which only the
  /// overview has; else the first.
  static func alternates(of page: PageAddress, in languages: [Language]) -> [(
    tag: String, path: String
  )] {
    let own = languages.map { (tag: $0.rawValue, path: page.address(in: $0).path) }
    let any = page.subject == .home ? ChooserPage.path : own.first?.path
    return own + (any.map { [(tag: "x-default", path: $0)] } ?? [])
  }

  private static func write(
    into builder: inout HTMLBuilder,
    _ attributes: KeyValuePairs<StaticString, String>,
    _ address: String
  ) {
    guard let url = SafeURL(address) else { return }
    builder.startTag("link")
    for (name, value) in attributes { builder.attribute(name, value) }
    builder.attribute("href", url)
    builder.endTag()
    builder.raw("\n")
  }
}
