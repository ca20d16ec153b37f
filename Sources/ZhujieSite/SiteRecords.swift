import Glibc

/// What is known of a site that stands in a folder, besides its pages.
public enum SiteRecords {
  /// Whether a folder holds a site that this program wrote.
  public static func isSite(_ folder: String) -> Bool {
    guard let site = try? Folder.open(folder) else { return false }
    return site.status(Manifest.name) != nil
  }

  /// The record of what the site says; nil where none was written, or one that nothing could be compared with.
  public static func report(in folder: String) throws(WriteError) -> [UInt8]? { try record(.report, in: folder) }

  /// What was found in the sources of the site; nil where none was written.
  public static func annotations(in folder: String) -> [UInt8]? { (try? record(.annotations, in: folder)) ?? nil }

  private static func record(_ path: SitePath, in folder: String) throws(WriteError) -> [UInt8]? {
    do {
      return try Folder.open(folder)?.contents(RelativePath(path), atMost: Folder.largestRecord)
    } catch .system(.read, _, EFBIG) {
      return nil
    }
  }
}
