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
  private var renderer: HTMLRenderer

  public init(_ markup: consuming Markup, _ options: consuming RenderOptions = RenderOptions()) {
    renderer = HTMLRenderer(markup, options)
  }

  /// Empty for a block that the document does not have.
  public mutating func html(topLevelBlock index: Int) -> HTML {
    renderer.wrapsParagraphs = true
    render(index)
    return renderer.writer.out.html
  }

  /// Writes nothing for a block that the document does not have. `wrapsParagraphs` tells whether its numbered paragraphs stand
  /// in what the options put around them.
  public mutating func write(topLevelBlock index: Int, wrapsParagraphs: Bool = true, into builder: inout HTMLBuilder) {
    renderer.wrapsParagraphs = wrapsParagraphs
    render(index)
    builder.html(renderer.writer.out)
  }

  private mutating func render(_ index: Int) {
    renderer.restart()
    guard renderer.markup.topLevelBlocks.indices.contains(index) else { return }
    renderer.run(renderer.markup.topLevelBlocks[index].events)
  }
}
