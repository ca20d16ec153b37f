import ZhujieText

/// The sequences of two to eight Chinese characters that stand more than once in the pivots of some texts.
///
/// The naive way counts every sequence of every length. Here a sequence is counted only where the two
/// shorter ones that make it up were seen twice, so that most text is left after the pairs.
struct NameGrams {
  struct Gram {
    var count = 0
    /// Where it stands, up to `places`.
    var offsets: [Int] = []
    var length = 0
  }

  static let longest = 8
  private static let places = 64

  private(set) var grams: [UInt64: Gram] = [:]
  /// The keys in order of first place and length, for a stable order of work.
  private(set) var keys: [UInt64] = []

  /// `isOpen` says of each byte whether it may be part of a name.
  init(_ bytes: UnsafeBufferPointer<UInt8>, isOpen: (Int) -> Bool) {
    var starts: [Int] = []
    var values: [UInt32] = []
    // Runs of Chinese, each ended by a zero.
    var offset = 0
    while offset < bytes.count {
      let (value, length) = UTF8Scan.scalar(at: offset, in: bytes)
      let isHan = ScalarClass.isHan(value) && isOpen(offset)
      if isHan || values.last != 0 {
        starts.append(offset)
        values.append(isHan ? value : 0)
      }
      offset += length
    }
    for length in 2...Self.longest {
      var level: [UInt64: Gram] = [:]
      guard values.count > length else { break }
      for i in 0..<(values.count - length) {
        let slice = values[i..<(i + length)]
        guard !slice.contains(0) else { continue }
        if length > 2 {
          guard let left = grams[Self.key(slice.dropLast())], left.count > 1,
            let right = grams[Self.key(slice.dropFirst())], right.count > 1
          else { continue }
        }
        let key = Self.key(slice)
        level[key, default: Gram()].count += 1
        level[key]?.length = length
        if level[key].map({ $0.offsets.count < Self.places }) ?? false {
          level[key]?.offsets.append(starts[i])
        }
      }
      let kept = level.filter { $0.value.count > 1 }
      if kept.isEmpty { break }
      grams.merge(kept) { old, _ in old }
    }
    keys = grams.keys.sorted { a, b in
      let (x, y) = (grams[a], grams[b])
      return (x?.offsets.first ?? 0, x?.length ?? 0, a) < (y?.offsets.first ?? 0, y?.length ?? 0, b)
    }
  }

  /// FNV-1a over the scalars; a collision would only join two counts.
  static func key(_ scalars: ArraySlice<UInt32>) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for scalar in scalars { hash = (hash ^ UInt64(scalar)) &* 0x100_0000_01B3 }
    return hash ^ UInt64(scalars.count) << 60
  }
}
