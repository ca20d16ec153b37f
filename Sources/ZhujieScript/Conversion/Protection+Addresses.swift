internal import ZhujieText

/// Addresses: URLs with a scheme, and those that people write without one.
extension Protection {
  static let schemesWithoutSlashes = ["mailto", "data", "tel"].map { Array($0.utf8) }

  func url(_ bytes: UnsafeBufferPointer<UInt8>, colon: Int, _ start: Int, _ end: Int)
    -> Range<Int>?
  {
    guard colon + 2 < end else { return nil }
    var lower = colon
    while lower > start, isSchemeByte(bytes[lower - 1]) { lower -= 1 }
    guard lower < colon, isLetter(bytes[lower]) else { return nil }
    if bytes[colon + 1] == 0x2F, bytes[colon + 2] == 0x2F {
      return lower..<endOfAddress(bytes, colon + 3, end)
    }
    let scheme = bytes[lower..<colon].map { $0 | 0x20 }
    guard Self.schemesWithoutSlashes.contains(scheme) else { return nil }
    return lower..<endOfAddress(bytes, colon + 1, end)
  }

  /// `www.example.com/…` and `example.com/…`, recognised at the first slash.
  func path(_ bytes: UnsafeBufferPointer<UInt8>, slash: Int, _ start: Int, _ end: Int)
    -> Range<Int>?
  {
    var lower = slash
    var dot: Int?
    while lower > start, isSchemeByte(bytes[lower - 1]) {
      lower -= 1
      if bytes[lower] == 0x2E, dot == nil { dot = lower }
    }
    guard let dot, dot > lower,
      isLetter(bytes[lower]) || (bytes[lower] >= 0x30 && bytes[lower] <= 0x39), slash - dot > 2,
      bytes[dot + 1..<slash].allSatisfy(isLetter)
    else { return nil }
    return lower..<endOfAddress(bytes, slash, end)
  }

  /// The delimiters behind which a path or a query may hold other characters than ASCII.
  private static let introducing = Set("/\\=-_#?&+:(".utf8)

  /// An address goes on over ASCII, and over other characters where a delimiter of its path or query introduces
  /// them; marks that end a sentence are not part of it.
  func endOfAddress(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> Int {
    var i = start
    var hasPath = false
    var hasHanHost = false
    var openParentheses = 0
    while i < end {
      let byte = bytes[i]
      if byte < 0x80 {
        if byte <= 0x20 || byte == 0x3C || byte == 0x3E || byte == 0x22 || byte == 0x60
          || byte == 0x7C
        {
          break
        }
        if byte == 0x2F || byte == 0x5C || byte == 0x3F || byte == 0x23 { hasPath = true }
        // A closing parenthesis ends the address that its Markdown link or sentence encloses.
        if byte == 0x29, openParentheses == 0 { break }
        if byte == 0x28 { openParentheses += 1 }
        if byte == 0x29 { openParentheses -= 1 }
        i += 1
        continue
      }
      guard i > 0 else { break }
      let before = bytes[i - 1]
      // A host may be of Han characters altogether, as 例子.中国 is, but does not become so in its middle.
      let isHost =
        i == start || before == 0x40 || hasHanHost && (before == 0x2E || before >= 0x80)
      let isIntroduced =
        hasPath ? before >= 0x80 || Self.introducing.contains(before) : isHost
      guard isIntroduced else { break }
      let (scalar, length) = bytes.scalar(at: i)
      guard isHan(scalar) || ScalarClass.isKanaOrHangul(scalar) else { break }
      hasHanHost = true
      i += length
    }
    while i > start, let last = bytes[..<i].last, ".,;:!?'*".utf8.contains(last) { i -= 1 }
    return i
  }

  func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7A }

  private func isSchemeByte(_ byte: UInt8) -> Bool {
    isLetter(byte) || (byte >= 0x30 && byte <= 0x39) || byte == 0x2B || byte == 0x2D || byte == 0x2E
  }
}
