import ZhujieEntities
import ZhujieMarkdown
import ZhujieText

/// Key figures: the value, what it measures, and how it stood up to checking.
struct FiguresDrawing {
  let writer: ItemWriter
  let figures: [PictureFigure]

  func draw(name: String, _ out: inout HTMLBuilder) {
    out.element("ul", [("class", "key-figures"), ("aria-label", name)]) { out in
      for figure in figures { out.element("li") { draw(figure, &$0) } }
    }
  }

  private func draw(_ figure: PictureFigure, _ out: inout HTMLBuilder) {
    let value = writer.text(figure.value)
    var attributes: [(StaticString, String)] = [("class", "value")]
    if !value.language.isEmpty { attributes.append(("lang", value.language)) }
    out.element("p", attributes) { out in
      if let comparator = figure.comparator {
        out.text(writer[PictureWords.comparator(comparator)])
      }
      // Digits stand out from their unit.
      for (text, isNumber) in Self.parts(of: value.text) {
        if isNumber { out.element("b") { $0.text(text) } } else { out.text(text) }
      }
    }
    out.element("p", [("class", "what")]) { out in
      writer.label(figure.item, &out)
      writer.note(figure.item, &out)
    }
    out.element("p", [("class", "evidence")]) { out in
      if let check = figure.check {
        let (glyph, words) = PictureWords.check(check)
        out.element("span", [("class", "check " + check.rawValue)]) { out in
          out.element("span", [("aria-hidden", "true")]) { $0.text(glyph) }
          out.text(" " + writer[words])
        }
      }
      writer.citation(figure.item.source, &out)
    }
  }

  /// Runs of digits with their signs, and what stands between.
  static func parts(of text: String) -> [(text: String, isNumber: Bool)] {
    var parts: [(text: String, isNumber: Bool)] = []
    for scalar in text.unicodeScalars {
      let value = scalar.value
      let isNumber =
        ScalarClass.isDigit(value)
        || [0x25, 0x2B, 0x2C, 0x2D, 0x2E, 0x2212, 0x2013].contains(value)
      if parts.last?.isNumber == isNumber {
        parts[parts.count - 1].text.unicodeScalars.append(scalar)
      } else {
        parts.append((String(scalar), isNumber))
      }
    }
    return parts
  }
}
