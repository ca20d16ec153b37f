import ZhujiePages
import ZhujieSearch
import ZhujieSite

/// Makes the files of a site's search: terms by parts on every core, joined into one index, and what stands by itself. Of the
/// latter what would come out as the last build left it is kept.
struct SearchStage: Sendable {
  let files: SearchFiles
  /// Nil where nobody knows what the inputs are.
  let digests: PageDigests?
  let earlier: KeptPages
  let sink: any SiteStore

  /// Adds what was made and kept of the files that have a digest. Throws the first failure to write.
  func run(jobs workers: Int, into known: inout KeptPages) async throws(WriteError) {
    let files = files
    let segments = await ParallelMap.map(files.parts, jobs: workers) { files.segment($0) }
    var failure: WriteError?
    files.writeIndex(segments) { path, contents in
      if failure == nil { failure = Self.add(path, contents, to: sink) }
    }
    if let failure { throw failure }
    for result in await ParallelMap.map(files.jobs, jobs: workers, { self.file($0) }) {
      switch result {
      case .failure(let error): throw error
      case .success(let page):
        if let page { known.add(page.1, at: page.0) }
      }
    }
  }

  /// Nil for what has no digest.
  private func file(_ job: SearchFiles.Job) -> Result<(String, KeptPages.Page)?, WriteError> {
    let path = files.path(of: job)
    let digest = digests.flatMap { files.digest(of: job, $0) }
    if let digest, let page = earlier[path], page.digest == digest, let count = page.byteCounts.first,
      let kept = SitePath(path), sink.keep([(kept, count)])
    {
      return .success((path, page))
    }
    let contents = files.contents(of: job)
    if let failure = Self.add(path, contents, to: sink) { return .failure(failure) }
    return .success(digest.map { (path, KeptPages.Page(digest: $0, byteCounts: [contents.count])) })
  }

  /// The same files, one after the other.
  static func files(_ files: SearchFiles) -> [SiteFile] {
    var made: [SiteFile] = []
    func add(_ path: String, _ contents: [UInt8]) {
      if let path = SitePath(path) { made.append(SiteFile(path: path, contents: contents)) }
    }
    files.writeIndex(files.parts.map(files.segment), write: add)
    for job in files.jobs { add(files.path(of: job), files.contents(of: job)) }
    return made
  }

  private static func add(_ path: String, _ contents: [UInt8], to sink: any SiteSink) -> WriteError?
  {
    guard let sitePath = SitePath(path) else { return .system(.write, path: path, errno: 0) }
    do throws(WriteError) {
      try sink.add(SiteFile(path: sitePath, contents: contents))
      return nil
    } catch {
      return error
    }
  }
}
