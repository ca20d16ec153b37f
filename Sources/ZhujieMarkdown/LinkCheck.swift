public import ZhujieText

/// Finds links whose address may not stand on a page, or leads nowhere; they are shown as text.
enum LinkCheck {
  /// A link of a document.
  struct Link: Sendable {
    let address: ArenaSlice
    /// The place of the block that it stands in.
    let file: Int32
  }

  static func findings(of links: [Link], arena: [UInt8]) -> [Finding] {
    links.compactMap { link in
      let address = arena[link.address.range]
      guard !address.withUnsafeBufferPointer({ SafeURL.isSafe($0) }) else { return nil }
      return Finding(kind: .link(shown(address)), file: Int(link.file))
    }
  }

  /// In file order.
  static func links(of events: [Event]) -> [Link] {
    var links: [Link] = []
    var place: Int32 = 0
    for event in events where event.phase == .enter {
      switch event.kind {
      case .paragraph, .heading, .tableCell: place = event.file
      case .link: links.append(Link(address: event.content, file: place))
      default: break
      }
    }
    return links
  }

  /// An address as far as a message shows it.
  static func shown(_ address: ArraySlice<UInt8>) -> String {
    String(decoding: address.prefix(80), as: UTF8.self)
  }
}

extension Markup {
  /// A warning for each relative link that `leads` says to lead nowhere.
  public func brokenLinks(in file: SourceFile, unless leads: (String) -> Bool) -> [Diagnostic] {
    let findings = links.compactMap { link -> Finding? in
      let bytes = arena[link.address.range]
      let address = String(decoding: bytes, as: UTF8.self)
      guard SafeURL(address)?.isRelative == true, !leads(address) else { return nil }
      return Finding(kind: .brokenLink(LinkCheck.shown(bytes)), file: Int(link.file))
    }
    return Finding.diagnostics(findings, in: file)
  }
}
