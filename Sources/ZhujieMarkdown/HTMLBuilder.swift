public import ZhujieText

/// Writes markup into one buffer of bytes.
///
///     var page = HTMLBuilder()
///     page.element("p", [("class", "note")]) { $0.text("林遠 & 晨星") }
public struct HTMLBuilder: ~Copyable {
  @usableFromInline var sink: ByteSink

  /// Room for a few tags, unless more is to be expected.
  public init(capacity: Int = 256) {
    sink = ByteSink(capacity: capacity)
  }

  private init(_ sink: consuming ByteSink) {
    self.sink = sink
  }

  /// What `body` writes, of which `capacity` bytes are expected. A long text is written where it stays.
  public static func html(capacity: Int, _ body: (inout HTMLBuilder) -> Void) -> HTML {
    HTML(
      markup: ByteSink.array(capacity: capacity) { sink in
        var builder = HTMLBuilder(sink)
        body(&builder)
        sink = builder.sink
      })
  }

  public var html: HTML { HTML(markup: Array(sink.bytes)) }

  public var count: Int { sink.count }

  /// What was written since there were `count` bytes.
  public func html(from count: Int) -> HTML { HTML(markup: Array(sink.bytes[count...])) }

  /// Writes what `body` does, or what it did the last time: `place` says where that is.
  public mutating func repeating(_ place: inout Range<Int>?, _ body: (inout HTMLBuilder) -> Void) {
    if let place { return sink.append(again: place) }
    let start = count
    body(&self)
    place = start..<count
  }

  /// Forgets what was written.
  public mutating func removeAll() { sink.removeAll() }

  /// Text between tags.
  public mutating func text(_ text: String) {
    Escape.text(text, into: &sink)
  }

  /// Text between tags, from valid UTF-8.
  public mutating func text(_ utf8: ArraySlice<UInt8>) {
    utf8.withUnsafeBufferPointer { Escape.text($0, into: &sink) }
  }

  /// Text between tags, from valid UTF-8.
  public mutating func text(_ utf8: UnsafeBufferPointer<UInt8>) {
    Escape.text(utf8, into: &sink)
  }

  /// A part of a text between tags; the span must lie in the text.
  public mutating func text<Space>(_ text: UTF8Text<Space>, _ span: TextSpan<Space>) {
    text.bytes.withUnsafeBufferPointer { Escape.text(UnsafeBufferPointer(rebasing: $0[span.range]), into: &sink) }
  }

  /// A whole number in digits.
  public mutating func number(_ number: Int) {
    if number < 0 { sink.append(UInt8(ascii: "-")) }
    sink.append(decimal: UInt64(number.magnitude))
  }

  /// What is markup already.
  public mutating func html(_ html: HTML) {
    html.bytes.withUnsafeBufferPointer { sink.append($0) }
  }

  /// What another one wrote.
  mutating func html(_ other: borrowing HTMLBuilder) {
    sink.append(other.sink.bytes)
  }

  /// A part of what is markup already.
  public mutating func html(_ html: HTML, _ part: Range<Int>) {
    html.bytes.withUnsafeBufferPointer { sink.append(UnsafeBufferPointer(rebasing: $0[part])) }
  }

  /// Markup written by the program itself. How long it is, is known where it is written.
  @inlinable
  @inline(__always)
  public mutating func raw(_ literal: StaticString) {
    sink.append(literal: literal)
  }

  /// Takes back the spaces and line ends at the end of what is written so far.
  mutating func dropTrailingSpace() {
    while let last = sink.bytes.last, last == 0x20 || last == 0x0A { sink.truncate(to: sink.count - 1) }
  }

  /// `<name`, to be followed by attributes and `endTag()`.
  public mutating func startTag(_ name: StaticString) {
    sink.append(0x3C)
    raw(name)
  }

  /// ` name="value"`.
  public mutating func attribute(_ name: StaticString, _ value: String) {
    attributeName(name)
    Escape.text(value, into: &sink)
    sink.append(0x22)
  }

  /// ` name="value"`, from valid UTF-8.
  public mutating func attribute(_ name: StaticString, _ value: UnsafeBufferPointer<UInt8>) {
    attributeName(name)
    text(value)
    sink.append(0x22)
  }

  /// ` name="value"` for an address.
  public mutating func attribute(_ name: StaticString, _ value: SafeURL) {
    attributeName(name)
    var text = value.string
    text.withUTF8 { Escape.url($0, into: &sink) }
    sink.append(0x22)
  }

  /// ` lang="…"`, where there is a language to tell.
  public mutating func language(_ tag: String) {
    if !tag.isEmpty { attribute("lang", tag) }
  }

  /// ` name`, an attribute without a value.
  public mutating func attribute(_ name: StaticString) {
    sink.append(0x20)
    raw(name)
  }

  /// `>`, after `startTag` and its attributes.
  public mutating func endTag() {
    sink.append(0x3E)
  }

  /// `<name a="…">`.
  public mutating func open(_ name: StaticString, _ attributes: [(StaticString, String)] = []) {
    startTag(name)
    for (key, value) in attributes { attribute(key, value) }
    endTag()
  }

  /// `</name>`.
  public mutating func close(_ name: StaticString) {
    raw("</")
    raw(name)
    sink.append(0x3E)
  }

  public mutating func element(
    _ name: StaticString,
    _ attributes: [(StaticString, String)] = [],
    _ content: (inout HTMLBuilder) -> Void = { _ in }
  ) {
    open(name, attributes)
    content(&self)
    close(name)
  }

  /// `<a href="…">`: a link's opening and end around what `content` writes.
  public mutating func link(
    _ target: SafeURL,
    _ attributes: [(StaticString, String)] = [],
    _ content: (inout HTMLBuilder) -> Void
  ) {
    startTag("a")
    attribute("href", target)
    for (key, value) in attributes { attribute(key, value) }
    endTag()
    content(&self)
    close("a")
  }

  /// A data block: `<script type="…">` around JSON, in which nothing can end the element.
  public mutating func dataBlock(type: String, id: String? = nil, json: JSONValue) {
    startTag("script")
    attribute("type", type)
    if let id { attribute("id", id) }
    endTag()
    var text = ByteSink(capacity: 1024)
    json.append(to: &text)
    Escape.json(text.bytes, into: &sink)
    close("script")
  }

  /// Writes a line feed unless the last byte is one or nothing was written.
  public mutating func freshLine() {
    if let last = sink.bytes.last, last != 0x0A { sink.append(0x0A) }
  }

  private mutating func attributeName(_ name: StaticString) {
    sink.append(0x20)
    raw(name)
    raw("=\"")
  }
}
