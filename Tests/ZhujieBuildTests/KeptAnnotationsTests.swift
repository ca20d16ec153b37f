import Foundation
import TestSupport
import Testing
import ZhujieAnnotation
import ZhujieMarkdown
import ZhujieReport
import ZhujieText

@testable import ZhujieBuild

/// What one build leaves of its annotations for the next.
struct KeptAnnotationsTests {
  private static let texts: [String: String] = [
    "seeds/sources/shapes.md": """
      ---
      title: "遠山：一年 "
      author: 陳晨
      date: 2025-03-01
      siglum: a
      ---
      # 開頭
      ### 深處

      林遠在2023年9月接任**遠山**科技總經理，投入近3800億元，佔比 62% 到 75%。[¶ 1-2] 他說：“我們~~不~~等。” 一位人士說：「快了。」

      > - 引文 &amp; 列表，`code 林遠`，[連結](https://example.com/林遠 "題")
      >   1. [x] 數十倍，第四名，十分鐘，今年2月。
      > # 引文裡的標題

      | 甲 | 乙 |
      |:--|--:|
      | 林远 | 3 |

      ```text
      林遠
      ```

      註[^1]，見[@b 1]。

      [^1]: 註腳。

      ---
      <b>林遠</b>的發佈會。Kelvin & co. https://example.org/x
      """,
    "seeds/sources/shapes.en.md": "# Opening\n### Depth\n\nLin Yuan took over in September 2023.\n\n…\n",
    "seeds/sources/plain.txt": "远山新产品\r\n\r\n林远发布了晨星，收入1.5亿美元。\r\n“好。”林远说。\r\n",
    "seeds/entities/people/lin-yuan.md":
      "---\nid: lin-yuan\nkind: person\nnames: {zh-Hans: 林远, en: Lin Yuan}\naliases: [{text: 老林, requires: [远山]}]\n---\n遠山科技的總經理。[@a 1]\n",
    "seeds/entities/people/lin-yuan.en.md": "The manager. [@a 1]\n",
    "seeds/entities/organizations/yuanshan.md":
      "---\nid: yuanshan\nkind: organization\nnames: {zh-Hant: 遠山科技, en: Yuanshan}\naliases: [远山]\n---\n",
    "seeds/decisions.yml": "- {source: a, quote: 發佈會, reads: 發布會, because: 慣用}\n",
  ]

  private func made(_ files: [String: String], in folder: TemporaryFolder, kept: [UInt8]? = nil) async throws -> Pipeline.Made {
    try folder.write(files)
    let settings = BuildSettings(seeds: folder.path + "/seeds")
    return try await Pipeline.make(settings, from: InputDigest(of: settings), kept: kept)
  }

  private func written(_ document: AnnotatedDocument, _ made: Pipeline.Made) -> [UInt8] {
    var writer = CompactWriter()
    document.write(to: &writer, names: .init(made.gazetteer))
    return writer.bytes
  }

  @Test("what is read back is what was found")
  func roundTrip() async throws {
    let folder = try TemporaryFolder()
    let first = try await made(Self.texts, in: folder)
    let bytes = try #require(await first.annotations(jobs: 2))
    #expect(String(validating: bytes, as: UTF8.self) != nil, "a site holds no binary file but pictures")
    let second = try await made([:], in: folder, kept: bytes)
    #expect(second.texts.documents.count == 2)
    #expect(second.texts.documents.map { $0.isKept } == [true, true])
    #expect(second.diagnostics == first.diagnostics)
    let again = await second.annotations(jobs: 1)
    #expect(again == bytes)
    for (old, new) in zip(first.report.documents, second.report.documents) {
      #expect(new.body.annotated.annotations == old.body.annotated.annotations)
      #expect(new.body.annotated.doubtful == old.body.annotated.doubtful)
      #expect(new.body.quotations == old.body.quotations)
      #expect(new.body.emendations == old.body.emendations)
      #expect(new.body.script == old.body.script)
      #expect(new.body.reading.text == old.body.reading.text)
      #expect(new.body.markup.topLevelBlocks == old.body.markup.topLevelBlocks)
      #expect(new.body.markup.citations == old.body.markup.citations)
      #expect(new.body.markup.basis == old.body.markup.basis)
      #expect(new.paragraphs == old.paragraphs)
      #expect(written(new, second) == written(old, first))
    }
  }

  @Test("after an edit the other texts are kept, and after one of names, decisions or sigla none that it is about")
  func edits() async throws {
    let folder = try TemporaryFolder()
    let bytes = try #require(await made(Self.texts, in: folder).annotations(jobs: 1))
    let touched = try await made(["seeds/sources/plain.txt": "林远发布了晨星。\n"], in: folder, kept: bytes)
    #expect(touched.texts.documents.map(\.isKept) == [false, true])
    let named = try await made(
      Self.texts.merging(["seeds/entities/organizations/yuanshan.md": "---\nid: yuanshan\nkind: organization\nnames: {zh-Hant: 遠山}\n---\n"]) { $1 },
      in: folder, kept: bytes)
    #expect(named.texts.documents.map(\.isKept) == [false, false])
    let decided = try await made(Self.texts.merging(["seeds/decisions.yml": "[]\n"]) { $1 }, in: folder, kept: bytes)
    #expect(decided.texts.documents.map(\.isKept) == [false, false])
  }

  @Test("of a source that may not be shown nothing is kept")
  func withheld() async throws {
    let folder = try TemporaryFolder()
    let first = try await made(
      Self.texts.merging(["seeds/sources/plain.txt": "---\npublish: none\n---\n", "seeds/sources/plain.yml": "publish: none\n"]) { $1 }, in: folder)
    let bytes = try #require(await first.annotations(jobs: 1))
    let second = try await made([:], in: folder, kept: bytes)
    #expect(second.texts.documents.map(\.isKept) == [false, true])
  }

  @Test("a record that is damaged anywhere is dropped, and what is damaged inside is a fault and no crash")
  func damage() async throws {
    let folder = try TemporaryFolder()
    let first = try await made(Self.texts, in: folder)
    let bytes = try #require(await first.annotations(jobs: 1))
    let vocabulary = try #require(first.texts.vocabulary)
    #expect(KeptAnnotations(bytes, vocabulary: vocabulary, gazetteer: first.gazetteer) != nil)
    #expect(KeptAnnotations(bytes, vocabulary: ContentDigest(), gazetteer: first.gazetteer) == nil)
    var random = SeededGenerator(seed: 3)
    for _ in 0..<200 {
      var damaged = bytes
      let place = Int.random(in: 0..<bytes.count, using: &random)
      if Bool.random(using: &random) { damaged[place] ^= 1 << UInt8.random(in: 0..<7, using: &random) } else { damaged.removeSubrange(place...) }
      #expect(KeptAnnotations(damaged, vocabulary: vocabulary, gazetteer: first.gazetteer) == nil, "\(place)")
    }
    for document in first.report.documents {
      let whole = written(document, first)
      for _ in 0..<1_500 {
        var damaged = whole
        for _ in 0..<Int.random(in: 1...3, using: &random) {
          damaged[Int.random(in: 0..<whole.count, using: &random)] = UInt8.random(in: 0x3F...0x7E, using: &random)
        }
        var reader = CompactReader(damaged)
        _ = try? AnnotatedDocument(document.source, from: &reader, names: .init(first.gazetteer))
      }
    }
  }
}
