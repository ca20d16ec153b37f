import ZhujieText

/// Finds characters that change a text without being seen: direction controls, zero-width and
/// control characters, and the mark that stands for a lost one.
enum HiddenScalars {
  /// One warning a character of this sort, at its first place, with how often it stands.
  static func diagnostics(in text: UTF8Text<FileSpace>, path: SourcePath) -> [Diagnostic] {
    var places: [UInt32: (first: Int, count: Int)] = [:]
    text.bytes.withUnsafeBufferPointer { bytes in
      var i = 0
      while i < bytes.count {
        // Nearly every byte is settled here: what we look for is below 0x20, 0x7F, or starts with
        // C2, D8, E1, E2, EF.
        let byte = bytes[i]
        // Most of a text is Han, three bytes a character.
        if byte >= 0xE3, byte < 0xEF {
          i += 3
          continue
        }
        guard
          byte < 0x20 || byte == 0x7F || byte == 0xC2 || byte == 0xD8 || byte == 0xE1
            || byte == 0xE2 || byte == 0xEF
        else {
          i += 1
          continue
        }
        let (value, length) = UTF8Scan.scalar(at: i, in: bytes)
        if i > 0 || value != 0xFEFF, kind(of: value) != nil,
          !(value == 0x200D && joins(at: i, length, in: bytes))
        {
          places[value, default: (i, 0)].count += 1
        }
        i += length
      }
    }
    guard !places.isEmpty else { return [] }
    let file = SourceFile(path: path, text: text)
    return places.sorted { $0.key < $1.key }.compactMap { value, place in
      guard let (code, name) = kind(of: value) else { return nil }
      let digits = String(value, radix: 16, uppercase: true)
      let number = String(repeating: "0", count: max(0, 4 - digits.utf8.count)) + digits
      let times = place.count == 1 ? "once" : "\(place.count) times, first here"
      return Diagnostic(
        .warning,
        code,
        at: file.location(at: place.first),
        "\"U+\(number)\" (\(name)) stands in the text \(times); remove it unless it is meant"
      )
    }
  }

  private static func kind(of value: UInt32) -> (code: DiagnosticCode, name: String)? {
    switch value {
    case 0x09, 0x0A, 0x0D: nil
    case 0..<0x20, 0x7F...0x9F: (.controlCharacter, "a control character")
    case 0x061C, 0x200E, 0x200F: (.directionControl, "a direction mark")
    case 0x202A...0x202E, 0x2066...0x2069: (.directionControl, "a direction control")
    case 0x2028, 0x2029: (.invisibleCharacter, "a line end that few programs know")
    case 0xAD: (.invisibleCharacter, "soft hyphen")
    case 0x200B: (.invisibleCharacter, "zero-width space")
    case 0x200C, 0x200D: (.invisibleCharacter, "zero-width joiner or non-joiner")
    case 0x180E, 0x2060...0x2064: (.invisibleCharacter, "an invisible character")
    case 0xFEFF: (.invisibleCharacter, "byte order mark inside the text")
    case 0xFFFD: (.lostCharacter, "the sign for a character lost in an earlier conversion")
    default: nil
    }
  }

  /// Whether a zero-width joiner joins pictographs, which is its job.
  private static func joins(at offset: Int, _ length: Int, in bytes: UnsafeBufferPointer<UInt8>)
    -> Bool
  {
    guard offset > 0, offset + length < bytes.count else { return false }
    let next = UTF8Scan.scalar(at: offset + length, in: bytes).value
    return next >= 0x1F000 || (0x2600...0x27BF).contains(next)
  }
}
