import ZhujieInput
import ZhujieSite
import ZhujieText

/// How the last build into an output went, so that one that would do the same again need not.
struct LastBuild {
  /// What it was made from.
  private let inputs: ContentDigest
  private let pageCount: Int
  private let mentionCount: Int
  private let fileCount: Int
  /// Without the lines they show.
  private let findings: [Diagnostic]
  private let seeds: String
  /// The pages that a later build may keep, by path.
  let pages: KeptPages
  /// What it left in the output.
  let site: IntactSite

  /// Nil where nothing is known, or the output is not what that build left.
  init?(in output: String, seeds: String) {
    guard let site = BuildRecord.read(output: output) else { return nil }
    self.site = site
    var reader = CompactReader(site.record)
    do {
      inputs = try reader.value()
      (pageCount, mentionCount, fileCount) = (try reader.natural(), try reader.natural(), try reader.natural())
      findings = try reader.array()
      pages = try reader.value()
    } catch {
      return nil
    }
    self.seeds = seeds
  }

  /// The outcome of building the same once more: what was said then is said again. Nil where the inputs are not what they
  /// were.
  func outcome(of inputs: ContentDigest) -> BuildOutcome? {
    guard self.inputs == inputs else { return nil }
    var files: [SourcePath: SourceFile?] = [:]
    let diagnostics = findings.map { finding in
      guard let location = finding.location, let position = location.position else { return finding }
      let excerpt = file(location.path, &files)?.line(position.line)
      return finding.moved(to: SourceLocation(path: location.path, position: position, excerpt: excerpt))
    }
    return BuildOutcome(
      diagnostics: diagnostics, pages: pageCount, mentions: mentionCount, written: 0, unchanged: fileCount, removed: 0)
  }

  /// What the next build is to know of this one; nil where a finding may quote what is `withheld`, for the output may be
  /// published. For the same reason the lines that findings show are left out: they may be of files that are not published.
  static func record(
    of outcome: BuildOutcome, inputs: ContentDigest, pages: KeptPages, withheld: Set<SourcePath>
  ) -> [UInt8]? {
    guard !outcome.diagnostics.contains(where: { $0.location.map { withheld.contains($0.path) } ?? false }) else {
      return nil
    }
    var writer = CompactWriter()
    writer.write(inputs)
    writer.write(outcome.pages)
    writer.write(outcome.mentions)
    writer.write(outcome.written + outcome.unchanged)
    writer.write(
      outcome.diagnostics.map { finding in
        finding.location.map { finding.moved(to: SourceLocation(path: $0.path, position: $0.position)) } ?? finding
      })
    writer.write(pages)
    return writer.bytes
  }

  private func file(_ path: SourcePath, _ files: inout [SourcePath: SourceFile?]) -> SourceFile? {
    if let known = files[path] { return known }
    let read = try? DocumentReader.file(at: seeds + "/" + path.string, shownAs: path, limits: InputLimits())
    files[path] = .some(read?.file)
    return read?.file
  }
}

extension Diagnostic {
  fileprivate func moved(to location: SourceLocation) -> Diagnostic {
    Diagnostic(severity, code, at: location, message)
  }
}
