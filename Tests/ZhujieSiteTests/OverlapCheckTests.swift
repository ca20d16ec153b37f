import Glibc
import TestSupport
import Testing

@testable import ZhujieSite

@Suite("An output apart from what is read")
struct OverlapCheckTests {
  let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try folder.write(["seeds/sources/a.md": "", "other/x": ""])
    try #require(symlink("seeds", folder.path + "/link") == 0)
    try #require(symlink("../seeds/sources", folder.path + "/other/inside") == 0)
  }

  @Test(
    "an output equal to, inside or around the seeds is refused, whatever leads there",
    arguments: [
      "seeds", "seeds/", "seeds/site", "seeds/sources/x/y/z", ".", "", "link", "link/site",
      "other/inside/site",
      "other/../seeds", "./seeds/./sources",
    ]
  )
  func refused(_ output: String) throws {
    let (output, seeds) = (folder.path + "/" + output, folder.path + "/seeds")
    #expect(throws: WriteError.overlap(output: output, read: seeds)) {
      try OverlapCheck.refuseOverlap(output: output, seeds: seeds)
    }
  }

  @Test("seeds that are reached by a link are the same seeds")
  func linkedSeeds() throws {
    for (output, seeds) in [
      ("seeds/site", "link"), ("seeds", "other/inside"), ("link", "seeds/sources"),
    ] {
      let (output, seeds) = (folder.path + "/" + output, folder.path + "/" + seeds)
      #expect(throws: WriteError.overlap(output: output, read: seeds)) {
        try OverlapCheck.refuseOverlap(output: output, seeds: seeds)
      }
    }
  }

  @Test(
    "an output beside the seeds is taken",
    arguments: ["site", "other", "other/site", "a/b/c", "seeds2", "seed"]
  )
  func taken(_ output: String) throws {
    try OverlapCheck.refuseOverlap(
      output: folder.path + "/" + output,
      seeds: folder.path + "/seeds"
    )
  }
}
