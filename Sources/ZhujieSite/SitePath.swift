import Glibc

/// The path of a file in the site, relative to its top, with `/` between its parts.
///
/// A value of this type can be published everywhere: on any file system, on any static host. It is never absolute,
/// never climbs, and is not one of the writer's own records.
public struct SitePath: Sendable, CustomStringConvertible {
  public let string: String

  /// Nil where `string` is not a path that can be published everywhere.
  ///
  /// Each part is 1 to 255 bytes of UTF-8, holds none of `< > : " | ? * \` and no control character, does not end in
  /// a dot or a space (so neither `.` nor `..`), and is no device name of Windows such as `con` or `lpt1.txt`. The
  /// first part does not start with `.zhujie`.
  public init?(_ string: String) {
    var string = string
    let isPublishable = string.withUTF8 { bytes -> Bool in
      guard bytes.count <= SitePathRules.longestPath else { return false }
      var start = 0
      while true {
        var end = start
        while end < bytes.count, bytes[end] != 0x2F { end += 1 }
        guard SitePathRules.isPublishableName(bytes[start..<end]) else { return false }
        if end == bytes.count { return true }
        start = end + 1
      }
    }
    guard isPublishable, !SitePathRules.isRecord(string) else { return nil }
    self.string = string
  }

  /// The record of what the site says, which is written as the pages are and found by the next build.
  public static let report = SitePath(record: ".zhujie-report.tsv")

  /// What was found in the sources, for the next build; written like the report.
  public static let annotations = SitePath(record: ".zhujie-annotations")

  /// The records that are files of the site like its pages.
  static let records = [report, annotations]

  private init(record: String) {
    string = record
  }

  public var description: String { string }

  /// The parts between the slashes.
  public var components: [Substring] { string.split(separator: "/") }

  /// The last part.
  public var fileName: Substring { components.last ?? "" }
}

// Two strings that differ in normalization are equal to Swift, yet two files to the disk.
extension SitePath: Hashable, Comparable {
  public static func == (a: Self, b: Self) -> Bool { order(a, b) == 0 }

  public func hash(into hasher: inout Hasher) {
    var string = string
    string.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
  }

  /// By bytes of UTF-8.
  public static func < (a: Self, b: Self) -> Bool { order(a, b) < 0 }

  /// Below, at or above 0 where `a` comes before, with or after `b`.
  private static func order(_ a: Self, _ b: Self) -> Int {
    // Native strings lend their bytes without being counted.
    a.string.utf8.withContiguousStorageIfAvailable { a in
      b.string.utf8.withContiguousStorageIfAvailable { b in
        // Neither is empty, so both have an address.
        guard let x = a.baseAddress, let y = b.baseAddress else { return a.count - b.count }
        let order = Int(memcmp(x, y, min(a.count, b.count)))
        return order == 0 ? a.count - b.count : order
      }
    }.flatMap(\.self) ?? (a.string.utf8.lexicographicallyPrecedes(b.string.utf8) ? -1 : a.string.utf8.elementsEqual(b.string.utf8) ? 0 : 1)
  }
}

/// What file systems and hosts ask of the name of a file that is to live on all of them.
enum SitePathRules {
  /// PATH_MAX on Linux is 4,096 with the folder that the site lies in.
  static let longestPath = 3_000
  static let longestName = 255

  /// Whether one part of a path may be published.
  static func isPublishableName(_ name: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    guard let last = name.last, name.count <= longestName else { return false }
    guard last != UInt8(ascii: "."), last != UInt8(ascii: " ") else { return false }
    var previous: UInt8 = 0
    for byte in name {
      switch byte {
      case 0..<0x20, 0x7F: return false
      case UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: ":"), UInt8(ascii: "\""): return false
      case UInt8(ascii: "|"), UInt8(ascii: "?"), UInt8(ascii: "*"), UInt8(ascii: "\\"): return false
      // U+0080 to U+009F, the control characters of ISO 6429.
      case 0x80...0x9F where previous == 0xC2: return false
      default: previous = byte
      }
    }
    return !isDeviceName(name)
  }

  /// Device names count with any extension, in any case, and with spaces before the extension.
  private static func isDeviceName(_ name: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    // Of the other letters none begins such a name.
    guard name.count >= 3, let first = name.first, "cpanlCPANL".utf8.contains(first) else { return false }
    var stem = Array(name.prefix { $0 != UInt8(ascii: ".") })
    while stem.last == UInt8(ascii: " ") { stem.removeLast() }
    guard (3...7).contains(stem.count) else { return false }
    let folded = String(decoding: stem, as: UTF8.self).lowercased()
    if ["con", "prn", "aux", "nul", "conin$", "conout$"].contains(folded) { return true }
    guard folded.hasPrefix("com") || folded.hasPrefix("lpt") else { return false }
    return ["0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "¹", "²", "³"].contains(
      folded.dropFirst(3)
    )
  }

  /// Whether a path names one of the writer's own records.
  static func isRecord(_ path: String) -> Bool {
    path.prefix(7).lowercased() == ".zhujie"
  }
}
