import ZhujieText

/// The marks of Chinese (GB/T 15834) and the spaces that writers type around Latin words.
extension BlockSetting {
  // MARK: Quotation marks

  mutating func setChineseQuotes(_ script: Script) {
    var open: [(index: Int, close: UInt32)] = []
    var pairs: [(Int, Int)] = []
    for (index, scalar) in scalars.enumerated() where Self.isQuote(scalar.value) && !scalar.isOpaque {
      // A typewriter mark closes where one of them is open.
      let isOpening = scalar.value != 0x22 || open.last?.close != 0x22
      if isOpening, let close = Self.closing(scalar.value) {
        open.append((index, close))
      } else if Self.isClosing(scalar.value) {
        if let last = open.last, last.close == scalar.value {
          pairs.append((last.index, index))
          open.removeLast()
        } else if scalar.value == 0x2019, index > 0,
          ScalarClass.isAlphanumeric(scalars[index - 1].value)
        {
          continue  // An apostrophe.
        } else {
          return
        }
      }
    }
    pairs.removeAll {
      Self.form(of: scalars[$0.0].value, in: script, isOpening: true) == nil
        || Self.form(of: scalars[$0.1].value, in: script, isOpening: false) == nil
    }
    guard open.isEmpty, !pairs.isEmpty else { return }
    // Whether there is Han before an index, as a running count.
    var han = [0]
    han.reserveCapacity(scalars.count + 1)
    for scalar in scalars {
      han.append(han[han.count - 1] + (ScalarClass.isHan(scalar.value) ? 1 : 0))
    }
    for (first, last) in pairs {
      let isChinese =
        han[last] > han[first] || neighbour(before: first).map(Self.isWide) ?? false
        || neighbour(after: last).map(Self.isWide) ?? false
      guard isChinese, let left = Self.form(of: scalars[first].value, in: script, isOpening: true),
        let right = Self.form(of: scalars[last].value, in: script, isOpening: false)
      else {
        continue
      }
      replace(first, by: left)
      replace(last, by: right)
      counts.quotes += 2
    }
  }

  /// The mark of the script that stands for this one; nil where it is of the script already.
  private static func form(of value: UInt32, in script: Script, isOpening: Bool) -> UInt32? {
    switch (script, value) {
    case (.traditional, 0x22): isOpening ? 0x300C : 0x300D
    case (.simplified, 0x22): isOpening ? 0x201C : 0x201D
    case (.traditional, 0x201C): 0x300C
    case (.traditional, 0x201D): 0x300D
    case (.traditional, 0x2018): 0x300E
    case (.traditional, 0x2019): 0x300F
    case (.simplified, 0x300C): 0x201C
    case (.simplified, 0x300D): 0x201D
    case (.simplified, 0x300E): 0x2018
    case (.simplified, 0x300F): 0x2019
    default: nil
    }
  }

  private static func closing(_ value: UInt32) -> UInt32? {
    switch value {
    case 0x201C, 0x2018, 0x300C, 0x300E: value + 1
    case 0x22: value
    default: nil
    }
  }

  private static func isClosing(_ value: UInt32) -> Bool {
    value == 0x22 || value == 0x201D || value == 0x2019 || value == 0x300D || value == 0x300F
  }

  /// Whether it opens or closes a quotation.
  private static func isQuote(_ value: UInt32) -> Bool {
    value == 0x22 || (value >= 0x2018 && value <= 0x201D) || (value >= 0x300C && value <= 0x300F)
  }

  // MARK: Half-width marks

  mutating func setMarks() {
    for (index, scalar) in scalars.enumerated() where !scalar.isOpaque {
      guard let wide = Self.wide(scalar.value), index > 0, Self.isWide(scalars[index - 1].value)
      else { continue }
      var next = index + 1
      while next < scalars.count, scalars[next].value == 0x20 { next += 1 }
      if next < scalars.count {
        guard Self.isWide(scalars[next].value), !scalars[next].isOpaque else { continue }
      }
      replace(index, by: wide)
      counts.marks += 1
      for space in (index + 1)..<max(next, index + 1) where next < scalars.count {
        replace(space, by: nil)
      }
    }
  }

  /// A pair of parentheses around Han that stands in Chinese.
  mutating func setParentheses() {
    var open: Int?
    for (index, scalar) in scalars.enumerated() where !scalar.isOpaque {
      if scalar.value == 0x28 {
        open = index
      } else if scalar.value == 0x29, let first = open {
        open = nil
        guard let before = neighbour(before: first), Self.isWide(before),
          scalars[first...index].contains(where: { ScalarClass.isHan($0.value) })
        else { continue }
        replace(first, by: 0xFF08)
        replace(index, by: 0xFF09)
        counts.marks += 2
        dropSpaces(around: first)
        dropSpaces(around: index)
      }
    }
  }

  /// A full-width mark brings its own space.
  private mutating func dropSpaces(around index: Int) {
    var next = index + 1
    while next < scalars.count, scalars[next].value == 0x20 {
      replace(next, by: nil)
      next += 1
    }
    var last = index - 1
    while last >= 0, scalars[last].value == 0x20 {
      replace(last, by: nil)
      last -= 1
    }
  }

  private static func wide(_ value: UInt32) -> UInt32? {
    switch value {
    case 0x2C: 0xFF0C
    case 0x2E: 0x3002
    case 0x3A: 0xFF1A
    case 0x3B: 0xFF1B
    case 0x21: 0xFF01
    case 0x3F: 0xFF1F
    default: nil
    }
  }

  // MARK: Spaces

  mutating func setSpaces() {
    var index = 0
    while index < scalars.count {
      guard scalars[index].value == 0x20, !scalars[index].isOpaque else {
        index += 1
        continue
      }
      let start = index
      while index < scalars.count, scalars[index].value == 0x20 { index += 1 }
      guard start > 0, index < scalars.count else { continue }
      let (before, after) = (scalars[start - 1].value, scalars[index].value)
      guard
        (ScalarClass.isHan(before) && Self.isLatin(after))
          || (Self.isLatin(before) && ScalarClass.isHan(after))
      else { continue }
      for space in start..<index where !isReplaced(at: space) { replace(space, by: nil) }
      counts.spaces += 1
    }
  }

  /// Not a half-width stop: the space after it belongs to it.
  private static func isLatin(_ value: UInt32) -> Bool {
    (value > 0x20 && value < 0x7F && wide(value) == nil) || ScalarClass.isAlphanumeric(value)
  }

  /// Han, or a full-width mark beside which Han is expected.
  private static func isWide(_ value: UInt32) -> Bool {
    ScalarClass.isHan(value) || (value >= 0x3001 && value <= 0x301B)
      || (value >= 0xFF01 && value <= 0xFF1F)
  }
}
