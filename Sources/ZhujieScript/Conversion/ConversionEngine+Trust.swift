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
    for byte in "`<~/]".utf8 { triggers[Int(byte)] = true }
    return triggers
  }()
  private static let plainTriggers: [Bool] = (0..<128).map { $0 == 0x2F }

  /// What came of a line.
  enum TrustOutcome {
    /// It is converted, and the next one starts there.
    case converted(Int)
    /// It holds nothing to protect, but is not of the other script alone; the next one starts there.
    case plain(Int)
    /// It may hold something to protect, or is not UTF-8.
    case doubtful
  }

  /// Converts the line at `start`, unless it needs care.
  ///
  /// The sink must have room for four thirds of the bytes up to `upper`.
  mutating func convertOnTrust(
    _ bytes: UnsafeBufferPointer<UInt8>,
    _ start: Int,
    _ upper: Int
  ) -> TrustOutcome {
    guard let base = bytes.baseAddress, start < upper, let flat = flatTable, !listsAmbiguities
    else { return .doubtful }
    // An indented line may be code.
    if isMarkdown, base[start] == 0x20 || base[start] == 0x09 { return .doubtful }
    let triggers = isMarkdown ? Self.triggers : Self.plainTriggers
    let classes = tables.flatClasses
    let lineOut = sink.count
    var out = sink.base + sink.count
    var i = start
    var floor = start
    var flags: UInt32 = 0
    let hasRules = !rules.isEmpty

    while i < upper {
      let b0 = base[i]
      if b0 >= 0xE3, b0 <= 0xE9, i &+ 2 < upper {
        let b1 = base[i &+ 1]
        let b2 = base[i &+ 2]
        let scalar = UInt32(b0 & 0x0F) << 12 | UInt32(b1 & 0x3F) << 6 | UInt32(b2 & 0x3F)
        if scalar >= FlatFlag.firstScalar {
          guard b1 & 0xC0 == 0x80, b2 & 0xC0 == 0x80 else { return giveUp(lineOut) }
          let entry = flat[scalar]
          flags |= entry
          UnsafeMutableRawPointer(out).storeBytes(of: entry.littleEndian, as: UInt32.self)
          if entry & (FlatFlag.isAmbiguous | FlatFlag.isLonger) == 0, !hasRules {
            out += 3
            i &+= 3
            continue
          }
          if entry & FlatFlag.isLonger != 0
            || (entry & FlatFlag.isAmbiguous != 0
              && isDoubtful(base, i, i &+ 3, classes[scalar], start, upper))
            || (hasRules && rules.matches(bytes, at: i, upper, tables))
          {
            sink.truncate(to: out - sink.base)
            var entries: UInt32 = 0
            i = convertIsland(bytes, at: i, floor: floor, within: start, upper, true, &entries)
            flags |=
              entries << 3 & (FlatFlag.isTraditionalOnly | FlatFlag.isSimplifiedOnly)
              | FlatFlag.isChanging
            floor = i
            sink.reserve((upper &- i) &* 4 / 3 &+ 64)
            out = sink.base + sink.count
          } else {
            out += 3
            i &+= 3
          }
          continue
        }
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
        if triggers[Int(b0)], mayProtect(base, i, start, upper) { return giveUp(lineOut) }
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
              : b0 == 0xEF && (b1 == 0xBC || b1 == 0xB8 || b1 == 0xBF))
        guard isPlain else { return giveUp(lineOut) }
        out[0] = b0
        out[1] = b1
        out[2] = b2
        out += 3
        i &+= 3
      } else if b0 >= 0xF0 {
        guard let length = supplementary(bytes, i, upper) else { return giveUp(lineOut) }
        if length == 0 {
          sink.truncate(to: out - sink.base)
          var entries: UInt32 = 0
          i = convertIsland(bytes, at: i, floor: floor, within: start, upper, true, &entries)
          flags |=
            entries << 3 & (FlatFlag.isTraditionalOnly | FlatFlag.isSimplifiedOnly)
            | FlatFlag.isChanging
          floor = i
          sink.reserve((upper &- i) &* 4 / 3 &+ 64)
          out = sink.base + sink.count
        } else {
          for k in 0..<4 { out[k] = base[i &+ k] }
          out += 4
          i &+= 4
        }
      } else {
        guard b0 >= 0xC2, b0 <= 0xDF, i &+ 1 < upper, base[i &+ 1] & 0xC0 == 0x80 else {
          return giveUp(lineOut)
        }
        out[0] = b0
        out[1] = base[i &+ 1]
        out += 2
        i &+= 2
      }
    }
    let foreign = target == .hans ? FlatFlag.isTraditionalOnly : FlatFlag.isSimplifiedOnly
    let own = target == .hans ? FlatFlag.isSimplifiedOnly : FlatFlag.isTraditionalOnly
    guard flags & own == 0,
      flags & foreign != 0 || flags & FlatFlag.isChanging == 0 || readsUndecidedAsForeign
    else {
      _ = giveUp(lineOut)
      return .plain(i)
    }
    sink.truncate(to: out - sink.base)
    if flags & foreign != 0 { noteForeignLine(i &- start) }
    return .converted(i)
  }

  /// The length of the scalar of four bytes at `offset`: 0 for a Han character, which goes by its words; nil where it
  /// is none.
  @inline(never)
  private func supplementary(_ bytes: UnsafeBufferPointer<UInt8>, _ offset: Int, _ upper: Int)
    -> Int?
  {
    if Lattice.han(at: offset, in: bytes, upper) != nil { return 0 }
    guard offset &+ 3 < upper else { return nil }
    let one = UnsafeBufferPointer(rebasing: bytes[offset..<offset &+ 4])
    return UTF8Validation.firstInvalidOffset(in: one) == nil ? 4 : nil
  }

  /// Whether what stands around a trigger may begin something to protect.
  @inline(never)
  private func mayProtect(
    _ base: UnsafePointer<UInt8>,
    _ offset: Int,
    _ lower: Int,
    _ upper: Int
  ) -> Bool {
    guard offset &+ 1 < upper else { return true }
    let next = base[offset &+ 1]
    switch base[offset] {
    case 0x3C: return (next | 0x20 >= 0x61 && next | 0x20 <= 0x7A) || "/!?".utf8.contains(next)
    case 0x5D: return next == 0x28 || next == 0x3A
    case 0x7E: return next == 0x7E
    case 0x2F:
      // An address has a colon or another slash beside its first one, or a dot in the word before it.
      if next == 0x2F { return true }
      var i = offset
      while i > lower, base[i &- 1] > 0x20, base[i &- 1] < 0x80 {
        i &-= 1
        if base[i] == 0x2E || base[i] == 0x3A || base[i] == 0x2F { return true }
      }
      return false
    default: return true
    }
  }

  @inline(never)
  private mutating func giveUp(_ count: Int) -> TrustOutcome {
    sink.truncate(to: count)
    forgetChanges(from: count)
    return .doubtful
  }

  /// Whether a line that shows no script is read as the other one; false where that must be found out first.
  var readsUndecidedAsForeign: Bool {
    if readsWholeDocument, !documentCountsAreKnown { return false }
    return target == .hans
      ? seen.traditional >= seen.simplified : seen.simplified >= seen.traditional
  }

  mutating func noteForeignLine(_ count: Int) {
    guard !readsWholeDocument else { return }
    let weight = 1 &+ count / 60
    if target == .hans { seen.traditional &+= weight } else { seen.simplified &+= weight }
  }
}
