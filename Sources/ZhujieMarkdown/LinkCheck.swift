internal import ZhujieText

/// Tells of links whose address may not stand on a page; they are shown as text.
enum LinkCheck {
  static func diagnostics(events: [Event], arena: [UInt8], file: SourceFile, blocks: [FlatBlock])
    -> [Diagnostic]
  {
    var result: [Diagnostic] = []
    var place = 0
    for event in events where event.phase == .enter {
      switch event.kind {
      case .paragraph, .heading, .tableCell:
        place = Int(event.file)
      case .link:
        let isSafe = arena[event.content.range].withUnsafeBufferPointer { SafeURL.isSafe($0) }
        if !isSafe {
          let address = String(decoding: arena[event.content.range].prefix(80), as: UTF8.self)
          result.append(
            Diagnostic(
              .warning,
              .markdownLink,
              at: file.location(at: place),
              "“\(address)” is not an address for a page: links have the scheme http, https, mailto or tel, or none; "
                + "the link is shown as text"
            )
          )
        }
      default:
        break
      }
    }
    return result
  }
}
