/// Which figures of a text became which, by their order in it.
enum FigureEdits {
  /// A figure that became another, or came, or went.
  struct Edit {
    let old: Facts.Figure?
    let new: Facts.Figure?
  }

  /// Figures compared in order cost the product of both sides; beyond this many they are compared as they come.
  private static let longest = 2_000

  static func edits(from old: [Facts.Figure], to new: [Facts.Figure]) -> [Edit] {
    var (start, oldEnd, newEnd) = (0, old.count, new.count)
    while start < oldEnd, start < newEnd, old[start].means(new[start]) { start += 1 }
    while oldEnd > start, newEnd > start, old[oldEnd - 1].means(new[newEnd - 1]) {
      oldEnd -= 1
      newEnd -= 1
    }
    let (before, after) = (Array(old[start..<oldEnd]), Array(new[start..<newEnd]))
    guard before.count <= longest, after.count <= longest else { return paired(before, after) }
    let difference = after.difference(from: before) { $0.means($1) }
    var (removed, inserted) = (Set<Int>(), Set<Int>())
    for change in difference {
      switch change {
      case .remove(let offset, _, _): removed.insert(offset)
      case .insert(let offset, _, _): inserted.insert(offset)
      }
    }
    // Between two figures that stayed, what went and what came pair off in order.
    var edits: [Edit] = []
    var (i, j) = (0, 0)
    while i < before.count || j < after.count {
      let (first, firstNew) = (i, j)
      while removed.contains(i) { i += 1 }
      while inserted.contains(j) { j += 1 }
      edits += paired(Array(before[first..<i]), Array(after[firstNew..<j]))
      i = min(i + 1, before.count)
      j = min(j + 1, after.count)
    }
    return edits
  }

  /// Those of a sort pair off first, so that a date does not become a sum of money.
  private static func paired(_ old: [Facts.Figure], _ new: [Facts.Figure]) -> [Edit] {
    var waiting = new
    var edits: [Edit] = []
    for figure in old {
      let index = waiting.firstIndex { $0.kind == figure.kind }
      edits.append(Edit(old: figure, new: index.map { waiting.remove(at: $0) }))
    }
    return edits + waiting.map { Edit(old: nil, new: $0) }
  }
}
