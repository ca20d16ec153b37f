public import ZhujieEntities
public import ZhujieText

/// Values that mean more than their text.
extension MappingReader {
  /// A text per language, or one text: Chinese of either script, or where it holds no Han, the same
  /// for all.
  public mutating func multilingual(_ key: String) -> MultilingualText? {
    guard let node = node(key) else { return nil }
    if node.scalar != nil {
      guard let text = string(node, "\"\(key)\"")?.text else { return nil }
      let isChinese = text.unicodeScalars.contains { ScalarClass.isHan($0.value) }
      return MultilingualText(zh: text, en: isChinese ? nil : text)
    }
    return reading(node, as: "a text per language") { reader in
      MultilingualText(
        zhHans: reader.string("zh-Hans")?.text,
        zhHant: reader.string("zh-Hant")?.text,
        zh: reader.string("zh")?.text,
        en: reader.string("en")?.text
      )
    }
  }

  public mutating func date(_ key: String) -> EDTFDate? {
    guard let text = string(key) else { return nil }
    return date(text)
  }

  /// The date that a text says; anything else is reported.
  public mutating func date(_ text: YAMLScalar) -> EDTFDate? {
    if let date = EDTFDate(text.text) { return date }
    report(
      .error,
      .impossibleDate,
      at: text.span.lowerBound,
      "\"\(text.text)\" is no date that exists; write it as 2025-03-13, 2025-03, 2025, 2024-Q4 or "
        + "2024-01/2024-03, with ~ or ? after what is not certain"
    )
    return nil
  }

  /// One of the given words.
  public mutating func choice(_ key: String, among words: [String]) -> String? {
    guard let text = string(key) else { return nil }
    if let word = words.first(where: { $0.lowercased() == text.text.lowercased() }) { return word }
    report(
      .error,
      .yamlValue,
      at: text.span.lowerBound,
      "\"\(text.text)\" is no value of \"\(key)\"; use \(Self.listed(words))"
    )
    return nil
  }

  /// `true` or `false`; `yes` and `no` as in YAML 1.1.
  public mutating func flag(_ key: String) -> Bool? {
    guard let text = string(key) else { return nil }
    switch text.text.lowercased() {
    case "true", "yes", "on": return true
    case "false", "no", "off": return false
    default:
      report(
        .error,
        .yamlValue,
        at: text.span.lowerBound,
        "\"\(text.text)\" is neither true nor false, which \"\(key)\" must be"
      )
      return nil
    }
  }

  /// A whole number from 1, with `kB`, `MB`, `KiB`, `MiB` … for numbers of bytes.
  public mutating func positiveNumber(_ key: String) -> Int? {
    guard let text = string(key) else { return nil }
    let digits = text.text.prefix { $0.isASCII && ($0.isNumber || $0 == "_") }
    let unit = text.text.dropFirst(digits.count).filter { $0 != " " }.lowercased()
    let factors = [
      "": 1, "kb": 1000, "mb": 1_000_000, "gb": 1_000_000_000, "kib": 1 << 10, "mib": 1 << 20,
      "gib": 1 << 30,
    ]
    if let number = Int(digits.filter { $0 != "_" }), number > 0, let factor = factors[unit] {
      let (product, overflows) = number.multipliedReportingOverflow(by: factor)
      if !overflows { return product }
    }
    report(
      .error,
      .yamlValue,
      at: text.span.lowerBound,
      "\"\(text.text)\" is no whole number from 1, which \"\(key)\" must be"
    )
    return nil
  }

  static func listed(_ words: [String]) -> String {
    guard let last = words.last, words.count > 1 else { return words.joined() }
    return words.dropLast().joined(separator: ", ") + " or " + last
  }
}

extension String {
  /// Without white space and line ends around it, no-break and ideographic spaces included.
  var trimmed: String {
    let isWhite = { (scalar: Unicode.Scalar) in
      ScalarClass.isSpace(scalar.value) || scalar.value == 0x0A || scalar.value == 0x0D
    }
    let scalars = unicodeScalars
    guard let first = scalars.firstIndex(where: { !isWhite($0) }),
      let last = scalars.lastIndex(where: { !isWhite($0) })
    else { return "" }
    return String(scalars[first...last])
  }
}
