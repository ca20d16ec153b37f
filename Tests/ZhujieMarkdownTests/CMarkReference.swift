import CMarkGFM
import TestSupport

@testable import ZhujieMarkdown

/// What cmark's own renderer writes for a text, with the same options and extensions.
func cmarkHTML(_ text: String) -> String {
  let bytes = Array(text.utf8)
  return bytes.withUnsafeBufferPointer { buffer in
    CMark.withTree(of: buffer) { root -> String in
      guard let html = cmark_render_html(root, CMark.options, nil) else { return "" }
      defer { free(html) }
      return String(cString: html)
    } ?? ""
  }
}
