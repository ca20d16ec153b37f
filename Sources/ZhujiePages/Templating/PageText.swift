import Mustache
import ZhujieMarkdown

/// How the template engine escapes text: by the one function that escapes text for HTML everywhere.
///
/// The engine's own knows five characters and not the controls and noncharacters that no page may hold, and it walks
/// over grapheme clusters.
struct PageText: MustacheContentType {
  /// Stands before each template, partials included, for the engine forgets it where a partial begins.
  static let pragma = "{{% CONTENT_TYPE:PAGE}}"

  static func register() {
    MustacheContentTypes.register(PageText(), named: "PAGE")
  }

  func escapeText(_ text: String) -> String {
    SlotMark.opens(text) ? text : HTML.escaped(text).string
  }
}
