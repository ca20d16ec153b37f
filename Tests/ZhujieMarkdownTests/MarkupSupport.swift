import TestSupport
import Testing
import ZhujieText

@testable import ZhujieMarkdown

/// The whole of a text read as Markdown.
func markup(_ text: String, drop: [ClosedRange<Int>] = [], limits: MarkupLimits = .standard)
  -> Markup
{
  let file = SourceFile(path: SourcePath("sources/a.md"), text: UTF8Text(text))
  return Markup(markdown: file, body: file.text.fullSpan, drop: drop, limits: limits)
}

extension Markup {
  /// The reading text, a line a block, each with its role and number: `1 林遠`, `h2 標題`, `cell a`.
  var outline: String {
    reading.blocks.map { block in
      let label =
        switch block.role {
        case .paragraph: block.paragraph.map(String.init) ?? "?"
        case .heading(let level): "h\(level)"
        case .tableCell: "cell"
        case .footnote: "note"
        case .furniture: "--"
        case .title: "title"
        case .author: "author"
        case .publisher: "publisher"
        }
      return label + " " + reading.text[block.span]
    }.joined(separator: "\n")
  }

  /// The slice of a file that the n-th occurrence of a word in the reading text leads to.
  func slice(of word: String, in text: String, occurrence: Int = 0) -> String? {
    let bytes = reading.text.bytes
    let wanted = Array(word.utf8)
    var left = occurrence
    var i = 0
    while i + wanted.count <= bytes.count {
      if bytes[i..<i + wanted.count].elementsEqual(wanted) {
        if left == 0 {
          let span = reading.alignment.map(TextSpan<ReadingSpace>(i, i + wanted.count))
          return String(decoding: Array(text.utf8)[span.range], as: UTF8.self)
        }
        left -= 1
      }
      i += 1
    }
    return nil
  }

  /// Marks over `⟦…⟧` spans of a reading text that is given with them.
  func marks(_ marked: String) -> InlineMarks {
    var marks = InlineMarkWriter()
    for mark in MarkedText(marked).marks {
      marks.tag.raw("<m>")
      marks.add(TextSpan(mark.lowerBound, mark.upperBound), close: "</m>")
    }
    return marks.finish()
  }
}
