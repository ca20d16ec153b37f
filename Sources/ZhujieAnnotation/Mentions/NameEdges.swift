import ZhujieText

/// Whether a name that stands in a text stands there by itself: not inside a word of letters, a version, a number or
/// a cluster of combining characters.
enum NameEdges {
  static func fault(
    _ name: Range<Int>,
    traits: NameTraits,
    in block: Range<Int>,
    of bytes: UnsafeBufferPointer<UInt8>
  ) -> LossReason? {
    let before =
      name.lowerBound > block.lowerBound ? UTF8Scan.scalar(before: name.lowerBound, in: bytes) : nil
    let after =
      name.upperBound < block.upperBound ? UTF8Scan.scalar(at: name.upperBound, in: bytes) : nil
    if let after, after.value >= 0x300, joins(after.value) { return .insideCluster }
    if let before, before.value == 0x200D { return .insideCluster }
    if let before, before.value >= 0x530, isLetterOfOtherScript(before.value),
      isLetterOfOtherScript(UTF8Scan.scalar(at: name.lowerBound, in: bytes).value)
    {
      return .insideToken
    }
    // Particles follow a name in Hangul without a space.
    if let after, after.value >= 0x530, isLetterOfOtherScript(after.value), !isHangul(after.value),
      isLetterOfOtherScript(UTF8Scan.scalar(before: name.upperBound, in: bytes).value)
    {
      return .insideToken
    }
    if let before, isDot(before.value), before.length < name.lowerBound - block.lowerBound,
      ScalarClass.isHan(
        UTF8Scan.scalar(before: name.lowerBound - before.length, in: bytes).value
      ),
      ScalarClass.isHan(UTF8Scan.scalar(at: name.lowerBound, in: bytes).value)
    {
      return .insideForeignName
    }
    if let after, isDot(after.value), name.upperBound + after.length < block.upperBound,
      ScalarClass.isHan(UTF8Scan.scalar(at: name.upperBound + after.length, in: bytes).value),
      ScalarClass.isHan(UTF8Scan.scalar(before: name.upperBound, in: bytes).value)
    {
      return .insideForeignName
    }
    // 很: what a degree stands before is an adjective, not a name.
    if let before, before.value == 0x5F88, traits.contains(.hanEdge) { return .afterDegree }
    if traits.contains(.latinStart), let before,
      continuesBefore(before.value, at: name.lowerBound - before.length, block: block, bytes)
    {
      return .insideToken
    }
    if traits.contains(.latinEnd), let after,
      continuesAfter(after.value, name.upperBound, block: block, bytes)
    {
      return .insideToken
    }
    if !traits.isDisjoint(with: [.unversioned, .maker]), let after, NameSymbol.isBlank(after.value),
      PrintedVersion.follows(
        name.upperBound,
        ofMaker: traits.contains(.maker),
        in: block,
        of: bytes
      )
    {
      return .otherVersion
    }
    if traits.contains(.numeralStart), !traits.contains(.latinStart), let before,
      NameSymbol.isNumeral(before.value)
    {
      return .insideNumber
    }
    if let before, NameSymbol.isNumeral(before.value) || Self.quantifiers.contains(before.value),
      isCounted(name, from: name.lowerBound - before.length, in: block, bytes)
    {
      return .insideNumber
    }
    if let before, heaps.contains(before.value), traits.contains(.hanEdge),
      isCountedThing(before: name.lowerBound - before.length, in: block, bytes)
    {
      return .insideNumber
    }
    if traits.contains(.quantityLike),
      isAmount(name, endsInNumeral: traits.contains(.numeralEnd), block, bytes)
    {
      return .insideNumber
    }
    if traits.contains(.numeralEnd) {
      if !traits.contains(.latinEnd), let after, NameSymbol.isNumeral(after.value) {
        return .insideNumber
      }
      if traits.contains(.latinEnd),
        isSpacedQuantity(name, block: block, bytes)
          || isNumberOfLine(name, before?.value, block, bytes)
      {
        return .insideNumber
      }
    }
    return nil
  }

  /// Letters that words are made of without Chinese or an alphabet of Europe: katakana, Hangul, Arabic, Thai.
  private static func isLetterOfOtherScript(_ value: UInt32) -> Bool {
    switch value {
    case 0x30A1...0x30FA, 0x30FC: true
    case 0x530...0x1DFF: Unicode.Scalar(value)?.properties.isAlphabetic ?? false
    default: isHangul(value)
    }
  }

  private static func isHangul(_ value: UInt32) -> Bool { value >= 0xAC00 && value <= 0xD7A3 }

  /// The dot between the parts of a foreign name in Chinese, and the characters that stand in for it (GB/T 15834
  /// gives U+00B7).
  private static func isDot(_ value: UInt32) -> Bool {
    switch value {
    case 0xB7, 0x2022, 0x2027, 0x30FB, 0xFF65: true
    default: false
    }
  }

  /// Combining marks, variation selectors, skin tones and the zero-width joiner (UAX #29, Extend and ZWJ).
  private static func joins(_ value: UInt32) -> Bool {
    if value == 0x200D { return true }
    if ScalarClass.isHan(value) || (value >= 0x3000 && value < 0x302A) { return false }
    return Unicode.Scalar(value)?.properties.isGraphemeExtend ?? false
      || (value >= 0x1F3FB && value <= 0x1F3FF)
  }

  private static func continuesBefore(
    _ value: UInt32,
    at offset: Int,
    block: Range<Int>,
    _ bytes: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    if ScalarClass.isAlphanumeric(value) || value == 0x5F { return true }
    // A joint with a letter or digit on its other side: the name is the tail of a longer token.
    guard isJoint(value) || value == 0x26, offset > block.lowerBound else { return false }
    return ScalarClass.isAlphanumeric(UTF8Scan.scalar(before: offset, in: bytes).value)
  }

  private static func continuesAfter(
    _ value: UInt32,
    _ offset: Int,
    block: Range<Int>,
    _ bytes: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    if ScalarClass.isAlphanumeric(value) || value == 0x5F { return true }
    if value == 0x2B || value == 0x23 {
      // `C++` and `C#` are not `C`, while `晨星+AX` parts two names.
      guard offset + 1 < block.upperBound else { return value == 0x23 }
      return value == 0x23 || bytes[offset + 1] == 0x2B
    }
    // NT$100 is a sum.
    guard isJoint(value) || value == 0x26 || value == 0x24 else { return false }
    let rest = offset + UTF8Scan.scalar(at: offset, in: bytes).length
    guard rest < block.upperBound,
      ScalarClass.isAlphanumeric(UTF8Scan.scalar(at: rest, in: bytes).value)
    else {
      return false
    }
    return !isCommonSuffix(at: rest, after: value, block: block, bytes)
  }

  /// What joins letters and digits into one token: `-` `.` `'` `’` and their typographic forms.
  private static func isJoint(_ value: UInt32) -> Bool {
    switch value {
    case 0x2D, 0x2E, 0x27, 0x2010, 0x2011, 0x2018, 0x2019: true
    default: false
    }
  }

  private static let suffixes: [[UInt8]] = [
    "based", "like", "style", "powered", "backed", "led", "owned", "native", "only", "compatible",
    "related",
    "inspired", "trained", "made", "wide", "friendly", "driven", "hosted", "branded", "themed",
  ].map { Array($0.utf8) }

  /// `Astra-based` and `OpenBox's` hold the name; `Astra2.5-Max` does not.
  private static func isCommonSuffix(
    at offset: Int,
    after joint: UInt32,
    block: Range<Int>,
    _ bytes: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    var end = offset
    while end < block.upperBound, end - offset <= 12, bytes[end] >= 0x61, bytes[end] <= 0x7A {
      end += 1
    }
    if end < block.upperBound, ScalarClass.isAlphanumeric(UTF8Scan.scalar(at: end, in: bytes).value)
    {
      return false
    }
    switch joint {
    case 0x27, 0x2018, 0x2019: return end == offset + 1 && bytes[offset] == 0x73
    case 0x2D, 0x2010, 0x2011: return suffixes.contains { $0.elementsEqual(bytes[offset..<end]) }
    default: return false
    }
  }
}
