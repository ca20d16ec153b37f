import Foundation
import Testing
import ZhujieReport
import ZhujieText

@testable import ZhujiePages

/// Lists that are too long for one page.
struct PagePartsTests {
  /// A project of many sources that name one person, some of them more than once.
  private static func sample(sources: Int, mentionsInEach: Int) throws -> SampleReport {
    var files = ["entities/people/lin-yuan.md": "---\nid: lin-yuan\nkind: person\nnames: {zh-Hant: 林遠, en: Lin Yuan}\n---\n總經理。\n"]
    for number in 0..<sources {
      let paragraphs = (0..<mentionsInEach).map { "林遠說了第\(number)篇的第\($0)句話。" }
      files[String(format: "sources/s%03d.md", number)] = "---\ntitle: 第\(number)篇\n---\n" + paragraphs.joined(separator: "\n\n") + "\n"
    }
    return try SampleReport(files)
  }

  @Test("every mention is in one part, in order, and a part ends where a source does")
  func mentions() throws {
    let report = try Self.sample(sources: 130, mentionsInEach: 7).report
    let entity = try #require(report.entity(id: "lin-yuan"))
    let parts = PageParts.mentions(of: entity, in: report)
    #expect(parts.count > 2)
    #expect(parts.flatMap { $0 } == entity.mentions)
    for (part, next) in zip(parts, parts.dropFirst()) { #expect(part.last?.document != next.first?.document) }
    for part in parts.dropLast() { #expect((PageParts.mentions...(2 * PageParts.mentions + 14)).contains(part.count)) }
  }

  @Test("an edit in one source moves no other source to another part")
  func boundaries() throws {
    func documents(_ mentionsInEach: Int) throws -> [[Int]] {
      let report = try Self.sample(sources: 130, mentionsInEach: mentionsInEach).report
      let entity = try #require(report.entity(id: "lin-yuan"))
      return PageParts.mentions(of: entity, in: report).map { part in Set(part.map(\.document)).sorted() }
    }
    // A seventh more mentions everywhere is far more than one edit.
    #expect(try documents(7) == documents(8))
  }

  @Test("the parts of a long list lead to each other in every language, and together they list everything once")
  func sources() throws {
    let sample = try Self.sample(sources: 430, mentionsInEach: 1)
    let pages = SitePages(report: sample.report, theme: try ViewTests.theme(), typesetter: sample.typesetter, quality: sample.quality)
    for language in Language.allCases {
      var listed: [String] = []
      for part in 1...3 {
        let address = PageAddress(.sources, part: part, in: language)
        #expect(pages.jobs.contains(.page(address)))
        let html = String(decoding: pages.files(.page(address))[0].contents, as: UTF8.self)
        listed += html.matches(of: /s\d\d\d\/index.html/).map { String($0.output) }
        #expect(html.contains("aria-current=\"page\">\(part)</a>"))
        for other in [1, 2, 3] where other != part {
          #expect(html.contains("href=\"\(address.link(toPart: other))\""))
        }
      }
      #expect(listed.count == 430 && Set(listed).count == 430)
      #expect(!pages.jobs.contains(.page(PageAddress(.sources, part: 4, in: language))))
    }
  }

  @Test("a list that one page can hold has no parts")
  func short() throws {
    let sample = try Self.sample(sources: 3, mentionsInEach: 2)
    let pages = SitePages(report: sample.report, theme: try ViewTests.theme(), typesetter: sample.typesetter, quality: sample.quality)
    #expect(pages.jobs.allSatisfy { if case .page(let address) = $0 { address.part == 1 } else { true } })
    let html = String(decoding: pages.files(.page(PageAddress(.sources, in: .en)))[0].contents, as: UTF8.self)
    #expect(!html.contains("class=\"letters parts\""))
  }
}
