import TestSupport
import Testing
import ZhujieText

@testable import ZhujieMarkdown

func markup(_ text: String) -> Markup {
  let file = SourceFile(path: SourcePath("a.md"), text: UTF8Text(text))
  return Markup(markdown: file, body: file.text.fullSpan)
}

@Test("a paragraph is read without its markup")
func paragraph() {
  let text = markup("# 標題\n\n遠山**科技**與\n晨星 [a](b.md) `x`\n\n- 一\n- 二\n")
  #expect(text.reading.text.string == "標題\n遠山科技與晨星 a x\n一\n二")
  #expect(text.misses == 0)
}
