/// What hosts and crawlers read beside the pages.
enum HostFiles {
  /// Tells GitHub Pages to publish the folder as it is.
  static let noJekyll = (path: ".nojekyll", contents: "")

  /// Response headers, for hosts that read such a file (Netlify, Cloudflare Pages). Everything a page needs is of its
  /// own origin and nothing is inline; `base-uri` lets the page for missing addresses name its folder.
  static let headers = (
    path: "_headers",
    contents: """
    /*
      Content-Security-Policy: default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'self'; frame-ancestors 'none'
      X-Content-Type-Options: nosniff
      Referrer-Policy: strict-origin-when-cross-origin
      Permissions-Policy: camera=(), geolocation=(), microphone=()

    """
  )

  static func robots(_ site: PublishedSite?) -> (path: String, contents: String) {
    let map = site.map { "\nSitemap: \($0.address(of: "sitemap.xml"))\n" } ?? ""
    return ("robots.txt", "User-agent: *\nAllow: /\n" + map)
  }
}
