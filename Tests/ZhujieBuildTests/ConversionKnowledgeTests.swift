import TestSupport
import Testing
import ZhujieBuild
import ZhujieText

/// `convert --seeds` and `lint --seeds`: names, glossary and decisions of a project take part.
@Suite struct ConversionKnowledgeTests {
  private func folder() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try folder.write([
      "entities/yuanshan.md":
        "---\nid: yuanshan\nkind: organization\nnames: {zh-Hans: 远山云, zh-Hant: 遠山云}\n---\n",
      "glossary.yml": "rules:\n  - {from: 晨星项目, to: 晨星計劃}\n",
      "decisions.yml": "- {quote: 有云 + AI, before: 公司, reads: 有雲 + AI}\n",
    ])
    return folder
  }

  private func converted(_ text: String, to target: String, seeds: String?) throws -> String {
    guard var filter = try ConversionFilter(to: target, seeds: seeds) else {
      return "no such target"
    }
    var output: [UInt8] = []
    var fault: BuildError?
    Array(text.utf8).withUnsafeBytes { raw in
      do throws(BuildError) {
        try filter.convert(raw) { output += $0 }
      } catch {
        fault = error
      }
    }
    if let fault { throw fault }
    try filter.finish { output += $0 }
    return String(decoding: output, as: UTF8.self)
  }

  @Test("names, rules in both directions, and settled places")
  func conversion() throws {
    let folder = try folder()
    let seeds = folder.path
    #expect(try converted("远山云的晨星项目说明", to: "zh-Hant", seeds: seeds) == "遠山云的晨星計劃說明")
    #expect(try converted("遠山云的晨星計劃說明", to: "zh-Hans", seeds: seeds) == "远山云的晨星项目说明")
    #expect(try converted("这家公司有云 + AI。", to: "zh-Hant", seeds: seeds) == "這家公司有雲 + AI。")
    #expect(try converted("远山云的说明", to: "zh-Hant", seeds: nil) == "遠山雲的說明")
  }

  @Test("lint does not tell what a decision settled")
  func lint() throws {
    let text = Array("首先，這家公司有云 + AI，其次，那個團隊有云 + AI。\n".utf8)
    func findings(_ seeds: String?) throws -> [String] {
      let session = try LintSession(seeds: seeds)
      let text = try session.text(at: "text.md", bytes: text)
      return session.findings(in: text, expecting: .traditional, isAmbiguousOnly: false).map(\.text)
    }
    #expect(try findings(nil) == ["云", "云"])
    let folder = try folder()
    #expect(try findings(folder.path) == ["云"])
  }

  @Test("what holds for one source alone counts where the file is that source, and in no other text")
  func source() throws {
    let folder = try folder()
    try folder.write([
      "sources/weekly.md": "# 周刊\n\n晨星计划与里约。\n",
      "sources/other.md": "# 别处\n\n晨星计划与里约。\n",
      "glossary.yml": "sources:\n  weekly:\n    - {from: 里约, to: 裡約}\n",
      "decisions.yml": "- {in: weekly, quote: 晨星, after: 计划, reads: 辰星}\n",
    ])
    func converted(_ name: String) throws -> String {
      let path = folder.path + "/sources/" + name
      guard var filter = try ConversionFilter(to: "zh-Hant", seeds: folder.path) else { return "" }
      try filter.begin(file: path)
      var output: [UInt8] = []
      try Array("晨星计划，里约。".utf8).withUnsafeBytes { raw in
        try filter.convert(raw) { output += $0 }
      }
      try filter.finish { output += $0 }
      return String(decoding: output, as: UTF8.self)
    }
    #expect(try converted("weekly.md") == "辰星計劃，裡約。")
    #expect(try converted("other.md") == "晨星計劃，里約。")
  }

  @Test("lint passes over code in a text without a name, and reads its indented prose")
  func code() throws {
    let text = "他說`头发`。\n\n```\n头发\n```\n\n    let 头 = 1\n\n    他说，這樣很好。\n"
    let session = try LintSession(seeds: nil)
    let linted = try session.text(at: "-", bytes: Array(text.utf8))
    let findings = session.findings(in: linted, expecting: nil, isAmbiguousOnly: false)
    #expect(findings.map(\.text) == ["说"])
  }
}
