internal import ZhujieText

extension Markup {
  /// The whole document as HTML.
  ///
  /// With default options this is, byte for byte, what cmark's own renderer writes with its safe
  /// defaults, but for these differences, all meant:
  /// - a soft break between two Han characters or full-width marks is not written;
  /// - `**` beside Chinese punctuation is bold where it was meant so;
  /// - a bare address ends where Chinese begins;
  /// - a link whose address is not allowed is text, where cmark writes an empty address and lets some schemes through;
  /// - an image is its alternative text, as a link to the image where that is on the web;
  /// - no link stands in another;
  /// - the alignment of a table cell is a class, not an attribute;
  /// - furniture is a paragraph with that class.
  public func html(_ options: RenderOptions = RenderOptions()) -> HTML {
    var renderer = HTMLRenderer(self, options)
    renderer.run(events.indices)
    return renderer.writer.out.html
  }

  /// What stands inside one block of the reading text, without the block's own tag: a title of the
  /// front matter, a heading for a list of contents.
  public func inlineHTML(readingBlock index: Int, _ options: RenderOptions = RenderOptions())
    -> HTML
  {
    guard reading.blocks.indices.contains(index) else { return .empty }
    var renderer = HTMLRenderer(self, options)
    renderer.runInlines(block: index)
    return renderer.writer.out.html
  }
}

/// Writes blocks of the first level, each by itself.
public struct BlockRenderer: ~Copyable {
  private let markup: Markup
  private var renderer: HTMLRenderer

  public init(_ markup: Markup, _ options: RenderOptions = RenderOptions()) {
    self.markup = markup
    renderer = HTMLRenderer(markup, options)
  }

  /// Empty for a block that the document does not have.
  public mutating func html(topLevelBlock index: Int) -> HTML {
    guard markup.topLevelBlocks.indices.contains(index) else { return .empty }
    renderer.restart()
    renderer.run(markup.topLevelBlocks[index].events)
    return renderer.writer.out.html
  }
}
