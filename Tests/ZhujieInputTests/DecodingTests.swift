import Foundation
import TestSupport
import Testing
import ZhujieText

@testable import ZhujieInput

private let simplified = """
  林远在北京说，这个公司的人都知道，我们要在三年里把产品做出来。他没有说出时间，也不会说是谁的事。\
  晨星是一家新公司，来的人大多是学生，对于他们来说，这是一个开始。
  """
private let traditional = """
  林遠在北京說，這個公司的人都知道，我們要在三年裡把產品做出來。他沒有說出時間，也不會說是誰的事。\
  晨星是一家新公司，來的人大多是學生，對於他們來說，這是一個開始。
  """

private func encoded(_ text: String, _ name: String) throws -> [UInt8] {
  let converter = try #require(iconv_open(name, "UTF-8"))
  defer { iconv_close(converter) }
  var input = text.utf8.map { CChar(bitPattern: $0) }
  var output = [CChar](repeating: 0, count: input.count * 4)
  let count = input.withUnsafeMutableBufferPointer { source -> Int in
    output.withUnsafeMutableBufferPointer { target -> Int in
      var next = source.baseAddress
      var left = source.count
      var end = target.baseAddress
      var room = target.count
      return iconv(converter, &next, &left, &end, &room) == -1 ? -1 : target.count - room
    }
  }
  try #require(count > 0)
  return output[..<count].map { UInt8(bitPattern: $0) }
}

struct DecodingTests {
  private let path = SourcePath("a.txt")

  @Test("UTF-8 stays as it is, with its byte order mark")
  func utf8() {
    for bytes in [Array("林遠".utf8), [0xEF, 0xBB, 0xBF] + Array("林遠".utf8), []] {
      let (text, diagnostics) = decodedText(bytes, path: path)
      #expect(text?.bytes == bytes)
      #expect(diagnostics.isEmpty)
    }
  }

  @Test(
    "another encoding is decoded with a warning that names it",
    arguments: [
      ("UTF-16LE", "UTF-16LE", simplified), ("UTF-16BE", "UTF-16BE", traditional),
      ("GB18030", "GB18030", simplified), ("GBK", "GB18030", traditional),
      ("BIG5", "Big5", traditional), ("UTF-16", "UTF-16", traditional),
    ]
  )
  func others(_ encoding: String, _ name: String, _ prose: String) throws {
    let (text, diagnostics) = decodedText(try encoded(prose, encoding), path: path)
    let decoded = try #require(text?.string)
    #expect(decoded == (encoding == "UTF-16" ? "\u{FEFF}" : "") + prose)
    #expect(
      shown(diagnostics) == [
        "a.txt: warning: \"\(name)\" is how the file was decoded, since it is not UTF-8; save it as UTF-8 [text.encoding]"
      ]
    )
  }

  @Test(
    "bytes that leave a doubt are refused with the place of the first that is wrong",
    arguments: [
      (
        "one byte broken in UTF-8", Array("甲。\n林遠".utf8) + [0xFF] + Array(simplified.utf8), "2:3",
        "0xFF", 13
      ),
      ("UTF-8 cut off", Array("甲乙".utf8).dropLast(), "1:2", "0xE4", 3),
      ("Latin-1", Array("caf".utf8) + [0xE9] + Array(" au lait".utf8), "1:4", "0xE9", 3),
      ("too short to tell", [0xC1, 0xD6, 0xD4, 0xB6], "1:1", "0xC1", 0),
      ("after a line end", Array("甲\n".utf8) + [0x80], "2:1", "0x80", 4),
    ] as [(String, ArraySlice<UInt8>, String, String, Int)]
  )
  func refused(
    _ name: String,
    _ bytes: ArraySlice<UInt8>,
    _ place: String,
    _ byte: String,
    _ offset: Int
  ) {
    let (text, diagnostics) = decodedText(Array(bytes), path: path)
    #expect(text == nil)
    #expect(
      shown(diagnostics) == [
        "a.txt:\(place): error: \"\(byte)\" at byte \(offset): the file is not UTF-8; save it as UTF-8 [text.not-utf8]"
      ]
    )
  }

  @Test(
    "no other script is taken for Chinese",
    arguments: ["SHIFT_JIS", "EUC-JP", "EUC-KR", "KOI8-R", "WINDOWS-1252"]
  )
  func otherScripts(_ encoding: String) throws {
    let prose = [
      "SHIFT_JIS": "東京は日本の首都であり、多くの人々が暮らしている大きな都市です。会社も学校も多い。",
      "EUC-JP": "東京は日本の首都であり、多くの人々が暮らしている大きな都市です。会社も学校も多い。",
      "EUC-KR": "서울은 대한민국의 수도이며 많은 사람들이 살고 있는 큰 도시입니다. 회사도 학교도 많다.",
      "KOI8-R": "Москва столица России и крупный город, в котором живёт много людей.",
      "WINDOWS-1252": "Zürich ist eine größere Stadt, über die man öfter hört; äußerst schön.",
    ][encoding]
    let (text, diagnostics) = decodedText(try encoded(try #require(prose), encoding), path: path)
    #expect(text == nil)
    #expect(diagnostics.map(\.code) == [.notUTF8])
  }

  @Test("broken UTF-16 and UTF-32 are refused")
  func wide() {
    for bytes in [
      [0xFF, 0xFE, 0x41] as [UInt8], [0xFE, 0xFF, 0xD8, 0x00], [0xFF, 0xFE, 0, 0, 0x41, 0, 0, 0],
    ] {
      let (text, diagnostics) = decodedText(bytes, path: path)
      #expect(text == nil)
      #expect(diagnostics.map(\.severity) == [.error])
    }
  }

  @Test("a NUL is refused with its place")
  func nul() {
    let (text, diagnostics) = decodedText(Array("甲\n乙\0丙".utf8), path: path)
    #expect(text == nil)
    #expect(
      shown(diagnostics) == [
        "a.txt:2:2: error: \"U+0000\" at byte 7: text holds no NUL; remove it, or save the file as UTF-8 [text.nul]"
      ]
    )
  }

  @Test("characters that nobody sees are told of once each with their place")
  func hidden() {
    let text =
      "\u{FEFF}甲\u{202E}乙\u{202C}\n丙\u{200B}丁\u{200B}\u{FEFF}\u{1}\u{FFFD}👩\u{200D}💻 a\u{200D}b\u{AD}"
    let (_, diagnostics) = decodedText(Array(text.utf8), path: path)
    expectSameText(
      shown(diagnostics.sorted()).joined(separator: "\n"),
      """
      a.txt:1:3: warning: "U+202E" (a direction control) stands in the text once; remove it unless it is meant [text.direction-control]
      a.txt:1:5: warning: "U+202C" (a direction control) stands in the text once; remove it unless it is meant [text.direction-control]
      a.txt:2:2: warning: "U+200B" (zero-width space) stands in the text 2 times, first here; remove it unless it is meant [text.invisible]
      a.txt:2:5: warning: "U+FEFF" (byte order mark inside the text) stands in the text once; remove it unless it is meant [text.invisible]
      a.txt:2:6: warning: "U+0001" (a control character) stands in the text once; remove it unless it is meant [text.control]
      a.txt:2:7: warning: "U+FFFD" (the sign for a character lost in an earlier conversion) stands in the text once; remove it unless it is meant [text.lost-character]
      a.txt:2:13: warning: "U+200D" (zero-width joiner or non-joiner) stands in the text once; remove it unless it is meant [text.invisible]
      a.txt:2:15: warning: "U+00AD" (soft hyphen) stands in the text once; remove it unless it is meant [text.invisible]
      """
    )
  }

  @Test("no bytes at all make a trap, and what is decoded is valid UTF-8")
  func anyBytes() {
    var generator = SeededGenerator(seed: 7)
    let prose = Array(simplified.utf8)
    for round in 0..<2000 {
      var bytes: [UInt8]
      if round % 2 == 0 {
        bytes = (0..<Int.random(in: 0...60, using: &generator)).map { _ in
          UInt8.random(in: 0...255, using: &generator)
        }
      } else {
        bytes = prose
        for _ in 0..<Int.random(in: 1...4, using: &generator) {
          bytes[Int.random(in: 0..<bytes.count, using: &generator)] = UInt8.random(
            in: 0...255,
            using: &generator
          )
        }
      }
      let (text, diagnostics) = decodedText(bytes, path: path)
      #expect(text != nil || diagnostics.contains { $0.severity == .error })
      if let text { #expect(UTF8Validation.firstInvalidOffset(in: text.bytes) == nil) }
      // A broken byte never passes as another encoding.
      if let text, round % 2 == 1 { #expect(text.bytes == bytes) }
    }
  }
}
