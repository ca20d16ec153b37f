public import ZhujieMarkdown
public import ZhujieText

/// The pictures of a body, read once for all languages.
public struct BodyPictures: Sendable {
  public let pictures: [Picture]
  /// What is wrong with the blocks themselves; entities and citations are checked by whoever knows them.
  public let diagnostics: [Diagnostic]
  private let indices: [Int: Int]

  public init(of markup: Markup, in file: SourceFile) {
    var pictures: [Picture] = []
    var diagnostics: [Diagnostic] = []
    var indices: [Int: Int] = [:]
    for block in markup.fencedBlocks(of: file) {
      guard let kind = PictureKind(info: block.info) else { continue }
      guard let span = block.span else {
        diagnostics.append(
          Diagnostic(
            .error,
            .pictureIndented,
            at: file.location(at: block.offset),
            "\"\(kind.rawValue)\" stands indented or in a quotation; move its fence and lines to the left edge"
          )
        )
        continue
      }
      let (picture, faults) = Picture.parse(kind: kind, in: file, span: span)
      diagnostics += faults
      guard let picture else { continue }
      indices[block.offset] = pictures.count
      pictures.append(picture)
    }
    self.pictures = pictures
    self.diagnostics = diagnostics
    self.indices = indices
  }

  /// The picture of the block at an offset, as `RenderOptions.fenced` names it.
  public func picture(at offset: Int) -> Picture? { indices[offset].map { pictures[$0] } }
}
