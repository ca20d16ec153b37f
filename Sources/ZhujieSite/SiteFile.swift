/// One file of the site: where it lies and what is in it.
package struct SiteFile: Sendable, Hashable {
  package let path: SitePath
  package let contents: [UInt8]

  package init(path: SitePath, contents: [UInt8]) {
    self.path = path
    self.contents = contents
  }
}

/// Whatever takes the files of a site as they are made, one at a time, from any number of tasks and in any order.
package protocol SiteSink: Sendable {
  func add(_ file: SiteFile) throws(WriteError)
}
