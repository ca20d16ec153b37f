import ZhujieInput
import ZhujieMarkdown
import ZhujieText

/// Where the site will be published, which only absolute addresses need to know.
struct PublishedSite: Sendable {
  /// With a slash at its end.
  private let base: String

  /// Nil where nobody said.
  init?(_ configuration: ProjectConfiguration) {
    guard let base = configuration.baseURL else { return nil }
    self.init(base: base)
  }

  /// Nil for what is no address.
  init?(base: String) {
    guard SafeURL(base) != nil else { return nil }
    self.base = base.hasSuffix("/") ? base : base + "/"
  }

  /// The absolute address of a path of the site, as hosts publish it: a folder's page by its folder.
  func address(of path: String) -> String {
    let isFolder = path.hasSuffix("/index.html") || path == "index.html"
    let address = base + (isFolder ? String(path.dropLast("index.html".count)) : path)
    return SafeURL(address)?.encoded ?? address
  }

  /// The path of the site on its host, with a slash at both ends; only one at its start, since what begins with two names a host.
  var path: String {
    let afterScheme = base.split(separator: "/", maxSplits: 3, omittingEmptySubsequences: false)
    return "/" + (afterScheme.count == 4 ? String(afterScheme[3].drop { $0 == "/" || $0 == "\\" }) : "")
  }
}
