import Glibc

/// What the last build left word of in its output, for as long as the output is what that build left.
///
/// The record is written last, so whatever was changed afterwards has a later time of change than the record has. Which
/// program wrote it is kept as the record's own time of modification: its bytes are the same wherever the same site is built.
public enum BuildRecord {
  static let name = RelativePath(".zhujie-record")
  private static let header = "zhujie-record 1"

  /// What this program wrote for this output; nil where there is nothing, where it is damaged, and where any file of the
  /// site is missing or was changed since.
  public static func read(output path: String) -> IntactSite? {
    guard let program, let output = folder(path), let record = output.status(name), isSame(record.st_mtim, program),
      let bytes = try? output.contents(name, atMost: Folder.largestRecord), let parts = parse(bytes),
      let manifest = try? Manifest.read(in: output),
      parts.site == digest(of: manifest, in: output, before: record)
    else { return nil }
    return IntactSite(record: parts.body, manifest: manifest, changed: record.st_ctim)
  }

  /// Whether no build has changed an output since a site in it was found intact.
  static func stands(_ site: IntactSite?, in output: Folder?) -> Bool {
    guard let site, let record = output?.status(name) else { return false }
    return isSame(record.st_ctim, site.changed)
  }

  /// Leaves word in an output where these files stand, in the order of the manifest. What cannot be written is not: the next
  /// build does its work again.
  static func write(_ body: [UInt8], of manifest: Manifest, _ files: [MeasuredFile], in output: String) {
    guard let program, let output = folder(output) else { return }
    var site = SiteDigest()
    site.add(Manifest.name.bytes, byteCount: manifest.bytes.count)
    for file in files { site.add(file.path.string.utf8, byteCount: file.byteCount) }
    let head = "\(header)\n\(String(site.value, radix: 16))\n\(String(ByteHash.of(body), radix: 16))\n"
    guard (try? output.write(Array(head.utf8) + body, to: name)) != nil else { return }
    let times = [program, program]
    _ = name.withCString { utimensat(output.descriptor, $0, times, AT_SYMLINK_NOFOLLOW) }
  }

  /// Forgets the last build, before the output is changed.
  static func remove(from output: Folder?) throws(WriteError) {
    try output?.removeFile(name)
  }

  private static func folder(_ path: String) -> Folder? {
    guard let resolved = try? OutputPath.resolve(path) else { return nil }
    return try? Folder.open(resolved)
  }

  /// A time that stands for the program that runs: when it was written, and how long it is.
  private static var program: timespec? {
    var status = stat()
    guard stat("/proc/self/exe", &status) == 0 else { return nil }
    return timespec(
      tv_sec: status.st_mtim.tv_sec,
      tv_nsec: (status.st_mtim.tv_nsec &+ Int(status.st_size) % 1_000_000_000) % 1_000_000_000)
  }

  private static func parse(_ bytes: [UInt8]) -> (site: UInt64, body: [UInt8])? {
    let lines = bytes.split(separator: 0x0A, maxSplits: 3, omittingEmptySubsequences: false)
    guard lines.count == 4, lines[0].elementsEqual(header.utf8),
      let site = UInt64(String(decoding: lines[1], as: UTF8.self), radix: 16),
      let own = UInt64(String(decoding: lines[2], as: UTF8.self), radix: 16), own == ByteHash.of(lines[3])
    else { return nil }
    return (site, Array(lines[3]))
  }

  /// The digest of the site as it stands; nil where a file is missing or was changed after `record`.
  private static func digest(of manifest: Manifest, in output: Folder, before record: stat) -> UInt64? {
    var site = SiteDigest()
    for relative in [Manifest.name] + manifest.paths.map(RelativePath.init) {
      guard let status = output.status(relative), status.isFile, !isLater(status.st_ctim, than: record.st_ctim) else {
        return nil
      }
      site.add(relative.bytes, byteCount: Int(status.st_size))
    }
    return site.value
  }

  private static func isLater(_ a: timespec, than b: timespec) -> Bool {
    (a.tv_sec, a.tv_nsec) > (b.tv_sec, b.tv_nsec)
  }

  private static func isSame(_ a: timespec, _ b: timespec) -> Bool {
    (a.tv_sec, a.tv_nsec) == (b.tv_sec, b.tv_nsec)
  }
}

/// A site whose files were, a moment ago, all as the last build left them.
public struct IntactSite: Sendable {
  /// What that build left word of.
  public let record: [UInt8]
  let manifest: Manifest
  /// When the record was written.
  fileprivate let changed: timespec
}

/// A digest of the names and lengths of all files of a site, the manifest first.
private struct SiteDigest {
  private var hash = ByteHash()

  mutating func add(_ path: some Sequence<UInt8>, byteCount: Int) {
    hash.add(path)
    withUnsafeBytes(of: UInt64(byteCount).littleEndian) { hash.add($0) }
  }

  var value: UInt64 { hash.value }
}
