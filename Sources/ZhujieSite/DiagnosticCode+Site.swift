package import ZhujieText

extension DiagnosticCode {
  /// The output, or a folder around it, cannot be read.
  package static let outputUnreadable = DiagnosticCode("output.unreadable")
  /// The output cannot be written.
  package static let outputUnwritable = DiagnosticCode("output.unwritable")
  /// The disk is full.
  package static let outputFull = DiagnosticCode("output.full")
  /// The output is not a folder.
  package static let outputNotAFolder = DiagnosticCode("output.not-a-folder")
  /// The output overlaps a folder that is read.
  package static let outputOverlap = DiagnosticCode("output.overlap")
  /// Another build writes to the output.
  package static let outputBusy = DiagnosticCode("output.busy")
  /// A file that is not ours stands where a page should go.
  package static let outputInTheWay = DiagnosticCode("output.in-the-way")
  /// The manifest in the output is damaged.
  package static let outputManifest = DiagnosticCode("output.manifest")
  /// The output was changed by somebody else during the build.
  package static let outputChanged = DiagnosticCode("output.changed")
  /// Two pages have addresses that cannot live together everywhere.
  package static let pathConflict = DiagnosticCode("page.path-conflict")
  /// An internal link leads nowhere.
  package static let linkBroken = DiagnosticCode("link.broken")
  /// An internal link leads to no such place on its page.
  package static let linkBrokenAnchor = DiagnosticCode("link.broken-anchor")
  /// One page holds an id twice.
  package static let pageDuplicateID = DiagnosticCode("page.duplicate-id")
}
