import Mustache
import ZhujieMarkdown
import ZhujieText

/// The templates of a site, and what the engine made of them.
///
/// What a template makes of a view depends on the values only in that they are there or not, and on the items of a list in
/// the same way: on the view's shape. So the engine writes a page once for each shape, with numbered slots for the values,
/// and every page of that shape is this text with its own values in the slots. Of the items of a list it is given one of
/// each shape. The words of the interface have slots as well, so that the pages of all languages share the texts.
final class PageShapes: Sendable {
  private struct Key: Hashable {
    let template: String
    let shape: ContentDigest
    /// The constants that are empty, by their places.
    let missing: [Int]
  }

  private struct Made {
    var texts: [Key: SlottedText] = [:]
    /// Bytes of all texts.
    var size = 0
  }

  /// Bytes of texts that are kept.
  private static let mostKept = 8 << 20

  private let library: MustacheLibrary
  /// The lists of which the engine may be given one item of each shape.
  fileprivate let lists: Set<String>
  private let listNames: [[UInt8]]
  private let made = Locked(Made())

  init(library: MustacheLibrary, lists: Set<String>) {
    self.library = library
    self.lists = lists
    listNames = lists.map { Array($0.utf8) }
  }

  /// Whether a list is one of `lists`.
  fileprivate func isMarked(_ name: ViewName) -> Bool {
    name.literal.withUTF8Buffer { name in
      listNames.contains { list in list.withUnsafeBufferPointer { ByteScan.areEqual($0, name) } }
    }
  }

  /// The page of a view; without a template of that name, nothing. `constants` are what the view has of them.
  func page(_ template: String, _ view: View, constants: PageConstants) -> [UInt8] {
    let shaped = ShapedView(view, self)
    let key = Key(template: template, shape: shaped.shape, missing: constants.missing)
    return text(key, of: view).filled(with: shaped.values, constants: constants)
  }

  private func text(_ key: Key, of view: View) -> SlottedText {
    if let known = made.withLock({ $0.texts[key] }) { return known }
    var numbering = SlotNumbering(self)
    let text = SlottedText(cutting: library.render(numbering.numbered(view), withTemplate: key.template) ?? "")
    made.withLock {
      guard $0.size + text.size <= Self.mostKept, $0.texts.updateValue(text, forKey: key) == nil else { return }
      $0.size += text.size
    }
    return text
  }
}

/// Texts that are the same on all pages of a language, in the order in which they were given.
struct PageConstants: Sendable {
  /// All of them, escaped, one after another: taken apart they would be counted each time that one is written.
  private let text: HTML
  private let ends: [Int]
  /// The places of those that are empty: sections over them are skipped.
  let missing: [Int]

  init(_ constants: ConstantTexts) {
    var text = HTMLBuilder()
    var ends: [Int] = []
    var missing: [Int] = []
    for (place, words) in constants.texts.map(\.text).enumerated() {
      let start = text.count
      text.text(words)
      if text.count == start { missing.append(place) }
      ends.append(text.count)
    }
    (self.text, self.ends, self.missing) = (text.html, ends, missing)
  }

  /// UTF-8 bytes.
  var size: Int { text.bytes.count }

  func write(_ place: Int, into builder: inout HTMLBuilder) {
    guard ends.indices.contains(place) else { return }
    builder.html(text, (place == 0 ? 0 : ends[place - 1])..<ends[place])
  }
}

/// The shape of a part of a view, and the values that stand in its slots.
struct ShapedPart: Sendable {
  let shape: [UInt8]
  let values: [SlotValue]
}

/// A view's shape, and the values that stand in its slots.
private struct ShapedView: ~Copyable {
  /// Names and kinds of the values in order, with the emptiness of texts.
  private var sink: ByteSink
  /// In order: texts and markup that are not empty, lists whose items have slots of their own, and what is in other lists.
  private(set) var values: [SlotValue] = []
  private let templates: PageShapes

  init(_ view: View, _ templates: PageShapes) {
    self.init(templates)
    var values: [SlotValue] = []
    values.reserveCapacity(64)
    add(view, to: &values)
    self.values = values
  }

  private init(_ templates: PageShapes) {
    self.templates = templates
    sink = ByteSink(capacity: 2048)
  }

  var shape: ContentDigest {
    var digest = ContentDigest()
    digest.add(UnsafeRawBufferPointer(sink.bytes))
    return digest
  }

  /// The first item of each shape that a list's items have, in order of the shapes.
  static func variants(of views: [View], _ templates: PageShapes) -> [View] {
    var shaped = ShapedView(templates)
    var list = SlotList()
    let shapes = shaped.shapes(of: views, into: &list)
    return shaped.order(of: shapes).map { views[shapes[$0].first] }
  }

  private mutating func add(_ view: View, to values: inout [SlotValue]) {
    // By index, for a copy of a value holds on to all that it has.
    for index in view.own.indices {
      let name = view.own[index].0
      sink.append(literal: name.literal)
      switch view.own[index].1 {
      case .text(let text):
        sink.append(text.isEmpty ? 0 : 1)
        if !text.isEmpty { values.append(.text(text)) }
      case .html(let html):
        sink.append(html.isEmpty ? 0 : 1)
        if !html.isEmpty { values.append(.html(html)) }
      case .flag(let flag): sink.append(flag ? 3 : 2)
      case .constants: sink.append(7)
      case .list(let views):
        sink.append(4)
        if templates.isMarked(name) {
          values.append(.list(add(items: views)))
        } else {
          for view in views {
            add(view, to: &values)
            sink.append(5)
          }
        }
        sink.append(6)
      }
    }
    for shared in view.shared {
      let part = shared.shaped(for: templates) { Self.part(shared.view, templates) }
      sink.append(part.shape[...])
      values += part.values
    }
  }

  private static func part(_ view: View, _ templates: PageShapes) -> ShapedPart {
    let shaped = ShapedView(view, templates)
    return ShapedPart(shape: Array(shaped.sink.bytes), values: shaped.values)
  }

  /// Adds each shape of a list's items once, and gives the items.
  private mutating func add(items views: [View]) -> SlotList {
    var list = SlotList()
    if views.isEmpty { return list }
    let start = sink.count
    let shapes = shapes(of: views, into: &list)
    guard shapes.count > 1 else {
      // As a rule all have the shape of the first, which stands where it belongs.
      sink.append(5)
      return list
    }
    let order = order(of: shapes)
    let distinct = order.map { Array(sink.bytes[shapes[$0].place]) }
    sink.truncate(to: start)
    for shape in distinct {
      shape.withUnsafeBufferPointer { sink.append($0) }
      sink.append(5)
    }
    var places = order
    for (place, variant) in order.enumerated() { places[variant] = place }
    for index in list.items.indices { list.items[index].variant = places[list.items[index].variant] }
    return list
  }

  /// The shape of some items of a list: the first of them, and where the shape lies in `sink`.
  private typealias ItemShape = (first: Int, place: Range<Int>)

  /// Writes each shape of a list's items once, in the order in which they are found, and adds the items to a list.
  private mutating func shapes(of views: [View], into list: inout SlotList) -> [ItemShape] {
    var shapes: [ItemShape] = []
    list.items.reserveCapacity(views.count)
    list.values.reserveCapacity(views.reduce(0) { $0 + $1.own.count })
    for index in views.indices {
      let start = sink.count
      add(views[index], to: &list.values)
      let own = UnsafeBufferPointer(rebasing: sink.bytes[start...])
      if let known = shapes.firstIndex(where: { ByteScan.areEqual(own, UnsafeBufferPointer(rebasing: sink.bytes[$0.place])) }) {
        sink.truncate(to: start)
        list.items.append((known, list.values.count))
      } else {
        list.items.append((shapes.count, list.values.count))
        shapes.append((index, start..<sink.count))
      }
    }
    return shapes
  }

  /// The order in which shapes of items are numbered: their own, so that pages that differ in the order of items have one shape.
  private func order(of shapes: [ItemShape]) -> [Int] {
    func shape(_ index: Int) -> UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(rebasing: sink.bytes[shapes[index].place]) }
    return shapes.indices.sorted { shape($0).lexicographicallyPrecedes(shape($1)) }
  }
}

/// Gives the engine marks with the numbers of slots, in the order of `ShapedView`, instead of values.
private struct SlotNumbering {
  let templates: PageShapes
  private var scopes = 0

  init(_ templates: PageShapes) { self.templates = templates }

  /// A page, or an item of a list that has slots of its own.
  mutating func numbered(_ view: View) -> NumberedView {
    var given = NumberedView()
    number(view, into: &given)
    return given
  }

  private mutating func number(_ view: View, into given: inout NumberedView) {
    var slots = SlotNumber(scope: scopes, index: 0)
    scopes += 1
    number(view, &slots, into: &given)
  }

  /// `slot` is the next one.
  private mutating func number(_ view: View, _ slot: inout SlotNumber, into given: inout NumberedView) {
    for (literal, value) in view.values {
      let name = literal.string
      let new: Any
      switch value {
      case .text(let text): new = text.isEmpty ? Absent() : Self.mark(slot.taken())
      case .html(let html): new = html.isEmpty ? Absent() : Self.mark(slot.taken())
      case .flag(let flag): new = flag
      case .constants(let constants): new = ConstantView(constants: constants)
      case .list(let views):
        new =
          templates.lists.contains(name)
          ? items(of: views, name, slot.taken())
          : views.map { view in
            var item = NumberedView()
            number(view, &slot, into: &item)
            return item
          }
      }
      given.add(name, new)
      // A section over what is no list, though it is called like one, must not find the tags of a list around it.
      if templates.lists.contains(name) {
        given.add(ListTags.begin(name), Absent())
        given.add(ListTags.end(name), Absent())
      }
    }
  }

  private static func mark(_ slot: SlotNumber) -> Written { Written(renderText: SlotMark.value(slot).text) }

  /// One item of each shape, with marks around it.
  private mutating func items(of views: [View], _ name: String, _ list: SlotNumber) -> [NumberedView] {
    var items: [NumberedView] = []
    for (variant, first) in ShapedView.variants(of: views, templates).enumerated() {
      let item = SlotMark.SlotItem(list: list, variant: variant, scope: scopes)
      var given = NumberedView()
      given.add(ListTags.begin(name), Written(renderText: SlotMark.begin(item).text))
      given.add(ListTags.end(name), Written(renderText: SlotMark.end(item).text))
      number(first, into: &given)
      items.append(given)
    }
    return items
  }
}

extension SlotNumber {
  /// This slot, after which the next one is the next.
  fileprivate mutating func taken() -> SlotNumber {
    defer { self = SlotNumber(scope: scope, index: index + 1) }
    return self
  }
}

/// Values for the engine; of two with one name the first counts.
private struct NumberedView: MustacheParent {
  private var values: [String: Any] = [:]

  mutating func add(_ name: String, _ value: Any) {
    if values[name] == nil { values[name] = value }
  }

  func child(named name: String) -> Any? { values[name] }
}

/// Texts that are the same on all pages of a language: the engine is given their marks.
private struct ConstantView: MustacheParent {
  let constants: ConstantTexts

  func child(named name: String) -> Any? {
    guard let place = constants.texts.firstIndex(where: { $0.name == name }), !constants.texts[place].text.isEmpty
    else { return nil }
    return Written(renderText: SlotMark.constant(place).text)
  }
}

/// A value that is not there: sections over it are skipped.
private struct Absent: MustacheCustomRenderable {
  var renderText: String { "" }
  var isNull: Bool { true }
}

/// Text that is there. Inside a section over it the engine asks it for every name first, and would read it by reflection
/// if it could not say that it has none.
private struct Written: MustacheCustomRenderable, MustacheParent {
  let renderText: String
  var isNull: Bool { false }
  func child(named name: String) -> Any? { nil }
}
