internal import ZhujieText

/// Makes the same flat value out of a bare text as a parse makes out of Markdown. Nothing in it is
/// markup.
enum PlainCopier {
  static func copy(_ file: SourceFile, blocks: [PlainBlock]) -> Flat {
    var flat = Flat()
    file.text.bytes.withUnsafeBufferPointer { bytes in
      for block in blocks.sorted(by: { $0.span < $1.span }) {
        append(block, bytes, to: &flat)
      }
    }
    return flat
  }

  private static func append(
    _ block: PlainBlock,
    _ bytes: UnsafeBufferPointer<UInt8>,
    to flat: inout Flat
  ) {
    let start = flat.text.count
    let matchStart = flat.matches.count
    let opaqueStart = flat.opaque.count
    var opening = Event(kind: .paragraph, phase: .enter)
    if case .heading(let level) = block.role {
      opening.kind = .heading
      opening.number = Int32(clamping: min(max(level, 1), 6))
    } else if block.role == .title {
      opening.kind = .heading
      opening.number = 1
    } else {
      opening.number = Int32(flat.blocks.count)
    }
    opening.use = Int32(flat.blocks.count)
    opening.readingStart = Int32(start)
    let openingIndex = flat.events.count
    flat.events.append(opening)

    let end = min(block.span.upperBound, bytes.count)
    var i = min(block.span.lowerBound, end)
    var file = i
    var isFirst = true
    while i < end {
      var stop = i
      while stop < end, bytes[stop] != 0x0A, bytes[stop] != 0x0D { stop += 1 }
      let line = trimmed(i..<stop, bytes)
      if !line.isEmpty {
        if isFirst {
          file = line.lowerBound
        } else if !HanJoin.joins(flat.text[start...], ArraySlice(bytes[line])) {
          var space = Event(kind: .softBreak, phase: .leaf)
          space.readingStart = Int32(flat.text.count)
          flat.text.append(0x20)
          space.readingEnd = Int32(flat.text.count)
          flat.events.append(space)
        }
        isFirst = false
        let from = Int32(flat.text.count)
        flat.text.append(contentsOf: bytes[line])
        flat.note(
          Match(
            text: from,
            textCount: Int32(line.count),
            file: Int32(line.lowerBound),
            fileCount: Int32(line.count),
            isExact: true
          )
        )
        if flat.events.count - 1 > openingIndex, flat.events[flat.events.count - 1].kind == .text {
          flat.events[flat.events.count - 1].readingEnd = Int32(flat.text.count)
        } else {
          var text = Event(kind: .text, phase: .leaf)
          text.readingStart = from
          text.readingEnd = Int32(flat.text.count)
          flat.events.append(text)
        }
      }
      i = stop + 1
    }
    let textEnd = flat.text.count
    BareAddress.find(in: flat.text[start..<textEnd], into: &flat.opaque)
    flat.events[openingIndex].readingEnd = Int32(textEnd)
    flat.events[openingIndex].file = Int32(clamping: file)
    let inner = openingIndex + 1..<flat.events.count
    var closing = flat.events[openingIndex]
    closing.phase = .exit
    closing.readingStart = Int32(textEnd)
    flat.events.append(closing)
    flat.text.append(0x0A)
    var result = FlatBlock(
      kind: opening.kind,
      level: opening.number,
      isInFootnote: block.role == .footnote,
      text: Int32(start)..<Int32(textEnd),
      events: inner,
      matches: matchStart..<flat.matches.count,
      opaque: opaqueStart..<flat.opaque.count,
      file: file
    )
    result.role = block.role
    flat.blocks.append(result)
  }

  /// A line without the white space around it, the ideographic space of an indentation included.
  private static func trimmed(_ line: Range<Int>, _ bytes: UnsafeBufferPointer<UInt8>) -> Range<Int>
  {
    var lower = line.lowerBound
    var upper = line.upperBound
    while lower < upper {
      let (value, length) = UTF8Scan.scalar(at: lower, in: bytes)
      guard ScalarClass.isSpace(value) else { break }
      lower += length
    }
    while lower < upper {
      let (value, length) = UTF8Scan.scalar(before: upper, in: bytes)
      guard ScalarClass.isSpace(value) else { break }
      upper -= length
    }
    return lower..<upper
  }
}

/// Addresses written without any markup: `https://example.com/a`, `www.example.com`.
enum BareAddress {
  static func find(in text: ArraySlice<UInt8>, into opaque: inout [Range<Int32>]) {
    text.withUnsafeBufferPointer { bytes in
      var i = 0
      while i < bytes.count {
        guard let length = start(at: i, bytes), i == 0 || !isWord(bytes[i - 1]) else {
          i += 1
          continue
        }
        var end = i + length
        while end < bytes.count, bytes[end] > 0x20, bytes[end] < 0x7F, bytes[end] != 0x3C,
          bytes[end] != 0x22
        { end += 1 }
        while end > i + length, isTrailing(bytes[end - 1]) { end -= 1 }
        if end > i + length {
          opaque.append(Int32(text.startIndex + i)..<Int32(text.startIndex + end))
          i = end
        } else {
          i += length
        }
      }
    }
  }

  private static func start(at i: Int, _ bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    guard bytes[i] == 0x68 || bytes[i] == 0x77 || bytes[i] == 0x48 || bytes[i] == 0x57 else {
      return nil
    }
    for prefix: StaticString in ["https://", "http://", "www."] {
      let matches = prefix.withUTF8Buffer { wanted in
        i + wanted.count <= bytes.count
          && wanted.indices.allSatisfy { bytes[i + $0] | 0x20 == wanted[$0] | 0x20 }
      }
      if matches { return prefix.utf8CodeUnitCount }
    }
    return nil
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    (byte >= 0x30 && byte <= 0x39) || (byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A)
  }

  private static func isTrailing(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x21, 0x27, 0x29, 0x2A, 0x2C, 0x2E, 0x3A, 0x3B, 0x3F, 0x5F, 0x7E: true
    default: false
    }
  }
}
