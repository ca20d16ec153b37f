internal import ZhujieTables
internal import ZhujieText

/// A line that is read as all of the other script, how far it was converted, and what it showed so far.
struct TrustedLine {
  let start: Int
  let startOfOutput: Int
  /// How many changes there were before it, and the last of them, which the line may go on with.
  let changeCount: Int
  let lastChange: TextChange?
  /// All before it is converted.
  var position: Int
  /// What stands before it was converted by its words.
  var floor: Int
  var flags: UInt32 = 0

  init(at start: Int, _ startOfOutput: Int, after changes: [TextChange]) {
    (self.start, self.startOfOutput, position, floor) = (start, startOfOutput, start, start)
    (changeCount, lastChange) = (changes.count, changes.last)
  }
}

/// The way of nearly every line: one that is all of the other script.
///
/// Whether a line is of the other script is known only at its end, and what it holds only when it is seen. So the loop
/// bets on it and converts as it reads. Where something to protect may begin it stops, and goes on around what is
/// protected; where the line turns out to be of this script too, it is taken back for `convertPiece`.
extension ConversionEngine {
  /// ASCII that may begin something to protect.
  private static let triggers = ASCIISet("`<~/:]")
  static let plainTriggers = ASCIISet("/:")
  private static let nothing = ASCIISet("")
  /// ASCII that never does, and ends no line.
  private static let letters = ASCIISet(
    " !\"#$%&'()*+,-.0123456789;=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\\^_abcdefghijklmnopqrstuvwxyz{|}"
  )

  /// Converts a line to its end, or up to a place where something to protect may begin, or that is not UTF-8: then
  /// the result is false. `lower` and `upper` are where what can be seen begins and ends.
  ///
  /// With `isCleared` there is nothing to protect, and the bytes are valid. The sink must have room for four thirds
  /// of the bytes up to `upper`.
  mutating func convertOnTrust(
    _ bytes: UnsafeBufferPointer<UInt8>,
    _ line: inout TrustedLine,
    within lower: Int,
    _ upper: Int,
    isCleared: Bool
  ) -> Bool {
    guard let base = bytes.baseAddress, let flat = flatTable else { return false }
    // An indented line may be code, also in a quotation.
    if !isCleared, isMarkdown, lower < upper,
      base[lower] == 0x20 || base[lower] == 0x09 || base[lower] == 0x3E
    {
      return false
    }
    let triggers =
      isCleared ? Self.nothing : isMarkdown ? Self.triggers : Self.plainTriggers
    let letters = Self.letters
    let classes = tables.flatClasses
    let hasRules = !rules.isEmpty
    let stops = FlatFlag.isAmbiguous | FlatFlag.isLonger
    let converted = foreignBit | ScalarFlag.isShared
    var out = sink.base + sink.count
    var i = line.position
    var floor = line.floor
    var flags = line.flags
    var reachesEnd = true

    while i < upper {
      // Nearly all that Chinese is written with, at once: common characters that have one form.
      while i &+ 4 <= upper {
        let word = UInt32(
          littleEndian: UnsafeRawPointer(base + i).loadUnaligned(as: UInt32.self)
        )
        let scalar = (word & 0x0F) << 12 | (word >> 8 & 0x3F) << 6 | word >> 16 & 0x3F
        guard word & 0xC0_C0F0 == 0x80_80E0, FlatFlag.contains(scalar) else { break }
        let entry = flat[scalar]
        UnsafeMutableRawPointer(out).storeBytes(of: entry.littleEndian, as: UInt32.self)
        flags |= entry
        guard entry & stops == 0, !hasRules || !rules.mayStart(scalar) else { break }
        out += 3
        i &+= 3
      }
      guard i < upper else { break }
      let b0 = base[i]
      if b0 >= 0xE3, b0 <= 0xE9, i &+ 2 < upper {
        let b1 = base[i &+ 1]
        let b2 = base[i &+ 2]
        let scalar = UInt32(b0 & 0x0F) << 12 | UInt32(b1 & 0x3F) << 6 | UInt32(b2 & 0x3F)
        if scalar >= FlatFlag.firstScalar {
          guard b1 & 0xC0 == 0x80, b2 & 0xC0 == 0x80 else {
            reachesEnd = false
            break
          }
          let entry = flat[scalar]
          flags |= entry
          UnsafeMutableRawPointer(out).storeBytes(of: entry.littleEndian, as: UInt32.self)
          if entry & stops == 0, !hasRules || !rules.mayStart(scalar) {
            out += 3
            i &+= 3
            continue
          }
          if entry & FlatFlag.isLonger != 0
            || (entry & FlatFlag.isAmbiguous != 0
              && isDoubtful(base, i, i &+ 3, classes[scalar], lower, upper))
            || (hasRules && rules.mayStart(scalar) && rules.changes(bytes, at: i, upper, table, converted))
          {
            sink.truncate(to: out - sink.base)
            let (end, found) = convertIslandOnTrust(
              bytes,
              at: i,
              floor: floor,
              within: lower,
              upper
            )
            out = sink.base + sink.count
            flags |= found
            (i, floor) = (end, end)
          } else {
            out += 3
            i &+= 3
          }
          continue
        }
      }
      var length = 3
      if b0 < 0x80 {
        if b0 == 0x0A || b0 == 0x0D {
          while i < upper, base[i] == 0x0A || base[i] == 0x0D {
            out.pointee = base[i]
            out += 1
            i &+= 1
          }
          break
        }
        if triggers.contains(b0), Self.mayProtect(base, i, lower, upper) {
          reachesEnd = false
          break
        }
        out.pointee = b0
        out += 1
        i &+= 1
        while i < upper, letters.contains(base[i]) {
          out.pointee = base[i]
          out += 1
          i &+= 1
        }
        continue
      } else if b0 >= 0xF0 {
        guard let found = Self.supplementary(bytes, i, upper) else {
          reachesEnd = false
          break
        }
        if found == 0 {
          sink.truncate(to: out - sink.base)
          let (end, found) = convertIslandOnTrust(bytes, at: i, floor: floor, within: lower, upper)
          out = sink.base + sink.count
          flags |= found
          (i, floor) = (end, end)
          continue
        }
        length = found
      } else {
        guard isCleared || isPlain(bytes, i, upper) else {
          reachesEnd = false
          break
        }
        if b0 < 0xE0 { length = 2 }
      }
      out[0] = b0
      out[1] = base[i &+ 1]
      if length > 2 { out[2] = base[i &+ 2] }
      if length > 3 { out[3] = base[i &+ 3] }
      out += length
      i &+= length
    }
    sink.truncate(to: out - sink.base)
    (line.position, line.floor, line.flags) = (i, floor, flags)
    return reachesEnd
  }

  /// An island in the loop: where it ends, and the flags of its characters.
  @inline(never)
  private mutating func convertIslandOnTrust(
    _ bytes: UnsafeBufferPointer<UInt8>,
    at offset: Int,
    floor: Int,
    within lower: Int,
    _ upper: Int
  ) -> (end: Int, flags: UInt32) {
    var entries: UInt32 = 0
    let end = convertIsland(bytes, at: offset, floor: floor, within: lower, upper, .all, &entries)
    sink.reserve((upper &- end) &* 4 / 3 &+ 64)
    let own = entries << 3 & (FlatFlag.isTraditionalOnly | FlatFlag.isSimplifiedOnly)
    return (end, own | FlatFlag.isChanging)
  }

  /// Whether the scalar of two or three bytes at an offset is whole, and a mark or a letter of no other East Asian
  /// script.
  @inline(__always)
  func isPlain(_ bytes: UnsafeBufferPointer<UInt8>, _ i: Int, _ upper: Int) -> Bool {
    let b0 = bytes[i]
    guard b0 >= 0xE0 else {
      return b0 >= 0xC2 && i &+ 1 < upper && bytes[i &+ 1] & 0xC0 == 0x80
    }
    guard b0 >= 0xE2, i &+ 2 < upper, bytes[i &+ 2] & 0xC0 == 0x80 else { return false }
    let b1 = bytes[i &+ 1]
    switch b0 {
    case 0xE2: return b1 & 0xC0 == 0x80 && b1 != 0x9F && b1 != 0xBF
    case 0xE3: return b1 == 0x80
    default: return b0 == 0xEF && (b1 == 0xBC || b1 == 0xB8 || b1 == 0xBF)
    }
  }

  /// Converts what is left of a line that was scanned, around the protected ranges in it; false where not all of it
  /// could be read as the other script, and nothing of it is converted then.
  mutating func finishOnTrust(
    _ bytes: UnsafeBufferPointer<UInt8>,
    _ line: inout TrustedLine,
    to end: Int,
    around ranges: ArraySlice<Range<Int>>
  ) -> Bool {
    guard let base = bytes.baseAddress else { return false }
    if let first = ranges.first, first.lowerBound < line.position,
      !bytes[first.lowerBound..<line.position].allSatisfy({ $0 < 0x80 })
    {
      takeBack(line)
      line = TrustedLine(at: line.start, line.startOfOutput, after: changes)
    }
    for range in ranges where range.lowerBound < end {
      if line.position < range.lowerBound {
        let lower = line.position
        _ = convertOnTrust(bytes, &line, within: lower, range.lowerBound, isCleared: true)
      }
      let start = max(line.position, range.lowerBound)
      guard start < range.upperBound else { continue }
      sink.append(base + start, count: range.upperBound &- start)
      (line.position, line.floor) = (range.upperBound, range.upperBound)
    }
    if line.position < end {
      sink.reserve((end &- line.position) &* 4 / 3 &+ 64)
      let lower = line.position
      _ = convertOnTrust(bytes, &line, within: lower, end, isCleared: true)
    }
    return wins(line)
  }

  /// Whether a line that was converted shows that it is of the other script, or nothing against it. It is taken back
  /// where it is not.
  mutating func wins(_ line: TrustedLine) -> Bool {
    let foreign = target == .hans ? FlatFlag.isTraditionalOnly : FlatFlag.isSimplifiedOnly
    let own = target == .hans ? FlatFlag.isSimplifiedOnly : FlatFlag.isTraditionalOnly
    guard line.flags & own == 0,
      line.flags & foreign != 0 || line.flags & FlatFlag.isChanging == 0 || readsUndecidedAsForeign
    else {
      takeBack(line)
      return false
    }
    if line.flags & foreign != 0 { noteForeignLine(line.position &- line.start) }
    return true
  }

  private mutating func takeBack(_ line: TrustedLine) {
    sink.truncate(to: line.startOfOutput)
    changes.removeLast(changes.count - line.changeCount)
    if let last = line.lastChange { changes[line.changeCount - 1] = last }
  }

  /// The length of the scalar of four bytes at `offset`: 0 for a Han character, which goes by its words; nil where it
  /// is none.
  @inline(never)
  private static func supplementary(_ bytes: UnsafeBufferPointer<UInt8>, _ offset: Int, _ upper: Int)
    -> Int?
  {
    if Lattice.han(at: offset, in: bytes, upper) != nil { return 0 }
    guard offset &+ 3 < upper else { return nil }
    let one = UnsafeBufferPointer(rebasing: bytes[offset..<offset &+ 4])
    return UTF8Validation.firstInvalidOffset(in: one) == nil ? 4 : nil
  }

  /// Whether what stands around a trigger may begin something to protect.
  @inline(never)
  static func mayProtect(
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
    // What has slashes is seen at those.
    case 0x3A:
      if next == 0x5C { return true }
      return Protection.schemesWithoutSlashes.contains { scheme in
        offset &- lower >= scheme.count
          && scheme.indices.allSatisfy {
            base[offset &- scheme.count &+ $0] | 0x20 == scheme[$0]
          }
      }
    case 0x2F:
      // An address has a colon or another slash beside its first one, or a dot before or behind it.
      if next == 0x2F { return true }
      var i = offset
      while i > lower, base[i &- 1] > 0x20, base[i &- 1] < 0x80 {
        i &-= 1
        if base[i] == 0x2E || base[i] == 0x3A || base[i] == 0x2F || base[i] == 0x7E { return true }
      }
      i = offset &+ 1
      while i < upper, base[i] > 0x20, base[i] != 0x2E, base[i] != 0x2F { i &+= 1 }
      return i < upper && base[i] > 0x20
    default: return true
    }
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
