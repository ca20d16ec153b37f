internal import ZhujieText

/// How far what stands around a slash goes, so that a run of very many slashes is not walked through from each of them.
struct SlashRun {
  private var last = 0
  private var walks = 0

  /// What `walk` says of a slash; of one deep inside a run that was walked often, what it said last.
  mutating func end(from slash: Int, _ walk: () -> Int) -> Int {
    walks = slash < last ? walks + 1 : 0
    if walks < 64 { last = walk() }
    return last
  }
}

/// Names of files with the folders they lie in. 他/她 has a slash too, so that one alone makes no path.
extension Protection {
  /// `/data/图片/a.png`, `./图片`, `../`, `~/图片`, `src/图片/a.png` and `图片/a.png`, recognised at the first slash.
  func filePath(
    _ bytes: UnsafeBufferPointer<UInt8>,
    slash: Int,
    _ start: Int,
    _ end: Int,
    _ run: inout SlashRun
  ) -> Range<Int>? {
    guard slash + 1 < end, bytes[slash + 1] > 0x20, bytes[slash + 1] != 0x2F else { return nil }
    var lower = slash
    while lower > start, isNameByte(bytes[lower - 1]) { lower -= 1 }
    let name = bytes[lower..<slash]
    let upper = run.end(from: slash) { endOfAddress(bytes, slash, end) }
    if name.elementsEqual([0x2E]) || name.elementsEqual([0x2E, 0x2E]) || name.elementsEqual([0x7E])
    {
      return isBorder(bytes, lower, start) ? lower..<upper : nil
    }
    if name.isEmpty, isBorder(bytes, slash, start) {
      let isDeep = upper > slash + 1 && bytes[slash + 1..<upper].contains(0x2F)
      return isDeep || hasExtension(bytes, slash, upper) ? slash..<upper : nil
    }
    guard hasExtension(bytes, slash, upper) else { return nil }
    if isBorder(bytes, lower, start) || !name.isEmpty { return lower..<upper }
    // A folder with a Chinese name, where it is clear at which character that begins.
    var count = 0
    while lower > start, count <= Self.longestFolder {
      let (scalar, length) = bytes.scalar(before: lower)
      guard isHan(scalar) else { break }
      lower -= length
      count += 1
    }
    return (count <= Self.longestFolder && isBorder(bytes, lower, start) ? lower : slash)..<upper
  }

  /// More Han characters than these before a slash are not the name of a folder alone.
  private static let longestFolder = 4

  /// `C:\图片\a.png` and `C:/图片`.
  func drivePath(_ bytes: UnsafeBufferPointer<UInt8>, colon: Int, _ start: Int, _ end: Int)
    -> Range<Int>?
  {
    guard colon > start, colon + 2 < end, isLetter(bytes[colon - 1]),
      bytes[colon + 1] == 0x5C || bytes[colon + 1] == 0x2F, bytes[colon + 2] > 0x20,
      isBorder(bytes, colon - 1, start)
    else { return nil }
    return colon - 1..<endOfAddress(bytes, colon + 1, end)
  }

  private func isNameByte(_ byte: UInt8) -> Bool {
    isLetter(byte) || (byte >= 0x30 && byte <= 0x39) || ".-_~+@".utf8.contains(byte)
  }

  /// Whether no word reaches over an offset from before it.
  private func isBorder(_ bytes: UnsafeBufferPointer<UInt8>, _ offset: Int, _ start: Int) -> Bool {
    guard offset > start else { return true }
    let (scalar, _) = bytes.scalar(before: offset)
    return !isHan(scalar) && !ScalarClass.isAlphanumeric(scalar) && scalar != 0x2F
  }

  /// Whether the last name in a range ends as `a.png` does.
  private func hasExtension(_ bytes: UnsafeBufferPointer<UInt8>, _ lower: Int, _ upper: Int) -> Bool
  {
    var i = upper
    while i > lower, upper - i < 6,
      (bytes[i - 1] >= 0x61 && bytes[i - 1] <= 0x7A)
        || (bytes[i - 1] >= 0x30 && bytes[i - 1] <= 0x39)
    {
      i -= 1
    }
    return i < upper && i > lower + 1 && bytes[i - 1] == 0x2E && bytes[i - 2] != 0x2F
      && bytes[i..<upper].contains { $0 >= 0x61 }
  }
}
