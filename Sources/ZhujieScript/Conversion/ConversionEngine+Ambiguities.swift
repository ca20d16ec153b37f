internal import ZhujieTables
internal import ZhujieText

extension ConversionEngine {
  /// Notes the characters of the run whose form is not clear.
  mutating func listAmbiguities(from offset: Int, _ shared: SharedReading) {
    // Most runs have no such character, and need no look at the paths through them.
    guard lattice.decided > 1, (1..<lattice.decided).contains(where: { mayBeAmbiguous($0, from: offset, shared) }) else {
      return
    }
    var chosen = [UInt32](repeating: 0, count: lattice.count + 2)
    var isSingle = [Bool](repeating: false, count: lattice.count + 2)
    var isFixed = isSingle
    for word in lattice.words {
      let value =
        word.length > 1 && word.rule < 0
        ? tables.trie.value(of: word.node, column: column, count: word.length) : nil
      for k in max(word.start, 1)..<max(1, min(word.start + word.length, lattice.count + 1)) {
        chosen[k] = form(k, value.map { $0[k - word.start] }, .all)
        isSingle[k] = word.length == 1
        isFixed[k] = word.rule >= 0
      }
    }
    let alternatives = lattice.alternatives(tables, column: column, chosen: chosen)
    for k in 1..<lattice.decided where !isFixed[k] && mayBeAmbiguous(k, from: offset, shared) {
      var forms = [chosen[k]]
      for alternative in alternatives
      where alternative.index == k && !forms.contains(alternative.form) {
        forms.append(alternative.form)
      }
      var reason = AmbiguityReason.division
      if forms.count == 1, isSingle[k], target != .hans,
        let loose = LooseCharacters.forms[lattice.scalars[k]]
      {
        forms += loose.filter { $0 != chosen[k] }
        reason = .forms
      }
      guard forms.count > 1 else { continue }
      let candidates = forms.map { value -> String in
        var view = String.UnicodeScalarView()
        if let scalar = Unicode.Scalar(value) { view.append(scalar) }
        return String(view)
      }
      ambiguities.append(
        AmbiguousSpan(
          span: TextSpan(lattice.offsets[k], lattice.offsets[k + 1]),
          candidates: candidates,
          chosen: candidates[0],
          reason: reason
        )
      )
    }
  }

  private func mayBeAmbiguous(_ k: Int, from offset: Int, _ shared: SharedReading) -> Bool {
    let bits = lattice.entries[k]
    return lattice.offsets[k] >= offset && bits & ScalarFlag.isAmbiguous != 0 && (bits & foreignBit != 0 || shared == .all)
  }
}
