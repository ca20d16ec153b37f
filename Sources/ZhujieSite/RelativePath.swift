import ZhujieText

/// The path of anything below some folder on disk, as the bytes the system gave: names of files that are not ours may
/// be anything but NUL and `/`.
struct RelativePath: Sendable {
  /// Ends with NUL, for the system.
  private let storage: [UInt8]

  init(_ path: SitePath) {
    storage = Array(path.string.utf8) + [0]
  }

  /// A name that is written in this program.
  init(_ name: StaticString) {
    storage = name.withUTF8Buffer { Array($0) } + [0]
  }

  /// One name with a number behind it.
  init(_ name: StaticString, _ number: UInt64) {
    let text = ByteSink.array(capacity: 64) { path in
      path.append(literal: name)
      path.append(UInt8(ascii: "-"))
      path.append(decimal: number)
    }
    self.init(storage: text + [0])
  }

  private init(storage: [UInt8]) {
    self.storage = storage
  }

  /// The folder itself, to which names can be appended.
  static let top = RelativePath(storage: [0])

  var isTop: Bool { storage.count == 1 }

  var bytes: ArraySlice<UInt8> { storage.dropLast() }

  /// The path as text, for messages; bytes that are not UTF-8 show as U+FFFD.
  var string: String { String(decoding: bytes, as: UTF8.self) }

  func withCString<Result>(_ body: (UnsafePointer<CChar>) -> Result) -> Result {
    // The folder itself is `.` to the system.
    let spelling = isTop ? [UInt8(ascii: "."), 0] : storage
    return spelling.withUnsafeBufferPointer { buffer in
      buffer.withMemoryRebound(to: CChar.self) { chars in
        guard let start = chars.baseAddress else { return body("") }
        return body(start)
      }
    }
  }

  func appending(_ name: UnsafeBufferPointer<UInt8>) -> RelativePath {
    var storage: [UInt8] = []
    storage.reserveCapacity(self.storage.count + name.count + 1)
    if !isTop {
      storage += bytes
      storage.append(0x2F)
    }
    storage += name
    storage.append(0)
    return RelativePath(storage: storage)
  }

  func appending(suffix: StaticString) -> RelativePath {
    RelativePath(storage: bytes + suffix.withUTF8Buffer { Array($0) } + [0])
  }

  /// The name beside it that a file has while it is written: our readers pass over names that start with a dot.
  var hidden: RelativePath { RelativePath(storage: Array(".zhujie-".utf8) + storage) }

  /// The folder that holds it; nil for what lies at the top.
  var parent: RelativePath? {
    guard let slash = bytes.lastIndex(of: 0x2F) else { return nil }
    return RelativePath(storage: storage[..<slash] + [0])
  }

  /// The last part.
  var name: RelativePath {
    guard let slash = bytes.lastIndex(of: 0x2F) else { return self }
    return RelativePath(storage: Array(storage[(slash + 1)...]))
  }

  /// The folders that hold it, innermost first.
  var ancestors: [RelativePath] {
    var result: [RelativePath] = []
    var path = self
    while let parent = path.parent {
      result.append(parent)
      path = parent
    }
    return result
  }
}

extension RelativePath: Hashable, Comparable {
  func hash(into hasher: inout Hasher) {
    storage.withUnsafeBytes { hasher.combine(bytes: $0) }
  }

  static func < (a: Self, b: Self) -> Bool { a.bytes.lexicographicallyPrecedes(b.bytes) }
}
