import TestSupport
import Testing

@testable import ZhujieSite

@Suite("Finding links and ids")
struct HTMLScanTests {
  /// The values of links and ids of a page, in order.
  private func values(_ page: String) -> [String] {
    let bytes = Array(page.utf8)
    var found: [String] = []
    bytes.withUnsafeBufferPointer { page in
      HTMLScan.attributes(of: page) { attribute, range in
        found.append((attribute == .id ? "#" : "") + String(decoding: page[range], as: UTF8.self))
      }
    }
    return found
  }

  /// Pieces of pages, each with what is to be found in it. What a piece holds must not depend on those around it.
  private static let pieces: [(html: String, values: [String])] = [
    (##"<a href="b/x.html#p">"##, ["b/x.html#p"]), (##"<a class="m person" href='c' id=d>"##, ["c", "#d"]), ("</a>", []),
    (##"<img src="圖.svg" alt="a = b > c">"##, ["圖.svg"]), (##"<p title='"' id="e">"##, ["#e"]), (##"<P ID="f"/>"##, ["#f"]),
    ("林遠在晨星，", []), (##" href="no" id=no = "##, []), ("<td></td><b>x=1</b>", []), ("< a=b >", []), ("<>=", []),
    (##"<!-- <a href="no"> -->"##, []), ("<!doctype html>", []), (##"<base href="no">"##, []),
    (##"<script src="s.js" defer>if (a<b) x = '<a href="no">'</script>"##, ["s.js"]),
    (##"<script>x = "<p id=no>"</script >"##, []), (##"<style>a[href="no"] > b</style>"##, []),
    (##"<strong id="g">"##, ["#g"]), (##"<svg><path d="M0 0" id="h"/></svg>"##, ["#h"]), (##"<a data-href="no" x-id="no">"##, []),
    ("<a\n  href=\"i\"\n  hidden\n>", ["i"]), (##"<a title="<a href='no'>" href="j">"##, ["j"]), ("<a href=k?a=b>", ["k?a=b"]),
  ]

  @Test("the same wherever in a page, and whatever stands around", arguments: 0..<200 as Range<UInt64>)
  func places(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    var page = String(repeating: " ", count: Int.random(in: 0..<130, using: &random))
    var expected: [String] = []
    for _ in 0..<Int.random(in: 1...40, using: &random) {
      let piece = Self.pieces[Int.random(in: 0..<Self.pieces.count, using: &random)]
      page += piece.html
      expected += piece.values
    }
    #expect(values(page) == expected, "\(page)")
  }

  @Test("each piece by itself", arguments: pieces.indices)
  func single(index: Int) {
    #expect(values(Self.pieces[index].html) == Self.pieces[index].values)
  }

  @Test("what is cut off anywhere is read without a crash")
  func cutOff() {
    let page = Array(Self.pieces.map(\.html).joined().utf8)
    for end in page.indices {
      page[..<end].withUnsafeBufferPointer { HTMLScan.attributes(of: $0) { _, range in #expect(range.upperBound <= end) } }
    }
  }
}
