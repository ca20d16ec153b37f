import ZhujieInput
public import ZhujieText

/// Checks the tags of a template against the names its page offers.
///
/// Known tags are those of Mustache that our templates use: `{{text}}`, `{{{html}}}`, `{{#section}}`, `{{^section}}`,
/// `{{/section}}`, `{{> partial}}`, `{{! comment }}` and dotted names. Text may only be written escaped and markup only
/// unescaped: a template can not print a name of a source as markup by mistake.
struct TemplateCheck {
  private let partials: [String: SourceFile]
  private(set) var diagnostics: [Diagnostic] = []
  private var included = 0

  /// `partials` by name.
  init(partials: [String: SourceFile]) {
    self.partials = partials
  }

  mutating func check(_ file: SourceFile, against schema: ViewSchema) {
    var scopes = [schema]
    included = 0
    check(file, scopes: &scopes, path: [])
  }

  private mutating func check(_ file: SourceFile, scopes: inout [ViewSchema], path: [String]) {
    // Open sections: the name, where it opened, and whether it pushed a scope.
    var open: [(name: String, offset: Int, pushed: Bool)] = []
    for tag in TemplateTag.tags(in: file.text) {
      switch tag.kind {
      case .unclosed:
        report(file, tag.offset, "a tag opens here and is not closed; write }} after the name")
      case .unsupported:
        report(
          file,
          tag.offset,
          "“\(tag.name)” is not a tag of these templates; see Templates/README.md"
        )
      case .comment:
        break
      case .text, .html:
        switch Self.shape(of: tag.name, in: scopes) {
        case .text where tag.kind == .html:
          report(
            file,
            tag.offset,
            "“\(tag.name)” is text, which must be escaped: write {{\(tag.name)}}"
          )
        case .html where tag.kind == .text:
          report(file, tag.offset, "“\(tag.name)” is markup: write {{{\(tag.name)}}}")
        case .text, .html: break
        case nil: unknown(file, tag, scopes)
        default:
          report(
            file,
            tag.offset,
            "“\(tag.name)” is a section: write {{#\(tag.name)}} … {{/\(tag.name)}}"
          )
        }
      case .section, .inverted:
        switch Self.shape(of: tag.name, in: scopes) {
        case nil:
          unknown(file, tag, scopes)
          open.append((tag.name, tag.offset, false))
        case .list(let schema) where tag.kind == .section,
          .view(let schema) where tag.kind == .section:
          scopes.append(schema)
          open.append((tag.name, tag.offset, true))
        default:
          open.append((tag.name, tag.offset, false))
        }
      case .end:
        guard let last = open.popLast() else {
          report(file, tag.offset, "“{{/\(tag.name)}}” closes a section that is not open")
          continue
        }
        if last.name != tag.name {
          report(
            file,
            tag.offset,
            "“{{/\(tag.name)}}” closes the section “\(last.name)”; close that one first"
          )
        }
        if last.pushed { scopes.removeLast() }
      case .partial:
        guard let partial = partials[tag.name] else {
          report(
            file,
            tag.offset,
            "there is no partial “\(tag.name)”; partials are the files in Templates/partials"
          )
          continue
        }
        included += 1
        if path.contains(tag.name) {
          report(file, tag.offset, "the partial “\(tag.name)” includes itself")
        } else if included > Self.mostPartials {
          return report(
            file,
            tag.offset,
            "“\(tag.name)” is a partial too many: \(Self.mostPartials) may come together in a page"
          )
        } else {
          check(partial, scopes: &scopes, path: path + [tag.name])
        }
      }
    }
    for section in open.reversed() {
      report(
        file,
        section.offset,
        "the section “\(section.name)” is not closed; write {{/\(section.name)}}"
      )
      if section.pushed { scopes.removeLast() }
    }
  }

  /// Where a template opens more sections inside sections than the engine, which reads them by recursion, may be given.
  static func tooDeep(in text: UTF8Text<FileSpace>) -> Int? {
    var depth = 0
    for tag in TemplateTag.tags(in: text) {
      switch tag.kind {
      case .section, .inverted: depth += 1
      case .end: depth -= 1
      default: break
      }
      if depth > mostOpen { return tag.offset }
    }
    return nil
  }

  static let mostOpen = 50
  /// Partials that one template may bring in, those of its partials included.
  private static let mostPartials = 500

  /// The shape a name has, looked up from the innermost scope outwards as Mustache does.
  private static func shape(of name: String, in scopes: [ViewSchema]) -> ViewSchema.Shape? {
    let parts = name.split(separator: ".").map(String.init)
    guard let first = parts.first else { return nil }
    guard var shape = scopes.reversed().lazy.compactMap({ $0.shapes[first] }).first else {
      return nil
    }
    for part in parts.dropFirst() {
      guard case .view(let schema) = shape, let next = schema.shapes[part] else { return nil }
      shape = next
    }
    return shape
  }

  private mutating func unknown(_ file: SourceFile, _ tag: TemplateTag, _ scopes: [ViewSchema]) {
    let names = scopes.reversed().flatMap { $0.shapes.keys.sorted() }
    let nearest =
      EditDistance.nearest(to: tag.name, among: names).map { "; did you mean “\($0)”?" } ?? ""
    report(file, tag.offset, "the page offers no “\(tag.name)”\(nearest)")
  }

  private mutating func report(_ file: SourceFile, _ offset: Int, _ message: String) {
    let finding = Diagnostic(.error, .templateName, at: file.location(at: offset), message)
    if !diagnostics.contains(finding) { diagnostics.append(finding) }
  }
}

/// One tag of a template.
struct TemplateTag {
  enum Kind { case text, html, section, inverted, end, partial, comment, unsupported, unclosed }

  let kind: Kind
  let name: String
  /// The UTF-8 offset of its first brace.
  let offset: Int

  static func tags(in text: UTF8Text<FileSpace>) -> [TemplateTag] {
    let bytes = text.bytes
    var tags: [TemplateTag] = []
    var i = 0
    while i + 1 < bytes.count {
      guard bytes[i] == UInt8(ascii: "{"), bytes[i + 1] == UInt8(ascii: "{") else {
        i += 1
        continue
      }
      let isTriple = i + 2 < bytes.count && bytes[i + 2] == UInt8(ascii: "{")
      let start = i + (isTriple ? 3 : 2)
      var end = start
      while end + 1 < bytes.count,
        !(bytes[end] == UInt8(ascii: "}") && bytes[end + 1] == UInt8(ascii: "}"))
      { end += 1 }
      guard end + 1 < bytes.count else {
        tags.append(TemplateTag(kind: .unclosed, name: "", offset: i))
        return tags
      }
      let inside = String(decoding: bytes[start..<end], as: UTF8.self)
      tags.append(tag(inside, isTriple: isTriple, offset: i))
      i = end + (isTriple ? 3 : 2)
    }
    return tags
  }

  private static func tag(_ inside: String, isTriple: Bool, offset: Int) -> TemplateTag {
    let trimmed = trim(inside[...])
    if isTriple { return TemplateTag(kind: .html, name: trimmed, offset: offset) }
    guard let first = trimmed.unicodeScalars.first else {
      return TemplateTag(kind: .unsupported, name: "{{}}", offset: offset)
    }
    let rest = trim(trimmed.dropFirst())
    switch first {
    case "#": return TemplateTag(kind: .section, name: rest, offset: offset)
    case "^": return TemplateTag(kind: .inverted, name: rest, offset: offset)
    case "/": return TemplateTag(kind: .end, name: rest, offset: offset)
    case ">": return TemplateTag(kind: .partial, name: rest, offset: offset)
    case "!": return TemplateTag(kind: .comment, name: rest, offset: offset)
    case "&": return TemplateTag(kind: .html, name: rest, offset: offset)
    case "=", "<", "$", "%", "*":
      return TemplateTag(kind: .unsupported, name: trimmed, offset: offset)
    default: return TemplateTag(kind: .text, name: trimmed, offset: offset)
    }
  }

  private static func trim(_ text: Substring) -> String {
    let bytes = text.utf8
    guard let first = bytes.firstIndex(where: { !isSpace($0) }), let last = bytes.lastIndex(where: { !isSpace($0) }) else {
      return ""
    }
    return String(text[first...last])
  }

  private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D }
}
