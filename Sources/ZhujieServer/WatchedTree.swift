import Glibc

/// The watches of inotify, one for each folder, kept as folders come and go.
struct WatchedTree: Sendable {
  enum Events {
    case paths(Set<String>)
    /// The system could not keep up, so that some events are lost.
    case unknown
  }

  private static let mask =
    UInt32(IN_CREATE) | UInt32(IN_CLOSE_WRITE) | UInt32(IN_DELETE) | UInt32(IN_MOVED_FROM)
    | UInt32(IN_MOVED_TO)
    | UInt32(IN_DELETE_SELF) | UInt32(IN_MOVE_SELF) | UInt32(IN_ONLYDIR) | UInt32(IN_EXCL_UNLINK)

  let descriptor: Int32
  private let roots: [String]
  private var paths: [Int32: String] = [:]
  private var watches: [String: Int32] = [:]
  /// The `errno` of a watch that the system had no room for.
  private(set) var failure: Int32?

  init(descriptor: Int32, roots: [String]) {
    self.descriptor = descriptor
    self.roots = roots.map { root in
      var root = root
      while root.count > 1, root.hasSuffix("/") { root.removeLast() }
      return root
    }
  }

  /// Whether every root is watched.
  var isComplete: Bool { roots.allSatisfy { watches[$0] != nil } }

  /// Watches the roots that are there and were not watched. Whether there was one.
  @discardableResult
  mutating func addRoots() -> Bool {
    var isNew = false
    for root in roots where watches[root] == nil {
      var found: Set<String> = []
      add(root, isRoot: true, found: &found)
      if watches[root] != nil { isNew = true }
    }
    return isNew
  }

  /// Watches a folder and those in it. What lies in them already is found, for it came before the watch.
  private mutating func add(_ path: String, isRoot: Bool, found: inout Set<String>) {
    var waiting = [path]
    while let folder = waiting.popLast() {
      let mask = isRoot && folder == path ? Self.mask : Self.mask | UInt32(IN_DONT_FOLLOW)
      let watch = inotify_add_watch(descriptor, folder, mask)
      guard watch >= 0 else {
        if errno == ENOSPC || errno == ENOMEM { failure = errno }
        continue
      }
      // The same folder under another name, after a rename that was not seen whole.
      if let before = paths[watch], before != folder { watches[before] = nil }
      (paths[watch], watches[folder]) = (folder, watch)
      guard let stream = opendir(folder) else { continue }
      defer { closedir(stream) }
      while let entry = readdir(stream) {
        let name = withUnsafePointer(to: &entry.pointee.d_name) {
          $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
        }
        guard Self.isRead(name) else { continue }
        var status = stat()
        let child = folder + "/" + name
        guard lstat(child, &status) == 0 else { continue }
        if status.st_mode & S_IFMT == S_IFDIR { waiting.append(child) } else { found.insert(child) }
      }
    }
  }

  private static func isRead(_ name: String) -> Bool {
    !name.isEmpty && !name.hasPrefix(".") && !name.hasPrefix("#") && !name.hasSuffix("~")
  }

  /// Takes the events that have come.
  mutating func read() -> Events {
    var changed: Set<String> = []
    var isUnknown = false
    while true {
      var buffer = [UInt8](repeating: 0, count: 65_536)
      let count = Glibc.read(descriptor, &buffer, buffer.count)
      guard count > 0 else { break }
      var offset = 0
      let head = MemoryLayout<inotify_event>.size
      while offset + head <= count {
        let event = buffer.withUnsafeBytes {
          $0.loadUnaligned(fromByteOffset: offset, as: inotify_event.self)
        }
        let nameEnd = min(offset + head + Int(event.len), count)
        let name = String(
          decoding: buffer[(offset + head)..<nameEnd].prefix { $0 != 0 },
          as: UTF8.self
        )
        offset = nameEnd
        if event.mask & UInt32(IN_Q_OVERFLOW) != 0 {
          isUnknown = true
        } else {
          take(event, name: name, changed: &changed)
        }
      }
    }
    guard isUnknown else { return .paths(changed) }
    // Folders may have come and gone unseen: begin again.
    for watch in paths.keys { inotify_rm_watch(descriptor, watch) }
    (paths, watches) = ([:], [:])
    addRoots()
    return .unknown
  }

  private mutating func take(_ event: inotify_event, name: String, changed: inout Set<String>) {
    guard let folder = paths[event.wd] else { return }
    if event.mask & UInt32(IN_IGNORED) != 0 {
      forget(event.wd)
      return
    }
    if event.mask & (UInt32(IN_DELETE_SELF) | UInt32(IN_MOVE_SELF)) != 0 {
      // Of other folders the one around them tells.
      if roots.contains(folder) {
        changed.insert(folder)
        remove(folder)
      }
      return
    }
    guard Self.isRead(name) else { return }
    let path = folder + "/" + name
    if event.mask & UInt32(IN_ISDIR) != 0 {
      changed.insert(path)
      if event.mask & (UInt32(IN_DELETE) | UInt32(IN_MOVED_FROM)) != 0 { remove(path) }
      if event.mask & (UInt32(IN_CREATE) | UInt32(IN_MOVED_TO)) != 0 {
        add(path, isRoot: false, found: &changed)
      }
    } else if event.mask & UInt32(IN_CREATE) == 0 {
      changed.insert(path)
    } else {
      // A new file tells again when it is written and closed; a link never is.
      var status = stat()
      if lstat(path, &status) != 0 || status.st_mode & S_IFMT != S_IFREG || status.st_nlink > 1 {
        changed.insert(path)
      }
    }
  }

  /// Gives up the watches of a folder and of those in it.
  private mutating func remove(_ folder: String) {
    for (path, watch) in watches where path == folder || path.hasPrefix(folder + "/") {
      inotify_rm_watch(descriptor, watch)
      forget(watch)
    }
  }

  private mutating func forget(_ watch: Int32) {
    guard let path = paths.removeValue(forKey: watch) else { return }
    if watches[path] == watch { watches[path] = nil }
  }
}
