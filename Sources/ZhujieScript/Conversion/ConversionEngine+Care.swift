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
      let shared: SharedReading = readsAsForeign(line, line, in: bytes) ? .all : .none
      if shared == .none, rules.isEmpty, let base = bytes.baseAddress {
        sink.append(base + lower, count: upper &- lower)
      } else {
        convertClause(bytes, lower..<upper, within: lower, upper, shared)
      }
      return
    }
    var i = lower
    while i < upper {
      let end = Self.endOfClause(bytes, i, upper)
      let isForeign = readsAsForeign(counter.counts(bytes, i, end), line, in: bytes)
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
    if shared == .all, !listsAmbiguities, let flat = flatTable {
      convertAll(bytes, range, within: lower, upper, flat)
      return
    }
    let converted = foreignBit | (shared == .all ? ScalarFlag.isShared : 0)
    let hasRules = !rules.isEmpty
    var flags: UInt32 = 0
    var i = range.lowerBound
    var floor = i
    // Up to here a run was seen to have nothing doubtful to list.
    var clear = i
    while i < range.upperBound {
      if shared == .none, !listsAmbiguities {
        i = copyOwn(base, i, range.upperBound)
        guard i < range.upperBound else { break }
      }
      let byte = base[i]
      if byte < 0x80 {
        sink.appendUnchecked(byte)
        i &+= 1
        continue
      }
      let (scalar, length) = bytes.scalar(at: i)
      let entry = table[scalar]
      let isConvertible = isHan(scalar)
      if isConvertible, listsAmbiguities, i >= clear {
        clear = counter.endOfClearRun(bytes, i, upper, converted) ?? i
      }
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
          || (listsAmbiguities && i >= clear)
          || (hasRules && rules.mayStart(scalar)
            && (shared == .words
              ? rules.matches(bytes, at: i, upper) : rules.changes(bytes, at: i, upper, table, converted)))
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

  /// Copies what stands in a clause of the target's own script and no rule can begin with: nearly all of it. Gives where that ends.
  /// There must be room for it.
  @inline(__always)
  private mutating func copyOwn(_ base: UnsafePointer<UInt8>, _ lower: Int, _ upper: Int) -> Int {
    guard let flat = flatTable else { return lower }
    let stops = (target == .hans ? FlatFlag.isTraditionalOnly : FlatFlag.isSimplifiedOnly) | FlatFlag.isLonger
    let hasRules = !rules.isEmpty
    var i = lower
    while i &+ 4 <= upper {
      let word = UInt32(littleEndian: UnsafeRawPointer(base + i).loadUnaligned(as: UInt32.self))
      if word & 0x80 == 0 {
        i &+= 1
        continue
      }
      let scalar = (word & 0x0F) << 12 | (word >> 8 & 0x3F) << 6 | word >> 16 & 0x3F
      guard word & 0xC0_C0F0 == 0x80_80E0,
        FlatFlag.contains(scalar) ? flat[scalar] & stops == 0 && !(hasRules && rules.mayStart(scalar)) : !isHan(scalar)
      else { break }
      i &+= 3
    }
    if i > lower { sink.append(base + lower, count: i &- lower) }
    return i
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
    let converted = foreignBit | ScalarFlag.isShared
    let hasRules = !rules.isEmpty
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
          || (hasRules && rules.mayStart(scalar) && rules.changes(bytes, at: i, upper, table, converted))
      } else {
        // What is rare goes by its words, the rest as it is.
        needsWords =
          isHan(scalar)
          && (table[scalar] != 0 || (hasRules && rules.changes(bytes, at: i, upper, table, converted)))
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

  /// A clause ends behind a mark of punctuation or a space.
  private static func endOfClause(_ bytes: UnsafeBufferPointer<UInt8>, _ lower: Int, _ upper: Int) -> Int {
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
