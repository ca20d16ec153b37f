internal import ZhujieTables
internal import ZhujieText

/// What no table knows: marked and described characters, and other languages.
extension Protection {
  /// `⟦…⟧`, or an ideographic description sequence with its operands.
  mutating func sequence(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> Range<
    Int
  >? {
    guard start + 2 < end else { return nil }
    if bytes[start + 1] == 0x9F, bytes[start + 2] == 0xA6 {
      let limit = paragraphEnd(bytes, start)
      var i = start + 3
      while i + 2 < limit {
        if bytes[i] == 0xE2, bytes[i + 1] == 0x9F, bytes[i + 2] == 0xA7 { return start..<i + 3 }
        i += 1
      }
      return nil
    }
    guard bytes[start + 1] == 0xBF, bytes[start + 2] >= 0xB0 else { return nil }
    var i = start
    var wanted = 1
    while wanted > 0, i < end, bytes[i] >= 0x80 {
      let (scalar, length) = bytes.scalar(at: i)
      switch scalar {
      case 0x2FF2, 0x2FF3: wanted += 2
      case 0x2FFE, 0x2FFF: break
      case 0x2FF0...0x2FFD, 0x31EF: wanted += 1
      default: wanted -= 1
      }
      i += length
    }
    return start..<i
  }

  /// The Japanese or Korean that the kana or Hangul at `start` belongs to: the letters themselves and the Han
  /// characters of the same clause beside them, unless those show that they are Chinese.
  func foreignRun(
    _ bytes: UnsafeBufferPointer<UInt8>,
    _ start: Int,
    _ lineStart: Int,
    _ end: Int,
    _ floor: Int
  ) -> Range<Int>? {
    let (scalar, _) = bytes.scalar(at: start)
    guard ScalarClass.isKanaOrHangul(scalar), scalar != 0x30FB else { return nil }
    var lower = start
    let first = max(lineStart, floor)
    while lower > first {
      let (before, length) = bytes.scalar(before: lower)
      guard isHan(before) || ScalarClass.isKanaOrHangul(before) else { break }
      lower -= length
    }
    if lower < start, isChinese(bytes, lower, start) { lower = start }
    var upper = start
    while upper < end, bytes[upper] >= 0x80 {
      let (next, length) = bytes.scalar(at: upper)
      if ScalarClass.isKanaOrHangul(next) || next == 0x3005 {
        upper += length
        continue
      }
      guard isHan(next) else { break }
      var stop = upper
      while stop < end, bytes[stop] >= 0x80 {
        let (han, hanLength) = bytes.scalar(at: stop)
        guard isHan(han) else { break }
        stop += hanLength
      }
      if isChinese(bytes, upper, stop) { break }
      upper = stop
    }
    return lower..<upper
  }

  /// Whether a run of Han characters beside kana or Hangul is Chinese: it holds a character that modern Japanese does
  /// not write, or one of the commonest words of Chinese.
  private func isChinese(_ bytes: UnsafeBufferPointer<UInt8>, _ lower: Int, _ upper: Int) -> Bool {
    let tables = ScriptTables.builtIn
    var i = lower
    while i < upper {
      let (scalar, length) = bytes.scalar(at: i)
      if tables.isChineseOnly(scalar) { return true }
      i += length
    }
    return false
  }
}
