import TestSupport
import Testing
import ZhujieScript
import ZhujieText

@Suite struct StreamConverterTests {
  private static let text = String(
    repeating:
      "他的头发在山头发现了。\n```\n头发\n```\n\n著名的云计算公司https://example.com/后，`代码`与⟦头发⟧。\r\n日语の会社、한국어。\n",
    count: 40
  )

  @Test("the size of the chunks changes nothing", arguments: [1, 2, 3, 7, 64, 1000, 65_536])
  func chunks(_ size: Int) throws {
    var output: [UInt8] = []
    try streamedBytes(Array(Self.text.utf8), to: .hant, chunk: size) { output += $0 }
    #expect(String(decoding: output, as: UTF8.self) == streamed(Self.text, to: .hant))
  }

  @Test("a wrong byte is named by its offset, and what stood before it is converted")
  func invalid() {
    let before = Array("头发和后面\n".utf8)
    for wrong: [UInt8] in [
      [0xFF], [0xE5, 0xA4], [0xED, 0xA0, 0x80], [0xC0, 0x80], [0xF0, 0x84, 0xB8, 0x80], [0x80],
    ] {
      var output: [UInt8] = []
      var offset: Int?
      do throws(InvalidUTF8) {
        try streamedBytes(before + Array("这是".utf8) + wrong, to: .hant, chunk: 5) { output += $0 }
      } catch {
        offset = error.offset
      }
      #expect(offset == before.count + 6)
      #expect(String(decoding: output, as: UTF8.self) == "頭髮和後面\n這是")
    }
  }

  @Test("any bytes end in text or in an error")
  func anything() {
    var random = SeededGenerator(seed: 7)
    let pieces: [[UInt8]] = [
      Array("头发".utf8), Array("發後".utf8), Array("`".utf8), Array("<a b='".utf8), Array("⟦".utf8),
      Array("⿰".utf8), Array("の".utf8),
      [0x0A], [0x0A, 0x0A], [0xE5], [0xF0, 0x9F], [0xFF], Array("𠮷".utf8), Array("http://a/".utf8),
      Array("```\n".utf8),
      Array("    int 后;\n".utf8), Array("](".utf8), Array(")".utf8), Array("<pre>".utf8),
      [0xEF, 0xBB, 0xBF], [0], Array("云".utf8),
    ]
    for round in 0..<300 {
      var bytes: [UInt8] = []
      for _ in 0..<Int.random(in: 0..<60, using: &random) {
        // Half of the rounds are valid UTF-8, so that the careful ways are walked to their ends.
        let piece = pieces[Int.random(in: 0..<pieces.count, using: &random)]
        if round.isMultiple(of: 2), UTF8Text<ReadingSpace>(validating: piece) == nil { continue }
        bytes += piece
      }
      for target in ConversionTarget.allCases {
        var output: [UInt8] = []
        do throws(InvalidUTF8) {
          try streamedBytes(bytes, to: target, chunk: 11) { output += $0 }
          #expect(UTF8Text<ReadingSpace>(validating: bytes) != nil)
        } catch {
          #expect(UTF8Validation.firstInvalidOffset(in: bytes) == error.offset)
        }
        #expect(UTF8Text<DisplaySpace>(validating: output) != nil)
      }
    }
  }

  @Test("any bytes at all end in text or in an error")
  func noise() {
    var random = SeededGenerator(seed: 13)
    for round in 0..<400 {
      let bytes = (0..<Int.random(in: 0..<400, using: &random)).map { _ in
        // Half of the rounds keep to the bytes of Han characters, so that long runs come about.
        round.isMultiple(of: 2)
          ? UInt8.random(in: 0...255, using: &random)
          : [0xE4, 0xE5, 0xE8, 0xE9, 0xF0, 0x80, 0x91, 0xA4, 0xB8, 0xBF][
            Int.random(in: 0..<10, using: &random)
          ]
      }
      for target in ConversionTarget.allCases {
        var output: [UInt8] = []
        var fault: Int?
        do throws(InvalidUTF8) {
          try streamedBytes(bytes, to: target, chunk: 97) { output += $0 }
        } catch {
          fault = error.offset
        }
        #expect(fault == UTF8Validation.firstInvalidOffset(in: bytes))
        #expect(UTF8Text<DisplaySpace>(validating: output) != nil)
      }
    }
  }

  @Test("a place that an editor settled reads so in a stream, and no other place does")
  func settled() throws(InvalidUTF8) {
    let reading = SettledReading(before: "公司", quote: "有云", after: " + AI", reading: "有雲")
    var output: [UInt8] = []
    var stream = StreamConverter(to: .hant, readings: [reading])
    let text = Array("他说，公司有云 + AI，古书有云：“`公司有云 + AI`”。\n公司有云 + AI".utf8)
    var fault: InvalidUTF8?
    text.withUnsafeBytes { raw in
      do throws(InvalidUTF8) { try stream.convert(raw) { output += $0 } } catch { fault = error }
    }
    #expect(fault == nil)
    try stream.finish { output += $0 }
    let result = String(decoding: output, as: UTF8.self)
    #expect(result == "他說，公司有雲 + AI，古書有云：“`公司有云 + AI`”。\n公司有雲 + AI")
  }

  @Test("a line of more than a block is converted whole")
  func longLine() throws {
    let text = String(repeating: "这里的头发", count: 30_000)
    #expect(streamed(text, to: .hant) == String(repeating: "這裡的頭髮", count: 30_000))
  }
}
