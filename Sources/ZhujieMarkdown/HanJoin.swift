internal import ZhujieText

/// Whether a line end inside a text stands between two Han characters or full-width marks. Chinese
/// is written without spaces, so such a line end is only there for the editor's sake and shows as a
/// gap in browsers; any other is a space between words.
enum HanJoin {
  static func joins(_ before: ArraySlice<UInt8>, _ after: ArraySlice<UInt8>) -> Bool {
    after.withUnsafeBufferPointer { isWide(startOf: $0) }
      && before.withUnsafeBufferPointer { isWide(endOf: $0) }
  }

  /// How far shared marks are looked through, so that a text of nothing else costs no more.
  private static let farthest = 60

  private enum Width {
    case wide, narrow
    /// Quotation marks, dashes, ellipses: written alike in Chinese and in Latin text, so their
    /// neighbour decides.
    case shared
  }

  private static func isWide(endOf bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var i = bytes.count
    let limit = max(0, i - farthest)
    while i > limit {
      let (value, length) = UTF8Scan.scalar(before: i, in: bytes)
      switch width(value) {
      case .wide: return true
      case .narrow: return false
      case .shared: i -= length
      }
    }
    return false
  }

  private static func isWide(startOf bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var i = 0
    while i < min(bytes.count, farthest) {
      let (value, length) = UTF8Scan.scalar(at: i, in: bytes)
      switch width(value) {
      case .wide: return true
      case .narrow: return false
      case .shared: i += length
      }
    }
    return false
  }

  private static func width(_ value: UInt32) -> Width {
    switch value {
    case 0x2014, 0x2015, 0x2018...0x201D, 0x2025, 0x2026, 0xB7, 0x2027: .shared
    default: ScalarClass.isHan(value) || isFullWidthMark(value) ? .wide : .narrow
    }
  }

  /// CJK and full-width punctuation, without full-width letters and digits.
  static func isFullWidthMark(_ value: UInt32) -> Bool {
    (value >= 0x3001 && value <= 0x3003) || (value >= 0x3008 && value <= 0x301F)
      || (value >= 0xFE30 && value <= 0xFE4F)
      || (value >= 0xFF01 && value <= 0xFF0F) || (value >= 0xFF1A && value <= 0xFF20)
      || (value >= 0xFF3B && value <= 0xFF40) || (value >= 0xFF5B && value <= 0xFF65)
  }
}
