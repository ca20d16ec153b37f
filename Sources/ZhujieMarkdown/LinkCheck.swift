package import ZhujieText

/// Finds links whose address may not stand on a page, or leads nowhere; they are shown as text.
enum LinkCheck {
  static func findings(events: [Event], arena: [UInt8]) -> [Finding] {
    links(events) { event, place in
      guard !arena[event.content.range].withUnsafeBufferPointer({ SafeURL.isSafe($0) }) else {
        return nil
      }
      return Finding(kind: .link(shown(arena[event.content.range])), file: place)
    }
  }

  /// What `check` says of each link, with the place of the block that it stands in.
  static func links(_ events: some Sequence<Event>, _ check: (Event, Int) -> Finding?) -> [Finding] {
    var result: [Finding] = []
    var place = 0
    for event in events where event.phase == .enter {
      switch event.kind {
      case .paragraph, .heading, .tableCell:
        place = Int(event.file)
      case .link:
        if let finding = check(event, place) { result.append(finding) }
      default:
        break
      }
    }
    return result
  }

  /// An address as far as a message shows it.
  static func shown(_ address: ArraySlice<UInt8>) -> String {
    String(decoding: address.prefix(80), as: UTF8.self)
  }
}

extension Markup {
  /// A warning for each relative link that `leads` says to lead nowhere.
  package func brokenLinks(in file: SourceFile, unless leads: (String) -> Bool) -> [Diagnostic] {
    let findings = LinkCheck.links(events) { event, place in
      let address = String(decoding: arena[event.content.range], as: UTF8.self)
      guard SafeURL(address)?.isRelative == true, !leads(address) else { return nil }
      return Finding(kind: .brokenLink(LinkCheck.shown(arena[event.content.range])), file: place)
    }
    return Finding.diagnostics(findings, in: file)
  }
}
