internal import ZhujieTables
internal import ZhujieText

/// The rules about characters, for one text and the script it should be in.
struct CharacterLint: ~Copyable {
  let bytes: UnsafeBufferPointer<UInt8>
  private let skipped: [Range<Int>]
  let script: Script
  let tables: ScriptTables
  let converter: Converter
  private(set) var lattice = Lattice()
  private var results: [LintFinding] = []
  /// Where each form of each variant group stands.
  private var variants: [[(scalar: UInt32, offset: Int)]]
  /// Where 着 or 著 is the particle behind a verb.
  private var particles: [(scalar: UInt32, offset: Int)] = []

  init(
    bytes: UnsafeBufferPointer<UInt8>,
    skipped: [Range<Int>],
    script: Script,
    tables: ScriptTables,
    converter: Converter
  ) {
    self.bytes = bytes
    self.skipped = skipped
    self.script = script
    self.tables = tables
    self.converter = converter
    variants = Array(repeating: [], count: VariantGroups.all.count)
  }

  mutating func findings() -> [LintFinding] {
    var i = 0
    var nextSkipped = 0
    while i < bytes.count {
      if nextSkipped < skipped.count, i >= skipped[nextSkipped].lowerBound {
        i = max(i, skipped[nextSkipped].upperBound)
        nextSkipped += 1
        continue
      }
      let limit = nextSkipped < skipped.count ? skipped[nextSkipped].lowerBound : bytes.count
      if bytes[i] < 0x80 {
        i += 1
        continue
      }
      let (scalar, length) = bytes.scalar(at: i)
      i = isHan(scalar) ? checkRun(from: i, to: limit) : i + length
    }
    if script == .traditional { addVariants() }
    return results
  }

  // MARK: A run of Han characters

  private mutating func checkRun(from start: Int, to upper: Int) -> Int {
    _ = lattice.load(
      bytes,
      from: start,
      within: lineStart(start),
      upper,
      tables.hant,
      tables,
      converter.rules
    )
    guard lattice.count > 0 else { return start + 3 }
    lattice.solve(tables, converter.rules)
    let decided = lattice.decided
    var stop = 1
    for index in lattice.words.indices {
      let word = lattice.words[index]
      let first = max(word.start, 1)
      let last = min(word.start + word.length, lattice.count + 1)
      if first >= last { continue }
      if last > decided, stop > 1 { break }
      noteVariants(word, first, last)
      check(word, first, last)
      stop = last
    }
    checkForeign(1, stop)
    return lattice.offsets[stop]
  }

  private func lineStart(_ offset: Int) -> Int {
    var i = offset
    while i > 0, i > offset - 8, bytes[i - 1] != 0x0A, bytes[i - 1] != 0x0D { i -= 1 }
    while i < offset, bytes[i] & 0xC0 == 0x80 { i += 1 }
    return i
  }

  /// The characters of the run that the script does not write; those close together are one finding.
  private mutating func checkForeign(_ first: Int, _ end: Int) {
    let bit = script == .traditional ? ScalarFlag.isSimplifiedOnly : ScalarFlag.isTraditionalOnly
    let ownBit =
      script == .traditional ? ScalarFlag.isTraditionalOnly : ScalarFlag.isSimplifiedOnly
    var k = first
    while k < end {
      guard isForeign(k, bit) else {
        k += 1
        continue
      }
      var last = k
      var next = k + 1
      while next < end, next - last <= 2, flags(next) & ownBit == 0 {
        if isForeign(next, bit) { last = next }
        next += 1
      }
      add(.wrongScript, k, last + 1)
      k = last + 1
    }
  }

  private func isForeign(_ k: Int, _ bit: UInt32) -> Bool {
    flags(k) & bit != 0 || JapaneseForms.traditional[lattice.scalars[k]] != nil
  }

  func flags(_ k: Int) -> UInt32 {
    tables.hant[lattice.scalars[k]] | tables.hans[lattice.scalars[k]]
  }

  private mutating func noteVariants(_ word: Lattice.Word, _ first: Int, _ last: Int) {
    for k in first..<last {
      let scalar = lattice.scalars[k]
      if isParticle(k, of: word) { particles.append((scalar, lattice.offsets[k])) }
      if let group = VariantGroups.groupOf[scalar] {
        variants[group].append((scalar, lattice.offsets[k]))
      }
    }
  }

  /// Whether 着 or 著 is the particle, for which Hong Kong writes 着 and Taiwan 著.
  private func isParticle(_ k: Int, of word: Lattice.Word) -> Bool {
    let scalar = lattice.scalars[k]
    guard scalar == 0x8457 || scalar == 0x7740, k > 1 else { return false }
    guard word.length > 1 else { return !Self.afterWriting.contains(lattice.scalars[k + 1]) }
    let value = tables.trie.value(of: word.node, column: 2, count: word.length)
    return value.map { $0[k - word.start] == 0x7740 } ?? true
  }

  /// What may follow 著 where it stands for writing.
  private static let afterWriting = Set("名作者述稱錄譯有於文".unicodeScalars.map(\.value))

  // MARK: Results

  mutating func add(
    _ rule: LintFinding.Rule,
    _ first: Int,
    _ end: Int,
    suggestion: [UInt32]? = nil
  ) {
    let lower = lattice.offsets[first]
    let upper = lattice.offsets[end]
    let text = String(decoding: bytes[lower..<upper], as: UTF8.self)
    let replacement: String
    if let suggestion {
      var view = String.UnicodeScalarView()
      for value in suggestion { if let scalar = Unicode.Scalar(value) { view.append(scalar) } }
      replacement = String(view)
    } else {
      replacement = conversion(first, end)
    }
    guard replacement != text else { return }
    results.append(
      LintFinding(rule, at: TextSpan(lower, upper), text: text, suggestion: replacement)
    )
  }

  /// What the span becomes in the script, read within its run.
  private func conversion(_ first: Int, _ end: Int) -> String {
    let lower = max(1, first - 6)
    let upper = min(lattice.count + 1, end + 6)
    let around = JapaneseForms.replaced(
      in: String(decoding: bytes[lattice.offsets[lower]..<lattice.offsets[upper]], as: UTF8.self)
    )
    let converted = Array(converter.convert(around).unicodeScalars)
    guard converted.count == upper - lower else {
      return converter.convert(
        String(decoding: bytes[lattice.offsets[first]..<lattice.offsets[end]], as: UTF8.self)
      )
    }
    var view = String.UnicodeScalarView()
    view.append(contentsOf: converted[(first - lower)..<(end - lower)])
    return String(view)
  }

  /// Of two forms of one character the rarer is out of place.
  private mutating func addVariants() {
    for (index, places) in variants.enumerated() where places.count > 1 {
      addVariants(VariantGroups.all[index], places)
    }
    // 著 is so many other words that one among two may be one of them.
    let rarer = min(
      particles.count { $0.scalar == 0x8457 },
      particles.count { $0.scalar == 0x7740 }
    )
    if rarer * 4 <= particles.count { addVariants([0x8457, 0x7740], particles) }
  }

  private mutating func addVariants(
    _ forms: [UInt32],
    _ places: [(scalar: UInt32, offset: Int)]
  ) {
    let preferredCount = places.count { $0.scalar == forms[0] }
    guard preferredCount > 0, preferredCount < places.count else { return }
    let major = preferredCount * 2 >= places.count ? forms[0] : forms[1]
    for place in places where place.scalar != major {
      let length = bytes.scalar(at: place.offset).length
      var suggestion = String.UnicodeScalarView()
      if let scalar = Unicode.Scalar(major) { suggestion.append(scalar) }
      results.append(
        LintFinding(
          .variantInconsistency,
          at: TextSpan(place.offset, place.offset + length),
          text: String(decoding: bytes[place.offset..<place.offset + length], as: UTF8.self),
          suggestion: String(suggestion)
        )
      )
    }
  }
}
