internal import ZhujieTables
internal import ZhujieText

/// The rules about characters, for one text and the script it should be in.
struct CharacterLint: ~Copyable {
  private let bytes: UnsafeBufferPointer<UInt8>
  private let skipped: [Range<Int>]
  private let script: Script
  private let tables: ScriptTables
  private let ruleSet: RuleSet
  private let converter: Converter
  private var lattice = Lattice()
  private var results: [LintFinding] = []
  /// Where each form of each variant group stands.
  private var variants: [[(scalar: UInt32, offset: Int)]]

  init(
    bytes: UnsafeBufferPointer<UInt8>,
    skipped: [Range<Int>],
    script: Script,
    tables: ScriptTables,
    rules: ConversionRules
  ) {
    self.bytes = bytes
    self.skipped = skipped
    self.script = script
    self.tables = tables
    let target: ConversionTarget = script == .traditional ? .hant : .hans
    ruleSet = RuleSet(rules, target: target, tables: tables)
    converter = Converter(to: target, rules: rules, tables: tables)
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
      ruleSet
    )
    guard lattice.count > 0 else { return start + 3 }
    lattice.solve(tables, ruleSet)
    let decided = lattice.decided
    var stop = 1
    for index in lattice.words.indices {
      let word = lattice.words[index]
      let first = max(word.start, 1)
      let last = min(word.start + word.length, lattice.count + 1)
      if first >= last { continue }
      if last > decided, stop > 1 { break }
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
      guard flags(k) & bit != 0 else {
        k += 1
        continue
      }
      var last = k
      var next = k + 1
      while next < end, next - last <= 2, flags(next) & ownBit == 0 {
        if flags(next) & bit != 0 { last = next }
        next += 1
      }
      add(.wrongScript, k, last + 1)
      k = last + 1
    }
  }

  private func flags(_ k: Int) -> UInt32 {
    tables.hant[lattice.scalars[k]] | tables.hans[lattice.scalars[k]]
  }

  /// Compares a word with how the dictionaries write it.
  private mutating func check(_ word: Lattice.Word, _ first: Int, _ last: Int) {
    for k in first..<last {
      let scalar = lattice.scalars[k]
      if let group = VariantGroups.groupOf[scalar] {
        variants[group].append((scalar, lattice.offsets[k]))
      }
    }
    if word.rule >= 0 {
      checkRule(ruleSet.rules[word.rule], first, last)
      return
    }
    guard last - first > 1 || word.length > 1 else {
      checkSingle(first)
      return
    }
    if script == .traditional {
      checkTraditional(word, first, last)
    } else {
      checkSimplified(word, first, last)
    }
  }

  /// A name or a rule of the project that is written otherwise.
  private mutating func checkRule(_ rule: RuleSet.Rule, _ first: Int, _ last: Int) {
    guard rule.output.count == last - first else { return }
    for k in first..<last {
      let scalar = lattice.scalars[k]
      let wanted = rule.output[k - first]
      guard scalar != wanted, !VariantGroups.isDivided(scalar, wanted), flags(k) & foreignOnly == 0
      else { continue }
      add(
        tables.fold(scalar) == scalar ? .missedConversion : .overConversion,
        k,
        k + 1,
        suggestion: [wanted]
      )
    }
  }

  private var foreignOnly: UInt32 {
    script == .traditional ? ScalarFlag.isSimplifiedOnly : ScalarFlag.isTraditionalOnly
  }

  private mutating func checkTraditional(_ word: Lattice.Word, _ first: Int, _ last: Int) {
    // 回歸 is a turning back and not a circling.
    for k in first..<last
    where lattice.scalars[k] == 0x8FF4 && k + 1 < last && lattice.scalars[k + 1] == 0x6B78 {
      add(.overConversion, k, k + 1, suggestion: [0x56DE])
      return
    }
    let values = (0..<3).map { tables.trie.value(of: word.node, column: $0, count: word.length) }
    for k in first..<last {
      let scalar = lattice.scalars[k]
      guard flags(k) & ScalarFlag.isSimplifiedOnly == 0 else { continue }
      let folded = tables.fold(scalar)
      let index = k - word.start
      var wanted: [UInt32] = []
      for column in 0..<3 {
        let table = column == 0 ? tables.hant : column == 1 ? tables.hantTW : tables.hantHK
        let entry = table[folded]
        wanted.append(values[column].map { $0[index] } ?? (entry == 0 ? folded : entry & 0x1F_FFFF))
      }
      guard !wanted.contains(scalar),
        !wanted.contains(where: { VariantGroups.isDivided($0, scalar) }),
        !VariantGroups.isDivided(scalar, before: lattice.scalars[k + 1]),
        tables.fold(wanted[0]) == folded
      else { continue }
      // Only characters with more than one form can be confused.
      let folds = tables.hant[folded]
      guard folds & (ScalarFlag.isAmbiguous | ScalarFlag.isShared) != 0 else { continue }
      if scalar == 0x53EA, word.length < 3, !isNumeral(lattice.scalars[word.start]) { continue }
      add(folded == scalar ? .missedConversion : .overConversion, k, k + 1, suggestion: [wanted[0]])
    }
  }

  private func isNumeral(_ v: UInt32) -> Bool {
    "一二兩三四五六七八九十百千萬幾0".unicodeScalars.contains { $0.value == v }
  }

  private mutating func checkSimplified(_ word: Lattice.Word, _ first: Int, _ last: Int) {
    let value = tables.trie.value(of: word.node, column: 3, count: word.length)
    for k in first..<last {
      let scalar = lattice.scalars[k]
      guard flags(k) & ScalarFlag.isTraditionalOnly == 0 else { continue }
      let folded = tables.fold(scalar)
      let entry = tables.hans[scalar]
      let wanted = value.map { $0[k - word.start] } ?? (entry == 0 ? scalar : entry & 0x1F_FFFF)
      guard scalar != wanted,
        Self.sharedInSimplified.contains(scalar) || Self.sharedInSimplified.contains(wanted),
        tables.fold(wanted) == folded
      else { continue }
      add(folded == scalar ? .overConversion : .missedConversion, k, k + 1, suggestion: [wanted])
    }
  }

  /// Characters that Simplified text writes in some words and simplifies in others.
  private static let sharedInSimplified = Set("乾著藉覆徵瞭".unicodeScalars.map(\.value))

  /// A character that no word covers.
  private mutating func checkSingle(_ k: Int) {
    let scalar = lattice.scalars[k]
    if script == .traditional {
      // 瞭 is seen in words only; alone it is a particle that went too far.
      if scalar == 0x77AD { add(.overConversion, k, k + 1, suggestion: [0x4E86]) }
      // 云 is a verb of old books, in front of what it quotes or at the end; elsewhere it was left behind.
      let next = lattice.scalars[k + 1]
      if scalar == 0x4E91, next != Lattice.Neighbour.opening, next != Lattice.Neighbour.boundary {
        add(.missedConversion, k, k + 1, suggestion: [0x96F2])
      }
    } else if scalar == 0x8457, k > 1 {
      // 著 behind a verb is the particle.
      add(.missedConversion, k, k + 1, suggestion: [0x7740])
    }
  }

  // MARK: Results

  private mutating func add(
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
    let around = String(
      decoding: bytes[lattice.offsets[lower]..<lattice.offsets[upper]],
      as: UTF8.self
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
      let preferred = VariantGroups.all[index][0]
      let other = VariantGroups.all[index][1]
      let preferredCount = places.count { $0.scalar == preferred }
      guard preferredCount > 0, preferredCount < places.count else { continue }
      let major = preferredCount * 2 >= places.count ? preferred : other
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
}
