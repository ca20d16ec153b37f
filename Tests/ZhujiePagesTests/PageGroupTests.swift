import Testing
import ZhujieEntities
import ZhujieMarkdown
import ZhujieReport
import ZhujieText

@testable import ZhujiePages

/// Pages that share what others of their group made are those that are made alone.
struct PageGroupTests {
  private func pages(_ files: [String: String] = [:]) throws -> SitePages {
    let sample = try SampleReport(SampleReport.files.merging(files) { $1 })
    return SitePages(
      report: sample.report, theme: try ViewTests.theme(), typesetter: sample.typesetter, quality: sample.quality)
  }

  @Test("a page made after others of its group is the page made alone", arguments: [
    [:],
    // Straight marks and spaces that are set, a name in the wrong characters, no siglum of its own, no script.
    [
      "sources/daily.txt": "远山新产品 A\n\n林远发布了 AX 与 3 款。\n\n林遠,林远说\"好\"。\n",
      "sources/third.md": "---\ntitle: 三\n---\n林遠、林遠與遠山科技。\n\n「林遠」。\n",
      "sources/latin.txt": "Lin Yuan said \"no\".\n",
    ],
  ])
  func sameAlone(files: [String: String]) throws {
    let (together, alone) = (try pages(files), try pages(files))
    #expect(together.jobGroups.flatMap { $0 } == together.jobs)
    for jobs in together.jobGroups {
      let group = PageGroup()
      for job in jobs {
        let (made, expected) = (together.files(job, in: group), alone.files(job))
        #expect(made.map(\.path) == expected.map(\.path))
        #expect(made.map(\.contents) == expected.map(\.contents), "\(made.first?.path ?? "")")
      }
    }
  }

  @Test("an English page takes the lines of what is not translated from the page in the same script")
  func shared() throws {
    // One source is called the same in all languages, one is not.
    let pages = try pages(["sources/third.md": "---\ntitle: 三\nsiglum: xy\n---\n那年林远接任。\n"])
    let id = try #require(EntityID("lin-yuan"))
    let group = PageGroup()
    func page(_ language: Language) -> String {
      String(decoding: pages.files(.page(PageAddress(.entity(.person, id), in: language)), in: group).first?.contents ?? [], as: UTF8.self)
    }
    let simplified = page(.zhHans)
    let english = page(.en)
    let made = group.concordanceLines.values.sorted { $0.siglum < $1.siglum }
    #expect(made.map(\.siglum) == ["xy", "乙"])
    for (lines, isTaken) in zip(made.map(\.html.string), [true, false]) {
      #expect(lines.contains("<td>林远</td>"))
      #expect(simplified.contains("</cite></caption>\(lines)</table>"))
      #expect(english.contains("<tbody lang=\"zh-Hans\">\(lines)</tbody>") == isTaken)
    }
  }
}
