import ZhujieEntities
import ZhujieMarkdown
import ZhujieText

/// Bars in a table, which is its own twin: what, how long, how much.
struct ChartDrawing {
  let writer: ItemWriter
  let bars: [PictureBar]
  let unit: MultilingualText?

  func draw(name: String, _ out: inout HTMLBuilder) {
    let low = min(bars.map(\.low).min() ?? 0, 0)
    let high = max(bars.map(\.high).max() ?? 0, 0)
    let range = high - low
    func place(_ value: Double) -> Int {
      let place = range > 0 ? (value - low) / range * 1000 : 0
      return place.isFinite ? Int(place.rounded()) : 0
    }
    out.element("table", [("class", "bars"), ("aria-label", name)]) { out in
      out.element("tbody") { out in
        for bar in bars {
          out.element("tr") { out in
            out.element("th", [("scope", "row")]) { out in
              writer.label(bar.item, &out)
              writer.note(bar.item, &out)
            }
            out.element("td", [("class", "bar-cell")]) { out in
              draw(bar, zero: place(0), place, &out)
            }
            out.element("td", [("class", "bar-value")]) { out in
              value(of: bar, &out)
              writer.citation(bar.item.source, &out)
            }
          }
        }
      }
    }
  }

  private func draw(
    _ bar: PictureBar,
    zero: Int,
    _ place: (Double) -> Int,
    _ out: inout HTMLBuilder
  ) {
    out.open(
      "svg",
      [("viewBox", "0 0 1000 12"), ("preserveAspectRatio", "none"), ("aria-hidden", "true")]
    )
    var svg = SVGWriter()
    let (low, high) = (place(bar.low), place(bar.high))
    if bar.digits.count == 1 {
      let (start, end) = (min(low, zero), max(high, zero))
      svg.rect("bar", Box(x: start, y: 0, width: max(end - start, 2), height: 12))
    } else {
      // From one number to another: what is certain is full, what may be is pale.
      let certain = bar.low >= 0 ? (zero, low) : bar.high <= 0 ? (high, zero) : (zero, zero)
      svg.rect("bar", Box(x: certain.0, y: 0, width: certain.1 - certain.0, height: 12))
      svg.rect("bar may-be", Box(x: low, y: 0, width: max(high - low, 2), height: 12))
    }
    svg.line("zero", zero, 0, zero, 12)
    out.html(svg.out.html)
    out.close("svg")
  }

  private func value(of bar: PictureBar, _ out: inout HTMLBuilder) {
    if let comparator = bar.comparator {
      out.text(writer[PictureWords.comparator(comparator)])
    }
    if let written = bar.written {
      let words = writer.text(written)
      writer.span(words.text, words.language, nil, &out)
      return
    }
    let digits = bar.digits.map { $0.first == "-" ? "−" + $0.dropFirst() : $0 }
    out.text(digits.joined(separator: "–"))
    guard let unit else { return }
    let words = writer.text(unit)
    if writer.context.language == .en, words.text.first != "%" { out.text("\u{A0}") }
    writer.span(words.text, words.language, nil, &out)
  }
}
