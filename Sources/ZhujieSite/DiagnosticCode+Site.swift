public import ZhujieText

extension DiagnosticCode {
  /// The output, or a folder around it, cannot be read. Cure: give the program the right to read it.
  public static let outputUnreadable = DiagnosticCode("output.unreadable")
  /// The output cannot be written. Cure: give the program the right to write there, or name another folder.
  public static let outputUnwritable = DiagnosticCode("output.unwritable")
  /// The disk is full. Cure: make room, or write somewhere else; the last site stands.
  public static let outputFull = DiagnosticCode("output.full")
  /// The output is not a folder. Cure: name a folder, or one that is not there yet.
  public static let outputNotAFolder = DiagnosticCode("output.not-a-folder")
  /// The output overlaps a folder that is read. Cure: write to a folder that is neither inside nor around it.
  public static let outputOverlap = DiagnosticCode("output.overlap")
  /// Another build writes to the output. Cure: wait for it to end, then build again.
  public static let outputBusy = DiagnosticCode("output.busy")
  /// A file that is not ours stands where a page should go. Cure: move it elsewhere, or write to another folder.
  public static let outputInTheWay = DiagnosticCode("output.in-the-way")
  /// The manifest in the output is damaged. Cure: write to another folder; or remove the site, its manifest included, and
  /// build again.
  public static let outputManifest = DiagnosticCode("output.manifest")
  /// The output was changed by somebody else during the build. Cure: build again when nobody writes there.
  public static let outputChanged = DiagnosticCode("output.changed")
  /// Two pages have addresses that cannot live together everywhere. Cure: give one of them another `slug` or ID.
  public static let pathConflict = DiagnosticCode("page.path-conflict")
  /// An internal link leads nowhere. Cure: correct its target.
  public static let linkBroken = DiagnosticCode("link.broken")
  /// An internal link leads to no such place on its page. Cure: correct what stands after `#`.
  public static let linkBrokenAnchor = DiagnosticCode("link.broken-anchor")
  /// One page holds an id twice. Cure: none in the seeds; it is a fault of the templates.
  public static let pageDuplicateID = DiagnosticCode("page.duplicate-id")
}
