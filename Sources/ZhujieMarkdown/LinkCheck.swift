/// Finds links whose address may not stand on a page; they are shown as text.
enum LinkCheck {
  static func findings(events: [Event], arena: [UInt8]) -> [Finding] {
    var result: [Finding] = []
    var place = 0
    for event in events where event.phase == .enter {
      switch event.kind {
      case .paragraph, .heading, .tableCell:
        place = Int(event.file)
      case .link:
        guard !arena[event.content.range].withUnsafeBufferPointer({ SafeURL.isSafe($0) }) else {
          continue
        }
        let address = String(decoding: arena[event.content.range].prefix(80), as: UTF8.self)
        result.append(Finding(kind: .link(address), file: place))
      default:
        break
      }
    }
    return result
  }
}
