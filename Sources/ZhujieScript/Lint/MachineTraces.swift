internal import ZhujieText

/// What a converter leaves behind in Traditional text: the forms of its internal standard, and 迴歸 for 回歸.
struct MachineTraces {
  private var internalCounts: [UInt32: Int] = [:]
  private var modernCount = 0
  private var circledReturns = 0

  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    let modern = Set("為群峰眾偽吃才床核麵灶粽痴皂".unicodeScalars.map(\.value))
    var i = 0
    var previous: UInt32 = 0
    while i < bytes.count {
      if bytes[i] < 0xE3 {
        i += bytes[i] < 0x80 ? 1 : bytes[i] < 0xE0 ? 2 : 3
        previous = 0
        continue
      }
      let (scalar, length) = bytes.scalar(at: i)
      if VariantGroups.internalForms.contains(scalar) { internalCounts[scalar, default: 0] += 1 }
      if modern.contains(scalar) { modernCount += 1 }
      if previous == 0x8FF4, scalar == 0x6B78 { circledReturns += 1 }
      previous = scalar
      i += length
    }
  }

  /// Why the text looks converted; nil where it does not. Two or more internal forms must outnumber the modern ones three to one.
  var reason: String? {
    let total = internalCounts.values.reduce(0, +)
    guard
      (internalCounts.count >= 2 && total >= 3 && total >= modernCount * 3) || circledReturns >= 2
    else { return nil }
    var parts = internalCounts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.compactMap {
      form,
      count in
      Unicode.Scalar(form).map { "\(Character($0)) \(count)" }
    }
    if circledReturns > 0 { parts.append("迴歸 \(circledReturns)") }
    return "it writes forms that only a converter's internal standard has: "
      + parts.joined(separator: ", ")
  }
}
