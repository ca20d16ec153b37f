/// One file of the site: where it lies and what is in it.
public struct SiteFile: Sendable, Hashable {
  public let path: SitePath
  public let contents: [UInt8]

  public init(path: SitePath, contents: [UInt8]) {
    self.path = path
    self.contents = contents
  }
}

/// Whatever takes the files of a site as they are made, one at a time, from any number of tasks and in any order.
public protocol SiteSink: Sendable {
  func add(_ file: SiteFile) throws(WriteError)
}

/// A sink that knows files of an earlier build.
public protocol SiteStore: SiteSink {
  /// Takes files as they were, for a caller that knows it would make the same ones again. False, with nothing taken, where
  /// one is not there, or not as long as it was: then they have to be made and added.
  func keep(_ files: [(path: SitePath, byteCount: Int)]) -> Bool

  /// The bytes of a file of the earlier build; nil where there is none.
  func earlier(_ path: SitePath) -> [UInt8]?
}
