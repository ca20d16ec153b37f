import ZhujieScript
import ZhujieText

extension Annotator {
  /// What the catalogue has that is like a text which nobody is called by.
  func nearNames(to text: String) -> [String] {
    let symbols = NameSymbol.symbols(of: Array(Normalizer().fold(text).utf8)).symbols
    guard !symbols.isEmpty, symbols.count <= NameTrie.longestPattern else {
      return ["it is longer than any name that is looked for"]
    }
    if gazetteer.trie.pattern(for: symbols).map({ !gazetteer.patterns[$0].entries.isEmpty })
      ?? false
    {
      return ["an entity has this name, but it does not stand here by itself"]
    }
    var near: [String] = []
    for entry in gazetteer.entries {
      let name = NameSymbol.symbols(of: Array(Normalizer().fold(entry.name).utf8)).symbols
      guard Self.isNear(symbols, name) else { continue }
      near.append("“\(entry.name)” of \(entry.id)")
      if near.count == 5 { break }
    }
    let nothing = "no entity has the name “\(text)”"
    return near.isEmpty ? [nothing] : ["\(nothing); near it: \(near.joined(separator: ", "))"]
  }

  /// One holds the other, or they differ in one symbol.
  private static func isNear(_ a: [UInt32], _ b: [UInt32]) -> Bool {
    let (short, long) = a.count <= b.count ? (a, b) : (b, a)
    guard short.count > 1 else { return false }
    if long.count == short.count {
      return zip(long, short).reduce(0) { $0 + ($1.0 == $1.1 ? 0 : 1) } <= 1
    }
    return (0...(long.count - short.count)).contains { long[$0...].starts(with: short) }
  }
}
