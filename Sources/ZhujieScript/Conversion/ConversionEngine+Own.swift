internal import ZhujieText

/// The way of lines in the target's own script: half of all lines where a report is set in both.
extension ConversionEngine {
  /// Copies a line that stays as it is, with the line ends behind it, and gives where that ends: a line that shows the target's
  /// script and nothing of the other, in which what is fixed stays as it is, nothing may be protected, and no rule asks for
  /// anything else. Nil, with nothing done, where any of this is not so or cannot be told here.
  ///
  /// The bytes must be valid UTF-8, and the sink must have room for the line. `nextFixed` is the first of `fixed` that does not
  /// lie before the line.
  mutating func copyOwnLine(
    _ bytes: UnsafeBufferPointer<UInt8>,
    from lower: Int,
    _ limit: Int,
    around fixed: [FixedPiece],
    _ nextFixed: inout Int
  ) -> Int? {
    guard let base = bytes.baseAddress else { return nil }
    var flags: UInt32 = 0
    var next = nextFixed
    var i = lower
    while true {
      let stop = next < fixed.count ? min(fixed[next].range.lowerBound, limit) : limit
      guard i <= stop, let end = passOwn(bytes, i..<stop, within: lower, limit, asksRules: !rules.isEmpty, &flags) else { return nil }
      i = end
      if i == limit || (i > lower && Self.endsLine(base[i &- 1])) { break }
      let piece = fixed[next]
      // The characters of what is fixed tell the script of the line as well.
      guard piece.range.upperBound <= limit, Self.stays(piece, in: bytes), !bytes[piece.range].contains(where: Self.endsLine),
        passOwn(bytes, piece.range, within: lower, limit, asksRules: false, &flags) != nil
      else { return nil }
      i = piece.range.upperBound
      next += 1
    }
    let own = target == .hans ? FlatFlag.isSimplifiedOnly : FlatFlag.isTraditionalOnly
    guard flags & own != 0 else { return nil }
    sink.append(base + lower, count: i &- lower)
    nextFixed = next
    return i
  }

  private static func stays(_ piece: FixedPiece, in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let replacement = piece.replacement else { return true }
    return replacement.withUnsafeBufferPointer { ByteScan.areEqual($0, UnsafeBufferPointer(rebasing: bytes[piece.range])) }
  }

  private static func endsLine(_ byte: UInt8) -> Bool { byte == 0x0A || byte == 0x0D }

  /// Where the line ends that goes through a range, or the range; nil where something in it may not stay. The flags of its characters
  /// are added to `flags`. `lower` and `upper` are where what can be seen begins and ends.
  @inline(__always)
  private mutating func passOwn(
    _ bytes: UnsafeBufferPointer<UInt8>,
    _ range: Range<Int>,
    within lower: Int,
    _ upper: Int,
    asksRules: Bool,
    _ flags: inout UInt32
  ) -> Int? {
    guard let base = bytes.baseAddress, let flat = flatTable else { return nil }
    let foreign = target == .hans ? FlatFlag.isTraditionalOnly : FlatFlag.isSimplifiedOnly
    var i = range.lowerBound
    while i < range.upperBound {
      let byte = base[i]
      if byte < 0x80 {
        guard !Self.endsLine(byte) else {
          while i < range.upperBound, Self.endsLine(base[i]) { i &+= 1 }
          return i
        }
        if Self.plainTriggers.contains(byte), Self.mayProtect(base, i, lower, upper) { return nil }
        i &+= 1
      } else if let scalar = Self.common(base, i) {
        let entry = flat[scalar]
        guard entry & foreign == 0 else { return nil }
        flags |= entry
        if asksRules, rules.mayStart(scalar), rules.changes(bytes, at: i, range.upperBound, table, foreignBit) { return nil }
        i &+= 3
      } else {
        guard isPlain(bytes, i, range.upperBound) else { return nil }
        i &+= byte < 0xE0 ? 2 : 3
      }
    }
    return i
  }

  /// The common Han character that begins at an offset of valid UTF-8.
  @inline(__always)
  private static func common(_ base: UnsafePointer<UInt8>, _ i: Int) -> UInt32? {
    guard base[i] >= 0xE3, base[i] <= 0xE9 else { return nil }
    let scalar = UInt32(base[i] & 0x0F) << 12 | UInt32(base[i &+ 1] & 0x3F) << 6 | UInt32(base[i &+ 2] & 0x3F)
    return FlatFlag.contains(scalar) ? scalar : nil
  }
}
