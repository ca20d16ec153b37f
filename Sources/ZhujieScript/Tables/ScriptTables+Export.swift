extension ScriptTables {
  /// The folding of Han characters for programs elsewhere, such as a site's search: two strings of the same number of scalars, each of
  /// `from` folding to the one at its place in `to`. In order of code point.
  package func foldedHan() -> (from: String, to: String) {
    var from = String.UnicodeScalarView()
    var to = String.UnicodeScalarView()
    for range in [0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF] as [ClosedRange<UInt32>] {
      for value in range {
        let folded = fold(value)
        guard folded != value, let a = UnicodeScalar(value), let b = UnicodeScalar(folded) else { continue }
        from.append(a)
        to.append(b)
      }
    }
    return (String(from), String(to))
  }
}
