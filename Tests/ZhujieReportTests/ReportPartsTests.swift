import Foundation
import Testing
import ZhujieReport
import ZhujieScript
import ZhujieText

struct ReportPartsTests {
  @Test("a sentence reaches from mark to mark, closing marks included", arguments: [
    ("一。林遠來了。三。", "林遠", "林遠來了。"), ("他說：“林遠來了。”然後走。", "林遠", "他說：“林遠來了。”"),
    ("Mr. Lin came. Next.", "Lin", "Lin came."), ("林遠", "林遠", "林遠"), ("值3.5億，林遠說！好", "林遠", "值3.5億，林遠說！"),
    ("「一。」林遠。", "林遠", "林遠。"),
  ])
  func sentences(text: String, name: String, expected: String) throws {
    let reading = UTF8Text<ReadingSpace>(text)
    let range = try #require(text.range(of: name))
    let start = text.utf8.distance(from: text.startIndex, to: range.lowerBound)
    let span = TextSpan<ReadingSpace>(start, start + name.utf8.count)
    #expect(reading[Sentences.sentence(around: span, in: reading.fullSpan, of: reading)] == expected)
  }

  @Test("a sentence that never ends is cut, at a character")
  func endlessSentence() {
    let reading = UTF8Text<ReadingSpace>(String(repeating: "林遠說", count: 10_000))
    let span = TextSpan<ReadingSpace>(45_000, 45_006)
    let sentence = Sentences.sentence(around: span, in: reading.fullSpan, of: reading)
    #expect(sentence.count < 2_000 && reading.isBoundary(sentence.lowerBound) && reading.isBoundary(sentence.upperBound))
  }

  @Test("a paragraph's anchor keeps through script, punctuation and edits elsewhere, and tells equal paragraphs apart")
  func anchors() {
    func anchors(_ paragraphs: [String]) -> ParagraphAnchors {
      let text = UTF8Text<ReadingSpace>(paragraphs.joined(separator: "\n"))
      var offset = 0
      let spans = paragraphs.map { paragraph in
        defer { offset += paragraph.utf8.count + 1 }
        return TextSpan<ReadingSpace>(offset, offset + paragraph.utf8.count)
      }
      return ParagraphAnchors(paragraphs: spans, of: text, tables: .builtIn)
    }
    let before = anchors(["林遠來了。", "然後走了。"])
    let after = anchors(["新的一段。", "林远来了", "然後走了！", "然後走了。"])
    #expect(before[1] == after[2])
    #expect(before[2] == after[3])
    #expect(after[4] == after[3].map { $0 + "-2" })
    #expect(before[3] == nil)
    #expect(before[0] == nil)
  }

  @Test("a siglum of one letter shows as a Heavenly Stem in Chinese", arguments: [
    ("a", "甲", "A"), ("b", "乙", "B"), ("k", "K", "K"), ("LP", "LP", "LP"), ("甲", "甲", "甲"),
  ])
  func sigla(text: String, chinese: String, english: String) {
    #expect(Siglum(text).shown(in: .zhHant) == chinese)
    #expect(Siglum(text).shown(in: .en) == english)
  }

  @Test("pinyin sorts without tones, ü after u")
  func pinyin() {
    #expect(PinyinKey.sortKey("Lǚ Yuǎn") == "lv yuan")
    #expect(PinyinKey.withoutTones("Wú Yǒng'ān") == "Wu Yong'an")
  }
}
