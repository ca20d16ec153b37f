public import ZhujieText

/// A code block with a fence, for whoever draws it as something else.
public struct FencedBlock: Sendable, Hashable {
  /// What stands after the opening fence.
  public let info: String
  /// Where its first line has its text in the file; the same number that `RenderOptions.fenced` is given.
  public let offset: Int
  /// Its lines in the file, from the start of the first; nil where they are indented or quoted, so that they are not
  /// what the block says.
  public let span: TextSpan<FileSpace>?
}

extension Markup {
  /// The fenced code blocks of a document, in order. `file` is the one it was read from.
  public func fencedBlocks(of file: SourceFile) -> [FencedBlock] {
    events.indices(of: .codeBlock).compactMap { index in
      let event = events[index]
      guard event.flags.contains(.fenced) else { return nil }
      return FencedBlock(
        info: String(decoding: arena[event.extra.range], as: UTF8.self),
        offset: Int(event.file),
        span: lines(of: arena[event.content.range], at: Int(event.file), in: file)
      )
    }
  }

  /// The file's bytes from an offset on that say the same as a literal, but for the line ends, which the parser makes
  /// line feeds.
  private func lines(
    of literal: ArraySlice<UInt8>,
    at offset: Int,
    in file: SourceFile
  ) -> TextSpan<FileSpace>? {
    let bytes = file.text.bytes
    // An empty block has no first line; its place is where its fence closes.
    guard !literal.isEmpty else {
      return TextSpan(min(offset, bytes.count), min(offset, bytes.count))
    }
    guard offset <= bytes.count,
      offset == 0 || bytes[offset - 1] == 0x0A || bytes[offset - 1] == 0x0D
    else { return nil }
    var i = offset
    for byte in literal {
      if byte == 0x0A, i < bytes.count, bytes[i] == 0x0D { i += 1 }
      if byte == 0x0A, i < bytes.count, bytes[i] != 0x0A, bytes[i - 1] == 0x0D { continue }
      // The last line of a file may have no end.
      guard i < bytes.count else { return byte == 0x0A ? TextSpan(offset, i) : nil }
      guard bytes[i] == byte else { return nil }
      i += 1
    }
    return TextSpan(offset, i)
  }
}
