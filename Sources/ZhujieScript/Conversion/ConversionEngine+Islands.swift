internal import ZhujieTables
internal import ZhujieText

/// Where words decide: the stretch around a doubtful character between two places that no word crosses.
///
/// The path of least cost through a whole run passes through every such place, so that the path of the stretch is
/// that of the run, and is found in the time that a few characters take.
extension ConversionEngine {
  /// How far back an island looks for its start; no word is longer.
  private static let reach = 16

  /// Converts what follows from `offset`, a character whose words decide, to the end of its island; returns where that
  /// is. What stands before it was converted already and is only looked at, back to `floor`.
  ///
  /// The characters before `offset` need not be written again: had some word another form for one of them, the
  /// island would have begun there.
  mutating func convertIsland(
    _ bytes: UnsafeBufferPointer<UInt8>,
    at offset: Int,
    floor: Int,
    within lower: Int,
    _ upper: Int,
    _ shared: SharedReading,
    _ flags: inout UInt32
  ) -> Int {
    let (start, beginsRun) = islandStart(bytes, offset, floor, lower)
    guard !listsAmbiguities else {
      flags |= solve(bytes, start, beginsRun, offset, lower, upper)
      listAmbiguities(from: offset, shared)
      return writePath(from: offset, shared)
    }
    let (end, endsRun) = islandEnd(bytes, offset, upper)
    let key = IslandMemory.Key(
      bytes,
      start..<end,
      skipped: offset &- start,
      before: (beginsRun ? Lattice.neighbour(before: start, in: bytes, lower) : 0)
        | (shared == .words ? 0x80 : 0),
      after: (endsRun ? Lattice.neighbour(after: end, in: bytes, upper) : 0)
        | (shared == .all ? 0x80 : 0)
    )
    if let key, let known = memory.recall(key, into: &sink) {
      flags |= known
      return end
    }
    let startOfOutput = sink.count
    let found = solve(bytes, start, beginsRun, offset, lower, upper)
    flags |= found
    let stop = writePath(from: offset, shared)
    // What changes its length is converted each time, so that the alignment hears of it.
    let isHeard = recordsAlignment && changes.last.map { $0.to.upperBound > startOfOutput } ?? false
    if let key, stop == end, sink.count &- startOfOutput == end &- offset, !isHeard {
      memory.remember(key, as: sink, from: startOfOutput, flags: found)
    }
    return stop
  }

  /// Finds the path of the island; returns the flags of its characters.
  @inline(never)
  private mutating func solve(
    _ bytes: UnsafeBufferPointer<UInt8>,
    _ start: Int,
    _ beginsRun: Bool,
    _ offset: Int,
    _ lower: Int,
    _ upper: Int
  ) -> UInt32 {
    let flags = lattice.load(
      bytes,
      from: start,
      through: listsAmbiguities ? Int.max : offset,
      beginsRun: beginsRun,
      within: lower,
      upper,
      table,
      tables,
      rules
    )
    lattice.solve(tables, rules)
    return flags
  }

  /// Writes the words of the path from `offset` on; returns where they end.
  @inline(never)
  private mutating func writePath(from offset: Int, _ shared: SharedReading) -> Int {
    let decided = lattice.decided
    var first = 1
    while lattice.offsets[first] < offset, first < lattice.count { first &+= 1 }
    var stop = first
    for word in lattice.words {
      let last = min(word.start &+ word.length, lattice.count &+ 1)
      let next = max(word.start, first)
      if next >= last { continue }
      // At least one word counts, or a cut run would not advance.
      if last > decided, stop > first { break }
      if word.rule >= 0, word.start >= first {
        emit(rules.rules[word.rule], next, last)
      } else {
        let value =
          word.length > 1
          ? tables.trie.value(of: word.node, column: column, count: word.length) : nil
        sink.reserve((last &- next) &* 4)
        for k in next..<last {
          let start = sink.count
          let output =
            shared == .words && lattice.entries[k] & foreignBit == 0
            ? formLeftBehind(k, word, max(word.start, 1), last)
            : form(k, value.map { $0[k &- word.start] }, shared)
          sink.appendUnchecked(scalar: output)
          if recordsAlignment, (output ^ lattice.scalars[k]) >> 16 != 0 {
            record(lattice.offsets[k]..<lattice.offsets[k &+ 1], start)
          }
        }
      }
      stop = last
    }
    return lattice.offsets[stop]
  }

  /// What the character at an index of the lattice becomes, given what its word makes of it.
  @inline(__always)
  func form(_ k: Int, _ value: UInt32?, _ shared: SharedReading) -> UInt32 {
    let scalar = lattice.scalars[k]
    let bits = lattice.entries[k]
    guard bits != 0, shared == .all || bits & foreignBit != 0 else { return scalar }
    if let value, target == .hans || tables.folds[scalar] == 0 { return value }
    return bits & 0x1F_FFFF
  }

  /// What a character of both scripts becomes that stands among those of the target script: where the text left others
  /// unconverted, so it did those that no such text writes in their word.
  private func formLeftBehind(_ k: Int, _ word: Lattice.Word, _ first: Int, _ last: Int) -> UInt32 {
    let scalar = lattice.scalars[k]
    guard target != .hans, tables.fold(scalar) == scalar else { return glyphs.form(of: scalar) }
    if last &- first > 1 {
      return lattice.corrected(k, of: word, first, last, tables)?[column] ?? glyphs.form(of: scalar)
    }
    return Self.leftBehindAlone.contains(scalar)
      ? lattice.entries[k] & 0x1F_FFFF : glyphs.form(of: scalar)
  }

  /// Characters that Traditional text hardly writes outside of words.
  private static let leftBehindAlone = Set("后里叶确据价几云万个".unicodeScalars.map(\.value))

  /// The first place before `offset` that no word crosses, and whether a run of Han characters begins there.
  @inline(__always)
  private func islandStart(
    _ bytes: UnsafeBufferPointer<UInt8>,
    _ offset: Int,
    _ floor: Int,
    _ lower: Int
  ) -> (start: Int, beginsRun: Bool) {
    var i = offset
    var next = bytes.scalar(at: offset).value
    var nextClass = wordClass(next)
    var steps = 0
    while i > lower {
      let (scalar, length) = bytes.scalar(before: i)
      guard isHan(scalar) else { break }
      let scalarClass = wordClass(scalar)
      guard i > floor, steps < Self.reach,
        tables.joints.contains(scalarClass, nextClass) || rules.joins(scalar, next)
      else { return (i, false) }
      i &-= length
      (next, nextClass) = (scalar, scalarClass)
      steps &+= 1
    }
    return (i, true)
  }

  /// The first place behind the character at `offset` that no word crosses, and whether the run ends there; no farther
  /// than the memory asks.
  @inline(__always)
  private func islandEnd(
    _ bytes: UnsafeBufferPointer<UInt8>,
    _ offset: Int,
    _ upper: Int
  ) -> (end: Int, endsRun: Bool) {
    let (scalar, length) = bytes.scalar(at: offset)
    var i = offset &+ length
    var last = scalar
    var lastClass = wordClass(scalar)
    while let (next, length) = Lattice.han(at: i, in: bytes, upper) {
      let nextClass = wordClass(next)
      guard tables.joints.contains(lastClass, nextClass) || rules.joins(last, next),
        i &- offset <= IslandMemory.longest
      else { return (i, false) }
      i &+= length
      (last, lastClass) = (next, nextClass)
    }
    return (i, true)
  }

  @inline(__always)
  private func wordClass(_ scalar: UInt32) -> Int32 {
    FlatFlag.contains(scalar)
      ? tables.flatClasses[scalar] : Int32(truncatingIfNeeded: tables.classes[scalar])
  }

  private mutating func emit(_ rule: RuleSet.Rule, _ first: Int, _ last: Int) {
    let start = sink.count
    sink.reserve(rule.output.count * 4)
    for scalar in rule.output { sink.appendUnchecked(scalar: scalar) }
    record(lattice.offsets[first]..<lattice.offsets[last], start)
  }

  // MARK: Doubtful characters

  /// Whether a word with one of its neighbours may give the character from `offset` to `end` another form than its
  /// default.
  @inline(__always)
  func isDoubtful(
    _ bytes: UnsafePointer<UInt8>,
    _ offset: Int,
    _ end: Int,
    _ own: Int32,
    _ lower: Int,
    _ upper: Int
  ) -> Bool {
    pairs.contains(neighbour(before: offset, bytes, lower), own)
      || pairs.contains(own, neighbour(after: end, bytes, upper))
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
