import ZhujieText

/// The rule words of a table by the cells that hold them: what a rule requires may stand in another cell, since
/// a row is read across and a column under its head.
struct TableCues {
  /// The first and the last cell that holds a word.
  private var cells: [Int: (first: Int, last: Int)] = [:]

  init(_ gazetteer: Gazetteer, cells: ArraySlice<Range<Int>>, of bytes: UnsafeBufferPointer<UInt8>)
  {
    for index in cells.indices {
      BlockNames(gazetteer, in: cells[index], of: bytes).forEachCue { cue in
        self.cells[cue] = (self.cells[cue]?.first ?? index, index)
      }
    }
  }

  /// Whether a word stands in another cell than this.
  func holds(_ cue: Int, outside cell: Int) -> Bool {
    guard let found = cells[cue] else { return false }
    return found.first != cell || found.last != cell
  }
}

/// A cell and the words of its table.
struct TableCell {
  let cues: TableCues
  let cell: Int
}
