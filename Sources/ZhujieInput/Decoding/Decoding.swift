public import ZhujieText

/// The text of a file's bytes, and what is to be said about how they are encoded.
///
/// UTF-8 stays as it is, byte order mark included, since offsets into a file count it. UTF-16,
/// GB18030 and Big5 are decoded with a warning where the bytes leave no doubt. All else has no
/// text: nil, and an error with the place of the first byte that cannot be.
public func decodedText(_ bytes: [UInt8], path: SourcePath) -> (
  text: UTF8Text<FileSpace>?, diagnostics: [Diagnostic]
) {
  if bytes.starts(with: [0xFF, 0xFE, 0, 0]) || bytes.starts(with: [0, 0, 0xFE, 0xFF]) {
    return (nil, [refused(bytes, at: 0, path, "the file is in UTF-32, which is not read")])
  }
  for (mark, encoding) in [
    ([0xFF, 0xFE] as [UInt8], OtherEncoding.utf16LittleEndian), ([0xFE, 0xFF], .utf16BigEndian),
  ] where bytes.starts(with: mark) {
    guard let utf8 = encoding.utf8(bytes), let text = UTF8Text<FileSpace>(validating: utf8) else {
      return (
        nil,
        [refused(bytes, at: 0, path, "the file begins as UTF-16 but is broken farther on")]
      )
    }
    return checked(text, path, [decoded(from: "UTF-16", path)])
  }
  let invalid = UTF8Validation.firstInvalidOffset(in: bytes)
  // Bare UTF-16 of ASCII is valid UTF-8 full of NULs.
  if invalid != nil || bytes.contains(0), let guess = EncodingGuess.plausible(bytes),
    let text = UTF8Text<FileSpace>(validating: guess.utf8)
  {
    return checked(text, path, [decoded(from: guess.encoding.rawValue, path)])
  }
  if let invalid {
    return (nil, [refused(bytes, at: invalid, path, "the file is not UTF-8")])
  }
  return checked(UTF8Text(trusted: bytes), path, [])
}

private func decoded(from encoding: String, _ path: SourcePath) -> Diagnostic {
  Diagnostic(
    .warning,
    .otherEncoding,
    at: SourceLocation(path: path),
    "\"\(encoding)\" is how the file was decoded, since it is not UTF-8; save it as UTF-8"
  )
}

private func refused(_ bytes: [UInt8], at offset: Int, _ path: SourcePath, _ what: String)
  -> Diagnostic
{
  let valid = SourceFile(path: path, text: UTF8Text(trusted: Array(bytes[..<offset])))
  let digits = String(bytes[offset], radix: 16, uppercase: true)
  return Diagnostic(
    .error,
    .notUTF8,
    at: SourceLocation(path: path, position: valid.nextPosition),
    "\"0x\(digits.utf8.count == 1 ? "0" : "")\(digits)\" at byte \(offset): \(what); save it as UTF-8"
  )
}

private func checked(
  _ text: UTF8Text<FileSpace>,
  _ path: SourcePath,
  _ diagnostics: [Diagnostic]
) -> (text: UTF8Text<FileSpace>?, diagnostics: [Diagnostic]) {
  if let offset = text.bytes.firstIndex(of: 0) {
    let file = SourceFile(path: path, text: text)
    let found = Diagnostic(
      .error,
      .nulCharacter,
      at: SourceLocation(path: path, position: file.position(at: offset)),
      "\"U+0000\" at byte \(offset): text holds no NUL; remove it, or save the file as UTF-8"
    )
    return (nil, diagnostics + [found])
  }
  return (text, diagnostics + HiddenScalars.diagnostics(in: text, path: path))
}

extension SourceFile {
  /// Where a character after the last would stand: at the start of a new line where the text ends
  /// with a line end.
  fileprivate var nextPosition: Position {
    if let last = text.bytes.last, last == 0x0A || last == 0x0D {
      return Position(line: lineStarts.count + 1, column: 1)
    }
    return position(at: text.count)
  }
}
