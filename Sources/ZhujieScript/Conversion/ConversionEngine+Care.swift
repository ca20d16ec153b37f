internal import ZhujieTables
internal import ZhujieText

/// The way of lines that hold something to protect, both scripts, or nothing that tells the script.
extension ConversionEngine {
  /// Converts a piece of a line, whose bytes are valid UTF-8. In a line of both scripts each clause is read by itself.
  mutating func convertPiece(
    _ bytes: UnsafeBufferPointer<UInt8>,
    _ lower: Int,
    _ upper: Int,
    _ line: ScriptCounts
  ) {
    guard line.traditional > 0, line.simplified > 0 else {
      let shared: SharedReading = readsAsForeign(line, line) ? .all : .none
      if shared == .none, rules.isEmpty, let base = bytes.baseAddress {
        sink.append(base + lower, count: upper &- lower)
      } else {
        convertClause(bytes, lower..<upper, within: lower, upper, shared)
      }
      return
    }
    var i = lower
    while i < upper {
      let end = endOfClause(bytes, i, upper)
      let isForeign = readsAsForeign(counts(bytes, i, end), line)
      let shared: SharedReading = isForeign ? .all : target == .hans ? .none : .words
      convertClause(bytes, i..<end, within: lower, upper, shared)
      i = end
    }
  }

  /// Converts a range that no run of Han characters crosses.
  private mutating func convertClause(
    _ bytes: UnsafeBufferPointer<UInt8>,
    _ range: Range<Int>,
    within lower: Int,
    _ upper: Int,
    _ shared: SharedReading
  ) {
    guard let base = bytes.baseAddress else { return }
    sink.reserve(range.count &* 4 / 3 &+ 16)
    if shared == .all, !listsAmbiguities, rules.isEmpty, let flat = flatTable {
      convertAll(bytes, range, within: lower, upper, flat)
      return
    }
    let converted = foreignBit | (shared == .all ? ScalarFlag.isShared : 0)
    var flags: UInt32 = 0
    var i = range.lowerBound
    var floor = i
    while i < range.upperBound {
      let byte = base[i]
      if byte < 0x80 {
        sink.appendUnchecked(byte)
        i &+= 1
        continue
      }
      let (scalar, length) = bytes.scalar(at: i)
      let entry = table[scalar]
      let isConvertible = isHan(scalar)
      if isConvertible,
        (shared == .words && entry & ScalarFlag.isShared != 0)
          || (entry & converted != 0 && entry & ScalarFlag.isAmbiguous != 0
            && isDoubtful(
              base,
              i,
              i &+ length,
              Int32(truncatingIfNeeded: tables.classes[scalar]),
              lower,
              upper
            ))
          || listsAmbiguities || rules.matches(bytes, at: i, upper, tables)
      {
        i = convertIsland(bytes, at: i, floor: floor, within: lower, upper, shared, &flags)
        floor = i
        sink.reserve((range.upperBound &- i) &* 4 / 3 &+ 16)
        continue
      }
      let output =
        isConvertible && entry & converted != 0
        ? entry & 0x1F_FFFF : shared == .words ? glyphs.form(of: scalar) : scalar
      let start = sink.count
      sink.appendUnchecked(scalar: output)
      i &+= length
      if recordsAlignment, (output ^ scalar) >> 16 != 0 { record(i &- length..<i, start) }
    }
  }

  /// Converts a range in which all is read as the other script: the loop of `convertOnTrust` without its bets.
  private mutating func convertAll(
    _ bytes: UnsafeBufferPointer<UInt8>,
    _ range: Range<Int>,
    within lower: Int,
    _ upper: Int,
    _ flat: FlatTable
  ) {
    guard let base = bytes.baseAddress else { return }
    sink.reserve(range.count &* 4 / 3 &+ 64)
    var out = sink.base + sink.count
    var flags: UInt32 = 0
    var floor = range.lowerBound
    var i = floor
    while i < range.upperBound {
      let byte = base[i]
      if byte < 0x80 {
        out.pointee = byte
        out += 1
        i &+= 1
        continue
      }
      let (scalar, length) = bytes.scalar(at: i)
      var needsWords = false
      if FlatFlag.contains(scalar) {
        let entry = flat[scalar]
        UnsafeMutableRawPointer(out).storeBytes(of: entry.littleEndian, as: UInt32.self)
        needsWords =
          entry & FlatFlag.isLonger != 0
          || (entry & FlatFlag.isAmbiguous != 0
            && isDoubtful(base, i, i &+ 3, tables.flatClasses[scalar], lower, upper))
      } else {
        // What is rare goes by its words, the rest as it is.
        needsWords = isHan(scalar) && table[scalar] != 0
        if !needsWords { for k in 0..<length { out[k] = base[i &+ k] } }
      }
      guard needsWords else {
        out += length
        i &+= length
        continue
      }
      sink.truncate(to: out - sink.base)
      i = convertIsland(bytes, at: i, floor: floor, within: lower, upper, .all, &flags)
      floor = i
      sink.reserve((range.upperBound &- i) &* 4 / 3 &+ 64)
      out = sink.base + sink.count
    }
    sink.truncate(to: out - sink.base)
  }

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
      if let flatTable, FlatFlag.contains(scalar) {
        counts.count(flatTable[scalar] >> 3)
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

  /// Whether the characters that both scripts write are read as the other script in a clause: by what the clause
  /// shows, else its line, else the text around. Where nothing shows anything they are.
  private func readsAsForeign(_ clause: ScriptCounts, _ line: ScriptCounts) -> Bool {
    func lead(_ counts: ScriptCounts) -> Int {
      target == .hans
        ? counts.traditional &- counts.simplified : counts.simplified &- counts.traditional
    }
    if lead(clause) != 0 { return lead(clause) > 0 }
    if lead(line) != 0 { return lead(line) > 0 }
    return lead(seen) >= 0
  }

  /// A clause ends behind a mark of punctuation or a space.
  private func endOfClause(_ bytes: UnsafeBufferPointer<UInt8>, _ lower: Int, _ upper: Int) -> Int {
    var i = lower
    while i < upper {
      let byte = bytes[i]
      if byte < 0x80 {
        i &+= 1
        switch byte {
        case 0x20, 0x21, 0x22, 0x28, 0x29, 0x2C, 0x2E, 0x3A, 0x3B, 0x3F, 0x0A, 0x0D: return i
        default: continue
        }
      }
      let (scalar, length) = bytes.scalar(at: i)
      i &+= length
      switch scalar {
      case 0x3000...0x3002, 0x3008...0x3011, 0xFF01, 0xFF08, 0xFF09, 0xFF0C, 0xFF1A, 0xFF1B, 0xFF1F,
        0x201C, 0x201D, 0xA0:
        return i
      default: break
      }
    }
    return upper
  }
}
