import TestSupport
import Testing
import ZhujieMarkdown
import ZhujieText

@testable import ZhujiePictures

/// Blocks found in a body of Markdown.
struct BodyPicturesTests {
  private func read(_ text: String) -> (BodyPictures, Markup) {
    let file = SourceFile(path: SourcePath("a.md"), text: UTF8Text(text))
    let markup = Markup(markdown: file, body: TextSpan(0, file.text.count))
    return (BodyPictures(of: markup, in: file), markup)
  }

  @Test(
    "a block's faults have their place in the file, whatever the line ends",
    arguments: ["\n", "\r\n"]
  )
  func places(lineEnd: String) {
    let lines = ["文", "", "```members", "members:", "  - 晨星", "```", "", "```swift", "x: [", "```"]
    let (found, _) = read(lines.joined(separator: lineEnd) + lineEnd)
    #expect(found.diagnostics.map(\.code) == [.pictureEntity])
    #expect(found.diagnostics.first?.location?.position == Position(line: 5, column: 5))
  }

  @Test("the page is given the picture of its block, and code stays code")
  func drawing() {
    let (found, markup) = read("```members\nmembers: [dawn]\n```\n\n```swift\nlet a = 1\n```\n")
    var options = RenderOptions()
    options.fenced = { _, _, offset in
      found.picture(at: offset)?.html(in: Sample.context(.en))
    }
    let html = markup.html(options).string
    #expect(html.hasPrefix("<figure class=\"picture members-picture\">"))
    #expect(html.hasSuffix("<pre><code class=\"language-swift\">let a = 1\n</code></pre>\n"))
  }

  @Test("a block in a quotation or a list is refused")
  func indented() {
    let (found, _) = read(
      "> ```members\n> members: [dawn]\n> ```\n\n- a\n\n  ```cast\n  people: [dawn]\n  ```\n"
    )
    #expect(found.diagnostics.map(\.code) == [.pictureIndented, .pictureIndented])
    #expect(found.pictures.isEmpty)
  }

  @Test("an unclosed fence at the end of the file is read")
  func unclosed() {
    let (found, _) = read("```members\nmembers: [dawn]")
    #expect(found.diagnostics == [])
    #expect(found.pictures.count == 1)
  }

  @Test(
    "an empty block is found empty",
    arguments: ["```stack\n```\n", "```stack\n\n```\n", "```stack"]
  )
  func empty(text: String) {
    #expect(read(text).0.diagnostics.map(\.code) == [.pictureEmpty])
  }

  @Test("whatever is written in a block, it is drawn or refused", arguments: BlockTests.cases)
  func damage(example: BlockTests.Case) {
    var random = SeededGenerator(seed: 5)
    let pieces = [
      "-", ":", "\n", "[", "]", "{", "}", "9999", "entity", "~", "\u{0}", "👩‍🚀", "  ", "text: ",
    ]
    for _ in 0..<60 {
      var scalars = Array(example.yaml.unicodeScalars)
      for _ in 0..<Int.random(in: 1...4, using: &random) {
        let place = Int.random(in: 0..<scalars.count, using: &random)
        if Bool.random(using: &random) {
          scalars.remove(at: place)
        } else {
          let piece = pieces[Int.random(in: 0..<pieces.count, using: &random)]
          scalars.insert(contentsOf: Array(piece.unicodeScalars), at: place)
        }
      }
      var text = String.UnicodeScalarView()
      text.append(contentsOf: scalars)
      let (picture, findings) = Sample.parse(example.kind, String(text))
      #expect((picture == nil) == findings.contains { $0.contains(" error ") })
      if let picture {
        let html = picture.html(in: Sample.context(example.language)).string
        #expect(html.hasPrefix("<figure") && html.hasSuffix("</figure>"))
      }
    }
  }
}
