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
  let pairs: PairFilter
  /// The flag of characters that are certain to be of the other script.
  let foreignBit: UInt32

  var sink = ByteSink(capacity: 0)
  var recordsAlignment = false
  var changes: [Alignment<ReadingSpace, DisplaySpace>.Change] = []
  var listsAmbiguities = false
  var ambiguities: [AmbiguousSpan] = []
  /// What is known of the text around: decides lines that show nothing themselves.
  var seen = ScriptCounts()
  /// The whole text is at hand, and all of it counts where a line shows nothing.
  private var readsWholeDocument = false
  private(set) var isMarkdown = false
  private var protectedRanges: [Range<Int>] = []
  var lattice = Lattice()
  private let memory = RunMemory()
  let flatTable: FlatTable?
  private var documentCountsAreKnown = false

  init(target: ConversionTarget, rules: RuleSet, tables: ScriptTables) {
    self.target = target
    self.rules = rules
    self.tables = tables
    table = tables.table(for: target)
    flatTable = tables.flat.indices.contains(target.column) ? tables.flat[target.column] : nil
    column = target.column
    pairs = target == .hans ? tables.pairsHans : tables.pairsHant
    foreignBit = target == .hans ? ScalarEntry.isTraditionalOnly : ScalarEntry.isSimplifiedOnly
  }

  /// Converts a block of a stream, whose lines are read in the light of those before them. Returns the offset of the
  /// first byte that is not UTF-8; all before it was converted.
  mutating func convertBlock(_ bytes: UnsafeBufferPointer<UInt8>, _ protection: inout Protection)
    -> Int?
  {
    let fault = convertLines(bytes, around: [], &protection, isValid: false)
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
    var isScanned = false
    if protection.isOpen {
      if !isValid, let wrong = UTF8Validation.firstInvalidOffset(in: bytes) {
        (fault, limit) = (wrong, wrong)
      }
      isValid = true
      protection.scan(UnsafeBufferPointer(rebasing: bytes[0..<limit]), into: &protectedRanges)
      isScanned = true
    }
    isMarkdown = protection.isMarkdown
    var i = 0
    var nextFixed = 0
    var nextProtected = 0
    while i < limit {
      // The next place that is not converted; a line that ends before it is a plain one.
      let exception = min(
        nextFixed < fixed.count ? fixed[nextFixed].range.lowerBound : Int.max,
        nextProtected < protectedRanges.count ? protectedRanges[nextProtected].lowerBound : Int.max
      )
      if exception == Int.max || hasLineEnd(bytes, i, min(exception, limit)),
        let next = convertFast(bytes, i, limit)
      {
        i = next
        continue
      }
      if !isValid {
        isValid = true
        let rest = UnsafeBufferPointer(rebasing: bytes[i..<limit])
        if let wrong = UTF8Validation.firstInvalidOffset(in: rest) {
          (fault, limit) = (i &+ wrong, i &+ wrong)
        }
        if i >= limit { break }
      }
      if !isScanned {
        isScanned = true
        protection.scan(UnsafeBufferPointer(rebasing: bytes[0..<limit]), into: &protectedRanges)
      }
      if readsWholeDocument, !documentCountsAreKnown {
        documentCountsAreKnown = true
        seen = counts(bytes, 0, limit)
      }
      var end = i
      while end < limit, bytes[end] != 0x0A, bytes[end] != 0x0D { end &+= 1 }
      while end < limit, bytes[end] == 0x0A || bytes[end] == 0x0D { end &+= 1 }
      let lineCounts = counts(bytes, i, end)
      if !readsWholeDocument { seen.add(lineCounts) }
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
          let stop = min(protectedRanges[nextProtected].upperBound, fixedStart)
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
    if !isScanned { protection.passOver() }
    return fault
  }

  private func hasLineEnd(_ bytes: UnsafeBufferPointer<UInt8>, _ lower: Int, _ upper: Int) -> Bool {
    var i = lower
    while i < upper {
      if bytes[i] == 0x0A || bytes[i] == 0x0D { return true }
      i &+= 1
    }
    return false
  }

  // MARK: What the fast way asks

  /// Nil where it must be found out first.
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

  /// Takes back what was noted of the output from `count` on.
  mutating func forgetChanges(from count: Int) {
    while let last = changes.last, last.to.lowerBound >= count { changes.removeLast() }
  }

  /// Converts the run of Han characters at `start` by its words; returns where it stopped.
  @inline(never)
  mutating func convertRunByWords(
    _ bytes: UnsafeBufferPointer<UInt8>,
    from start: Int,
    _ lower: Int,
    _ upper: Int,
    _ flags: inout UInt32
  ) -> Int {
    let entries = lattice.load(bytes, start, upper, table)
    flags |=
      (entries & (ScalarEntry.isTraditionalOnly | ScalarEntry.isSimplifiedOnly)) << 3
      | FlatEntry.isChanging
    let first = lattice.offsets[1]
    let stop = lattice.offsets[lattice.count &+ 1]
    let isMemorable =
      rules.isEmpty && !lattice.isCut && RunMemory.holds(stop &- first)
    var end = stop
    if isMemorable, let base = bytes.baseAddress {
      let neighbours =
        UInt16(Lattice.neighbour(before: first, in: bytes, lower)) << 8
        | UInt16(Lattice.neighbour(after: stop, in: bytes, upper))
      if !memory.recall(base + first, stop &- first, neighbours, into: &sink) {
        let start = sink.count
        let changesBefore = changes.count
        lattice.loadClasses(bytes, lower, upper, tables)
        guard lattice.hasRival(pairs, tables.trie, column: column) else {
          sink.reserve(lattice.count &* 4)
          for k in 1...max(lattice.count, 1) where k <= lattice.count { emit(k, nil, true) }
          return end
        }
        end = convertWords(true)
        // What changes its length is told again each time, so that the alignment hears of it.
        guard
          !recordsAlignment
            || (changes.count == changesBefore && sink.count &- start == end &- first)
        else {
          sink.reserve((upper &- end) &* 4 / 3 &+ 64)
          return end
        }
        memory.remember(
          base + first,
          stop &- first,
          neighbours,
          as: sink.base + start,
          sink.count &- start
        )
      }
    } else {
      lattice.loadClasses(bytes, lower, upper, tables)
      end = convertWords(true)
    }
    sink.reserve((upper &- end) &* 4 / 3 &+ 64)
    return end
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

  private func counts(_ bytes: UnsafeBufferPointer<UInt8>, _ lower: Int, _ upper: Int)
    -> ScriptCounts
  {
    var counts = ScriptCounts()
    var i = lower
    while i < upper {
      let byte = bytes[i]
      if byte < 0xE0 {
        i &+= byte < 0x80 ? 1 : 2
        continue
      }
      let (scalar, length) = UTF8Scan.scalar(at: i, in: bytes)
      counts.count(table[scalar])
      i &+= length
    }
    return counts
  }

  /// Whether the characters that both scripts write are read as the other script in a clause: by what the clause
  /// shows, else its line, else the text around. Where nothing shows anything they are.
  private func readsAsForeign(_ clause: ScriptCounts, _ line: ScriptCounts) -> Bool {
    for counts in [clause, line, seen] {
      let foreign = target == .hans ? counts.traditional : counts.simplified
      let own = target == .hans ? counts.simplified : counts.traditional
      if foreign != own { return foreign > own }
    }
    return true
  }

  private mutating func convertPiece(
    _ bytes: UnsafeBufferPointer<UInt8>,
    _ lower: Int,
    _ upper: Int,
    _ line: ScriptCounts
  ) {
    guard let base = bytes.baseAddress else { return }
    let isMixed = line.traditional > 0 && line.simplified > 0
    var readsShared = readsAsForeign(line, line)
    if !readsShared, !isMixed, rules.isEmpty {
      sink.append(base + lower, count: upper &- lower)
      return
    }
    sink.reserve((upper &- lower) &* 4 / 3 &+ 16)
    var i = lower
    var clauseEnd = lower
    while i < upper {
      if isMixed, i >= clauseEnd {
        clauseEnd = endOfClause(bytes, i, upper)
        readsShared = readsAsForeign(counts(bytes, i, clauseEnd), line)
      }
      let byte = bytes[i]
      if byte < 0x80 {
        sink.reserve(1)
        sink.appendUnchecked(byte)
        i &+= 1
        continue
      }
      let (scalar, length) = UTF8Scan.scalar(at: i, in: bytes)
      if ScalarClass.isHan(scalar) {
        i = convertRun(bytes, from: i, lower, upper, readsShared)
      } else {
        sink.append(base + i, count: length)
        i &+= length
      }
    }
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
      let (scalar, length) = UTF8Scan.scalar(at: i, in: bytes)
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

  /// Converts the Han characters from `start`; returns where it stopped.
  @inline(__always)
  private mutating func convertRun(
    _ bytes: UnsafeBufferPointer<UInt8>,
    from start: Int,
    _ lower: Int,
    _ upper: Int,
    _ readsShared: Bool
  ) -> Int {
    let flags = lattice.load(bytes, start, upper, table)
    let count = lattice.count
    let end = lattice.offsets[count &+ 1]
    let interesting = readsShared ? foreignBit | ScalarEntry.isShared : foreignBit
    if flags & interesting == 0 && rules.isEmpty {
      if let base = bytes.baseAddress { sink.append(base + start, count: end &- start) }
      return end
    }
    if flags & ScalarEntry.isAmbiguous != 0 || !rules.isEmpty {
      lattice.loadClasses(bytes, lower, upper, tables)
      if listsAmbiguities || !rules.isEmpty || lattice.isSuspicious(pairs) {
        return convertWords(readsShared)
      }
    }
    sink.reserve(count &* 4)
    var k = 1
    while k <= count {
      let bits = lattice.entries[k]
      let scalar = lattice.scalars[k]
      emit(k, bits & interesting != 0 ? bits & 0x1F_FFFF : scalar, scalar)
      k &+= 1
    }
    return end
  }

  /// Converts the run in the lattice by its words; returns where it stopped.
  @inline(never)
  private mutating func convertWords(_ readsShared: Bool) -> Int {
    lattice.solve(tables, rules)
    if listsAmbiguities { listAmbiguities(readsShared) }
    let decided = lattice.decided
    var stop = 1
    for index in lattice.words.indices {
      let word = lattice.words[index]
      let first = max(word.start, 1)
      let last = min(word.start + word.length, lattice.count + 1)
      if first >= last { continue }
      // At least one word counts, or a cut run would not advance.
      if last > decided, stop > 1 { break }
      if word.rule >= 0 {
        emit(rules.rules[word.rule], first, last)
      } else {
        let value =
          word.length > 1
          ? tables.trie.value(of: word.node, column: column, count: word.length) : nil
        sink.reserve((last &- first) &* 4)
        for k in first..<last { emit(k, value.map { $0[k &- word.start] }, readsShared) }
      }
      stop = last
    }
    return lattice.offsets[stop]
  }

  private mutating func emit(_ rule: RuleSet.Rule, _ first: Int, _ last: Int) {
    let start = sink.count
    sink.reserve(rule.output.count * 4)
    for scalar in rule.output { sink.appendUnchecked(scalar: scalar) }
    record(lattice.offsets[first]..<lattice.offsets[last], start)
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
    emit(k, output, scalar)
  }

  /// Writes one character, for which there is room.
  @inline(__always)
  private mutating func emit(_ k: Int, _ output: UInt32, _ scalar: UInt32) {
    let start = sink.count
    sink.appendUnchecked(scalar: output)
    if recordsAlignment, (output ^ scalar) >> 16 != 0 {
      record(lattice.offsets[k]..<lattice.offsets[k + 1], start)
    }
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

  // MARK: Ambiguities

  /// Notes the characters of the run whose form is not clear.
  private mutating func listAmbiguities(_ readsShared: Bool) {
    var chosen = [UInt32](repeating: 0, count: lattice.count + 2)
    var isSingle = [Bool](repeating: false, count: lattice.count + 2)
    var isFixed = isSingle
    for word in lattice.words {
      let value =
        word.length > 1 && word.rule < 0
        ? tables.trie.value(of: word.node, column: column, count: word.length) : nil
      for k in max(word.start, 1)..<max(1, min(word.start + word.length, lattice.count + 1)) {
        chosen[k] = form(k, value.map { $0[k - word.start] })
        isSingle[k] = word.length == 1
        isFixed[k] = word.rule >= 0
      }
    }
    let alternatives = lattice.alternatives(tables, column: column, chosen: chosen)
    for k in 1..<lattice.decided where !isFixed[k] {
      let bits = lattice.entries[k]
      guard bits & ScalarEntry.isAmbiguous != 0, bits & foreignBit != 0 || readsShared else {
        continue
      }
      var forms = [chosen[k]]
      for alternative in alternatives
      where alternative.index == k && !forms.contains(alternative.form) {
        forms.append(alternative.form)
      }
      var reason = "another division of the words around it is nearly as likely"
      if forms.count == 1, isSingle[k], target != .hans,
        let loose = LooseCharacters.forms[lattice.scalars[k]]
      {
        forms += loose.filter { $0 != chosen[k] }
        reason = "no word around it decides between its forms"
      }
      guard forms.count > 1 else { continue }
      let candidates = forms.map { value -> String in
        var view = String.UnicodeScalarView()
        if let scalar = Unicode.Scalar(value) { view.append(scalar) }
        return String(view)
      }
      ambiguities.append(
        AmbiguousSpan(
          span: TextSpan(lattice.offsets[k], lattice.offsets[k + 1]),
          candidates: candidates,
          chosen: candidates[0],
          reason: reason
        )
      )
    }
  }

  private func form(_ k: Int, _ value: UInt32?) -> UInt32 {
    let scalar = lattice.scalars[k]
    let bits = lattice.entries[k]
    guard bits != 0 else { return scalar }
    if let value, target == .hans || tables.folds[scalar] == 0 { return value }
    return bits & 0x1F_FFFF
  }
}
