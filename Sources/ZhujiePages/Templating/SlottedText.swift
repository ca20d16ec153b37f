import ZhujieMarkdown

/// What stands in a slot.
enum SlotValue: Sendable {
  /// To be escaped.
  case text(String)
  case html(HTML)
  case list(SlotList)

  /// A list has slots of its own.
  func write(into builder: inout HTMLBuilder) {
    switch self {
    case .text(let text): builder.text(text)
    case .html(let html): builder.html(html)
    case .list: break
    }
  }

  /// UTF-8 bytes, before escaping.
  var size: Int {
    switch self {
    case .text(let text): text.utf8.count
    case .html(let html): html.bytes.count
    case .list(let list): list.values.reduce(0) { $0 + $1.size }
    }
  }
}

/// The items of a list.
struct SlotList: Sendable {
  /// Which of the list's shapes each item has, and where what stands in its slots ends in `values`.
  var items: [(variant: Int, end: Int)] = []
  /// What stands in the slots of the items, one item after another.
  var values: [SlotValue] = []
}

/// A slot: the scope it belongs to, and its place there. The page is scope 0; each shape of a list's items is one more.
struct SlotNumber: Hashable {
  let scope: Int
  let index: Int
}

/// What the template engine is given in the place of a value, or around an item of a list.
///
/// A mark is a run of ASCII between two of the noncharacters U+FDD0 to U+FDD3. These are taken out of templates before the
/// engine reads them, and no value passes through it, so nothing else can be taken for a mark.
enum SlotMark: Hashable {
  case value(SlotNumber)
  /// One of the texts that are the same on all pages of a language, by its place among them.
  case constant(Int)
  case begin(SlotItem)
  case end(SlotItem)

  /// The item that stands for those of one shape.
  struct SlotItem: Hashable {
    let list: SlotNumber
    let variant: Int
    /// That of its own slots.
    let scope: Int

    fileprivate var text: String { "\(list.scope),\(list.index),\(variant),\(scope)" }
  }

  var text: String {
    switch self {
    case .value(let slot): Self.noncharacter(0xFDD0) + "\(slot.scope),\(slot.index)" + Self.noncharacter(0xFDD1)
    case .constant(let number): Self.noncharacter(0xFDD0) + "\(number)" + Self.noncharacter(0xFDD1)
    case .begin(let item): Self.noncharacter(0xFDD0) + item.text + Self.noncharacter(0xFDD2)
    case .end(let item): Self.noncharacter(0xFDD0) + item.text + Self.noncharacter(0xFDD3)
    }
  }

  private static func noncharacter(_ value: UInt32) -> String { Unicode.Scalar(value).map { String($0) } ?? "" }

  /// Whether the engine was given a mark rather than a text to escape.
  static func opens(_ text: String) -> Bool { text.utf8.starts(with: [0xEF, 0xB7, 0x90]) }

  /// The text of a template that no mark can be in.
  static func removed(from text: String) -> String {
    guard text.utf8.contains(0xEF) else { return text }
    return String(String.UnicodeScalarView(text.unicodeScalars.map { 0xFDD0...0xFDD3 ~= $0.value ? "\u{FFFD}" : $0 }))
  }

  /// The mark at an offset, and where it ends.
  init?(at start: Int, in bytes: UnsafeBufferPointer<UInt8>, end: inout Int) {
    guard Self.last(at: start, in: bytes) == 0x90 else { return nil }
    var numbers = [0]
    var i = start + 3
    while i < bytes.count, bytes[i] != 0xEF {
      if bytes[i] == UInt8(ascii: ",") {
        numbers.append(0)
      } else {
        numbers[numbers.count - 1] = numbers[numbers.count - 1] &* 10 &+ Int(bytes[i] &- UInt8(ascii: "0"))
      }
      i += 1
    }
    end = i + 3
    let slot = SlotNumber(scope: numbers[0], index: numbers.count > 1 ? numbers[1] : 0)
    switch (Self.last(at: i, in: bytes), numbers.count) {
    case (0x91, 1): self = .constant(slot.scope)
    case (0x91, 2): self = .value(slot)
    case (0x92, 4): self = .begin(SlotItem(list: slot, variant: numbers[2], scope: numbers[3]))
    case (0x93, 4): self = .end(SlotItem(list: slot, variant: numbers[2], scope: numbers[3]))
    default: return nil
    }
  }

  /// The last byte of one of the noncharacters at an offset.
  private static func last(at offset: Int, in bytes: UnsafeBufferPointer<UInt8>) -> UInt8? {
    guard offset + 2 < bytes.count, bytes[offset] == 0xEF, bytes[offset + 1] == 0xB7 else { return nil }
    return bytes[offset + 2]
  }
}

/// What the template engine wrote, with numbered slots.
struct SlottedText: Sendable {
  private enum Content: Sendable {
    case value(SlotNumber)
    case constant(Int)
    /// An item of each shape, in order of variant.
    case list(SlotNumber, [(scope: Int, text: SlottedText)])
  }

  /// The scopes of its slots and of those in it are below this.
  private let scopeCount: Int
  /// All of it but for the slots.
  private let text: HTML
  /// What stands where in the text, in order.
  private let slots: [(offset: Int, content: Content)]

  /// Bytes of the text and of those in it.
  var size: Int {
    slots.reduce(text.bytes.count) { size, slot in
      if case .list(_, let variants) = slot.content { variants.reduce(size) { $0 + $1.text.size } } else { size }
    }
  }

  init(cutting rendered: String) {
    var rendered = rendered
    self = rendered.withUTF8 { bytes in
      var offset = 0
      return SlottedText(cutting: bytes, from: &offset, in: nil)
    }
  }

  /// Reads up to the end of `item`, which has begun, else to the end.
  private init(cutting bytes: UnsafeBufferPointer<UInt8>, from offset: inout Int, in item: SlotMark.SlotItem?) {
    var text = HTMLBuilder()
    var slots: [(offset: Int, content: Content)] = []
    var start = offset
    var isOpen = true
    while isOpen, offset < bytes.count {
      guard bytes[offset] == 0xEF else {
        offset += 1
        continue
      }
      var end = offset + 3
      guard let mark = SlotMark(at: offset, in: bytes, end: &end) else {
        offset = end
        continue
      }
      text.html(HTML(rendered: bytes[start..<offset]))
      offset = end
      switch mark {
      case .value(let slot): slots.append((text.count, .value(slot)))
      case .constant(let number): slots.append((text.count, .constant(number)))
      case .end(item): isOpen = false
      case .end: break
      case .begin(let first):
        let inside = (scope: first.scope, text: SlottedText(cutting: bytes, from: &offset, in: first))
        if first.variant > 0, let last = slots.indices.last, case .list(first.list, let variants) = slots[last].content {
          slots[last].content = .list(first.list, variants + [inside])
        } else {
          slots.append((text.count, .list(first.list, [inside])))
        }
      }
      start = offset
    }
    if isOpen { text.html(HTML(rendered: bytes[min(start, bytes.count)...])) }
    (self.text, self.slots) = (text.html, slots)
    scopeCount = slots.reduce(1) { most, slot in
      switch slot.content {
      case .value(let number): max(most, number.scope + 1)
      case .constant: most
      case .list(let number, let variants):
        variants.reduce(max(most, number.scope + 1)) { max($0, $1.scope + 1, $1.text.scopeCount) }
      }
    }
  }

  /// The text with values in its slots: markup as it is, and text escaped.
  func filled(with values: [SlotValue], constants: PageConstants) -> [UInt8] {
    let size = values.reduce(text.bytes.count + constants.size) { $0 + $1.size }
    // Some texts grow where they are escaped.
    return HTMLBuilder.html(capacity: size + size / 64) { builder in
      values.withUnsafeBufferPointer { values in
        var scopes = Array(repeating: UnsafeBufferPointer<SlotValue>(start: nil, count: 0), count: scopeCount)
        scopes[0] = values
        fill(&builder, &scopes, constants)
      }
    }.bytes
  }

  /// `scopes` has the values of the page and of the items around, where they lie: to hold on to them would have to be counted.
  private func fill(
    _ builder: inout HTMLBuilder, _ scopes: inout [UnsafeBufferPointer<SlotValue>], _ constants: PageConstants
  ) {
    var written = 0
    for index in slots.indices {
      let end = slots[index].offset
      builder.html(text, written..<end)
      written = end
      switch slots[index].content {
      case .constant(let number):
        constants.write(number, into: &builder)
      case .value(let number):
        guard scopes[number.scope].indices.contains(number.index) else { continue }
        scopes[number.scope][number.index].write(into: &builder)
      case .list(let number, let variants):
        guard scopes[number.scope].indices.contains(number.index),
          case .list(let list) = scopes[number.scope][number.index]
        else { continue }
        list.values.withUnsafeBufferPointer { values in
          var start = 0
          for (variant, end) in list.items {
            defer { start = end }
            guard variants.indices.contains(variant) else { continue }
            let scope = variants[variant].scope
            // A list may be written once more inside one of its own items.
            let around = scopes[scope]
            scopes[scope] = UnsafeBufferPointer(rebasing: values[start..<end])
            variants[variant].text.fill(&builder, &scopes, constants)
            scopes[scope] = around
          }
        }
      }
    }
    builder.html(text, written..<text.bytes.count)
  }
}
