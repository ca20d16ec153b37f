import TestSupport
import Testing
import ZhujieText

struct CompactCodingTests {
  @Test("what is written is read back, and is text")
  func roundTrip() throws {
    let numbers = [0, 1, 31, 32, 1_023, 1_024, 1 << 40, .max, -1, .min]
    let fractions = [0, 1, 0.9, 0.125, 1.0 / 3, 1e300, -0.5, .infinity]
    let texts = ["", "遠山", "a\nb\t\"", "遠山"]
    var writer = CompactWriter()
    for number in numbers {
      writer.write(number)
      writer.write(signed: number)
    }
    for fraction in fractions { writer.write(fraction) }
    for text in texts { writer.write(shared: text) }
    writer.write(3..<9)
    writer.write(true)
    #expect(String(validating: writer.bytes, as: UTF8.self) != nil)
    var reader = CompactReader(writer.bytes)
    for number in numbers {
      #expect(try reader.number() == number)
      #expect(try reader.signed() == number)
    }
    for fraction in fractions { #expect(try reader.fraction() == fraction) }
    for text in texts { #expect(try reader.sharedText() == text) }
    #expect(try reader.range() == 3..<9)
    #expect(try reader.bool())
    #expect(reader.isAtEnd)
    #expect(throws: CompactFault.self) { try reader.number() }
  }

  @Test("texts that are shared are written once, however many there are")
  func sharedTexts() throws {
    var random = SeededGenerator(seed: 3)
    let texts = (0..<400).map { "\(["rule", "規則", "a"][$0 % 3])-\($0 / 2)" }
    let written = (0..<4_000).map { _ in texts.randomElement(using: &random) ?? "" }
    var writer = CompactWriter()
    for text in written { writer.write(shared: text) }
    var reader = CompactReader(writer.bytes)
    for text in written { #expect(try reader.sharedText() == text) }
    #expect(reader.isAtEnd)
    #expect(writer.bytes.count < 4_000 * 2 + texts.map(\.utf8.count).reduce(0, +) + 400)
  }

  @Test("dates of every shape", arguments: ["2025-03-13", "2024-Q4", "2023-09~", "2024-01-23/2024-01-24", "2023-09/..", "../2020%", "1999?"])
  func dates(text: String) throws {
    let date = try #require(EDTFDate(text))
    var writer = CompactWriter()
    writer.write(date)
    var reader = CompactReader(writer.bytes)
    #expect(try reader.value(EDTFDate.self) == date)
  }

  @Test("what is cut off, damaged or made up is a fault and no crash")
  func damaged() {
    var random = SeededGenerator(seed: 5)
    for _ in 0..<2_000 {
      let bytes = (0..<Int.random(in: 0...40, using: &random)).map { _ in UInt8.random(in: 0x3F...0x7E, using: &random) }
      var reader = CompactReader(bytes)
      _ = try? reader.array(of: Diagnostic.self)
      reader = CompactReader(bytes)
      _ = try? reader.array(of: EDTFDate.self)
      reader = CompactReader(bytes)
      _ = try? reader.array(of: Citation.self)
      reader = CompactReader(bytes)
      _ = try? ReadingText(from: &reader, beside: UTF8Text("遠山科技\n"))
    }
  }

  @Test("a reading text is whole again beside its file")
  func readingText() throws {
    let file = UTF8Text<FileSpace>("**遠山**雲 &amp; x\n")
    let reading = ReadingText(
      text: UTF8Text("遠山雲 & x"),
      blocks: [.init(role: .heading(level: 3), span: TextSpan(0, 3)), .init(role: .paragraph, span: TextSpan(4, 13), paragraph: 7)],
      opaque: [TextSpan(3, 6)],
      alignment: Alignment(
        changes: [
          TextChange(from: 0..<0, to: 0..<2), TextChange(from: 6..<6, to: 8..<10), TextChange(from: 10..<11, to: 14..<19),
          TextChange(from: 13..<13, to: 21..<22),
        ], fromCount: 13, toCount: 22))
    for beside in [file, UTF8Text("zz遠山zz雲 ?????zy_")] {
      var writer = CompactWriter()
      reading.write(to: &writer, beside: beside)
      var reader = CompactReader(writer.bytes)
      let read = try ReadingText(from: &reader, beside: beside)
      #expect(read.text == reading.text)
      #expect(read.blocks == reading.blocks)
      #expect(read.opaque == reading.opaque)
      #expect(read.alignment == reading.alignment)
    }
    var writer = CompactWriter()
    reading.write(to: &writer, beside: file)
    var reader = CompactReader(writer.bytes)
    #expect(throws: CompactFault.self) { try ReadingText(from: &reader, beside: UTF8Text("short")) }
  }
}
