import TestSupport
import Testing
import ZhujieText

private func file(_ text: String) -> SourceFile {
  SourceFile(path: SourcePath("sources/a.md"), text: UTF8Text(text))
}

struct SourceFileTests {
  @Test(
    "lines end in LF, CRLF or CR",
    arguments: [
      ("", [0]), ("甲", [0]), ("甲\n", [0]), ("a\nb", [0, 2]), ("a\r\nb", [0, 3]), ("a\rb", [0, 2]),
      ("a\n\rb", [0, 2, 3]), ("a\r\r\nb\n", [0, 2, 4]), ("\n\n", [0, 1]), ("a\u{2028}b", [0]),
    ]
  )
  func lines(_ text: String, _ starts: [Int]) {
    #expect(file(text).lineStarts == starts)
  }

  @Test("columns count scalars from 1, a byte order mark among them")
  func columns() {
    let file = file("\u{FEFF}甲\r\n𠮷e\u{301}x\rb")
    #expect(file.position(at: 0) == Position(line: 1, column: 1))
    #expect(file.position(at: 3) == Position(line: 1, column: 2))
    #expect(file.position(at: 6) == Position(line: 1, column: 3))
    #expect(file.position(at: 8) == Position(line: 2, column: 1))
    #expect(file.position(at: 12) == Position(line: 2, column: 2))
    #expect(file.position(at: 15) == Position(line: 2, column: 4))
    #expect(file.position(at: 17) == Position(line: 3, column: 1))
    #expect(file.position(at: 999) == Position(line: 3, column: 2))
    #expect(file.position(at: -1) == Position(line: 1, column: 1))
    #expect(file.line(1) == "\u{FEFF}甲")
    #expect(file.line(2) == "𠮷e\u{301}x")
    #expect(file.line(0) == "" && file.line(4) == "")
  }

  @Test("a place and its offset belong to one another")
  func thereAndBack() {
    var generator = SeededGenerator(seed: 8)
    let pieces = ["a", "甲", "𠮷", "\n", "\r\n", "\r", "e\u{301}", "\u{FEFF}"]
    for _ in 0..<500 {
      let text = (0..<Int.random(in: 0...20, using: &generator)).map { _ in
        pieces.randomElement(using: &generator) ?? ""
      }.joined()
      let file = file(text)
      for offset in 0...file.text.count where file.text.isBoundary(offset) {
        let position = file.position(at: offset)
        #expect(file.offset(line: position.line, column: position.column) == offset)
      }
    }
  }

  @Test("an offset that nobody could mean is kept within the text")
  func outside() {
    let file = file("甲\n乙")
    #expect(file.offset(line: 0, column: 1) == 0)
    #expect(file.offset(line: 9, column: 1) == 7)
    #expect(file.offset(line: 1, column: 99) == 4)
    #expect(file.offset(line: 1, column: -5) == 0)
  }

  @Test("a location holds the line of its place")
  func location() {
    let location = file("甲\n乙丙").location(at: 7)
    #expect(location.position == Position(line: 2, column: 2))
    #expect(location.excerpt == "乙丙")
    #expect(location.path.fileName == "a.md")
  }

  @Test("findings are in order of path by bytes, place, severity and code")
  func order() {
    func finding(_ path: String, _ line: Int?, _ severity: Severity, _ code: String) -> Diagnostic {
      Diagnostic(
        severity,
        DiagnosticCode(code),
        at: SourceLocation(
          path: SourcePath(path),
          position: line.map { Position(line: $0, column: 1) }
        ),
        "x"
      )
    }
    let expected = [
      finding("B", 9, .note, "a"), finding("a", nil, .note, "a"), finding("a", 1, .error, "b"),
      finding("a", 1, .warning, "a"), finding("a", 1, .warning, "b"), finding("a", 2, .error, "a"),
      finding("甲", 1, .error, "a"),
    ]
    #expect(expected.reversed().sorted() == expected)
  }
}
