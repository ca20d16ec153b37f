/// A text that is already markup, as UTF-8.
///
/// It can only be made by escaping for the place where it stands, by a builder, or from a literal
/// of the program: no text of the seeds becomes markup.
public struct HTML: Sendable, Hashable {
  public let bytes: [UInt8]

  init(markup bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// Markup written by the program itself.
  public init(trusted literal: StaticString) {
    bytes = literal.withUTF8Buffer { Array($0) }
  }

  /// What the template engine wrote from a template and escaped texts.
  public init(rendered bytes: Slice<UnsafeBufferPointer<UInt8>>) {
    self.bytes = Array(bytes)
  }

  public static let empty = HTML(markup: [])

  public var isEmpty: Bool { bytes.isEmpty }

  public var string: String { String(decoding: bytes, as: UTF8.self) }

  /// Text between tags.
  public static func escaped(_ text: String) -> HTML {
    var builder = HTMLBuilder()
    builder.text(text)
    return builder.html
  }

  /// ` name="value"`, with the space before it.
  public static func attribute(_ name: StaticString, _ value: String) -> HTML {
    var builder = HTMLBuilder()
    builder.attribute(name, value)
    return builder.html
  }

  /// ` name="value"` for an address, such as `href` or `src`.
  public static func attribute(_ name: StaticString, _ value: SafeURL) -> HTML {
    var builder = HTMLBuilder()
    builder.attribute(name, value)
    return builder.html
  }

  public static func + (a: HTML, b: HTML) -> HTML {
    HTML(markup: a.bytes + b.bytes)
  }

  public static func += (a: inout HTML, b: HTML) {
    a = HTML(markup: a.bytes + b.bytes)
  }
}

extension Sequence<HTML> {
  /// One after another, with nothing between.
  public func joined() -> HTML {
    HTML(markup: flatMap(\.bytes))
  }
}
