internal import ZhujieTables
internal import ZhujieText

/// The loop of the conversion, over bytes of valid UTF-8, line by line.
///
/// The naive way is to take the longest phrase that starts at each character. It reads 在山头发现 as
/// 在·山·头发·现. Here a run of Han characters is cut where the whole of it is likeliest (the path of least cost through
/// the lattice of its words), and the words that are on that path decide what their characters become.
struct ConversionEngine: ~Copyable {
  let target: ConversionTarget
  let rules: RuleSet
  let tables: ScriptTables
  let table: PagedView
  let column: Int
  /// The flag of characters that are certain to be of the other script.
  let foreignBit: UInt32

  var sink = ByteSink(capacity: 0)
  var recordsAlignment = false
  var changes: [Alignment<ReadingSpace, DisplaySpace>.Change] = []
  var ambiguities: [AmbiguousSpan] = []
  /// What is known of the text around: decides lines that show nothing themselves.
  var documentCounts = ScriptCounts()
  private var lattice = Lattice()

  init(target: ConversionTarget, rules: RuleSet, tables: ScriptTables) {
    self.target = target
    self.rules = rules
    self.tables = tables
    table = tables.table(for: target)
    column = target.column
    foreignBit = target == .hans ? ScalarEntry.isTraditionalOnly : ScalarEntry.isSimplifiedOnly
  }

  mutating func reserve(_ count: Int) {
    sink.reserve(count &+ count / 64 &+ 64)
  }

  /// Converts a whole text around the pieces that are fixed, ascending and without overlaps.
  mutating func convert(_ bytes: UnsafeBufferPointer<UInt8>, around fixed: [FixedPiece]) {
    var i = 0
    var next = 0
    while i < bytes.count {
      var end = i
      while end < bytes.count, bytes[end] != 0x0A, bytes[end] != 0x0D { end &+= 1 }
      while end < bytes.count, bytes[end] == 0x0A || bytes[end] == 0x0D { end &+= 1 }
      let line = UnsafeBufferPointer(rebasing: bytes[i..<end])
      let counts = tables.counts(in: line)
      while i < end {
        let stop = next < fixed.count ? min(end, max(i, fixed[next].range.lowerBound)) : end
        if i < stop { convertPiece(bytes, i, stop, counts) }
        i = stop
        guard next < fixed.count, i == fixed[next].range.lowerBound else { continue }
        let piece = fixed[next]
        next += 1
        copy(bytes, piece.range, as: piece.replacement)
        i = piece.range.upperBound
      }
    }
  }

  private mutating func copy(
    _ bytes: UnsafeBufferPointer<UInt8>,
    _ range: Range<Int>,
    as replacement: [UInt8]?
  ) {
    guard let base = bytes.baseAddress else { return }
    let start = sink.count
    if let replacement {
      replacement.withUnsafeBufferPointer {
        if let first = $0.baseAddress { sink.append(first, count: $0.count) }
      }
      record(range, start)
    } else {
      sink.append(base + range.lowerBound, count: range.count)
    }
  }

  /// Whether the characters that both scripts write are read as the other script here.
  private func readsAsForeign(_ counts: ScriptCounts) -> Bool {
    let foreign = target == .hans ? counts.traditional : counts.simplified
    let own = target == .hans ? counts.simplified : counts.traditional
    if foreign != own { return foreign > own }
    let foreignAround = target == .hans ? documentCounts.traditional : documentCounts.simplified
    let ownAround = target == .hans ? documentCounts.simplified : documentCounts.traditional
    return foreignAround >= ownAround
  }

  private mutating func convertPiece(
    _ bytes: UnsafeBufferPointer<UInt8>,
    _ lower: Int,
    _ upper: Int,
    _ counts: ScriptCounts
  ) {
    guard let base = bytes.baseAddress else { return }
    let readsShared = readsAsForeign(counts)
    sink.reserve((upper &- lower) &* 4 / 3 &+ 16)
    var i = lower
    while i < upper {
      let byte = bytes[i]
      if byte < 0x80 {
        sink.reserve(1)
        sink.appendUnchecked(byte)
        i &+= 1
        continue
      }
      let (scalar, length) = UTF8Scan.scalar(at: i, in: bytes)
      if ScalarClass.isHan(scalar) {
        i = convertRun(bytes, from: i, to: upper, readsShared)
      } else {
        sink.append(base + i, count: length)
        i &+= length
      }
    }
  }

  /// Converts the Han characters from `start`; returns where it stopped.
  private mutating func convertRun(
    _ bytes: UnsafeBufferPointer<UInt8>,
    from start: Int,
    to upper: Int,
    _ readsShared: Bool
  ) -> Int {
    lattice.load(bytes, start, upper, table, tables)
    lattice.solve(tables, rules)
    let committed = lattice.commitCount
    var k = 0
    while k < committed {
      let word = lattice.words[k]
      if let rule = word.rule {
        emit(rule, k, word.length)
      } else {
        let value = tables.trie.value(of: word.node, column: column, count: word.length)
        for index in 0..<word.length { emit(k + index, value.map { $0[index] }, readsShared) }
      }
      k += word.length
    }
    return lattice.offsets[committed]
  }

  private mutating func emit(_ rule: RuleSet.Rule, _ k: Int, _ length: Int) {
    let start = sink.count
    sink.reserve(rule.output.count * 4)
    for scalar in rule.output { sink.appendUnchecked(scalar: scalar) }
    record(lattice.offsets[k]..<lattice.offsets[k + length], start)
  }

  @inline(__always)
  private mutating func emit(_ k: Int, _ value: UInt32?, _ readsShared: Bool) {
    let scalar = lattice.scalars[k]
    let bits = lattice.entries[k]
    var output = scalar
    if bits != 0, bits & foreignBit != 0 || readsShared {
      output = bits & 0x1F_FFFF
      if let value, target == .hans || tables.folds[scalar] == 0 { output = value }
    }
    let start = sink.count
    sink.reserve(4)
    sink.appendUnchecked(scalar: output)
    let length = lattice.offsets[k + 1] &- lattice.offsets[k]
    if sink.count &- start != length { record(lattice.offsets[k]..<lattice.offsets[k + 1], start) }
  }

  /// Notes that `range` of the input became the output from `start` on, where their lengths differ.
  private mutating func record(_ range: Range<Int>, _ start: Int) {
    guard recordsAlignment, range.count != sink.count - start else { return }
    if let last = changes.last, last.from.upperBound == range.lowerBound {
      changes[changes.count - 1] = .init(
        from: last.from.lowerBound..<range.upperBound,
        to: last.to.lowerBound..<sink.count
      )
    } else {
      changes.append(.init(from: range, to: start..<sink.count))
    }
  }
}
