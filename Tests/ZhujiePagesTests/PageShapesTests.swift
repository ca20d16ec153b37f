import Mustache
import TestSupport
import Testing
import ZhujieMarkdown
import ZhujieText

@testable import ZhujiePages

/// Pages made of shapes beside the pages that the engine makes of the values themselves.
struct PageShapesTests {
  /// The values of a view as the engine would read them by itself.
  private struct PlainView: MustacheParent {
    let values: [String: Any]

    init(_ view: View) {
      var values: [String: Any] = [:]
      for (name, value) in view.values where values[name.string] == nil {
        values[name.string] =
          switch value {
          case .text(let text): Text(renderText: text)
          case .html(let html): Text(renderText: html.string)
          case .flag(let flag): flag
          case .list(let views): views.map { PlainView($0) }
          case .constants(let constants): PlainView(constants)
          }
      }
      self.values = values
    }

    private init(_ constants: ConstantTexts) {
      values = Dictionary(uniqueKeysWithValues: constants.texts.map { ($0.name, Text(renderText: $0.text)) })
    }

    private struct Text: MustacheCustomRenderable, MustacheParent {
      let renderText: String
      var isNull: Bool { renderText.isEmpty }
      func child(named name: String) -> Any? { nil }
    }

    func child(named name: String) -> Any? { values[name] }
  }

  /// The pages of views from templates by name, by way of shapes and without them. The first template is that of the page.
  private func pages(_ views: [View], _ templates: KeyValuePairs<String, String>) throws -> [(shaped: String, plain: String)] {
    PageText.register()
    let files = templates.map { (name: $0.key, text: UTF8Text<FileSpace>($0.value)) }
    let lists = ListTags(templates: files.map(\.text))
    func library(_ text: (UTF8Text<FileSpace>) -> UTF8Text<FileSpace>) throws -> MustacheLibrary {
      MustacheLibrary(
        templates: try Dictionary(
          uniqueKeysWithValues: files.map {
            ($0.name, try MustacheTemplate(string: PageText.pragma + SlotMark.removed(from: text($0.text).string)))
          }))
    }
    let shapes = PageShapes(library: try library(lists.written), lists: lists.names)
    let plain = try library { $0 }
    let name = try #require(files.first?.name)
    return views.map {
      (String(decoding: shapes.page(name, $0, constants: PageConstants(Self.words)), as: UTF8.self), plain.render(PlainView($0), withTemplate: name) ?? "")
    }
  }

  @Test("a page made of its shape is what the engine makes of its values", arguments: [
    "<p>{{a}}</p>{{{b}}}{{#a}}[{{a}}]{{/a}}{{^b}}none{{/b}}",
    "<ul>{{#l}}<li>{{x}}{{#y}}<b>{{{y}}}</b>{{/y}}</li>{{/l}}</ul>{{^l}}empty{{/l}}",
    "<ul>\n{{#l}}\n<li>{{x}}</li>\n{{/l}}\n</ul>\n",
    "{{#l}}<li>{{x}}</li>\n{{/l}}\n{{#m}} {{x}}, {{/m}}.",
    "{{#l}}<i>{{x}}{{#m}}<b>{{x}}{{{y}}}{{a}}</b>{{/m}}</i>{{/l}}",
    "{{#m}}<i>{{#l}}<b>{{x}}{{{y}}}</b>{{/l}}{{x}}</i>{{/m}}",
    "{{#l}}<i>{{x}}</i>{{/l}}{{#l}}<b>{{{y}}}</b>{{/l}}",
    "{{#m}}<i>{{x}}{{#n}}({{x}}){{/n}}</i>{{/m}}{{#n}}<b>{{x}}</b>{{/n}}",
    "{{#l}}<i>{{x}}{{#l}}<b>{{x}}</b>{{/l}}{{{y}}}</i>{{/l}}",
    "{{#f}}yes{{/f}}{{^f}}no{{/f}}{{#l}}{{#f}}<i>{{x}}</i>{{/f}} {{/l}}",
    "  {{> p}}\n<hr>{{> p}}\n",
    "{{#l}}<i>{{{y}}}{{w.word}}</i> {{/l}}{{w.word}}{{#w}}{{word}}{{none}}{{/w}}{{#w.none}}no{{/w.none}}{{^w.none}}yes{{/w.none}}{{#w.word}}+{{/w.word}}",
  ])
  func sameAsEngine(template: String) throws {
    var random = SeededGenerator(seed: 7)
    // Some have a view that others have as well, and that pages of other templates have, too.
    let views = (0..<60).map { number in
      number % 3 == 0 ? Self.view(&random) : Self.view(&random).merging(Self.shared[number % Self.shared.count])
    }
    for page in try pages(views, ["page": template, "p": "<ul>\n{{#l}}<li>{{x}}\n{{a}}</li>{{/l}}\n</ul>\n{{{b}}}\n"]) {
      #expect(page.shaped == page.plain)
    }
  }

  @Test("a noncharacter in a template or a value is no mark")
  func noncharacters() throws {
    let mark = SlotMark.value(SlotNumber(scope: 0, index: 0)).text
    let page = try #require(try pages([["a": .text(mark + "<"), "b": .html(.escaped(mark))]], ["page": mark + "{{a}}{{{b}}}"]).first)
    #expect(page.shaped == "\u{FFFD}0,0\u{FFFD}\u{FFFD}0,0\u{FFFD}&lt;\u{FFFD}0,0\u{FFFD}")
  }

  @Test("no item of a list has a value with the list's name, which would be taken for the list's section", arguments: Theme.Template.allCases)
  func namesOfLists(template: Theme.Template) {
    func check(_ schema: ViewSchema, around list: String?) {
      for (name, shape) in schema.shapes {
        switch shape {
        case .list(let items):
          #expect(items.shapes[name] == nil, "\(name)")
          check(items, around: name)
        case .view(let view): check(view, around: nil)
        case .text, .html, .flag: #expect(name != list)
        }
      }
    }
    check(Schemas.schema(of: template), around: nil)
  }

  private static let shared: [SharedView] = {
    var random = SeededGenerator(seed: 8)
    return (0..<4).map { _ in SharedView(view(&random)) }
  }()

  private static let words = ConstantTexts(texts: [("none", ""), ("word", "字<")])

  /// A view with the names that the templates above use, each there or not.
  private static func view(_ random: inout SeededGenerator) -> View {
    func text() -> ViewValue { .text(["", "", "一", "a<b", "林遠 & \"晨星\""][Int.random(in: 0..<5, using: &random)]) }
    func html() -> ViewValue { .html(Int.random(in: 0..<2, using: &random) == 0 ? .empty : HTML.escaped("<標>")) }
    func item(_ depth: Int) -> View {
      var values: [(ViewName, ViewValue)] = [("x", text())]
      if Int.random(in: 0..<2, using: &random) == 0 { values.append(("y", html())) }
      if depth > 0 { values.append(("n", text())) }
      if depth < 2, Int.random(in: 0..<3, using: &random) == 0 { values.append(("m", list(depth + 1))) }
      return View(values)
    }
    func list(_ depth: Int) -> ViewValue { .list((0..<Int.random(in: 0..<5, using: &random)).map { _ in item(depth) }) }
    return [
      "a": text(), "b": html(), "l": list(0), "m": list(1), "n": list(0), "f": .flag(Int.random(in: 0..<2, using: &random) == 0),
      "w": .constants(words), "a": .text("never"),
    ]
  }
}
