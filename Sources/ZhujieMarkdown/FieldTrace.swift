internal import ZhujieText

/// Finds the characters of a front matter's value in the file, where YAML may have quoted, escaped
/// or folded them.
enum FieldTrace {
  static func match(_ field: TextField, in file: SourceFile, at text: Int, _ note: (Match) -> Void)
  {
    let value = Array(field.value.utf8)
    let end = min(field.span.upperBound, file.text.count)
    file.text.bytes.withUnsafeBufferPointer { bytes in
      value.withUnsafeBufferPointer { value in
        var v = 0
        var f = min(field.span.lowerBound, end)
        while v < value.count, f < end {
          let (scalar, length) = UTF8Scan.scalar(at: v, in: value)
          if isEqual(value, v, bytes, f, length, end) {
            note(
              Match(
                text: Int32(text + v),
                textCount: Int32(length),
                file: Int32(f),
                fileCount: Int32(length),
                isExact: true
              )
            )
            v += length
            f += length
          } else if bytes[f] == 0x5C {
            let count = escapeLength(bytes, f, end)
            note(
              Match(
                text: Int32(text + v),
                textCount: Int32(length),
                file: Int32(f),
                fileCount: Int32(count),
                isExact: false
              )
            )
            v += length
            f += count
          } else if scalar == 0x20, isSpace(bytes[f]) {
            var stop = f
            while stop < end, isSpace(bytes[stop]) { stop += 1 }
            note(
              Match(
                text: Int32(text + v),
                textCount: Int32(length),
                file: Int32(f),
                fileCount: Int32(stop - f),
                isExact: false
              )
            )
            v += length
            f = stop
          } else {
            // A quote, an indentation, an indicator of a block: nothing the value shows.
            f += UTF8Scan.scalar(at: f, in: bytes).length
          }
        }
      }
    }
  }

  private static func isEqual(
    _ a: UnsafeBufferPointer<UInt8>,
    _ i: Int,
    _ b: UnsafeBufferPointer<UInt8>,
    _ j: Int,
    _ count: Int,
    _ end: Int
  ) -> Bool {
    guard j + count <= end else { return false }
    return (0..<count).allSatisfy { a[i + $0] == b[j + $0] }
  }

  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D
  }

  /// The length of an escape of a double-quoted scalar (YAML 1.2, 5.7).
  private static func escapeLength(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int)
    -> Int
  {
    guard start + 1 < end else { return 1 }
    let count =
      switch bytes[start + 1] {
      case 0x78: 4
      case 0x75: 6
      case 0x55: 10
      default: 1 + UTF8Scan.scalar(at: start + 1, in: bytes).length
      }
    return min(count, end - start)
  }
}
