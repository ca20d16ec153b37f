/// Why a site could not be written. Whatever the reason, the site that stood there stands there still.
public enum WriteError: Error, Hashable, Sendable {
  /// Two paths that one file system or another would take for the same.
  public struct Conflict: Hashable, Comparable, Sendable {
    /// The two in the order of their bytes.
    public let first: SitePath
    public let second: SitePath
    public let kind: Kind

    public enum Kind: Hashable, Sendable {
      /// One path was handed over twice.
      case same
      /// The two differ by case or Unicode normalization only.
      case spelling
      /// `first` is a file and is also a folder that `second` lies in.
      case fileAndFolder
    }

    public static func < (a: Self, b: Self) -> Bool {
      a.first == b.first ? a.second < b.second : a.first < b.first
    }
  }

  /// The system refused: what was being done, to which path, and its `errno`.
  case system(Operation, path: String, errno: Int32)
  /// No space, or no quota, is left for the output.
  case diskFull(path: String)
  /// The output is there and is not a folder.
  case notAFolder(path: String)
  /// The output is equal to, inside or around a folder that is read.
  case overlap(output: String, read: String)
  /// Another build is writing to the same output.
  case busy(output: String)
  /// Files that are not ours stand where pages should go; in order.
  case inTheWay(output: String, paths: [String])
  /// Pages that cannot live together; in order.
  case conflicts([Conflict])
  /// The record of what was written cannot be read, so nobody knows which files are ours.
  case manifest(path: String, line: Int)
  /// A page that had been found unchanged vanished before the site was complete.
  case changedMeanwhile(path: String)
  /// Somebody asked the process to end.
  case interrupted

  public enum Operation: String, Hashable, Sendable {
    case resolve, list, read, write, link, rename, remove, lock
  }
}
