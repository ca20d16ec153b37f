import Foundation
import Testing
import ZhujieReport
import ZhujieText

@testable import ZhujiePages

/// Notes beside the text, and what stands below it.
struct MarginNotesTests {
  private static func page(_ files: [String: String], _ subject: PageSubject, _ language: Language = .zhHant) throws -> String {
    let sample = try SampleReport(files)
    let pages = SitePages(
      report: sample.report, theme: try ViewTests.theme(), typesetter: sample.typesetter,
      quality: sample.quality)
    return String(decoding: pages.files(.page(PageAddress(subject, in: language)))[0].contents, as: UTF8.self)
  }

  /// A source of one paragraph for each text, under a heading for each that starts with `#`.
  private static func source(_ paragraphs: [String]) -> [String: String] {
    var files = SampleReport.files
    files["sources/weekly.en.md"] = nil
    files["contradictions.yml"] = nil
    files["sources/weekly.md"] = "---\ntitle: 年\nsiglum: a\n---\n" + paragraphs.joined(separator: "\n\n") + "\n\n一。\n\n二。\n\n三。\n"
    return files
  }

  @Test("a paragraph has at most as many notes as it has room for")
  func budget() {
    var short = MarginBudget(length: 20, isEnglish: false, used: 0)
    let (first, second) = (short.take(0), short.take(0))
    #expect(first && !second)
    var long = MarginBudget(length: 36 * 6, isEnglish: false, used: 0)
    var five: [Bool] = []
    for _ in 0..<5 { five.append(long.take(12)) }
    #expect(five == [true, true, true, false, false])
    var used = MarginBudget(length: 36, isEnglish: false, used: 1)
    let taken = used.take(10)
    #expect(!taken)
  }

  @Test("the first mention opens a note where there is room; the others stand below the text, each once")
  func places() throws {
    let filler = String(repeating: "這裡說的是別的事。", count: 12)
    let page = try Self.page(Self.source(["林遠與遠山。", "遠山科技發布了晨星。" + filler, "林遠。"]), .source("weekly"))
    let parts = page.components(separatedBy: #"<details class="gists">"#)
    #expect(parts.count == 2)
    let margins = parts[0].components(separatedBy: #"<div class="gist "#).dropFirst()
    #expect(margins.map { String($0.prefix(7)) } == ["person\"", "editori", "organiz", "event\">"])
    #expect(parts[1].components(separatedBy: #"<div class="gist "#).count - 1 == 1)
    #expect(parts[1].contains(#"<b><a href="../../products/morning-star/index.html">晨星</a></b>"#))
  }

  @Test("the first mention in each section is marked as such")
  func sections() throws {
    let page = try Self.page(Self.source(["## 甲", "林遠，林遠。", "## 乙", "林遠。"]), .source("weekly"))
    #expect(page.components(separatedBy: #"<a class="m person first""#).count - 1 == 2)
    #expect(page.components(separatedBy: #"<a class="m person""#).count - 1 == 1)
  }

  @Test("editors speak first, and each question once")
  func editors() throws {
    var files = SampleReport.files
    files["contradictions.yml"] =
      "- id: who\n  question: {zh: 誰接任, en: Who?}\n  statements:\n    - {text: 林遠, source: [a, 1]}\n    - {text: 別人, source: [a, 2]}\n"
    let page = try Self.page(files, .source("weekly"))
    let notes = page.components(separatedBy: ##"<b>校</b> ≠ <a href="../../contradictions/index.html#who">誰接任</a>"##)
    #expect(notes.count == 2)
    #expect(notes.first?.contains(#"<div class="gist person">"#) == false)
  }

  @Test("a text beside another bears no marks of its own")
  func secondary() throws {
    var files = Self.source(["林遠來了。"])
    files["sources/weekly.en.md"] = "---\ntitle: A year\n---\nLin Yuan came. Lin Yuan went in 2024.\n\n1\n\n2\n\n3\n"
    let chinese = try Self.page(files, .source("weekly"))
    let second = try #require(chinese.components(separatedBy: #"<div class="second">"#).dropFirst().first)
    #expect(second.hasPrefix(#"<div lang="en"><p>Lin Yuan came."#))
    let english = try Self.page(files, .source("weekly"), .en)
    #expect(english.contains(#"people/lin-yuan/index.html">Lin Yuan</a> went in"#))
    #expect(english.contains("<p>林遠來了。"))
  }
}
