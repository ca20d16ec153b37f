import TestSupport
import Testing
import ZhujieText

/// Whatever is appended, in whatever pieces, a sink holds what an array would.
struct ByteSinkTests {
  @Test("pieces of any length, one after another and taken back")
  func pieces() {
    var random = SeededGenerator(seed: 11)
    for _ in 0..<50 {
      var sink = ByteSink(capacity: Int.random(in: 0..<200, using: &random))
      var expected: [UInt8] = []
      for _ in 0..<200 {
        let piece = (0..<Int.random(in: 0..<90, using: &random)).map { _ in UInt8.random(in: 0...255, using: &random) }
        switch Int.random(in: 0..<6, using: &random) {
        case 0:
          sink.append(7)
          expected.append(7)
        case 1:
          sink.append(literal: "註解 <a>")
          expected += Array("註解 <a>".utf8)
        case 2:
          sink.append(literal: "é")
          expected += Array("é".utf8)
        case 3:
          let count = Int.random(in: 0...expected.count, using: &random)
          sink.truncate(to: count)
          expected.removeLast(expected.count - count)
        default:
          piece.withUnsafeBufferPointer { sink.append($0) }
          expected += piece
        }
      }
      #expect(Array(sink.bytes) == expected)
      sink.removeAll()
      #expect(sink.count == 0)
    }
  }

  @Test("numbers in digits", arguments: [0, 7, 10, 99, 100, 12_345, .max, .max - 1, 10_000_000_000_000_000_000] as [UInt64])
  func decimals(_ number: UInt64) {
    var sink = ByteSink(capacity: 0)
    for _ in 0..<9 { sink.append(decimal: number) }
    #expect(String(decoding: sink.bytes, as: UTF8.self) == String(repeating: String(number), count: 9))
  }

  @Test("numbers with zeros before them", arguments: [(7, 4, "0007"), (2025, 4, "2025"), (12_345, 2, "12345"), (0, 0, "0"), (0, 3, "000"), (5, 2, "05"), (42, 2, "42"), (99, 1, "99"), (100, 2, "100")])
  func padded(number: UInt64, width: Int, expected: String) {
    #expect(ByteSink.string { $0.append(decimal: number, width: width) } == expected)
  }

  @Test("a byte in the place of others, and one many times")
  func replaced() {
    #expect(
      ByteSink.string { sink in
        sink.append("林遠見 a")
        sink.replace(9..<10, by: UInt8(ascii: "["))
        sink.replace(sink.count..<sink.count, by: UInt8(ascii: "]"))
        sink.replace(0..<0, by: UInt8(ascii: "<"))
        sink.append(UInt8(ascii: "!"), times: 100)
        sink.append(UInt8(ascii: "?"), times: 0)
      } == "<林遠見[a]" + String(repeating: "!", count: 100))
  }

  @Test("an array holds what was written, whether more or less was expected", arguments: [0, 1, 64, 300, 10_000])
  func array(capacity: Int) {
    let text = Array(String(repeating: "註解", count: 50).utf8)
    let bytes = ByteSink.array(capacity: capacity) { sink in
      for byte in text { sink.append(byte) }
      text.withUnsafeBufferPointer { sink.append($0) }
    }
    #expect(bytes == text + text)
    #expect(ByteSink.array(capacity: capacity) { _ in } == [])
  }
}
