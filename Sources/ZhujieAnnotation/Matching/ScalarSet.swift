/// Some scalars of the Basic Multilingual Plane, asked about at every name of a text.
struct ScalarSet: Sendable {
  private var bits: [UInt64]

  init(_ text: String) {
    bits = Array(repeating: 0, count: 0x1_0000 / 64)
    for scalar in text.unicodeScalars where scalar.value < 0x1_0000 {
      bits[Int(scalar.value >> 6)] |= 1 << UInt64(scalar.value & 63)
    }
  }

  func contains(_ value: UInt32) -> Bool {
    value < 0x1_0000 && bits[Int(value >> 6)] >> UInt64(value & 63) & 1 != 0
  }
}
