import Dispatch
import Glibc
import Synchronization
import ZhujieBuild
import ZhujieSite
import ZhujieText

extension Subject {
  /// A whole project, built in memory. The input is cut into files at bytes 0xFF, in the order of `names`.
  static func site(_ bytes: [UInt8]) {
    let parts = bytes.split(
      separator: 0xFF,
      maxSplits: names.count - 1,
      omittingEmptySubsequences: false
    )
    for (index, name) in names.enumerated() {
      write(index < parts.count ? Array(parts[index]) : [], to: seeds + "/" + name)
    }
    let settings = BuildSettings(seeds: seeds, jobs: 1)
    guard let site = waitFor({ try? await Pipeline.buildInMemory(settings).0 }) else { return }
    for path in site.paths where path.string.hasSuffix(".html") {
      guard let page = site[path], let fault = PageCheck.fault(in: page) else { continue }
      preconditionFailure("\(path): \(fault)")
    }
  }

  private static let names = [
    "sources/a.md", "zhujie.yml", "entities/people/lin-yuan.md",
    "entities/organizations/far-hill.md", "report/01-a.md", "figures.yml",
    "glossary.yml", "decisions.yml", "contradictions.yml", "sources/b.txt", "sources/a.en.md",
    "sources/b.yml",
  ]

  /// In memory where there is a disk of it; one for each process.
  private static let seeds: String = {
    var template = Array("/dev/shm/zhujie-fuzz-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else { preconditionFailure("no folder in /dev/shm") }
    let root = String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
    for folder in [
      "", "/sources", "/entities", "/entities/people", "/entities/organizations", "/report",
    ] {
      mkdir(root + "/seeds" + folder, 0o755)
    }
    return root + "/seeds"
  }()

  private static func write(_ bytes: [UInt8], to path: String) {
    guard !bytes.isEmpty else { return _ = unlink(path) }
    let file = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0o644)
    _ = bytes.withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
    close(file)
  }

  /// What a task comes to. The fuzzer's own thread has nothing else to do meanwhile.
  private static func waitFor<Value: Sendable>(_ work: @escaping @Sendable () async -> Value?)
    -> Value?
  {
    let outcome = Outcome<Value>()
    Task {
      let value = await work()
      outcome.value.withLock { $0 = value }
      outcome.done.signal()
    }
    outcome.done.wait()
    return outcome.value.withLock { $0 }
  }
}

private final class Outcome<Value: Sendable>: Sendable {
  let value = Mutex<Value?>(nil)
  let done = DispatchSemaphore(value: 0)
}
