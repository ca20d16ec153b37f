import Glibc

/// The C library's converter between encodings.
enum Iconv {
  /// `bytes` in the named encoding as UTF-8, or nil where one of them is not valid in it or the C
  /// library does not know it.
  static func utf8(_ bytes: [UInt8], from encoding: String) -> [UInt8]? {
    guard let converter = iconv_open("UTF-8", encoding), converter != iconv_t(bitPattern: -1) else {
      return nil
    }
    defer { iconv_close(converter) }
    var input = bytes.map { CChar(bitPattern: $0) }
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count * 2)
    var chunk = [CChar](repeating: 0, count: 1 << 16)
    return input.withUnsafeMutableBufferPointer { source -> [UInt8]? in
      var next = source.baseAddress
      var left = source.count
      var isFlushing = false
      while true {
        var outcome = 0
        var reason: Int32 = 0
        let written = chunk.withUnsafeMutableBufferPointer { target -> Int in
          var end = target.baseAddress
          var room = target.count
          outcome =
            isFlushing
            ? iconv(converter, nil, nil, &end, &room)
            : iconv(converter, &next, &left, &end, &room)
          reason = errno
          return target.count - room
        }
        result.append(contentsOf: chunk[..<written].lazy.map { UInt8(bitPattern: $0) })
        if outcome == -1 {
          guard reason == E2BIG else { return nil }
        } else if isFlushing {
          return result
        } else {
          isFlushing = true
        }
      }
    }
  }
}
