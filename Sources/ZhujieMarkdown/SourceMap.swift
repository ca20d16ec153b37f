/// Leads from the inline source of one block, as cmark collected it, to the file.
///
/// Between its entries offsets differ by a constant: a paragraph has one entry a line, a table cell
/// one more after each `\|`.
struct SourceMap {
  struct Entry {
    var source: Int32
    var file: Int32
  }

  private(set) var entries: [Entry] = []

  mutating func removeAll() { entries.removeAll(keepingCapacity: true) }

  mutating func append(source: Int, file: Int) {
    entries.append(Entry(source: Int32(source), file: Int32(file)))
  }

  /// The index of the entry that holds a source offset; `hint` is where to look first.
  func index(at source: Int32, from hint: Int) -> Int {
    var i = min(max(hint, 0), entries.count - 1)
    if entries[i].source > source {
      var low = 0
      var high = i
      while low < high {
        let middle = (low + high + 1) / 2
        if entries[middle].source <= source { low = middle } else { high = middle - 1 }
      }
      return low
    }
    while i + 1 < entries.count, entries[i + 1].source <= source { i += 1 }
    return i
  }
}
