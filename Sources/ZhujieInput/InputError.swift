public import ZhujieText

/// A fault of the world that leaves nothing to read. The words are made at the top.
public enum InputError: Error, Hashable, Sendable {
  /// No folder stands at the path.
  case missingFolder(path: String)
  /// Something stands at the path, but it is not a folder.
  case notAFolder(path: String)
  /// The system refused to open or list it; `reason` is the system's own word.
  case unreadable(path: String, reason: String)
  /// No file stands at the path.
  case missingFile(path: String)
  /// The folder holds no `sources/`.
  case missingSources(path: String)
}

extension InputError {
  /// The stable name of the fault.
  public var code: DiagnosticCode {
    switch self {
    case .missingFolder, .missingFile: .missingFile
    case .notAFolder: .notAFolder
    case .unreadable: .unreadableFile
    case .missingSources: .noSources
    }
  }

  /// What the fault is about.
  public var path: String {
    switch self {
    case .missingFolder(let path), .notAFolder(let path), .unreadable(let path, _), .missingFile(let path),
      .missingSources(let path):
      path
    }
  }
}

extension InputError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .missingFolder(let path):
      "\"\(path)\": there is no such folder; name the folder of the project with --seeds"
    case .notAFolder(let path):
      "\"\(path)\" is not a folder; --seeds names the folder that holds sources/"
    case .missingFile(let path):
      "\"\(path)\": there is no such file"
    case .unreadable(let path, let reason):
      "\"\(path)\" cannot be read: \(reason)"
    case .missingSources(let path):
      "\"\(path)\" holds no folder sources/; a project keeps its source documents there"
    }
  }
}
