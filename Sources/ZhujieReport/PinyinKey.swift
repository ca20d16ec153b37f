/// Pinyin as a key for sorting and searching: without tone marks, in lower case.
public enum PinyinKey {
  /// `Lín Yuǎn` → `Lin Yuan`; ü stays ü.
  public static func withoutTones(_ pinyin: String) -> String {
    String(String.UnicodeScalarView(pinyin.unicodeScalars.map { toneless[$0] ?? $0 }))
  }

  /// The sort key: toneless, lower case, ü as `v` (so it follows `u`), spaces and apostrophes kept as word breaks.
  public static func sortKey(_ pinyin: String) -> String {
    var key = ""
    for scalar in withoutTones(pinyin).lowercased().unicodeScalars {
      switch scalar {
      case "ü": key.unicodeScalars.append("v")
      case "a"..."z", "0"..."9": key.unicodeScalars.append(scalar)
      default: if key.last != " " { key.append(" ") }
      }
    }
    return key
  }

  private static let toneless: [UnicodeScalar: UnicodeScalar] = {
    var table: [UnicodeScalar: UnicodeScalar] = [:]
    for (plain, marked) in [
      ("a", "āáǎà"), ("e", "ēéěè"), ("i", "īíǐì"), ("o", "ōóǒò"), ("u", "ūúǔù"), ("ü", "ǖǘǚǜ"),
      ("A", "ĀÁǍÀ"), ("E", "ĒÉĚÈ"), ("I", "ĪÍǏÌ"), ("O", "ŌÓǑÒ"), ("U", "ŪÚǓÙ"), ("Ü", "ǕǗǙǛ"),
    ] as [(UnicodeScalar, String)] {
      for scalar in marked.unicodeScalars { table[scalar] = plain }
    }
    return table
  }()
}
