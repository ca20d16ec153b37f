public import ZhujieText

/// The sign a source is cited by. A single Latin letter shows as a Heavenly Stem on Chinese pages
/// (甲 乙 丙 …) and as a capital letter on English ones; anything else shows as written.
public struct Siglum: Hashable, Sendable {
  /// As written in the front matter, or given by order.
  public let text: String

  public init(_ text: String) {
    self.text = text
  }

  public func shown(in language: Language) -> String {
    guard text.utf8.count == 1, let byte = text.utf8.first else { return text }
    let lower = byte | 0x20
    guard lower >= 0x61, lower <= 0x7A else { return text }
    if language == .en { return String(UnicodeScalar(lower - 0x20)) }
    let index = Int(lower - 0x61)
    return index < Self.stems.count ? Self.stems[index] : String(UnicodeScalar(lower - 0x20))
  }

  private static let stems = ["甲", "乙", "丙", "丁", "戊", "己", "庚", "辛", "壬", "癸"]
}
