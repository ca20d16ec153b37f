/// Which files of an output folder are ours: the only ones that are ever replaced or removed.
///
/// On disk it is text: a line with a version, then a path a line, in the order of their bytes. It holds no sizes and no
/// digests, since whether a file changed is seen by comparing it, which no digest does faster.
struct Manifest {
  static let name = RelativePath(".zhujie-manifest")
  private static let header = "zhujie-manifest 1"

  /// Sorted, each once.
  let paths: [SitePath]

  /// From paths that are sorted and each there once.
  init(sorted paths: [SitePath]) {
    self.paths = paths
  }

  /// All that either of two has.
  init(_ a: Manifest, and b: Manifest) {
    var paths: [SitePath] = []
    paths.reserveCapacity(max(a.paths.count, b.paths.count))
    var (i, j) = (0, 0)
    while i < a.paths.count, j < b.paths.count {
      let (first, second) = (a.paths[i], b.paths[j])
      let isSecondNext = second < first
      if !isSecondNext {
        i += 1
        if first == second { j += 1 }
      } else {
        j += 1
      }
      paths.append(isSecondNext ? second : first)
    }
    self.paths = paths + a.paths[i...] + b.paths[j...]
  }

  func contains(_ path: SitePath) -> Bool {
    var (low, high) = (0, paths.count)
    while low < high {
      let middle = (low + high) / 2
      if paths[middle] < path { low = middle + 1 } else { high = middle }
    }
    return low < paths.count && paths[low] == path
  }

  /// The paths that another manifest does not have.
  func paths(notIn other: Manifest) -> [SitePath] {
    var rest = other.paths[...]
    return paths.filter { path in
      rest = rest.drop { $0 < path }
      return rest.first != path
    }
  }

  var bytes: [UInt8] {
    var result = Array(Self.header.utf8) + [0x0A]
    result.reserveCapacity(result.count + paths.reduce(0) { $0 + $1.string.utf8.count + 1 })
    for path in paths {
      result += path.string.utf8
      result.append(0x0A)
    }
    return result
  }

  /// Reads the manifest of an output; nil where there is none. A line that cannot be ours is an error: a damaged or
  /// forged record must not have anything removed.
  static func read(in folder: Folder) throws(WriteError) -> Manifest? {
    guard let bytes = try folder.contents(name, atMost: Folder.largestRecord) else { return nil }
    var lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)[...]
    guard lines.popFirst().map({ $0.elementsEqual(header.utf8) }) == true else {
      throw .manifest(path: folder.full(name), line: 1)
    }
    // What ends with a line break ends with an empty line.
    guard lines.popLast()?.isEmpty == true else {
      throw .manifest(path: folder.full(name), line: lines.endIndex)
    }
    var paths: [SitePath] = []
    paths.reserveCapacity(lines.count)
    for (number, line) in zip(2..., lines) {
      guard let string = String(validating: line, as: UTF8.self),
        let path = SitePath(string) ?? SitePath.records.first(where: { $0.string == string }),
        paths.last.map({ $0 < path }) ?? true
      else { throw .manifest(path: folder.full(name), line: number) }
      paths.append(path)
    }
    return Manifest(sorted: paths)
  }
}
