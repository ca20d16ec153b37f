import Foundation
import ZhujieTables

/// A word as its scalar values.
typealias Scalars = [UInt32]

extension String {
  var scalarValues: Scalars { unicodeScalars.map(\.value) }
}

extension Scalars {
  var text: String {
    var view = String.UnicodeScalarView()
    for value in self { if let scalar = Unicode.Scalar(value) { view.append(scalar) } }
    return String(view)
  }
}

/// What stops the compiler: a file that cannot be read, or a line that breaks its format.
struct CompileError: Error, CustomStringConvertible {
  let description: String
}

/// A text dictionary of OpenCC: `key<TAB>value value …`, in file order.
struct DictionaryFile {
  struct Entry {
    let key: Scalars
    let values: [Scalars]
  }

  let entries: [Entry]
  /// From `# @reverse-prefer: key value` lines: which key a value leads back to.
  let reversePreferences: [Scalars: Scalars]
  /// Keys behind `# @tofu-risk` whose second value is a form that few fonts have.
  let rareKeys: Set<Scalars>

  init(_ path: String) throws {
    var entries: [Entry] = []
    var preferences: [Scalars: Scalars] = [:]
    var rare: Set<Scalars> = []
    var isRare = false
    for line in try Self.lines(of: path) {
      if line.hasPrefix("#") {
        if line.hasPrefix("# @tofu-risk") { isRare = true }
        let prefix = "# @reverse-prefer:"
        guard line.hasPrefix(prefix) else { continue }
        let fields = line.dropFirst(prefix.count).split(separator: " ").map {
          String($0).scalarValues
        }
        if let first = fields.first, let last = fields.last { preferences[first] = last }
        continue
      }
      let fields = line.split(separator: "\t", maxSplits: 1)
      guard fields.count == 2 else {
        throw CompileError(description: "\(path): a line without a tab: \(line)")
      }
      if isRare { rare.insert(String(fields[0]).scalarValues) }
      isRare = false
      entries.append(
        Entry(
          key: String(fields[0]).scalarValues,
          values: fields[1].split(separator: " ").map { String($0).scalarValues }
        )
      )
    }
    self.entries = entries
    reversePreferences = preferences
    rareKeys = rare
  }

  static func lines(of path: String) throws -> [Substring] {
    guard let data = FileManager.default.contents(atPath: path) else {
      throw CompileError(description: "\(path): cannot be read")
    }
    return String(decoding: data, as: UTF8.self).split(whereSeparator: {
      $0 == "\n" || $0 == "\r\n"
    })
  }

  var map: [Scalars: [Scalars]] {
    Dictionary(entries.map { ($0.key, $0.values) }, uniquingKeysWith: { first, _ in first })
  }

  /// The rare forms alone: OpenCC's `TSCharactersExt`.
  var rareForms: [Scalars: [Scalars]] {
    Dictionary(
      entries.compactMap { entry in
        rareKeys.contains(entry.key) && entry.values.count > 1
          ? (entry.key, [entry.values[1]]) : nil
      },
      uniquingKeysWith: { first, _ in first }
    )
  }

  /// The dictionary read backwards, as OpenCC's `reverse.py` makes it.
  var reversed: [Scalars: [Scalars]] {
    var result: [Scalars: [Scalars]] = [:]
    for entry in entries {
      for value in entry.values { result[value, default: []].append(entry.key) }
    }
    for (value, preferred) in reversePreferences {
      guard var keys = result[value], let index = keys.firstIndex(of: preferred) else { continue }
      keys.insert(keys.remove(at: index), at: 0)
      result[value] = keys
    }
    return result
  }
}

/// Greedy longest match over a list of dictionaries, the first that matches longest winning: what
/// OpenCC does, needed here to know what its tables say of a word.
struct GreedyConverter {
  private let words: [Scalars: Scalars]
  private let longest: Int

  /// Earlier dictionaries win over later ones at the same length.
  init(_ dictionaries: [[Scalars: [Scalars]]]) {
    var words: [Scalars: Scalars] = [:]
    for dictionary in dictionaries {
      for (key, values) in dictionary where words[key] == nil { words[key] = values.first ?? key }
    }
    self.words = words
    longest = words.keys.reduce(1) { max($0, $1.count) }
  }

  /// The length of the longest key at an index, or nil.
  func matchLength(in text: Scalars, at index: Int) -> Int? {
    var length = min(longest, text.count - index)
    while length > 0 {
      if words[Array(text[index..<index + length])] != nil { return length }
      length -= 1
    }
    return nil
  }

  func convert(_ text: Scalars) -> Scalars {
    var result: Scalars = []
    var i = 0
    while i < text.count {
      if let length = matchLength(in: text, at: i), let value = words[Array(text[i..<i + length])] {
        result += value
        i += length
      } else {
        let length = Self.descriptionLength(in: text, at: i)
        result += text[i..<i + length]
        i += length
      }
    }
    return result
  }
}
