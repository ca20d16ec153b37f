import ZhujieText

extension DiagnosticCode {
  /// The conversion tables inside the program are missing, or of another format than it reads. Cure: run `make tables` and
  /// build the program again.
  static let staleTables = DiagnosticCode("tables.stale")
}
