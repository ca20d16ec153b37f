import ZhujieMarkdown

/// Markup on its way around the template engine: the engine is given a short mark for each piece, and the pieces are put
/// in place of the marks once it is done. So a page of a megabyte is copied once and not once for each section around it.
///
/// A mark is a number between U+FDD0 and U+FDD1. These are noncharacters, which escaping keeps out of every page, so no
/// text of the seeds can be taken for one.
struct Slots {
  private(set) var pieces: [HTML] = []

  /// A view whose own markup stands in slots.
  mutating func take(_ view: View) -> View {
    var view = view
    for (name, value) in view.values {
      guard case .html(let html) = value, !html.isEmpty else { continue }
      view[name] = .slot(pieces.count)
      pieces.append(html)
    }
    return view
  }

  static func mark(_ number: Int) -> String { opening + "\(number)" + closing }

  private static let opening = String(decoding: [0xEF, 0xB7, 0x90] as [UInt8], as: UTF8.self)
  private static let closing = String(decoding: [0xEF, 0xB7, 0x91] as [UInt8], as: UTF8.self)

  /// Text of the seeds that no mark can be in.
  static func withoutMarks(_ text: String) -> String {
    guard text.utf8.contains(0xEF), text.unicodeScalars.contains(where: isMark) else { return text }
    return String(
      String.UnicodeScalarView(text.unicodeScalars.map { isMark($0) ? "\u{FFFD}" : $0 })
    )
  }

  /// Whether the engine was given a mark rather than a text to escape.
  static func isMark(_ text: String) -> Bool { text.unicodeScalars.first.map(isMark) ?? false }

  private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value == 0xFDD0 || scalar.value == 0xFDD1
  }

  /// What the engine wrote, cut at its marks.
  static func cut(_ rendered: String) -> SlottedText {
    var rendered = rendered
    return rendered.withUTF8 { bytes in
      var text = SlottedText()
      var start = 0
      var i = 0
      while i + 2 < bytes.count {
        guard bytes[i] == 0xEF, bytes[i + 1] == 0xB7, bytes[i + 2] == 0x90 else {
          i += 1
          continue
        }
        text.runs.append(HTML(rendered: bytes[start..<i]))
        i += 3
        var number = 0
        while i < bytes.count, bytes[i] >= 0x30, bytes[i] <= 0x39 {
          number = number &* 10 &+ Int(bytes[i] - 0x30)
          i += 1
        }
        text.slots.append(number)
        i = min(i + 3, bytes.count)
        start = i
      }
      text.runs.append(HTML(rendered: bytes[start...]))
      return text
    }
  }
}

/// Text with numbered slots: a run, a slot, a run, and so on, with a run at the end.
struct SlottedText: Sendable {
  fileprivate(set) var runs: [HTML] = []
  fileprivate(set) var slots: [Int] = []

  func filled(with pieces: [HTML]) -> HTML {
    var size = runs.reduce(0) { $0 + $1.bytes.count }
    for slot in slots where pieces.indices.contains(slot) { size += pieces[slot].bytes.count }
    var builder = HTMLBuilder(capacity: size)
    for (index, run) in runs.enumerated() {
      builder.html(run)
      if slots.indices.contains(index), pieces.indices.contains(slots[index]) {
        builder.html(pieces[slots[index]])
      }
    }
    return builder.html
  }
}
