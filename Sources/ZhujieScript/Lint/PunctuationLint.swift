internal import ZhujieText

/// The width of marks, letters and digits in Chinese (GB/T 15834: marks are full-width).
struct PunctuationLint {
  let bytes: UnsafeBufferPointer<UInt8>
  let skipped: [Range<Int>]

  private static let fullWidth: [UInt8: String] = [
    0x2C: "，", 0x3B: "；", 0x3A: "：", 0x21: "！", 0x3F: "？", 0x28: "（", 0x29: "）",
  ]

  func findings() -> [LintFinding] {
    var half: [(offset: Int, byte: UInt8)] = []
    var full = 0
    var wide: [Range<Int>] = []
    var narrow = 0
    var i = 0
    var nextSkipped = 0
    // The character before, and whether it belongs to Chinese text.
    var isAfterChinese = false
    var isAfterAlphanumeric = false
    while i < bytes.count {
      if nextSkipped < skipped.count, i >= skipped[nextSkipped].lowerBound {
        i = max(i, skipped[nextSkipped].upperBound)
        nextSkipped += 1
        (isAfterChinese, isAfterAlphanumeric) = (false, false)
        continue
      }
      let (scalar, length) = bytes.scalar(at: i)
      let next = i + length
      if length == 1 {
        let byte = UInt8(truncatingIfNeeded: scalar)
        if Self.fullWidth[byte] != nil, isStray(byte, at: i, isAfterChinese) {
          half.append((i, byte))
        }
        let isAlphanumeric = ScalarClass.isAlphanumeric(scalar)
        if isAlphanumeric, !isAfterAlphanumeric { narrow += 1 }
        (isAfterChinese, isAfterAlphanumeric) = (false, isAlphanumeric)
      } else {
        switch scalar {
        case 0xFF0C, 0xFF1B, 0xFF1A, 0xFF01, 0xFF1F, 0xFF08, 0xFF09: full += 1
        case 0xFF10...0xFF19, 0xFF21...0xFF3A, 0xFF41...0xFF5A:
          if let last = wide.last, last.upperBound == i {
            wide[wide.count - 1] = last.lowerBound..<next
          } else {
            wide.append(i..<next)
          }
        default: break
        }
        isAfterChinese = isChinese(scalar)
        isAfterAlphanumeric = false
      }
      i = next
    }
    return halfFindings(half, full) + wideFindings(wide, narrow)
  }

  /// Han characters and the marks that close something in Chinese.
  private func isChinese(_ v: UInt32) -> Bool {
    isHan(v) || v == 0x300D || v == 0x300F || v == 0x300B || v == 0x3011 || v == 0x201D
      || v == 0xFF09
  }

  /// Whether a half-width mark stands in Chinese: behind a Chinese character, and not before Latin; a parenthesis
  /// between two.
  private func isStray(_ byte: UInt8, at offset: Int, _ isAfterChinese: Bool) -> Bool {
    let following =
      offset + 1 < bytes.count ? bytes.scalar(at: offset + 1).value : 0x0A
    let isBeforeHan = isHan(following)
    switch byte {
    case 0x28: return isAfterChinese && isBeforeHan
    case 0x29:
      return isAfterChinese
        && (isBeforeHan || following == 0x0A || following >= 0x3000 || Self.isMark(following))
    case 0x3A: return isAfterChinese && following != 0x2F
    default:
      return isAfterChinese
        || (isBeforeHan && offset > 0 && ScalarClass.isAlphanumeric(UInt32(bytes[offset - 1])))
    }
  }

  private static func isMark(_ v: UInt32) -> Bool { v == 0x2C || v == 0x2E || v == 0x3B }

  private func halfFindings(_ half: [(offset: Int, byte: UInt8)], _ full: Int) -> [LintFinding] {
    if half.count >= 5, half.count > full {
      let counts = Dictionary(half.map { ($0.byte, 1) }, uniquingKeysWith: +)
      let commonest = counts.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key ?? half[0].byte
      return [
        LintFinding(
          .punctuationWidth,
          at: nil,
          text: String(decoding: [commonest], as: UTF8.self),
          suggestion: Self.fullWidth[commonest] ?? "",
          count: half.count
        )
      ]
    }
    return half.map {
      LintFinding(
        .punctuationWidth,
        at: TextSpan($0.offset, $0.offset + 1),
        text: String(decoding: [$0.byte], as: UTF8.self),
        suggestion: Self.fullWidth[$0.byte] ?? ""
      )
    }
  }

  private func wideFindings(_ wide: [Range<Int>], _ narrow: Int) -> [LintFinding] {
    func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }
    func narrowed(_ range: Range<Int>) -> String {
      var view = String.UnicodeScalarView()
      for scalar in text(range).unicodeScalars {
        if let plain = Unicode.Scalar(scalar.value - 0xFEE0) { view.append(plain) }
      }
      return String(view)
    }
    if wide.count >= 10, wide.count > narrow, let first = wide.first {
      return [
        LintFinding(
          .punctuationWidth,
          at: nil,
          text: text(first),
          suggestion: narrowed(first),
          count: wide.count
        )
      ]
    }
    return wide.map {
      LintFinding(
        .punctuationWidth,
        at: TextSpan($0.lowerBound, $0.upperBound),
        text: text($0),
        suggestion: narrowed($0)
      )
    }
  }
}
