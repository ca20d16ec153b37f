import ZhujieText

/// Another encoding than UTF-8 that a file can be in.
enum OtherEncoding: String, CaseIterable {
  case utf16LittleEndian = "UTF-16LE"
  case utf16BigEndian = "UTF-16BE"
  case gb18030 = "GB18030"
  case big5 = "Big5"

  func utf8(_ bytes: [UInt8]) -> [UInt8]? {
    switch self {
    case .utf16LittleEndian, .utf16BigEndian:
      utf16(bytes)
    case .gb18030:
      Iconv.utf8(bytes, from: "GB18030")
    case .big5:
      // Windows' Big5 first; Hong Kong's extension of it holds more characters.
      Iconv.utf8(bytes, from: "CP950") ?? Iconv.utf8(bytes, from: "BIG5-HKSCS")
    }
  }
}

extension OtherEncoding {
  /// UTF-16 needs no table, so no converter of the system either.
  private func utf16(_ bytes: [UInt8]) -> [UInt8]? {
    guard bytes.count % 2 == 0 else { return nil }
    let (low, high) = self == .utf16LittleEndian ? (0, 1) : (1, 0)
    var units: [UInt16] = []
    units.reserveCapacity(bytes.count / 2)
    for i in stride(from: 0, to: bytes.count, by: 2) {
      units.append(UInt16(bytes[i + high]) << 8 | UInt16(bytes[i + low]))
    }
    return String(validating: units, as: UTF16.self).map { Array($0.utf8) }
  }
}

/// Tells which encoding bytes are in by what their text would look like.
///
/// That bytes decode without an error says little: most pairs of bytes are some character in
/// GB18030 and in Big5. What tells is that in any Chinese prose a quarter of all characters come
/// from the same hundred; read in the wrong encoding the share of those hundred falls to a few in a
/// thousand. A text too short to show it is refused, and so is UTF-8 with a broken byte, which as
/// GB18030 is all rare characters.
enum EncodingGuess {
  /// The one encoding in which the bytes make plausible text, with that text as UTF-8; nil where
  /// none does or two do.
  static func plausible(_ bytes: [UInt8]) -> (encoding: OtherEncoding, utf8: [UInt8])? {
    var found: [(encoding: OtherEncoding, utf8: [UInt8], share: Double)] = []
    for encoding in OtherEncoding.allCases {
      guard let text = encoding.utf8(bytes), let share = shareOfCommonCharacters(text) else {
        continue
      }
      found.append((encoding, text, share))
    }
    found.sort { $0.share > $1.share }
    guard let best = found.first, best.share >= 0.12 else { return nil }
    if found.count > 1, found[1].share > best.share / 3 { return nil }
    return (best.encoding, best.utf8)
  }

  /// Of the Han characters, how many are among the commonest; nil where anything speaks against the
  /// text at all: control characters, private use, kana or hangul, or too few Han characters to
  /// tell.
  private static func shareOfCommonCharacters(_ utf8: [UInt8]) -> Double? {
    var han = 0
    var common = 0
    var other = 0
    var isPossible = true
    utf8.withUnsafeBufferPointer { bytes in
      var i = 0
      while i < bytes.count {
        let (value, length) = UTF8Scan.scalar(at: i, in: bytes)
        i += length
        if ScalarClass.isHan(value) {
          han += 1
          if commonest.contains(value) { common += 1 }
        } else if value < 0x20, value != 0x09, value != 0x0A, value != 0x0D {
          isPossible = false
        } else if (0x7F...0x9F).contains(value) || (0xE000...0xF8FF).contains(value)
          || value >= 0xFFFE
        {
          isPossible = false
        } else if value > 0x7F, !isChinesePunctuation(value) {
          other += 1
        }
      }
    }
    guard isPossible, han >= 8, other * 10 <= han else { return nil }
    return Double(common) / Double(han)
  }

  private static func isChinesePunctuation(_ value: UInt32) -> Bool {
    (0x2010...0x2027).contains(value) || (0x3000...0x303F).contains(value)
      || (0xFF00...0xFFEF).contains(value) || value == 0xFEFF || value == 0xA0 || value == 0xB7
  }

  /// The commonest characters of Chinese prose, in both scripts.
  private static let commonest = Set(
    """
    的一是不了在人有我他这個个们中来上大为和国地到以说时要就出会可也你对生能而子那得于着下自之年过发后作里用道行所然家种事成方多经么去法学如都同现当没动面起看定天分还进好小部其些主样理心她本前开但因只从想实日军者意无力它与长把机十民第公此已工使情明性知全三又关点正业外将两高间由问很最重并物手应战向头文体政美相见被利什二等产或新己制身果加西斯月话合回特代内信表化老给世位次度门任常先海通教儿原东声提立及比员解水名真论处走义各入几口认条平系气题活尔更别打女变四神总何电数安少报才结反受目太量再感建务做接必场件计管期市直德资命山金指克干
    這們來為國說時會對後裡過發學經麼現當沒動還進種從實樣開無與長機業關間應戰頭體見產將兩門東聲員論處義認條氣題爾別變總電數報結務場計資
    """.unicodeScalars.filter { $0 != "\n" && $0 != " " }.map(\.value)
  )
}
