internal import ZhujieTables
internal import ZhujieText

/// The loop that nearly every line takes: a line that is all of the other script and holds nothing to protect.
///
/// Whether a line is of the other script is known only at its end, and what it holds only when it is seen. So the loop
/// bets on it, converts as it reads, and gives the line up where it was wrong: then the careful way takes it again.
extension ConversionEngine {
  /// ASCII that may begin something to protect.
  private static let triggers: [Bool] = {
    var triggers = [Bool](repeating: false, count: 128)
    for byte in "`<\\~/]".utf8 { triggers[Int(byte)] = true }
    return triggers
  }()
  private static let plainTriggers: [Bool] = (0..<128).map { $0 == 0x2F }

  /// Converts the line at `start`; returns where the next one starts, or nil where the line needs care.
  ///
  /// The sink must have room for four thirds of the bytes up to `upper`.
  mutating func convertFast(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ upper: Int) -> Int?
  {
    guard let base = bytes.baseAddress, start < upper, tables.isComplete, !listsAmbiguities else {
      return nil
    }
    // An indented line may be code.
    if isMarkdown, base[start] == 0x20 || base[start] == 0x09 { return nil }
    guard let flat = flatTable else { return nil }
    let triggers = isMarkdown ? Self.triggers : Self.plainTriggers
    let classes = tables.flatClasses
    let lineOut = sink.count
    var out = sink.base + sink.count
    var i = start
    var runStart = start
    var runOut = sink.count
    var flags: UInt32 = 0
    let hasRules = !rules.isEmpty

    while i < upper {
      let b0 = base[i]
      if b0 >= 0xE4, b0 <= 0xE9 {
        guard i &+ 2 < upper else { return giveUp(lineOut) }
        let b1 = base[i &+ 1]
        let b2 = base[i &+ 2]
        guard b1 & 0xC0 == 0x80, b2 & 0xC0 == 0x80 else { return giveUp(lineOut) }
        let scalar = UInt32(b0 & 0x0F) << 12 | UInt32(b1 & 0x3F) << 6 | UInt32(b2 & 0x3F)
        let entry = flat[scalar]
        flags |= entry
        UnsafeMutableRawPointer(out).storeBytes(of: entry.littleEndian, as: UInt32.self)
        var needsWords = entry & FlatEntry.isLonger != 0
        if entry & FlatEntry.isAmbiguous != 0 {
          let own = classes[scalar]
          needsWords =
            needsWords || pairs.contains(neighbour(before: i, base, start), own)
            || pairs.contains(own, neighbour(after: i &+ 3, base, upper))
        }
        if hasRules, rules.mayStart(tables.fold(scalar)) { needsWords = true }
        if needsWords {
          sink.truncate(to: runOut)
          i = convertRunByWords(bytes, from: runStart, start, upper, &flags)
          out = sink.base + sink.count
          runStart = i
          runOut = sink.count
          continue
        }
        out += 3
        i &+= 3
        continue
      }
      if b0 < 0x80 {
        if b0 == 0x0A || b0 == 0x0D {
          while i < upper, base[i] == 0x0A || base[i] == 0x0D {
            out.pointee = base[i]
            out += 1
            i &+= 1
          }
          break
        }
        if triggers[Int(b0)] { return giveUp(lineOut) }
        out.pointee = b0
        out += 1
        i &+= 1
      } else if b0 >= 0xE2, b0 <= 0xEF {
        guard i &+ 2 < upper else { return giveUp(lineOut) }
        let b1 = base[i &+ 1]
        let b2 = base[i &+ 2]
        let isPlain =
          b2 & 0xC0 == 0x80
          && (b0 == 0xE3
            ? b1 == 0x80
            : b0 == 0xE2
              ? b1 & 0xC0 == 0x80 && b1 != 0x9F && b1 != 0xBF
              : b0 == 0xEF && b1 == 0xBC)
        guard isPlain else { return giveUp(lineOut) }
        out[0] = b0
        out[1] = b1
        out[2] = b2
        out += 3
        i &+= 3
      } else {
        guard b0 >= 0xC2, b0 <= 0xDF, i &+ 1 < upper, base[i &+ 1] & 0xC0 == 0x80 else {
          return giveUp(lineOut)
        }
        out[0] = b0
        out[1] = base[i &+ 1]
        out += 2
        i &+= 2
      }
      runStart = i
      runOut = out - sink.base
    }
    let foreign = target == .hans ? FlatEntry.isTraditionalOnly : FlatEntry.isSimplifiedOnly
    let own = target == .hans ? FlatEntry.isSimplifiedOnly : FlatEntry.isTraditionalOnly
    guard flags & own == 0,
      flags & foreign != 0 || flags & FlatEntry.isChanging == 0 || readsUndecidedAsForeign
    else { return giveUp(lineOut) }
    sink.truncate(to: out - sink.base)
    if flags & foreign != 0 { noteForeignLine(i &- start) }
    return i
  }

  @inline(never)
  private mutating func giveUp(_ count: Int) -> Int? {
    sink.truncate(to: count)
    forgetChanges(from: count)
    return nil
  }

  /// The class of what stands before a character that follows it without a break, or of the kind of break.
  @inline(__always)
  private func neighbour(before offset: Int, _ base: UnsafePointer<UInt8>, _ lower: Int) -> Int32 {
    if offset &- lower >= 3 {
      let b0 = base[offset &- 3]
      if b0 >= 0xE4, b0 <= 0xE9 {
        return tables.flatClasses[
          UInt32(b0 & 0x0F) << 12 | UInt32(base[offset &- 2] & 0x3F) << 6
            | UInt32(base[offset &- 1] & 0x3F)
        ]
      }
    }
    let bytes = UnsafeBufferPointer(start: base, count: offset)
    return Int32(
      truncatingIfNeeded: tables.classes[Lattice.neighbour(before: offset, in: bytes, lower)]
    )
  }

  @inline(__always)
  private func neighbour(after offset: Int, _ base: UnsafePointer<UInt8>, _ upper: Int) -> Int32 {
    if offset &+ 2 < upper {
      let b0 = base[offset]
      if b0 >= 0xE4, b0 <= 0xE9 {
        return tables.flatClasses[
          UInt32(b0 & 0x0F) << 12 | UInt32(base[offset &+ 1] & 0x3F) << 6
            | UInt32(base[offset &+ 2] & 0x3F)
        ]
      }
      let bytes = UnsafeBufferPointer(start: base, count: upper)
      guard b0 < 0x80 || (base[offset &+ 1] & 0xC0 == 0x80 && base[offset &+ 2] & 0xC0 == 0x80)
      else { return 0 }
      return Int32(
        truncatingIfNeeded: tables.classes[Lattice.neighbour(after: offset, in: bytes, upper &- 3)]
      )
    }
    return Int32(truncatingIfNeeded: tables.classes[Lattice.Neighbour.boundary])
  }
}
