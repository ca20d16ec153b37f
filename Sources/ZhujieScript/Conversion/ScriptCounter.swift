internal import ZhujieTables
internal import ZhujieText

/// Counts the characters that only one of the scripts writes, and weighs them. It stands beside the engine, of which each call of a
/// method that changes nothing would make a copy.
struct ScriptCounter {
  let target: ConversionTarget
  let table: ScalarMap
  let flat: FlatTable?

  /// How many characters of each script a range holds.
  func counts(_ bytes: UnsafeBufferPointer<UInt8>, _ lower: Int, _ upper: Int) -> ScriptCounts {
    var counts = ScriptCounts()
    var i = lower
    while i < upper {
      let byte = bytes[i]
      if byte < 0xE3 {
        i &+= byte < 0x80 ? 1 : byte < 0xE0 ? 2 : 3
        continue
      }
      let (scalar, length) = bytes.scalar(at: i)
      if let flat, FlatFlag.contains(scalar) {
        counts.count(flat[scalar] >> 3)
      } else {
        counts.count(table[scalar])
      }
      i &+= length
    }
    return counts
  }

  private static let sampleCount = 16
  private static let sampleLength = 128

  /// The characters of each script in a text, of which only is asked which are more. Where samples from all of it
  /// leave no doubt they are enough: counting every character takes a third of the time of converting them.
  func documentCounts(_ bytes: UnsafeBufferPointer<UInt8>, _ limit: Int) -> ScriptCounts {
    let step = limit / Self.sampleCount
    guard step >= Self.sampleLength &* 4 else { return counts(bytes, 0, limit) }
    var sampled = ScriptCounts()
    for sample in 0..<Self.sampleCount {
      var lower = sample &* step
      while lower > 0, bytes[lower] & 0xC0 == 0x80 { lower &-= 1 }
      var upper = lower &+ Self.sampleLength
      while bytes[upper] & 0xC0 == 0x80 { upper &-= 1 }
      sampled.add(counts(bytes, lower, upper))
    }
    let more = max(sampled.traditional, sampled.simplified)
    let less = min(sampled.traditional, sampled.simplified)
    return more >= 16 && more >= less &* 4 ? sampled : counts(bytes, 0, limit)
  }

  /// Where the run of Han characters at an offset ends, if it is a short one without a character whose form words decide; nil if
  /// it is not. `converted` are the flags of characters that are converted.
  func endOfClearRun(
    _ bytes: UnsafeBufferPointer<UInt8>, _ lower: Int, _ upper: Int, _ converted: UInt32
  ) -> Int? {
    var i = lower
    while i &- lower <= Lattice.capacity &* 3, let (scalar, length) = Lattice.han(at: i, in: bytes, upper) {
      let entry = table[scalar]
      if entry & converted != 0, entry & ScalarFlag.isAmbiguous != 0 { return nil }
      i &+= length
    }
    return i &- lower <= Lattice.capacity &* 3 ? i : nil
  }

  /// By how many the characters of the other script are more than those of the target.
  func foreignLead(_ counts: ScriptCounts) -> Int {
    target == .hans ? counts.traditional &- counts.simplified : counts.simplified &- counts.traditional
  }
}
