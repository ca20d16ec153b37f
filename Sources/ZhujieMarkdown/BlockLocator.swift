internal import ZhujieText

/// Finds the inline source of blocks, as cmark collected it, again in the file.
///
/// cmark strips what belongs to containers from the front of each line, so a collected line is the
/// end of a line of the file; which line it is follows from the block's position and is checked
/// byte for byte.
struct BlockLocator {
  let file: UnsafeBufferPointer<UInt8>
  /// Where each line of the body starts in the file, and where the body ends.
  let lineStarts: [Int]
  let end: Int

  init(file: UnsafeBufferPointer<UInt8>, body: Range<Int>) {
    self.file = file
    end = body.upperBound
    var starts = [body.lowerBound]
    let text = UnsafeBufferPointer(rebasing: file[..<end])
    var i = body.lowerBound
    while let stop = ByteScan.first(0x0A, or: 0x0D, in: text, from: i) {
      i = stop + 1
      if i < end, file[stop] == 0x0A || file[i] != 0x0A { starts.append(i) }
    }
    lineStarts = starts
  }

  /// The bytes of a line from 1, without its end; empty for a line that does not exist.
  func line(_ number: Int) -> Range<Int> {
    guard number >= 1, number <= lineStarts.count else { return end..<end }
    let start = lineStarts[number - 1]
    var stop = number < lineStarts.count ? lineStarts[number] : end
    if stop > start, file[stop - 1] == 0x0A { stop -= 1 }
    if stop > start, file[stop - 1] == 0x0D { stop -= 1 }
    return start..<stop
  }

  /// Maps whole lines of a paragraph that starts at line `first` and ends at line `last`. Link
  /// definitions at its head are not in the source any more, so the count of lines is tried from
  /// the end first.
  func mapLines(
    _ source: UnsafeBufferPointer<UInt8>,
    first: Int,
    last: Int,
    unescapingPipes: Bool = false,
    into map: inout SourceMap
  ) -> Bool {
    var count = 0
    for byte in source where byte == 0x0A { count += 1 }
    if source.last != 0x0A { count += 1 }
    let fromEnd = last - count + 1
    if tryLines(source, at: first, unescapingPipes, into: &map) { return true }
    if fromEnd > first, tryLines(source, at: fromEnd, unescapingPipes, into: &map) { return true }
    var line = first + 1
    while line <= min(last, first + 10_000) {
      if tryLines(source, at: line, unescapingPipes, into: &map) { return true }
      line += 1
    }
    return false
  }

  private func tryLines(
    _ source: UnsafeBufferPointer<UInt8>,
    at first: Int,
    _ unescapingPipes: Bool,
    into map: inout SourceMap
  ) -> Bool {
    map.removeAll()
    var number = first
    var start = 0
    while start < source.count {
      let stop = ByteScan.first(0x0A, in: source, from: start) ?? source.count
      let line = line(number)
      if unescapingPipes {
        guard mapBackward(source, start..<stop, line, mustFill: false, into: &map) else {
          return false
        }
      } else {
        // A tab of which a container took a part comes back as spaces, so leading space is not
        // compared.
        var text = start
        while text < stop, source[text] == 0x20 || source[text] == 0x09 { text += 1 }
        let place = line.upperBound - (stop - text)
        guard place >= line.lowerBound, equal(source, text, place, stop - text) else {
          return false
        }
        if text > start {
          map.append(source: start, file: max(line.lowerBound, place - (text - start)))
        }
        map.append(source: text, file: place)
      }
      start = stop + 1
      number += 1
    }
    return true
  }

  /// Maps the text of a heading with `#`.
  func mapHeading(_ source: UnsafeBufferPointer<UInt8>, line number: Int, into map: inout SourceMap)
    -> Bool
  {
    map.removeAll()
    let line = line(number)
    var i = line.lowerBound
    while i < line.upperBound, file[i] != 0x23 { i += 1 }
    while i < line.upperBound, file[i] == 0x23 { i += 1 }
    while i < line.upperBound, file[i] == 0x20 || file[i] == 0x09 { i += 1 }
    guard source.count <= line.upperBound - i, equal(source, 0, i, source.count) else {
      return false
    }
    map.append(source: 0, file: i)
    return true
  }

  /// The places of a table row's cells in its line: one map a cell, empty for an empty one.
  func mapRow(_ cells: [UnsafeBufferPointer<UInt8>], line number: Int) -> [SourceMap]? {
    let line = line(number)
    // A pipe with a backslash before it does not divide (GFM 4.10).
    var segments: [Range<Int>] = []
    var start = line.lowerBound
    for i in line where file[i] == 0x7C && !(i > line.lowerBound && file[i - 1] == 0x5C) {
      segments.append(start..<i)
      start = i + 1
    }
    segments.append(start..<line.upperBound)
    // With a leading pipe the first segment holds only what belongs to containers.
    for skipped in [1, 0] {
      var maps: [SourceMap] = []
      for (i, cell) in cells.enumerated() {
        var map = SourceMap()
        let index = i + skipped
        if index < segments.count {
          guard mapBackward(cell, 0..<cell.count, segments[index], mustFill: index > 0, into: &map)
          else { break }
        } else if !cell.isEmpty {
          break
        }
        maps.append(map)
      }
      if maps.count == cells.count { return maps }
    }
    return nil
  }

  /// Maps a range of a source in which `\|` became `|`, from its end, onto a range of the file less
  /// its trailing space; with `mustFill` it must reach up to the leading space.
  private func mapBackward(
    _ source: UnsafeBufferPointer<UInt8>,
    _ part: Range<Int>,
    _ place: Range<Int>,
    mustFill: Bool,
    into map: inout SourceMap
  ) -> Bool {
    var i = place.upperBound
    if part.isEmpty || !Self.isSpace(source[part.upperBound - 1]) {
      while i > place.lowerBound, Self.isSpace(file[i - 1]) { i -= 1 }
    }
    var s = part.upperBound
    var starts: [(Int, Int)] = []
    while s > part.lowerBound {
      guard i > place.lowerBound, file[i - 1] == source[s - 1] else { return false }
      i -= 1
      s -= 1
      if file[i] == 0x7C, i > place.lowerBound, file[i - 1] == 0x5C {
        starts.append((s, i))
        i -= 1
      }
    }
    if mustFill {
      var k = i
      while k > place.lowerBound, Self.isSpace(file[k - 1]) { k -= 1 }
      guard k == place.lowerBound else { return false }
    }
    if starts.last?.0 != part.lowerBound { starts.append((part.lowerBound, i)) }
    for (source, file) in starts.reversed() { map.append(source: source, file: file) }
    return true
  }

  private func equal(_ source: UnsafeBufferPointer<UInt8>, _ start: Int, _ place: Int, _ count: Int)
    -> Bool
  {
    guard place >= 0 else { return false }
    return ByteScan.areEqual(
      UnsafeBufferPointer(rebasing: source[start..<start + count]), UnsafeBufferPointer(rebasing: file[place..<place + count]))
  }

  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || (byte >= 0x09 && byte <= 0x0D)
  }
}
