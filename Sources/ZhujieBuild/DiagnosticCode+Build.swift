import ZhujieText

extension DiagnosticCode {
  /// The conversion tables inside the program are missing, or of another format than it reads. Run `make
  /// tables` and build the program again.
  static let staleTables = DiagnosticCode("tables.stale")
}
