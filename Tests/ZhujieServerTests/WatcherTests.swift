import Foundation
import Glibc
import TestSupport
import Testing

@testable import ZhujieServer

@Suite("Watching folders", .timeLimit(.minutes(1)))
struct WatcherTests {
  let folder: TemporaryFolder
  let seeds: String

  init() throws {
    folder = try TemporaryFolder()
    try folder.write(["seeds/sources/a.md": "a", "seeds/entities/people/x.md": "x"])
    seeds = folder.path + "/seeds"
  }

  /// The changes after `body`, until one of them names `path`, relative to the folder.
  func changes(_ watcher: Watcher, until path: String, after body: () throws -> Void) async throws
    -> Set<String>
  {
    try body()
    var seen: Set<String> = []
    for await paths in watcher.changes {
      for path in paths { seen.insert(String(path.dropFirst(folder.path.utf8.count + 1))) }
      if seen.contains(path) { break }
    }
    return seen
  }

  @Test("a file that is written, replaced, moved or removed is told")
  func files() async throws {
    let watcher = try Watcher(folders: [seeds])
    let a = "seeds/sources/a.md"
    #expect(
      try await changes(watcher, until: a) {
        try Data("b".utf8).write(to: URL(fileURLWithPath: seeds + "/sources/a.md"))
      } == [a]
    )
    _ = try await changes(watcher, until: a) { try folder.write([a: "c"]) }
    let moved = try await changes(watcher, until: "seeds/sources/b.md") {
      try #require(rename(seeds + "/sources/a.md", seeds + "/sources/b.md") == 0)
    }
    #expect(moved == [a, "seeds/sources/b.md"])
    #expect(
      try await changes(watcher, until: "seeds/sources/b.md") { unlink(seeds + "/sources/b.md") }
        == ["seeds/sources/b.md"]
    )
  }

  @Test("folders that are new, filled before anybody looks, renamed or moved in are watched")
  func folders() async throws {
    let watcher = try Watcher(folders: [seeds])
    let deep = "seeds/new/deep/er/a.md"
    _ = try await changes(watcher, until: deep) { try folder.write([deep: "1"]) }
    try await Task.sleep(for: .milliseconds(100))
    _ = try await changes(watcher, until: "seeds/new/deep/er/b.md") {
      try folder.write(["seeds/new/deep/er/b.md": "2"])
    }
    _ = try await changes(watcher, until: "seeds/old/deep/er/a.md") {
      try #require(rename(seeds + "/new", seeds + "/old") == 0)
    }
    let after = try await changes(watcher, until: "seeds/old/deep/er/b.md") {
      try folder.write(["seeds/old/deep/er/b.md": "3"])
    }
    #expect(!after.contains { $0.hasPrefix("seeds/new") })
    try folder.write(["outside/in/c.md": "4"])
    _ = try await changes(watcher, until: "seeds/in/c.md") {
      try #require(rename(folder.path + "/outside/in", seeds + "/in") == 0)
    }
  }

  @Test("names that are never read start nothing")
  func unread() async throws {
    let watcher = try Watcher(folders: [seeds])
    let seen = try await changes(watcher, until: "seeds/z.md") {
      try folder.write([
        "seeds/.a.md.swp": "", "seeds/#a.md#": "", "seeds/a.md~": "", "seeds/.git/x": "",
      ])
      try folder.write(["seeds/z.md": "z"])
    }
    #expect(
      !seen.contains {
        $0.contains("swp") || $0.contains("#") || $0.contains("a.md~") || $0.contains(".git")
      }
    )
  }

  @Test("a folder that goes and comes again is watched again")
  func root() async throws {
    let watcher = try Watcher(folders: [seeds, folder.path + "/Templates"])
    var changes = watcher.changes.makeAsyncIterator()
    try #require(rename(seeds, folder.path + "/away") == 0)
    #expect(await changes.next() == [seeds])
    try #require(rename(folder.path + "/away", seeds) == 0)
    #expect(await changes.next() == [])
    try folder.write(["Templates/page.html": ""])
    #expect(await changes.next() == [])
    try folder.write(["Templates/page.html": "x"])
    #expect(await changes.next()?.contains(folder.path + "/Templates/page.html") == true)
  }

  @Test("what belongs together is told together")
  func together() async throws {
    let watcher = try Watcher(folders: [seeds])
    for number in 0..<50 { try folder.write(["seeds/sources/\(number).md": "x"]) }
    var changes = watcher.changes.makeAsyncIterator()
    // However slowly they were written, several were told at once.
    var told: Set<String> = []
    var times = 0
    while told.count < 50 {
      let next = try #require(await changes.next())
      #expect(next == next.sorted())
      told.formUnion(next.filter { $0.hasSuffix(".md") })
      times += 1
    }
    #expect(times < 25)
  }
}
