import Glibc
public import ZhujieText

extension WriteError {
  /// The stable name of the fault, for listings as JSON and for the documentation.
  public var code: DiagnosticCode {
    switch self {
    case .system(.list, _, _), .system(.read, _, _), .system(.resolve, _, _): .outputUnreadable
    case .system, .interrupted: .outputUnwritable
    case .diskFull: .outputFull
    case .notAFolder: .outputNotAFolder
    case .overlap: .outputOverlap
    case .busy: .outputBusy
    case .inTheWay: .outputInTheWay
    case .conflicts: .pathConflict
    case .manifest: .outputManifest
    case .changedMeanwhile: .outputChanged
    }
  }

  /// What the fault is about: the output, or a path in it; nil where it is none of either.
  public var path: String? {
    switch self {
    case .system(_, let path, _), .diskFull(let path), .notAFolder(let path), .manifest(let path, _),
      .changedMeanwhile(let path):
      path
    case .overlap(let output, _), .busy(let output), .inTheWay(let output, _): output
    case .conflicts(let conflicts): conflicts.first?.first.string
    case .interrupted: nil
    }
  }

  /// What to tell the person who ran the build.
  public var message: String {
    switch self {
    case .system(let operation, let path, let number):
      "'\(path)': could not \(operation.rawValue): \(String(cString: strerror(number)))"
    case .diskFull(let path):
      "'\(path)': no space is left on the disk; the site that was there is untouched"
    case .notAFolder(let path):
      "'\(path)' is not a folder that a site can be written to; choose another output"
    case .overlap(let output, let read):
      "'\(output)' is equal to, inside or around '\(read)', which is read; choose an output apart from it"
    case .busy(let output):
      "'\(output)' is being written by another build; wait for it, or choose another output"
    case .inTheWay(let output, let paths):
      "\(Self.list(paths)) in '\(output)': not made by this program and in the way of a page; move it, "
        + "or choose another output"
    case .conflicts(let conflicts):
      Self.list(conflicts.map(\.description), quoted: false)
    case .manifest(let path, let line):
      "'\(path)' line \(line): not a record of this program, so no file here is known to be ours; "
        + "remove the output folder, or choose another"
    case .interrupted:
      "interrupted; the site that was there is untouched"
    case .changedMeanwhile(let path):
      "'\(path)' was removed by somebody while the site was being written; build again"
    }
  }

  private static func list(_ items: [String], quoted: Bool = true) -> String {
    let shown = items.prefix(5).map { quoted ? "'\($0)'" : $0 }.joined(
      separator: quoted ? ", " : "; "
    )
    return items.count > 5 ? "\(shown) and \(items.count - 5) more" : shown
  }
}

extension WriteError.Conflict: CustomStringConvertible {
  public var description: String {
    switch kind {
    case .same: "'\(first)' is the address of two pages"
    case .spelling: "'\(first)' and '\(second)' differ by case or Unicode normalization only"
    case .fileAndFolder: "'\(first)' is a file and a folder, for '\(second)' lies in it"
    }
  }
}
