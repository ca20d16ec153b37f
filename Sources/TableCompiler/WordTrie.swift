import ZhujieTables

/// The words over folded scalars, numbered and hashed as `TableFormat` says.
struct WordTrie {
  let slots: [UInt64]
  let singleCosts: [UInt8]
  /// The words that have values, in node order.
  let valued: [Scalars]

  /// `classes` holds the class of every scalar of every word; `hasValue` words become the first nodes.
  init(
    words: [Scalars: Int],
    ordinary: Set<Scalars>,
    classes: [UInt32: Int],
    hasValue: (Scalars) -> Bool
  ) throws {
    var nodes: Set<Scalars> = []
    for word in words.keys where word.count > 1 {
      for length in 2...word.count { nodes.insert(Array(word.prefix(length))) }
    }
    let ordered = nodes.sorted { a, b in
      let first = words[a] != nil && hasValue(a)
      let second = words[b] != nil && hasValue(b)
      if first != second { return first }
      return a.lexicographicallyPrecedes(b)
    }
    valued = Array(ordered.prefix { words[$0] != nil && hasValue($0) })
    var ids: [Scalars: Int] = [:]
    for (scalar, number) in classes { ids[[scalar]] = number }
    for (offset, node) in ordered.enumerated() { ids[node] = classes.count + 1 + offset }
    guard classes.count < 1 << 15, ids.count < 1 << 20 else {
      throw CompileError(description: "the words need more nodes than the format has room for")
    }
    var parents: Set<Scalars> = []
    for node in ordered { parents.insert(Array(node.dropLast())) }

    var bits = 4
    while (1 << bits) * 2 < ordered.count * 3 { bits += 1 }
    var slots = [UInt64](repeating: 0, count: 1 << bits)
    for node in ordered {
      guard let last = node.last, let scalarClass = classes[last],
        let parent = ids[Array(node.dropLast())],
        let child = ids[node]
      else { throw CompileError(description: "a word has a scalar without a class: \(node.text)") }
      let slot = TrieSlot(
        parent: parent,
        scalarClass: scalarClass,
        child: child,
        cost: words[node],
        isOrdinary: ordinary.contains(node),
        hasChildren: parents.contains(node)
      )
      var position = TrieSlot.home(of: slot.key, bits: bits)
      while slots[position] != 0 { position = (position + 1) & (slots.count - 1) }
      slots[position] = slot.bits
    }
    self.slots = slots
    var single = [UInt8](repeating: UInt8(TableFormat.maximumCost), count: classes.count + 1)
    for (scalar, number) in classes {
      if let cost = words[[scalar]] { single[number] = UInt8(cost) }
      if parents.contains([scalar]) { single[number] |= 0x80 }
    }
    singleCosts = single
  }
}
