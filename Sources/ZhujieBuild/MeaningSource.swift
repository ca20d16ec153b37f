import Glibc
public import ZhujieMeaning
import ZhujieSite

/// Where what a project says can be read: from the record of a site, or from its seeds.
public enum MeaningSource {
  /// What the site in a folder says, or the project in `seeds` where the folder holds no site.
  public static func record(
    of folder: String, orSeeds seeds: String, jobs: Int
  ) async throws(BuildError) -> MeaningRecord {
    let bytes: [UInt8]?
    do {
      bytes = try SiteRecords.report(in: folder)
    } catch {
      throw .write(error)
    }
    if let bytes {
      guard let record = MeaningRecord(bytes: bytes) else { throw .noRecord(folder: folder) }
      return record
    }
    if SiteRecords.isSite(folder) { throw .noRecord(folder: folder) }
    var status = stat()
    guard stat(seeds + "/sources", &status) == 0, status.st_mode & S_IFMT == S_IFDIR else {
      throw .neitherSiteNorSeeds(folder: folder)
    }
    return try await Pipeline.meaning(of: BuildSettings(seeds: seeds, jobs: jobs))
  }
}
