public import ZhujieText

/// What reading pictures can find, besides what YAML itself can.
extension DiagnosticCode {
  /// A block of a picture holds nothing. Cure: write the key that the message names.
  public static let pictureEmpty = DiagnosticCode("picture.empty")
  /// Something in a picture has neither entity nor words. Cure: give it one of them.
  public static let pictureItem = DiagnosticCode("picture.item")
  /// A number in a chart is none. Cure: write digits, with the unit under `unit`.
  public static let pictureNumber = DiagnosticCode("picture.number")
  /// A row of a table has more cells than there are columns. Cure: add a column or remove a cell.
  public static let pictureCells = DiagnosticCode("picture.cells")
  /// A picture holds more than it could show. Cure: make several pictures.
  public static let pictureLimit = DiagnosticCode("picture.limit")
  /// A picture stands in a list or a quotation, where its YAML cannot be read. Cure: move its fence to
  /// the left edge.
  public static let pictureIndented = DiagnosticCode("picture.indented")
  /// A picture names an entity that the project does not have. Cure: correct the ID, or write words
  /// under `text`.
  public static let pictureEntity = DiagnosticCode("picture.unknown-entity")
  /// A timeline takes its date from an entity without one. Cure: write `date` beside it.
  public static let pictureDate = DiagnosticCode("picture.missing-date")

  /// Every code of this room, for the catalogue in `docs/diagnostics.md`.
  public static let ofPictures: [DiagnosticCode] = [
    .pictureEmpty, .pictureItem, .pictureNumber, .pictureCells, .pictureLimit, .pictureIndented,
    .pictureEntity,
    .pictureDate,
  ]
}
