internal import ZhujieText

/// The width of marks, letters and digits in Chinese (GB/T 15834: marks are full-width).
struct PunctuationLint {
  let bytes: UnsafeBufferPointer<UInt8>
  let skipped: [Range<Int>]

  private static let fullWidth: [UInt8: String] = [
    0x2C: "，", 0x3B: "；", 0x3A: "：", 0x21: "！", 0x3F: "？", 0x28: "（", 0x29: "）", 0x2E: "。",
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
    case 0x2E: return isAfterChinese && endsSentence(at: offset, before: following)
    default:
      return isAfterChinese
        || (isBeforeHan && offset > 0 && ScalarClass.isAlphanumeric(UInt32(bytes[offset - 1])))
    }
  }

  /// Whether a full stop of ASCII behind a Chinese character ends a sentence: not behind the number of an item (`一.`),
  /// between the parts of a foreign name, or among others of its kind.
  private func endsSentence(at offset: Int, before following: UInt32) -> Bool {
    let (previous, _) = bytes.scalar(before: offset)
    guard isHan(previous) else { return false }
    if isHan(following) {
      if Self.spellsForeignSounds(previous), Self.spellsForeignSounds(following) { return false }
    } else if following > 0x20, !isChinese(following) {
      return false
    }
    // An item's number stands alone at the start of its line.
    var i = offset
    while i > 0, offset - i < 12, bytes[i - 1] > 0x20 { i -= 1 }
    return offset - i >= 12
  }

  private static func spellsForeignSounds(_ v: UInt32) -> Bool {
    foreignSounds.contains(v)
  }

  private static let foreignSounds = Set(
    "阿艾安巴貝贝比彼伯布查達达戴德迪丁多厄恩爾尔法菲費费弗福岡冈格蓋盖戈哈海漢汉赫霍基吉加傑杰卡凱凯科克肯拉萊莱勒雷里理利莉林羅罗洛馬马麥麦曼梅蒙米莫姆納纳娜尼涅努諾诺帕佩皮普奇喬乔瓊琼薩萨瑟森沙史斯蘇苏索塔泰特圖图托瓦威維维韋韦溫温沃烏乌西希夏謝谢辛雅亞亚伊約约詹珍治朱茲兹佐"
      .unicodeScalars.map(\.value)
  )

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
