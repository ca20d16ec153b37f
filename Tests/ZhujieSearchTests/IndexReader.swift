import ZhujieScript
import ZhujieText

@testable import ZhujieSearch

/// Reads an index as the search script does, so that tests see what a reader's browser will.
struct IndexReader {
  /// The size of each shard's text, in order of the shards.
  private(set) var sizes: [Int] = []
  /// The first key of each shard, as its shard says.
  private(set) var firstKeys: [String] = []
  /// The keys in their order in the shards.
  private(set) var keys: [String] = []
  private(set) var entries: [String: [UInt8]] = [:]
  private(set) var files: [(name: String, contents: [UInt8])] = []
  let index: SearchIndex

  init(_ texts: [[String]], names: [(String, SearchNames.Form, Int)] = []) {
    let letters = SearchLetters()
    var searchNames = SearchNames(letters: letters)
    for (name, form, thing) in names { searchNames.add(name, form: form, of: thing) }
    var number = 0
    let segments = texts.map { part in
      let passages = part.enumerated().map { (number: number + $0, text: Array($1.utf8)[...]) }
      number += part.count
      return SearchSegment(passages, letters: letters)
    }
    var files: [(name: String, contents: [UInt8])] = []
    index = SearchIndex(segments, names: searchNames, letters: letters) { files.append(($0, $1)) }
    self.files = files
    for file in files { read(file) }
  }

  private mutating func read(_ file: (name: String, contents: [UInt8])) {
    let head = Array("zhujieFound(\"\(file.name)\",\"".utf8)
    guard file.contents.starts(with: head) else { return }
    let text = file.contents[head.count...].dropLast("\")\n".utf8.count)
    sizes.append(text.count)
    var last: [Unicode.Scalar] = []
    let parts = text.split(separator: 0x20, omittingEmptySubsequences: false)
    for i in stride(from: 0, to: parts.count - 1, by: 2) {
      let key = String(decoding: parts[i], as: UTF8.self).unicodeScalars
      last = Array(last.prefix(Self.digit(parts[i][parts[i].startIndex])) + key.dropFirst())
      var view = String.UnicodeScalarView()
      view.append(contentsOf: last)
      keys.append(String(view))
      if i == 0 { firstKeys.append(String(view)) }
      entries[String(view)] = Array(parts[i + 1])
    }
  }

  /// The passages of a term, all its blocks together.
  func passages(_ term: String) -> [Int] {
    keys.filter { $0 == term || $0.hasPrefix(term + "!") }.flatMap { key -> [Int] in
      var last = -1
      return Self.numbers(entries[key] ?? []).map { gap in
        last += gap + 1
        return last
      }
    }
  }

  static func digit(_ byte: UInt8) -> Int {
    Int(byte) - 33 - (byte > 34 ? 1 : 0) - (byte > 92 ? 1 : 0)
  }

  static func numbers(_ bytes: [UInt8]) -> [Int] {
    var numbers: [Int] = []
    var i = 0
    while i < bytes.count {
      let first = digit(bytes[i])
      let (size, from, plus) =
        first < 60 ? (1, 0, 0) : first < 88 ? (2, 60, 60) : first < 91 ? (3, 88, 2_636) : (5, 91, 0)
      numbers.append(bytes[i + 1..<i + size].reduce(first - from) { $0 * 92 + digit($1) } + plus)
      i += size
    }
    return numbers
  }
}
