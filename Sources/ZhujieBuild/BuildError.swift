public import ZhujieInput
public import ZhujieSite
public import ZhujieText

/// Why nothing could be built. The words are made by `message`.
public enum BuildError: Error, Sendable {
  case input(InputError)
  case write(WriteError)
  /// A folder of templates that cannot be read.
  case templates(InputError)
  /// A stream is not UTF-8 from the byte at an offset, from 0, on.
  case invalidText(offset: Int)
  /// A folder holds a site without a record of what it says that this version can read.
  case noRecord(folder: String)
  case neitherSiteNorSeeds(folder: String)
  /// The conversion tables inside the program are missing, or of another format than the program reads.
  case staleTables

  /// The reason, without its place.
  public var message: String {
    switch self {
    case .input(let error): error.description
    case .templates(let error): "templates: " + error.description
    case .write(let error): error.message
    case .invalidText(let offset):
      "byte \(offset) is not UTF-8; convert the text to UTF-8 first, as with iconv"
    case .noRecord(let folder):
      "\(folder): this site has no record of what it says; build it again with this version of zhujie"
    case .neitherSiteNorSeeds(let folder):
      "\(folder): neither a site that zhujie built nor a project, which has a folder sources/"
    case .staleTables:
      "the conversion tables inside this program are missing or older than it; run make tables and build it again"
    }
  }

  /// The fault as a finding, so that it is shown and listed as all others are.
  public var diagnostic: Diagnostic {
    switch self {
    case .input(let error), .templates(let error): finding(error.code, error.path)
    case .write(let error): finding(error.code, error.path)
    case .noRecord(let folder), .neitherSiteNorSeeds(let folder): finding(.outputUnreadable, folder)
    case .invalidText: Diagnostic(.error, .notUTF8, at: nil, message)
    case .staleTables: Diagnostic(.error, .staleTables, at: nil, message)
    }
  }

  private func finding(_ code: DiagnosticCode, _ path: String?) -> Diagnostic {
    Diagnostic(.error, code, at: path.map { SourceLocation(path: SourcePath($0)) }, message)
  }
}
