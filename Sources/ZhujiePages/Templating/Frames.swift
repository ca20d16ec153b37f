import Mustache
import Synchronization
import ZhujieMarkdown
import ZhujieText

/// What stands around the content of a page, the partials `head` and `foot`.
///
/// Most pages have it in common, so the engine writes it once for all pages that differ only in what slots can hold.
package final class Frames: Sendable {
  enum Partial: String, CaseIterable {
    case head, foot
  }

  /// What a frame depends on beyond its slots.
  struct Key: Hashable {
    let partial: Partial
    let language: Language
    /// Where the page stands, as the way up from it.
    let toLanguage: String
    /// The entry of the navigation that it belongs to.
    let section: PageSubject
    /// Whatever else sets some pages apart.
    let variant: [String]
  }

  private let library: MustacheLibrary
  private let made = Mutex<[Key: SlottedText]>([:])

  init(library: MustacheLibrary) {
    self.library = library
  }

  /// The same templates with nothing made of them.
  func renewed() -> Frames { Frames(library: library) }

  /// A frame with its slots filled. `view` is asked for where none of the kind was made yet; in it slots are numbers.
  func html(_ key: Key, slots: [HTML], _ view: () -> View) -> HTML {
    if let known = made.withLock({ $0[key] }) { return known.filled(with: slots) }
    let text = Slots.cut(library.render(view(), withTemplate: key.partial.rawValue) ?? "")
    made.withLock { $0[key] = text }
    return text.filled(with: slots)
  }
}
