import Glibc

/// What is known of a site that stands in a folder, besides its pages.
package enum SiteRecords {
  /// Whether a folder holds a site that this program wrote.
  package static func isSite(_ folder: String) -> Bool {
    guard let site = try? Folder.open(folder) else { return false }
    return site.status(Manifest.name) != nil
  }

  /// Whether there is a record of what the site says.
  package static func hasReport(in folder: String) -> Bool {
    guard let site = try? Folder.open(folder) else { return false }
    return site.status(RelativePath(SitePath.report)) != nil
  }

  /// The record of what the site says; nil where none was written, or one that nothing could be compared with.
  package static func report(in folder: String) throws(WriteError) -> [UInt8]? {
    do {
      return try Folder.open(folder)?.contents(RelativePath(SitePath.report), atMost: Folder.largestRecord)
    } catch .system(.read, _, EFBIG) {
      return nil
    }
  }
}
