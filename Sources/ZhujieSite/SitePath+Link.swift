extension SitePath {
  /// The relative reference (RFC 3986) that leads from one page to another file of the site.
  ///
  /// From `en/people/lin-yuan/index.html` to `en/index.html` it is `../../index.html`. `index.html` is written out, so
  /// that the site can be read from the disk. Bytes that a URL or an HTML attribute would read as something else are
  /// percent-encoded, so the result may stand between quotes as it is.
  public static func relativeLink(from page: SitePath, to target: SitePath) -> String {
    let from = page.string.utf8
    let to = target.string.utf8
    // The end of the last folder that both share.
    var sharedFrom = from.startIndex
    var sharedTo = to.startIndex
    var (i, j) = (from.startIndex, to.startIndex)
    while i < from.endIndex, j < to.endIndex, from[i] == to[j] {
      let isSlash = from[i] == 0x2F
      from.formIndex(after: &i)
      to.formIndex(after: &j)
      if isSlash { (sharedFrom, sharedTo) = (i, j) }
    }
    let up = from[sharedFrom...].reduce(0) { $1 == 0x2F ? $0 + 1 : $0 }
    return String(repeating: "../", count: up) + PercentCoding.encode(to[sharedTo...])
  }

  /// As `relativeLink(from:to:)`, leading to the element with an id. Within one page the result is only the fragment.
  public static func relativeLink(from page: SitePath, to target: SitePath, anchor: String)
    -> String
  {
    let path = page == target ? "" : relativeLink(from: page, to: target)
    return path + "#" + PercentCoding.encode(anchor.utf8)
  }
}
