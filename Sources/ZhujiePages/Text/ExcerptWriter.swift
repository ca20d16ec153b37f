import ZhujieAnnotation
import ZhujieMarkdown
import ZhujieReport
import ZhujieText

/// Writes what is published of a block whose text may not be shown whole: its sentences as plain text with their mentions, and a
/// mark where something was left out.
struct ExcerptWriter {
  let context: PageContext
  let published: PublishedText
  let edition: Edition
  /// The marks of the body.
  let marks: InlineMarks

  init(context: PageContext, published: PublishedText, edition: Edition) {
    self.context = context
    self.published = published
    self.edition = edition
    marks = MarkWriter(context: context)
      .marks(of: edition, withQuantities: true)
  }

  /// Nil where nothing of the block is published.
  func html(of block: TextSpan<ReadingSpace>, element: StaticString) -> HTML? {
    let parts = published.parts(of: block)
    guard let first = parts.first, let last = parts.last else { return nil }
    var builder = HTMLBuilder()
    builder.element(element, []) { out in
      if first.lowerBound > block.lowerBound { omission(&out) }
      for (index, part) in parts.enumerated() {
        if index > 0 { omission(&out) }
        write(part, into: &out)
      }
      if last.upperBound < block.upperBound { omission(&out) }
    }
    return builder.html
  }

  private func write(_ part: TextSpan<ReadingSpace>, into out: inout HTMLBuilder) {
    var place = part.lowerBound
    for mark in marks.marks[firstMark(from: part.lowerBound)...].prefix(while: { $0.span.lowerBound < part.upperBound })
    where part.contains(mark.span) && mark.span.lowerBound >= place {
      out.text(edition.shown(TextSpan(place, mark.span.lowerBound)))
      out.html(marks.tags, mark.tag)
      out.text(edition.shown(mark.span))
      out.raw(mark.close)
      place = mark.span.upperBound
    }
    out.text(edition.shown(TextSpan(place, part.upperBound)))
  }

  /// The index of the first mark that starts at an offset or after it.
  private func firstMark(from offset: Int) -> Int {
    var (low, high) = (0, marks.marks.count)
    while low < high {
      let middle = (low + high) / 2
      if marks.marks[middle].span.lowerBound < offset { low = middle + 1 } else { high = middle }
    }
    return low
  }

  private func omission(_ out: inout HTMLBuilder) {
    out.raw(" ")
    out.element("span", [("class", "omitted"), ("title", context.phrases[.omitted])]) { $0.text("[…]") }
    out.raw(" ")
  }
}
