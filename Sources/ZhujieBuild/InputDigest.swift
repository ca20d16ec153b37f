import ZhujieInput
import ZhujiePages
import ZhujieText

/// What a site is made from, as a number: every file that a build may read, and what it is told.
struct InputDigest {
  /// Two streams of 64 bits that mix differently. Equal digests of different inputs are not a thing to expect.
  private var low: UInt64 = 0x243F_6A88_85A3_08D3
  private var high: UInt64 = 0x1319_8A2E_0370_7344

  /// Nil where something cannot be read; the build will say what.
  init?(of settings: BuildSettings) {
    add(settings.baseURL ?? "\0")
    add(String(settings.selection.rawValue))
    let templates = settings.templates ?? ThemeReader.folderBeside(settings.seeds)
    add(templates == nil ? "" : "templates")
    for folder in [settings.seeds, templates].compactMap({ $0 }) {
      // A file that is told here was not read, and a build with higher limits may read it.
      guard let found = try? FileTree.files(in: folder), found.diagnostics.isEmpty else { return nil }
      for file in found.files {
        add(file.path.string)
        add(file.bytes)
      }
    }
  }

  var text: String { String(low, radix: 16) + "-" + String(high, radix: 16) }

  private mutating func add(_ text: String) {
    var text = text
    text.withUTF8 { add(UnsafeRawBufferPointer($0)) }
  }

  private mutating func add(_ bytes: [UInt8]) {
    bytes.withUnsafeBytes { add($0) }
  }

  private mutating func add(_ bytes: UnsafeRawBufferPointer) {
    mix(UInt64(bytes.count))
    var offset = 0
    while offset &+ 8 <= bytes.count {
      mix(UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self)))
      offset &+= 8
    }
    var rest: UInt64 = 0
    while offset < bytes.count {
      rest = rest << 8 | UInt64(bytes[offset])
      offset &+= 1
    }
    mix(rest)
  }

  private mutating func mix(_ word: UInt64) {
    low = (low ^ word) &* 0x9E37_79B9_7F4A_7C15
    low ^= low >> 29
    high = (high &+ word) &* 0xD6E8_FEB8_6659_FD93
    high ^= high >> 32
  }
}
