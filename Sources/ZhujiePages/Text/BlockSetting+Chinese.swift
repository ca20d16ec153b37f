import ZhujieText

/// The marks of Chinese (GB/T 15834) and the spaces that writers type around Latin words.
extension BlockSetting {
  // MARK: Quotation marks

  mutating func setChineseQuotes(_ script: Script) {
    // Where all marks are of the script already, none is replaced.
    guard marks.contains(where: { !$0.isOpaque && Self.isOfAnotherScript($0.value, than: script) }) else { return }
    var open: [(index: Int, close: UInt32)] = []
    var pairs: [(Int, Int)] = []
    for (index, mark) in marks.enumerated() where Self.isQuote(mark.value) && !mark.isOpaque {
      // A typewriter mark closes where one of them is open.
      let isOpening = mark.value != 0x22 || open.last?.close != 0x22
      if isOpening, let close = Self.closing(mark.value) {
        open.append((index, close))
      } else if Self.isClosing(mark.value) {
        if let last = open.last, last.close == mark.value {
          pairs.append((last.index, index))
          open.removeLast()
        } else if mark.value == 0x2019, let before = scalar(before: mark.offset), ScalarClass.isAlphanumeric(before) {
          continue  // An apostrophe.
        } else {
          return
        }
      }
    }
    pairs.removeAll {
      Self.form(of: marks[$0.0].value, in: script, isOpening: true) == nil
        || Self.form(of: marks[$0.1].value, in: script, isOpening: false) == nil
    }
    guard open.isEmpty, !pairs.isEmpty else { return }
    for (first, last) in pairs {
      let isChinese =
        marks[last].hanBefore > marks[first].hanBefore || neighbour(before: first).map(Self.isWide) ?? false
        || neighbour(after: last).map(Self.isWide) ?? false
      guard isChinese, let left = Self.form(of: marks[first].value, in: script, isOpening: true),
        let right = Self.form(of: marks[last].value, in: script, isOpening: false)
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

  private static func isOfAnotherScript(_ value: UInt32, than script: Script) -> Bool {
    form(of: value, in: script, isOpening: true) != nil
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
    for (index, mark) in marks.enumerated() where !mark.isOpaque {
      guard let wide = Self.wide(mark.value), let before = scalar(before: mark.offset), Self.isWide(before) else { continue }
      let spaces = spaces(after: index)
      let next = marks[spaces.upperBound - 1].end
      let after = scalar(at: next)
      if let after {
        guard Self.isWide(after), !isOpaque(at: next) else { continue }
      }
      replace(index, by: wide)
      counts.marks += 1
      // At the end of a block they are not seen.
      if after != nil { for space in spaces { replace(space, by: nil) } }
    }
  }

  /// A pair of parentheses around Han that stands in Chinese.
  mutating func setParentheses() {
    var open: Int?
    for (index, mark) in marks.enumerated() where !mark.isOpaque {
      if mark.value == 0x28 {
        open = index
      } else if mark.value == 0x29, let first = open {
        open = nil
        guard let before = neighbour(before: first), Self.isWide(before), mark.hanBefore > marks[first].hanBefore
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
    for space in spaces(after: index) { replace(space, by: nil) }
    for space in spaces(before: index) { replace(space, by: nil) }
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
    while index < marks.count {
      guard marks[index].value == 0x20, !marks[index].isOpaque else {
        index += 1
        continue
      }
      let run = index..<spaces(after: index).upperBound
      index = run.upperBound
      guard let before = scalar(before: marks[run.lowerBound].offset), let after = scalar(at: marks[run.upperBound - 1].end)
      else { continue }
      guard
        (ScalarClass.isHan(before) && Self.isLatin(after))
          || (Self.isLatin(before) && ScalarClass.isHan(after))
      else { continue }
      for space in run where !isReplaced(at: space) { replace(space, by: nil) }
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
