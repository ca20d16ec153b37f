import ZhujiePages
import ZhujieSearch
import ZhujieSite

/// Makes the files of a site's search: terms by parts on every core, joined into one index, and what stands by itself.
enum SearchStage {
  /// The first failure to write, if any.
  static func write(_ files: SearchFiles, to sink: any SiteSink, jobs: Int) async -> WriteError? {
    let segments = await ParallelMap.map(files.parts, jobs: jobs) { files.segment($0) }
    var failure: WriteError?
    files.writeIndex(segments) { path, contents in
      if failure == nil { failure = add(path, contents, to: sink) }
    }
    if let failure { return failure }
    return await ParallelMap.map(files.jobs, jobs: jobs) { job -> WriteError? in
      let (path, contents) = files.file(job)
      return add(path, contents, to: sink)
    }.compactMap { $0 }.first
  }

  /// The same files, one after the other.
  static func files(_ files: SearchFiles) -> [SiteFile] {
    var made: [SiteFile] = []
    func add(_ path: String, _ contents: [UInt8]) {
      if let path = SitePath(path) { made.append(SiteFile(path: path, contents: contents)) }
    }
    files.writeIndex(files.parts.map(files.segment), write: add)
    for job in files.jobs {
      let (path, contents) = files.file(job)
      add(path, contents)
    }
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
