import ZhujieText

/// Names that can be part of an address: `[a-z0-9-]`, not too long, and no device of Windows.
enum Slug {
  /// Far below the 255 bytes that file systems allow.
  static let mostBytes = 100

  static func isValid(_ text: String) -> Bool {
    !text.isEmpty && text.utf8.count <= mostBytes && text.utf8.allSatisfy(isAllowed)
      && !isDevice(text)
  }

  /// `con`, `nul`, `com1` … cannot be the name of a folder on Windows.
  static func isDevice(_ text: String) -> Bool {
    if ["con", "prn", "aux", "nul"].contains(text) { return true }
    guard text.utf8.count == 4, let last = text.utf8.last, (0x30...0x39).contains(last) else {
      return false
    }
    return text.hasPrefix("com") || text.hasPrefix("lpt")
  }

  /// A slug for any name. Where letters are lost, a number made of the whole name keeps it apart
  /// from others and the same whatever else the project holds.
  static func derived(from name: String, fallback: String) -> String {
    var slug: [UInt8] = []
    var isLossy = false
    for scalar in name.unicodeScalars {
      switch scalar.value {
      case 0x30...0x39, 0x61...0x7A: slug.append(UInt8(scalar.value))
      case 0x41...0x5A: slug.append(UInt8(scalar.value + 0x20))
      default:
        if scalar.value >= 0x80 { isLossy = true }
        if let last = slug.last, last != 0x2D { slug.append(0x2D) }
      }
    }
    while slug.last == 0x2D { slug.removeLast() }
    if slug.count > mostBytes - 20 {
      slug = Array(slug.prefix(mostBytes - 20))
      isLossy = true
    }
    var text = String(decoding: slug, as: UTF8.self)
    if text.isEmpty {
      text = fallback
      isLossy = true
    }
    if isDevice(text) { text = fallback + "-" + text }
    return isLossy ? text + "-" + fingerprint(of: name) : text
  }

  /// Gives each of some names a slug of its own, in their order, keeping clear of the `taken` ones.
  static func distinct(_ names: [String], fallback: String, taken: Set<String>) -> [String] {
    var taken = taken
    // Many names may give one base; each goes on counting where the last of its kind stopped.
    var next: [String: Int] = [:]
    return names.map { name in
      let base = derived(from: name, fallback: fallback)
      var slug = base
      var number = next[base] ?? 2
      while !taken.insert(slug).inserted {
        slug = "\(base)-\(number)"
        number += 1
      }
      next[base] = number
      return slug
    }
  }

  /// Six digits of FNV-1a.
  private static func fingerprint(of name: String) -> String {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in name.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    let digits = String(hash % 0x100_0000, radix: 16)
    return String(repeating: "0", count: 6 - digits.utf8.count) + digits
  }

  private static func isAllowed(_ byte: UInt8) -> Bool {
    (byte >= 0x61 && byte <= 0x7A) || (byte >= 0x30 && byte <= 0x39) || byte == 0x2D
  }
}
