import TestSupport
import Testing
import ZhujieText

struct UTF8TextTests {
  @Test(
    "bytes that are not UTF-8 are found where they stand (RFC 3629)",
    arguments: [
      ([0x80], 0), ([0xBF], 0), ([0xC0, 0x80], 0), ([0xC1, 0xBF], 0), ([0xC2], 0),
      ([0xC2, 0x20], 0),
      ([0xE0, 0x80, 0x80], 0), ([0xE0, 0x9F, 0xBF], 0), ([0xE4, 0xB8], 0), ([0xE4, 0xB8, 0x41], 0),
      ([0xED, 0xA0, 0x80], 0), ([0xED, 0xBF, 0xBF], 0), ([0xF0, 0x80, 0x80, 0x80], 0),
      ([0xF0, 0x8F, 0xBF, 0xBF], 0), ([0xF0, 0xA0, 0xAE], 0), ([0xF4, 0x90, 0x80, 0x80], 0),
      ([0xF5, 0x80, 0x80, 0x80], 0), ([0xFF], 0), ([0xFE], 0), ([0x41, 0xE4, 0xB8, 0x80, 0x80], 4),
      ([0xC3, 0xA9, 0xC3], 2),
    ] as [([UInt8], Int)]
  )
  func invalid(_ bytes: [UInt8], _ offset: Int) {
    #expect(UTF8Validation.firstInvalidOffset(in: bytes) == offset)
    #expect(UTF8Text<FileSpace>(validating: bytes) == nil)
  }

  @Test(
    "every length and border of valid UTF-8 is taken",
    arguments: [
      [], [0x00], [0x7F], [0xC2, 0x80], [0xDF, 0xBF], [0xE0, 0xA0, 0x80], [0xEC, 0xBF, 0xBF],
      [0xED, 0x9F, 0xBF], [0xEE, 0x80, 0x80], [0xEF, 0xBF, 0xBF], [0xF0, 0x90, 0x80, 0x80],
      [0xF3, 0xBF, 0xBF, 0xBF], [0xF4, 0x8F, 0xBF, 0xBF],
    ] as [[UInt8]]
  )
  func valid(_ bytes: [UInt8]) {
    #expect(UTF8Validation.firstInvalidOffset(in: bytes) == nil)
    #expect(UTF8Text<FileSpace>(validating: bytes)?.bytes == bytes)
  }

  @Test("it agrees with the standard library on any bytes")
  func agrees() {
    var generator = SeededGenerator(seed: 9)
    let leads: [UInt8] = [
      0x41, 0x80, 0xBF, 0xC2, 0xE0, 0xE4, 0xED, 0xF0, 0xF4, 0x8F, 0x90, 0x9F, 0xA0,
    ]
    for _ in 0..<20_000 {
      let bytes = (0..<Int.random(in: 0...6, using: &generator)).map { _ in
        leads.randomElement(using: &generator) ?? 0
      }
      let isValid = String(validating: bytes, as: UTF8.self) != nil
      #expect((UTF8Validation.firstInvalidOffset(in: bytes) == nil) == isValid)
    }
  }

  @Test("a scalar is read from its start and from its end, and written again")
  func scalars() {
    for value: UInt32 in [
      0, 0x41, 0x7F, 0x80, 0x7FF, 0x800, 0x4E00, 0xFFFD, 0x10000, 0x20BB7, 0x10FFFF,
    ] {
      var bytes: [UInt8] = [0x61]
      UTF8Scan.append(value, to: &bytes)
      let length = bytes.count - 1
      bytes.withUnsafeBufferPointer { bytes in
        #expect(UTF8Scan.scalar(at: 1, in: bytes) == (value, length))
        #expect(UTF8Scan.scalar(before: bytes.count, in: bytes) == (value, length))
      }
      #expect(UTF8Validation.firstInvalidOffset(in: bytes) == nil)
      #expect(UTF8Scan.scalarCount(bytes[...]) == 2)
    }
  }

  @Test("boundaries are where scalars start, and the end")
  func boundaries() {
    let text = UTF8Text<FileSpace>("a甲")
    #expect((-1...5).map { text.isBoundary($0) } == [false, true, true, false, false, true, false])
    #expect(text[TextSpan(1, 4)] == "甲")
    #expect(text.fullSpan == TextSpan(0, 4))
  }

  @Test("spans are ordered by start, then the longer first")
  func spans() {
    let spans = [TextSpan<FileSpace>(0, 9), TextSpan(0, 3), TextSpan(1, 2)]
    #expect(spans.reversed().sorted() == spans)
    #expect(spans[0].contains(spans[1]) && !spans[1].contains(spans[0]))
    #expect(!TextSpan<FileSpace>(0, 2).overlaps(TextSpan(2, 4)))
    #expect(!TextSpan<FileSpace>(2, 2).contains(2))
  }

  @Test("classes of scalars at their borders")
  func classes() {
    for scalar in "一鿿㐀䶿𠀀𠮷〇豈".unicodeScalars { #expect(ScalarClass.isHan(scalar.value)) }
    for scalar in "あ가aＡ1。々".unicodeScalars { #expect(!ScalarClass.isHan(scalar.value)) }
    for scalar in "aZ0éßЖΩＡ９ễ".unicodeScalars { #expect(ScalarClass.isAlphanumeric(scalar.value)) }
    for scalar in "×÷-_ 甲あ".unicodeScalars { #expect(!ScalarClass.isAlphanumeric(scalar.value)) }
    for scalar in "あアｱ가ㄱᄀー".unicodeScalars { #expect(ScalarClass.isKanaOrHangul(scalar.value)) }
    for scalar in " \t\u{A0}\u{3000}\u{2003}\u{202F}".unicodeScalars {
      #expect(ScalarClass.isSpace(scalar.value))
    }
    for scalar in "\n\r\u{200B}\u{2028}".unicodeScalars {
      #expect(!ScalarClass.isSpace(scalar.value))
    }
  }

  @Test("the block that holds an offset is found, and none between blocks")
  func blocks() {
    let text = UTF8Text<ReadingSpace>("ab\n\ncd")
    let blocks = [TextSpan<ReadingSpace>(0, 2), TextSpan(4, 6)].map {
      ReadingText.Block(role: .paragraph, span: $0)
    }
    let reading = ReadingText(
      text: text,
      blocks: blocks,
      opaque: [],
      alignment: .identity(count: 6)
    )
    #expect((0...6).map { reading.blockIndex(at: $0) } == [0, 0, 0, nil, 1, 1, 1])
  }
}
