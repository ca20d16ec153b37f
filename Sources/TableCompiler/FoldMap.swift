import Foundation

/// Which scalar stands for which when texts are matched: every form of a character to the Simplified
/// one, by union of everything the dictionaries call the same.
struct FoldMap {
  private var parents: [UInt32: UInt32] = [:]
  private let weights: [UInt32: Int]

  /// Pairs that STCharacters lists although they are two characters of their own in Simplified text.
  private static let apart = Set(
    ["里哩", "呆待", "坐座", "象像", "具俱", "坯坏", "捍扞", "吣唚"].map { Set($0.scalarValues) }
  )

  init(_ dictionaries: Dictionaries) {
    var weights: [UInt32: Int] = [:]
    for (word, count, _) in dictionaries.frequencies {
      for scalar in word { weights[scalar, default: 0] += count }
    }
    self.weights = weights

    for entry in dictionaries.compatibility.entries { unite(entry.key, entry.values.prefix(1)) }
    for entry in dictionaries.tsCharacters.entries {
      // A value of a rare extension comes second after the character itself.
      let other =
        entry.values.first == entry.key
        ? entry.values.dropFirst().prefix(1) : entry.values.prefix(1)
      let isRare = other.first.map { ($0.first ?? 0) > 0x20000 } ?? false
      if entry.values.first != entry.key || isRare { unite(entry.key, other) }
    }
    for entry in dictionaries.stCharacters.entries { unite(entry.key, entry.values[...]) }
    for file in [dictionaries.twVariants, dictionaries.hkVariants] {
      for entry in file.entries { unite(entry.key, entry.values.prefix(1)) }
    }
    for scalar in UInt32(0x2E80)...0x2FDF {
      guard let unicode = Unicode.Scalar(scalar) else { continue }
      let mapped = String(unicode).precomposedStringWithCompatibilityMapping.scalarValues
      if mapped.count == 1, mapped[0] != scalar { unite([scalar], [mapped]) }
    }
    for scalar in UInt32(0xFF10)...0xFF5A where isLetterOrDigit(scalar - 0xFEE0) {
      parents[scalar] = scalar - 0xFEE0
    }
    for space in [0xA0, 0x3000, 0x202F, 0x205F] + Array(UInt32(0x2000)...0x200A) {
      parents[space] = 0x20
    }
  }

  /// Every scalar that folds to another one.
  var changed: [UInt32] { parents.keys.sorted() }

  subscript(scalar: UInt32) -> UInt32 {
    var root = scalar
    while let parent = parents[root] { root = parent }
    return root
  }

  func fold(_ word: Scalars) -> Scalars { word.map { self[$0] } }

  private mutating func unite(_ key: Scalars, _ values: ArraySlice<Scalars>) {
    guard key.count == 1 else { return }
    for value in values where value.count == 1 && value != key {
      if Self.apart.contains([key[0], value[0]]) { continue }
      let a = self[key[0]]
      let b = self[value[0]]
      guard a != b else { continue }
      // The form that Simplified text uses most stands for the class.
      let isFirst = (weights[a] ?? 0, b) >= (weights[b] ?? 0, a)
      parents[isFirst ? b : a] = isFirst ? a : b
    }
  }

  private func isLetterOrDigit(_ v: UInt32) -> Bool {
    (v >= 0x30 && v <= 0x39) || (v >= 0x41 && v <= 0x5A) || (v >= 0x61 && v <= 0x7A)
  }
}
