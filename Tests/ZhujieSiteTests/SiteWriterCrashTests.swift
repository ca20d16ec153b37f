import Glibc
import ProbeSites
import TestSupport
import Testing
import ZhujieText

@testable import ZhujieSite

@Suite("A writer among others and at its end", .serialized)
struct SiteWriterCrashTests {
  let folder: TemporaryFolder
  let output: String
  let files = 80

  init() throws {
    folder = try TemporaryFolder()
    output = folder.path + "/site"
  }

  func build(version: Int) throws {
    let (code, said) = try Probe(output: output, version: version, files: files).finish()
    try #require(code == 0, "\(said)")
  }

  @Test(
    "killed at 200 random moments, a build leaves the old or the new site, and the next succeeds"
  )
  func killed() throws {
    var random = SeededGenerator(seed: 41)
    let clock = ContinuousClock()
    try build(version: 0)
    let foreign = ["CNAME": "example.org\n", "zh/3/notes.txt": "mine\n", "own/deep/x": "x\n"]
    for (path, text) in foreign { try folder.write(["site/" + path: text]) }
    // In microseconds; measured again and again, for the machine may get slower meanwhile.
    var longest = try clock.measure { try build(version: 1) } / .microseconds(1)

    var standing = 1
    var (kills, replaced) = (0, 0)
    for moment in 0..<200 {
      let next = standing + 1
      let probe = try Probe(output: output, version: next, files: files)
      usleep(UInt32.random(in: 0...UInt32(longest * 1.2), using: &random))
      probe.killNow()
      if try probe.finish().code == nil { kills += 1 }
      let found = try ProbeSite.found(output)
      let isNew = found == ProbeSite.expected(version: next, files: files, and: foreign)
      let isOld = found == ProbeSite.expected(version: standing, files: files, and: foreign)
      try #require(isOld || isNew, "moment \(moment): neither the old site nor the new one")
      if isNew { (standing, replaced) = (next, replaced + 1) }
      if moment.isMultiple(of: 4) {
        standing += 1
        longest = try clock.measure { try build(version: standing) } / .microseconds(1)
        #expect(
          try ProbeSite.found(output)
            == ProbeSite.expected(version: standing, files: files, and: foreign)
        )
        let left = try folder.files().filter { !$0.hasPrefix("site/") }
        #expect(left == [], "the next build removes what the killed one left")
      }
    }
    #expect(kills > 20, "the moments lie within the build")
    #expect(
      replaced > 5 && replaced < 195,
      "the moments lie on both sides of the exchange: \(replaced)"
    )
  }

  @Test("the first build, killed, leaves no site or the whole of it")
  func firstKilled() throws {
    var random = SeededGenerator(seed: 42)
    for _ in 0..<30 {
      let probe = try Probe(output: output, version: 0, files: files)
      usleep(UInt32.random(in: 0...40_000, using: &random))
      probe.killNow()
      _ = try probe.finish()
      if folder.exists("site") {
        #expect(try ProbeSite.found(output) == ProbeSite.expected(version: 0, files: files))
        try build(version: 1)
        let removed = rename(output, folder.path + "/site-\(random.next())")
        #expect(removed == 0)
      }
    }
    try build(version: 2)
    #expect(try ProbeSite.found(output) == ProbeSite.expected(version: 2, files: files))
  }

  @Test(
    "killed while it writes in place, a build leaves whole pages, and the next one completes it"
  )
  func killedInPlace() throws {
    var random = SeededGenerator(seed: 43)
    try build(version: 0)
    // A folder that many share is not exchanged.
    chmod(output, 0o1777)
    try folder.write(["site/own/x": "mine"])
    let known = (0...40).map { version in
      ProbeSite.expected(version: version, files: files, and: ["own/x": "mine"])
    }
    for version in 1...40 {
      let probe = try Probe(output: output, version: version, files: files)
      usleep(UInt32.random(in: 0...50_000, using: &random))
      probe.killNow()
      _ = try probe.finish()
      for (path, text) in try ProbeSite.found(output) where path != ".zhujie-manifest" {
        let isWhole = known[...version].contains { $0[path] == text }
        #expect(isWhole, "\(path)")
      }
    }
    try build(version: 41)
    #expect(
      try ProbeSite.found(output)
        == ProbeSite.expected(version: 41, files: files, and: ["own/x": "mine"])
    )
    #expect(try folder.files().allSatisfy { $0.hasPrefix("site/") })
  }

  @Test("of four builds at once at least one succeeds, the others say why, and the site is whole")
  func atOnce() throws {
    for round in 0..<10 {
      let probes = try (0..<4).map {
        try Probe(output: output, version: round * 4 + $0, files: files)
      }
      let results = try probes.map { try $0.finish() }
      #expect(results.contains { $0.code == 0 })
      #expect(
        results.allSatisfy { $0.code == 0 || ($0.code == 1 && $0.said == "output.busy") },
        "\(results)"
      )
      let found = try ProbeSite.found(output)
      let winners = (0..<4).filter {
        found == ProbeSite.expected(version: round * 4 + $0, files: files)
      }
      #expect(winners.contains { results[$0].code == 0 })
      #expect(try folder.files().allSatisfy { $0.hasPrefix("site/") })
    }
  }

  @Test(
    "a disk that is full leaves the old site whole",
    .enabled(if: SmallDisk.isPermitted, "needs the right to mount")
  )
  func diskFull() throws {
    let disk = try SmallDisk(at: folder.path + "/disk", size: "2m")
    defer { disk.unmount() }
    let output = disk.path + "/site"
    try write(["index.html": "一", "a": String(repeating: "x", count: 300_000)], to: output)
    let before = try ProbeSite.found(disk.path)
    let big = String(repeating: "y", count: 700_000)
    let error = #expect(throws: WriteError.self) {
      try write(["index.html": "二", "a": big, "b": big, "c": big], to: output)
    }
    guard case .diskFull = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(try ProbeSite.found(disk.path) == before)
    try write(["index.html": "二", "a": big], to: output)
    #expect(try ProbeSite.found(output)["a"] == big)
  }

  @Test(
    "a disk that is the output itself is written file by file",
    .enabled(if: SmallDisk.isPermitted, "needs the right to mount")
  )
  func mountPoint() throws {
    let disk = try SmallDisk(at: output, size: "2m")
    defer { disk.unmount() }
    try folder.write(["site/own": "mine"])
    try write(["index.html": "一", "a": "1", "b/c": "2"], to: output)
    let before = try FileIdentity(output + "/index.html")
    try write(["index.html": "一", "a/x": "3", "b": "4"], to: output)
    #expect(try FileIdentity(output + "/index.html") == before)
    #expect(
      try ProbeSite.found(output) == [
        "index.html": "一", "a/x": "3", "b": "4", "own": "mine",
        ".zhujie-manifest": "zhujie-manifest 1\na/x\nb\nindex.html\n",
      ]
    )
    #expect(!folder.exists(".site.zhujie-staging"))
  }

  @Test(
    "an output that may not be written to is an error",
    .enabled(if: geteuid() != 0, "root may write everywhere")
  )
  func readOnly() throws {
    try write(["a": "1"], to: output)
    chmod(folder.path, 0o500)
    defer { chmod(folder.path, 0o700) }
    // Without the right to write beside it the site is written inside; without either it cannot be.
    try write(["a": "2"], to: output)
    #expect(try folder.read("site/a") == "2")
    chmod(output, 0o500)
    defer { chmod(output, 0o700) }
    let error = #expect(throws: WriteError.self) { try write(["a": "3"], to: output) }
    #expect(error?.code == .outputUnwritable)
    #expect(try folder.read("site/a") == "2")
  }
}

/// A file system in memory with little room.
struct SmallDisk {
  static let isPermitted: Bool = {
    guard geteuid() == 0, let folder = try? TemporaryFolder() else { return false }
    guard let disk = try? SmallDisk(at: folder.path + "/disk", size: "64k") else { return false }
    disk.unmount()
    return true
  }()

  let path: String

  init(at path: String, size: String) throws {
    self.path = path
    mkdir(path, 0o755)
    try #require(mount("tmpfs", path, "tmpfs", 0, "size=\(size)") == 0)
  }

  func unmount() {
    umount2(path, 0)
  }
}
