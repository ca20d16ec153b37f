import TestSupport
import Testing
import ZhujieText

@Suite("Looking for bytes")
struct ByteScanTests {
  @Test("what is found is what a look at each byte finds, wherever it stands")
  func places() {
    var random = SeededGenerator(seed: 7)
    for _ in 0..<2_000 {
      // Few values, near each other, so that borrows run from byte to byte.
      let bytes = (0..<Int.random(in: 0...40, using: &random)).map { _ in
        [0x00, 0x01, 0x3C, 0x3D, 0x3E, 0x80, 0xBC, 0xFF].randomElement(using: &random) ?? UInt8(0)
      }
      let start = Int.random(in: 0...bytes.count, using: &random)
      bytes.withUnsafeBufferPointer { buffer in
        #expect(ByteScan.first(0x3D, in: buffer, from: start) == buffer[start...].firstIndex(of: 0x3D))
        #expect(
          ByteScan.first(0x3C, or: 0x3E, in: buffer, from: start) == buffer[start...].firstIndex { $0 == 0x3C || $0 == 0x3E })
      }
    }
  }

  @Test("two texts have in common what a look at each byte finds")
  func common() {
    var random = SeededGenerator(seed: 8)
    for _ in 0..<2_000 {
      let one = (0..<Int.random(in: 0...40, using: &random)).map { _ in UInt8.random(in: 0...2, using: &random) * 0x7F }
      var other = one + (0..<Int.random(in: 0...9, using: &random)).map { _ in 0xE8 }
      if !other.isEmpty, Bool.random(using: &random) { other[Int.random(in: 0..<other.count, using: &random)] ^= 0x80 }
      let expected = zip(one, other).prefix { $0 == $1 }.count
      one.withUnsafeBufferPointer { a in
        other.withUnsafeBufferPointer { b in
          #expect(ByteScan.commonPrefix(a, b) == expected)
          #expect(ByteScan.areEqual(a, b) == (one == other))
          #expect(ByteScan.areEqual(a, a))
        }
      }
      #expect(ByteScan.areEqual(one[...], String(decoding: one, as: UTF8.self)) == (String(validating: one, as: UTF8.self) != nil))
    }
  }

  @Test("characters are counted as Swift counts them, in texts of any length")
  func scalars() {
    var random = SeededGenerator(seed: 9)
    let scalars: [Unicode.Scalar] = ["a", "é", "註", "𠮷", "\n", "。"]
    for length in [0, 1, 7, 8, 9, 300, 2_040, 2_041, 6_000] {
      let text = String(String.UnicodeScalarView((0..<length).map { _ in scalars.randomElement(using: &random) ?? "a" }))
      let bytes = Array("x".utf8) + Array(text.utf8)
      #expect(UTF8Scan.scalarCount(bytes[1...]) == text.unicodeScalars.count)
    }
  }
}
