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
}
