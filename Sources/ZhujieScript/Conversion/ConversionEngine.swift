internal import ZhujieTables
internal import ZhujieText

/// The loop of the conversion, over bytes of valid UTF-8, line by line.
///
/// The naive way is to take the longest phrase that starts at each character. It reads 在山头发现 as
/// 在·山·头发·现. Here a run of Han characters is cut where the whole of it is likeliest (the path of least cost through
/// the lattice of its words), and the words that are on that path decide what their characters become.
///
/// Most characters need none of this: they have one form, or stand beside none that asks for another. The path is found
/// for the islands around the others only, from one place that no word crosses to the next (`convertIsland`).
struct ConversionEngine: ~Copyable {
  let target: ConversionTarget
  let rules: RuleSet
  let tables: ScriptTables
  let table: ScalarMap
  let column: Int
  let pairs: PairFilter
  let glyphs: RegionalGlyphs
  /// The flag of characters that are certain to be of the other script.
  let foreignBit: UInt32

  var sink = ByteSink(capacity: 0)
  var recordsAlignment = false
  var changes: [TextChange] = []
  var listsAmbiguities = false
  var ambiguities: [AmbiguousSpan] = []
  /// What is known of the text around: decides lines that show nothing themselves.
  var seen = ScriptCounts()
  /// The whole text is at hand, and all of it counts where a line shows nothing.
  private(set) var readsWholeDocument = false
  private(set) var isMarkdown = false
  private var protectedRanges: [Range<Int>] = []
  var lattice = Lattice()
  let memory: IslandMemory
  let flatTable: FlatTable?
  let counter: ScriptCounter
  private(set) var documentCountsAreKnown = false

  init(
    target: ConversionTarget,
    rules: RuleSet,
    tables: ScriptTables,
    memory: consuming IslandMemory = IslandMemory(forTextOf: Int.max)
  ) {
    self.memory = memory
    self.target = target
    self.rules = rules
    self.tables = tables
    table = tables.table(for: target)
    flatTable = tables.flat.indices.contains(target.column) ? tables.flat[target.column] : nil
    counter = ScriptCounter(target: target, table: table, flat: flatTable)
    column = target.column
    glyphs = RegionalGlyphs.of(target)
    pairs = target == .hans ? tables.pairsHans : tables.pairsHant
    foreignBit = target == .hans ? ScalarFlag.isTraditionalOnly : ScalarFlag.isSimplifiedOnly
  }

  /// Converts a block of a stream, whose lines are read in the light of those before them. Returns the offset of the
  /// first byte that is not UTF-8; all before it was converted.
  mutating func convertBlock(
    _ bytes: UnsafeBufferPointer<UInt8>,
    around fixed: [FixedPiece],
    _ protection: inout Protection
  ) -> Int? {
    let fault = convertLines(bytes, around: fixed, &protection, isValid: false)
    // What is far away says little of what comes.
    if seen.traditional + seen.simplified > 1024 { seen.halve() }
    return fault
  }

  /// Converts a whole text around the pieces that are fixed, ascending and without overlaps.
  mutating func convert(_ bytes: UnsafeBufferPointer<UInt8>, around fixed: [FixedPiece]) {
    var protection = Protection(isMarkdown: false)
    readsWholeDocument = true
    _ = convertLines(bytes, around: fixed, &protection, isValid: true)
  }

  /// Goes through the lines; what is protected is copied, what is fixed is written.
  private mutating func convertLines(
    _ bytes: UnsafeBufferPointer<UInt8>,
    around fixed: [FixedPiece],
    _ protection: inout Protection,
    isValid: Bool
  ) -> Int? {
    sink.reserve(bytes.count &* 4 / 3 &+ 64)
    protectedRanges.removeAll(keepingCapacity: true)
    documentCountsAreKnown = false
    var limit = bytes.count
    var fault: Int?
    var isValid = isValid
    protection.beginBlock(bytes)
    isMarkdown = protection.isMarkdown
    var i = 0
    var nextFixed = 0
    var nextProtected = 0
    while i < limit {
      if readsWholeDocument, !listsAmbiguities, nextProtected == protectedRanges.count,
        let end = copyOwnLine(bytes, from: i, limit, around: fixed, &nextFixed)
      {
        i = end
        continue
      }
      // The next place that is not converted; a line that ends before it is a plain one.
      let exception = min(
        nextFixed < fixed.count ? fixed[nextFixed].range.lowerBound : Int.max,
        nextProtected < protectedRanges.count ? protectedRanges[nextProtected].lowerBound : Int.max
      )
      var line: TrustedLine?
      if flatTable != nil, !listsAmbiguities,
        exception == Int.max || lineEnd(bytes, i, min(exception, limit)) < exception
      {
        var trusted = TrustedLine(at: i, sink.count, after: changes)
        let isDone =
          !protection.isOpen(at: i)
          && convertOnTrust(bytes, &trusted, within: i, limit, isCleared: false)
        if isDone {
          let next = trusted.position
          if !wins(trusted) { convertPiece(bytes, i, next, lineCounts(bytes, i, next)) }
          sink.reserve((limit &- next) &* 4 / 3 &+ 64)
          i = next
          continue
        }
        line = trusted
      }
      if !isValid {
        isValid = true
        let rest = UnsafeBufferPointer(rebasing: bytes[i..<limit])
        if let wrong = UTF8Validation.firstInvalidOffset(in: rest) {
          (fault, limit) = (i &+ wrong, i &+ wrong)
        }
        if i >= limit { break }
      }
      var end = lineEnd(bytes, i, limit)
      while end < limit, bytes[end] == 0x0A || bytes[end] == 0x0D { end &+= 1 }
      let known = UnsafeBufferPointer(rebasing: bytes[0..<limit])
      protection.scanLines(
        known,
        i..<end,
        known: line?.position ?? i,
        into: &protectedRanges
      )
      if var line {
        if finishOnTrust(known, &line, to: end, around: protectedRanges[nextProtected...]) {
          i = line.position
          while nextProtected < protectedRanges.count,
            protectedRanges[nextProtected].upperBound <= i
          {
            nextProtected &+= 1
          }
          sink.reserve((limit &- min(i, limit)) &* 4 / 3 &+ 64)
          continue
        }
      }
      let lineCounts = lineCounts(bytes, i, end)
      while i < end {
        while nextProtected < protectedRanges.count, protectedRanges[nextProtected].upperBound <= i
        {
          nextProtected &+= 1
        }
        let fixedStart = nextFixed < fixed.count ? fixed[nextFixed].range.lowerBound : Int.max
        let protectedStart =
          nextProtected < protectedRanges.count
          ? protectedRanges[nextProtected].lowerBound : Int.max
        if fixedStart <= i {
          let piece = fixed[nextFixed]
          nextFixed &+= 1
          guard piece.range.lowerBound == i else { continue }
          copy(bytes, piece.range, as: piece.replacement)
          i = piece.range.upperBound
        } else if protectedStart <= i {
          // In Markdown what is fixed was looked for in code as well, which stays as it is.
          let end = protectedRanges[nextProtected].upperBound
          let stop = isMarkdown ? end : min(end, fixedStart)
          copy(bytes, i..<stop, as: nil)
          i = stop
        } else {
          let stop = min(end, fixedStart, protectedStart)
          convertPiece(bytes, i, stop, lineCounts)
          i = stop
        }
      }
      while nextProtected < protectedRanges.count, protectedRanges[nextProtected].upperBound <= i {
        nextProtected &+= 1
      }
      sink.reserve((limit &- min(i, limit)) &* 4 / 3 &+ 64)
    }
    protection.endBlock(bytes, at: limit)
    return fault
  }

  /// The characters of each script in a line, which join what is known of the text around it.
  private mutating func lineCounts(
    _ bytes: UnsafeBufferPointer<UInt8>, _ lower: Int, _ upper: Int
  ) -> ScriptCounts {
    let line = counter.counts(bytes, lower, upper)
    if !readsWholeDocument { seen.add(line) }
    return line
  }

  /// Whether the characters that both scripts write are read as the other script in a clause: by what the clause
  /// shows, else its line, else the text around, which is all of `bytes` where it is a whole document. Where nothing shows
  /// anything they are.
  mutating func readsAsForeign(
    _ clause: ScriptCounts, _ line: ScriptCounts, in bytes: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    let lead = counter.foreignLead(clause)
    if lead != 0 { return lead > 0 }
    let leadOfLine = counter.foreignLead(line)
    if leadOfLine != 0 { return leadOfLine > 0 }
    if readsWholeDocument, !documentCountsAreKnown {
      documentCountsAreKnown = true
      seen = counter.documentCounts(bytes, bytes.count)
    }
    return counter.foreignLead(seen) >= 0
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

  /// Notes that `range` of the input became the output from `start` on, where their lengths differ.
  mutating func record(_ range: Range<Int>, _ start: Int) {
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

/// Which of the characters that both scripts write are converted with those of the other script.
enum SharedReading {
  case none
  /// Those in words that the target script does not write with them: in a line of both scripts.
  case words
  case all
}
