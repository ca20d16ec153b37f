import Glibc
import TestSupport
import Testing

@testable import ZhujieSite

/// Writes a whole site, as a build does.
@discardableResult
func write(_ site: [String: String], to output: String, reusing: Bool = true) throws -> WriteSummary
{
  let writer = try SiteWriter(output: output, reusingUnchanged: reusing)
  for (path, text) in site {
    try writer.add(SiteFile(path: try #require(SitePath(path)), contents: Array(text.utf8)))
  }
  return try writer.commit()
}

/// What tells one file on disk from another that holds the same bytes.
struct FileIdentity: Hashable {
  let node: UInt64
  let seconds: Int
  let nanoseconds: Int
  let mode: UInt32

  init(_ path: String) throws {
    var status = stat()
    try #require(lstat(path, &status) == 0, "\(path)")
    node = UInt64(status.st_ino)
    (seconds, nanoseconds) = (status.st_mtim.tv_sec, status.st_mtim.tv_nsec)
    mode = status.st_mode
  }
}

@Suite("Writing a site")
struct SiteWriterTests {
  let folder: TemporaryFolder
  let output: String

  init() throws {
    folder = try TemporaryFolder()
    output = folder.path + "/site"
  }

  /// The pages of the site on disk, without our records; nothing may lie beside it.
  func site(sourceLocation: Testing.SourceLocation = #_sourceLocation) throws -> [String: String] {
    var result: [String: String] = [:]
    for path in try folder.files() {
      #expect(
        path.hasPrefix("site/"),
        "nothing is left beside the output",
        sourceLocation: sourceLocation
      )
      if path != "site/.zhujie-manifest" {
        result[String(path.dropFirst(5))] = try folder.read(path)
      }
    }
    return result
  }

  let first = [
    "index.html": "一", "en/a/index.html": "A", "en/b/index.html": "B", "style.css": "p{}",
  ]

  @Test("the folder holds what was handed over, and a manifest")
  func written() throws {
    let summary = try write(first, to: output)
    #expect(try site() == first)
    #expect(summary == WriteSummary(written: 4, unchanged: 0, removed: 0, bytes: 8))
    #expect(
      try folder.read("site/.zhujie-manifest")
        == "zhujie-manifest 1\nen/a/index.html\nen/b/index.html\nindex.html\nstyle.css\n"
    )
    #expect(try FileIdentity(output + "/index.html").mode & 0o7777 == 0o644)
    #expect(try FileIdentity(output + "/en").mode & 0o7777 == 0o755)
    #expect(try FileIdentity(output).mode & 0o7777 == 0o755)
  }

  @Test("an equal build writes nothing at all")
  func equal() throws {
    try write(first, to: output)
    let paths = [
      "", "/index.html", "/en", "/en/a", "/en/a/index.html", "/style.css", "/.zhujie-manifest",
    ]
    let before = try paths.map { try FileIdentity(output + $0) }
    let summary = try write(first, to: output)
    #expect(try paths.map { try FileIdentity(output + $0) } == before)
    #expect(summary == WriteSummary(written: 0, unchanged: 4, removed: 0, bytes: 0))
  }

  @Test("files that did not change are left alone when others did")
  func unchanged() throws {
    try write(first, to: output)
    let before = try FileIdentity(output + "/en/a/index.html")
    var second = first
    second["index.html"] = "二"
    second["en/b/index.html"] = nil
    second["en/c/index.html"] = "C"
    let summary = try write(second, to: output)
    #expect(try site() == second)
    #expect(try FileIdentity(output + "/en/a/index.html") == before)
    #expect(summary == WriteSummary(written: 2, unchanged: 2, removed: 1, bytes: 4))
    #expect(!folder.exists("site/en/b"), "a folder with nothing left in it goes")
  }

  @Test("a file becomes a folder, and a folder a file")
  func turned() throws {
    try write(["a": "1", "b/c/d": "2"], to: output)
    try write(["a/x": "1", "b": "2"], to: output)
    #expect(try site() == ["a/x": "1", "b": "2"])
  }

  @Test("a page that somebody removed or changed is written again")
  func restored() throws {
    try write(first, to: output)
    unlink(output + "/index.html")
    try folder.write(["site/style.css": "broken"])
    let summary = try write(first, to: output)
    #expect(try site() == first)
    #expect(summary.written == 2)
  }

  @Test("files that are not ours survive: also deep ones, empty folders and links")
  func foreign() throws {
    try write(first, to: output)
    try folder.write([
      "site/CNAME": "example.org", "site/en/notes/x/y.txt": "mine", "site/.git/HEAD": "ref",
    ])
    try #require(mkdir(output + "/empty", 0o750) == 0 && chmod(output + "/empty", 0o750) == 0)
    try #require(symlink("/nowhere", output + "/link") == 0)
    let before = try FileIdentity(output + "/CNAME")
    try write(["index.html": "新"], to: output)
    #expect(try FileIdentity(output + "/CNAME") == before)
    #expect(try FileIdentity(output + "/empty").mode & 0o7777 == 0o750)
    #expect(try FileIdentity(output + "/link").mode & S_IFMT == S_IFLNK)
    unlink(output + "/link")
    #expect(
      try site() == [
        "index.html": "新", "CNAME": "example.org", "en/notes/x/y.txt": "mine", ".git/HEAD": "ref",
      ]
    )
    #expect(!folder.exists("site/en/a"))
  }

  @Test(
    "a file that is not ours in the way of a page stops the build, and all stays as it was",
    arguments: [
      (["index.html": "mine"], ["index.html"]),
      (["zh": "mine"], ["zh"]),
      (
        ["zh/a/index.html": "1", "zh/b/index.html/x": "mine", "other": "2"],
        ["zh/a/index.html", "zh/b/index.html"]
      ),
    ]
  )
  func inTheWay(_ files: [String: String], _ named: [String]) throws {
    for (path, text) in files { try folder.write(["site/" + path: text]) }
    let error = #expect(throws: WriteError.self) {
      try write(["index.html": "一", "zh/a/index.html": "二", "zh/b/index.html": "三"], to: output)
    }
    #expect(error == .inTheWay(output: output, paths: named))
    #expect(try site() == files)
    #expect(!folder.exists("site/.zhujie-manifest"))
  }

  @Test("a link in the way is not followed")
  func linkInTheWay() throws {
    try folder.write(["elsewhere/index.html": "mine"])
    try #require(mkdir(output, 0o755) == 0 && symlink("../elsewhere", output + "/zh") == 0)
    let error = #expect(throws: WriteError.self) { try write(["zh/index.html": "一"], to: output) }
    #expect(error == .inTheWay(output: output, paths: ["zh"]))
    #expect(try folder.read("elsewhere/index.html") == "mine")
  }

  @Test("a page of ours that was replaced by a link is not ours any more")
  func linkForPage() throws {
    try write(first, to: output)
    try folder.write(["elsewhere": "一"])
    try #require(
      unlink(output + "/index.html") == 0 && symlink("../elsewhere", output + "/index.html") == 0
    )
    let error = #expect(throws: WriteError.self) { try write(first, to: output) }
    #expect(error == .inTheWay(output: output, paths: ["index.html"]))
  }

  @Test(
    "what somebody put in place of a page that is no more is not ours to remove",
    arguments: [false, true]
  )
  func replaced(_ isShared: Bool) throws {
    try write(first, to: output)
    if isShared { chmod(output, 0o1777) }
    try #require(
      unlink(output + "/style.css") == 0 && symlink("nowhere", output + "/style.css") == 0
    )
    try #require(unlink(output + "/en/a/index.html") == 0)
    try folder.write(["site/en/a/index.html/own": "mine"])
    try write(["index.html": "二"], to: output)
    #expect(try FileIdentity(output + "/style.css").mode & S_IFMT == S_IFLNK)
    #expect(try folder.read("site/en/a/index.html/own") == "mine")
    #expect(try folder.read("site/index.html") == "二")
    #expect(!folder.exists("site/en/b"))
  }

  @Test("a file that is known to be the same is kept without its bytes")
  func kept() throws {
    try write(first, to: output)
    let writer = try SiteWriter(output: output)
    let (page, style) = (try #require(SitePath("index.html")), try #require(SitePath("style.css")))
    #expect(writer.keep([(page, 3)]))
    #expect(!writer.keep([(style, 5)]), "its length is another")
    #expect(!writer.keep([(try #require(SitePath("new")), 0)]), "it is not there")
    try writer.add(SiteFile(path: style, contents: [1]))
    #expect(
      try writer.commit() == WriteSummary(written: 1, unchanged: 1, removed: 2, bytes: 1)
    )
    #expect(
      try folder.files() == ["site/.zhujie-manifest", "site/index.html", "site/style.css"]
    )
  }

  @Test("of very many pages the few that changed are replaced, and nothing else is touched")
  func many() throws {
    var site: [String: String] = [:]
    for number in 0..<3_100 { site["p\(number % 50)/\(number).html"] = "page \(number)" }
    try write(site, to: output)
    let (top, other) = (try FileIdentity(output), try FileIdentity(output + "/p7"))
    (site["p1/1.html"], site["p2/2.html"], site["p3/new.html"]) = ("changed", nil, "new")
    #expect(
      try write(site, to: output)
        == WriteSummary(written: 2, unchanged: 3_098, removed: 1, bytes: 10)
    )
    #expect(try self.site() == site)
    #expect(try FileIdentity(output).node == top.node)
    #expect(try FileIdentity(output + "/p7") == other)
  }

  @Test("of very many pages one whose place something else has taken is told, and nothing is changed", arguments: [false, true])
  func manyInTheWay(isFolder: Bool) throws {
    var site: [String: String] = [:]
    for number in 0..<3_100 { site["p\(number % 50)/\(number).html"] = "page \(number)" }
    try write(site, to: output)
    try folder.write(["elsewhere/1.html": "mine"])
    if isFolder {
      try #require(rename(output + "/p1", folder.path + "/kept") == 0 && symlink("../elsewhere", output + "/p1") == 0)
    } else {
      try #require(unlink(output + "/p1/1.html") == 0 && symlink("../../elsewhere/1.html", output + "/p1/1.html") == 0)
    }
    site["p2/2.html"] = "changed"
    let error = #expect(throws: WriteError.self) { try write(site, to: output) }
    #expect(error == .inTheWay(output: output, paths: [isFolder ? "p1" : "p1/1.html"]))
    #expect(try folder.read("elsewhere/1.html") == "mine")
    #expect(try folder.read("site/p2/2.html") == "page 2")
  }

  @Test("among very many pages a new one does not take the place of a file that is not ours")
  func manyAndOneOfOthers() throws {
    var site: [String: String] = [:]
    for number in 0..<3_100 { site["p\(number % 50)/\(number).html"] = "page \(number)" }
    try write(site, to: output)
    try folder.write(["site/p1/new.html": "mine"])
    site["p1/new.html"] = "ours"
    let error = #expect(throws: WriteError.self) { try write(site, to: output) }
    #expect(error == .inTheWay(output: output, paths: ["p1/new.html"]))
    #expect(try folder.read("site/p1/new.html") == "mine")
    site["p1/new.html"] = nil
    (site["p1/1.html"], site["p1/1.html/deeper.html"]) = (nil, "a folder now")
    #expect(try write(site, to: output).written == 1)
    #expect(try folder.read("site/p1/1.html/deeper.html") == "a folder now")
    #expect(try folder.read("site/p1/new.html") == "mine")
  }

  @Test("an output that is a link to a folder stays one")
  func linkedOutput() throws {
    try #require(mkdir(folder.path + "/real", 0o700) == 0 && symlink("real", output) == 0)
    try write(["a": "1"], to: output)
    try write(["a": "2"], to: output)
    #expect(try FileIdentity(output).mode & S_IFMT == S_IFLNK)
    #expect(try folder.read("real/a") == "2")
    #expect(
      try FileIdentity(folder.path + "/real").mode & 0o7777 == 0o700,
      "the folder keeps its mode"
    )
  }

  @Test("folders above the output are made, and removed when the build fails")
  func parents() throws {
    try write(["a": "1"], to: folder.path + "/x/y/site/")
    #expect(try folder.read("x/y/site/a") == "1")
    #expect(throws: WriteError.self) {
      try write(["a": "1", "A": "2"], to: folder.path + "/p/q/site")
    }
    #expect(!folder.exists("p"))
  }

  @Test("paths that cannot live together are an error whatever their order")
  func conflicts() throws {
    for order in [
      ["b/x", "B/y", "a", "A", "é", "e\u{301}", "f", "f/g"],
      ["f/g", "f", "A", "a", "e\u{301}", "é", "B/y", "b/x"],
    ] {
      let writer = try SiteWriter(output: output)
      for path in order {
        try writer.add(SiteFile(path: try #require(SitePath(path)), contents: []))
      }
      let error = #expect(throws: WriteError.self) { try writer.commit() }
      guard case .conflicts(let conflicts) = error else {
        Issue.record("\(String(describing: error))")
        continue
      }
      #expect(
        conflicts.map(\.description) == [
          "'A' and 'a' differ by case or Unicode normalization only",
          "'B/y' and 'b/x' differ by case or Unicode normalization only",
          "'e\u{301}' and 'é' differ by case or Unicode normalization only",
          "'f' is a file and a folder, for 'f/g' lies in it",
        ]
      )
    }
    #expect(try folder.files() == [])
  }

  @Test(
    "a file that is a folder too is found among paths that fold to themselves",
    arguments: [
      (["f", "f-a", "f.a", "f/g"], "'f' is a file and a folder, for 'f/g' lies in it"),
      (["人/頁", "人", "人-頁"], "'人' is a file and a folder, for '人/頁' lies in it"),
      (["a/b/c", "a/b", "a-b"], "'a/b' is a file and a folder, for 'a/b/c' lies in it"),
      (["a/b", "a-b", "a.b", "ab", "a/ba", "人/a", "人a"], nil),
    ] as [([String], String?)]
  )
  func plainConflicts(_ paths: [String], _ finding: String?) throws {
    let writer = try SiteWriter(output: output)
    for path in paths { try writer.add(SiteFile(path: try #require(SitePath(path)), contents: [])) }
    var found: String?
    do {
      _ = try writer.commit()
    } catch {
      guard case .conflicts(let conflicts) = error else { throw error }
      found = conflicts.map(\.description).joined(separator: "\n")
    }
    #expect(found == finding)
  }

  @Test("a page that stays and is handed over twice is an error as well, and the site stays")
  func twiceUnchanged() throws {
    try write(["a": "1", "b": "2"], to: output)
    let writer = try SiteWriter(output: output)
    let file = SiteFile(path: try #require(SitePath("a")), contents: Array("1".utf8))
    try writer.add(file)
    #expect(writer.keep([(file.path, 1)]))
    #expect(throws: WriteError.conflicts([.init(first: file.path, second: file.path, kind: .same)])) {
      try writer.commit()
    }
    #expect(try folder.read("site/b") == "2")
  }

  @Test("a page handed over twice is an error")
  func twice() throws {
    let writer = try SiteWriter(output: output)
    let file = SiteFile(path: try #require(SitePath("a")), contents: [])
    try writer.add(file)
    try writer.add(file)
    #expect(throws: WriteError.conflicts([.init(first: file.path, second: file.path, kind: .same)]))
    {
      try writer.commit()
    }
  }

  @Test("a build that is given up leaves the old site")
  func abandoned() throws {
    try write(first, to: output)
    do {
      let writer = try SiteWriter(output: output)
      try writer.add(SiteFile(path: try #require(SitePath("index.html")), contents: [1]))
    }
    #expect(try site() == first)
  }

  @Test("of two builds at once one writes and the other says why")
  func busy() throws {
    let writer = try SiteWriter(output: output)
    #expect(throws: WriteError.busy(output: output)) { try SiteWriter(output: output) }
    try writer.add(SiteFile(path: try #require(SitePath("a")), contents: [0x41]))
    _ = try writer.commit()
    #expect(try site() == ["a": "A"])
    try write(["a": "B"], to: output)
    #expect(try site() == ["a": "B"])
  }

  @Test("an output that is a file, or a link to nothing, is refused")
  func notAFolder() throws {
    try folder.write(["site": "mine"])
    #expect(throws: WriteError.notAFolder(path: output)) { try SiteWriter(output: output) }
    #expect(try folder.files() == ["site"])
    try #require(symlink("nothing", folder.path + "/link") == 0)
    #expect(throws: WriteError.notAFolder(path: folder.path + "/link")) {
      try SiteWriter(output: folder.path + "/link")
    }
    #expect(throws: WriteError.self) { try SiteWriter(output: folder.path + "/site/below") }
    #expect(throws: WriteError.self) { try SiteWriter(output: "") }
    #expect(throws: WriteError.self) { try SiteWriter(output: "/") }
  }

  @Test(
    "a manifest that is not ours removes nothing and stops the build",
    arguments: [
      "", "x\n", "zhujie-manifest 1", "zhujie-manifest 1\n../keep\n", "zhujie-manifest 1\nb\na\n",
      "zhujie-manifest 1\na\na\n", "zhujie-manifest 2\n", "zhujie-manifest 1\n/etc/passwd\n",
      "zhujie-manifest 1\na",
    ]
  )
  func forgedManifest(_ text: String) throws {
    try folder.write(["site/.zhujie-manifest": text, "keep": "k"])
    let error = #expect(throws: WriteError.self) { try write(["a": "1"], to: output) }
    guard case .manifest = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(folder.exists("keep"))
  }

  @Test("what a killed build left is removed by the next one")
  func stale() throws {
    try folder.write([".site.zhujie-staging/site/a/b": "1", ".site.zhujie-staging/x": "2"])
    try write(first, to: output)
    #expect(try site() == first)
  }

  @Test("with nothing reused every file is new")
  func clean() throws {
    try write(first, to: output)
    let before = try FileIdentity(output + "/index.html")
    let summary = try write(first, to: output, reusing: false)
    #expect(summary == WriteSummary(written: 4, unchanged: 0, removed: 0, bytes: 8))
    #expect(try FileIdentity(output + "/index.html") != before)
    #expect(try site() == first)
  }
}
