import ZhujiePages
import ZhujieSite
import ZhujieText

/// Makes the pages of a site, one at a time on each worker, and hands each to the sink at once. A page that would come out as
/// the last build left it is kept.
struct PageStage: Sendable {
  let pages: SitePages
  /// Nil where nobody knows what the inputs are.
  let digests: PageDigests?
  let earlier: KeptPages
  let sink: any SiteStore
  let links: LinkCheck

  /// What was made and kept of the pages that have a digest. Throws the first failure to write.
  func run(jobs workers: Int, watch: StageWatch) async throws(WriteError) -> KeptPages {
    let groups = pages.jobGroups
    watch.begin(.writing, steps: groups.reduce(0) { $0 + $1.count })
    let results = await ParallelMap.map(groups, jobs: workers) { group in
      let shared = PageGroup()
      return group.map { job in
        defer { watch.step() }
        return self.page(job, in: shared)
      }
    }
    var known = KeptPages()
    for (job, result) in zip(groups.joined(), results.joined()) {
      switch result {
      case .failure(let error): throw error
      case .success(let page):
        if let page, let path = pages.paths(ofPage: job).first { known.add(page, at: path) }
      }
    }
    return known
  }

  /// Nil for what has no digest.
  private func page(_ job: SitePages.Job, in group: PageGroup) -> Result<KeptPages.Page?, WriteError> {
    let digest = digests.flatMap { pages.digest(of: job, $0) }
    let paths = pages.paths(ofPage: job)
    if let digest, let page = paths.first.flatMap({ earlier[$0] }), page.digest == digest, keep(paths, page) {
      return .success(page)
    }
    var byteCounts: [Int] = []
    for file in pages.files(job, in: group) {
      guard let path = SitePath(file.path) else { return .failure(.system(.write, path: file.path, errno: 0)) }
      let made = SiteFile(path: path, contents: file.contents)
      links.add(made)
      do throws(WriteError) {
        try sink.add(made)
      } catch {
        return .failure(error)
      }
      byteCounts.append(file.contents.count)
    }
    return .success(digest.map { KeptPages.Page(digest: $0, byteCounts: byteCounts) })
  }

  private func keep(_ paths: [String], _ page: KeptPages.Page) -> Bool {
    let files = paths.compactMap { SitePath($0) }
    guard files.count == page.byteCounts.count, sink.keep(zip(files, page.byteCounts).map { ($0, $1) }) else { return false }
    for file in files { links.keep(file) }
    return true
  }
}
