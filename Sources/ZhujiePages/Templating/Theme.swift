import Mustache
import ZhujieMarkdown
public import ZhujieText

/// The templates, style sheet and script of a site, checked.
///
/// A theme folder holds `NAME.mustache` for each kind of page, `partials/NAME.mustache`, and the files of `assets/`,
/// which are copied as they are.
public struct Theme: Sendable {
  /// The kinds of page that have a template.
  public enum Template: String, CaseIterable, Sendable {
    case home, sources, source, chapters, chapter, kind, person, organization, product, event,
      system
    case timeline, figures, contradictions, network, index, quality, chooser
    case notFound = "404"
  }

  private let pages: PageShapes
  /// The words of each language.
  private let words: Localized<PageConstants>
  /// Copied to the site's `assets/`, by name, in order of name.
  public let assets: [(name: String, contents: [UInt8])]
  public let diagnostics: [Diagnostic]

  /// Loads templates from files whose paths are relative to the theme folder. Files given later override
  /// those of the same path before them, so that a user's folder may replace a single file. `isOwn` are those of the program,
  /// whose names were checked when it was made.
  public init(
    files: [SourceFile],
    assets: [(name: String, contents: [UInt8])],
    diagnostics: [Diagnostic] = [],
    isOwn: Bool = false
  ) {
    var byPath: [String: SourceFile] = [:]
    for file in files { byPath[file.path.string] = file }
    var partials: [String: SourceFile] = [:]
    var pages: [String: SourceFile] = [:]
    for path in byPath.keys.sorted() where path.hasSuffix(".mustache") {
      guard let file = byPath[path] else { continue }
      let name = String(path.dropLast(".mustache".count))
      if name.hasPrefix("partials/") {
        partials[String(name.dropFirst("partials/".count))] = file
      } else {
        pages[name] = file
      }
    }
    PageText.register()
    let lists = ListTags(templates: byPath.values.filter { $0.path.string.hasSuffix(".mustache") }.map(\.text))
    var check = TemplateCheck(partials: partials)
    var found = diagnostics
    var compiled: [String: MustacheTemplate] = [:]
    func compile(_ file: SourceFile, as name: String) {
      if let offset = TemplateCheck.tooDeep(in: file.text) {
        return found.append(
          Diagnostic(
            .error,
            .templateSyntax,
            at: file.location(at: offset),
            "more than \(TemplateCheck.mostOpen) sections are open here; write the template more simply"
          )
        )
      }
      let template = lists.written(into: UTF8Text(SlotMark.removed(from: file.text.string)))
      do {
        compiled[name] = try MustacheTemplate(string: PageText.pragma + Phrases.marked(in: template))
      } catch {
        found.append(
          Diagnostic(
            .error,
            .templateSyntax,
            at: SourceLocation(path: file.path),
            "this is not a Mustache template: \(error)"
          )
        )
      }
    }
    for template in Template.allCases {
      guard let file = pages[template.rawValue] else {
        found.append(
          Diagnostic(
            .error,
            .templateMissing,
            at: SourceLocation(path: SourcePath(template.rawValue + ".mustache")),
            "the theme has no “\(template.rawValue).mustache”; each kind of page needs its template"
          )
        )
        continue
      }
      if !isOwn { check.check(file, against: Schemas.schema(of: template)) }
      compile(file, as: template.rawValue)
    }
    for name in pages.keys.sorted() where Template(rawValue: name) == nil {
      found.append(
        Diagnostic(
          .warning, .templateName, at: SourceLocation(path: SourcePath(name + ".mustache")),
          "“\(name).mustache” is the template of no page; see Templates/README.md for those that are"))
    }
    for name in partials.keys.sorted() {
      if let file = partials[name] { compile(file, as: name) }
    }
    self.pages = PageShapes(library: MustacheLibrary(templates: compiled), lists: lists.names)
    words = Localized(zhHant: Language.zhHant, zhHans: .zhHans, en: .en).map { PageConstants(Phrases($0).constants) }
    var assetsByName: [String: [UInt8]] = [:]
    for asset in assets { assetsByName[asset.name] = asset.contents }
    self.assets = assetsByName.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
      .map { (name: $0.key, contents: $0.value) }
    self.diagnostics = found + check.diagnostics
  }

  /// The page of a view. The template must have been loaded without errors.
  func page(_ template: Template, _ view: View, in language: Language) -> [UInt8] {
    pages.page(template.rawValue, view, constants: words[language])
  }
}
