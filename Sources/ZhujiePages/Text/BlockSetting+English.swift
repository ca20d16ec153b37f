import ZhujieText

/// Straight quotation marks and apostrophes, as English sets them.
extension BlockSetting {
  /// A straight mark opens where a text, a space or an opening mark comes before it, and closes
  /// elsewhere. One after a digit that closes nothing may be inches or minutes, and stays.
  mutating func setStraightQuotes() {
    var isOpen = false
    for (index, mark) in marks.enumerated() where !mark.isOpaque && (mark.value == 0x22 || mark.value == 0x27) {
      let before = scalar(before: mark.offset) ?? 0x20
      let opens = Self.leadsIn(before)
      if mark.value == 0x22 {
        if !opens, !isOpen, ScalarClass.isDigit(before) { continue }
        replace(index, by: opens ? 0x201C : 0x201D)
        isOpen = opens
      } else {
        let next = scalar(at: mark.end)
        let isElision = next.map(ScalarClass.isDigit) ?? false
        if !opens, ScalarClass.isDigit(before), !isElision,
          next.map({ !ScalarClass.isAlphanumeric($0) }) ?? false
        {
          continue
        }
        replace(index, by: opens && !isElision ? 0x2018 : 0x2019)
      }
      counts.quotes += 1
    }
  }

  /// White space, dashes and opening marks.
  private static func leadsIn(_ value: UInt32) -> Bool {
    value <= 0x20 || ScalarClass.isSpace(value)
      || [0x28, 0x5B, 0x7B, 0x2D, 0x2F, 0x2013, 0x2014, 0x2018, 0x201C].contains(value)
  }
}
