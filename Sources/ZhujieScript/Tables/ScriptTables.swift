internal import CScriptTables
internal import ZhujieTables

/// The compiled tables: what each scalar folds to and converts to, and the words that decide.
package struct ScriptTables: Sendable {
  /// The tables inside the program. Empty tables, which change nothing, where the file is damaged or was
  /// not built: the program then still runs, and its self-check says so.
  package static let builtIn: ScriptTables = {
    let count = zhujie_script_tables_count()
    return ScriptTables(zhujie_script_tables(), count: count) ?? .empty
  }()

  private static let empty: ScriptTables = {
    let zeros = UnsafeMutablePointer<UInt32>.allocate(capacity: TableFormat.pageCount)
    zeros.initialize(repeating: 0, count: TableFormat.pageCount)
    return ScriptTables(emptyOver: zeros)
  }()

  let folds: PagedView
  let classes: PagedView
  let hant: PagedView
  let hantTW: PagedView
  let hantHK: PagedView
  let hans: PagedView
  let trie: WordTrie
  let flat: [FlatTable]
  let flatClasses: FlatClasses
  let pairsHant: PairFilter
  let pairsHans: PairFilter
  /// Whether the tables are there at all.
  package let isComplete: Bool

  /// Nil where the memory does not hold complete tables. It must outlive the value.
  package init?(_ base: UnsafeRawPointer, count: Int) {
    guard let view = TableView(base, count: count),
      let folds = PagedView(view, .foldIndex, .foldPages),
      let classes = PagedView(view, .classIndex, .classPages),
      let hant = PagedView(view, .hantIndex, .hantPages),
      let hantTW = PagedView(view, .hantTWIndex, .hantTWPages),
      let hantHK = PagedView(view, .hantHKIndex, .hantHKPages),
      let hans = PagedView(view, .hansIndex, .hansPages),
      let trie = WordTrie(view),
      let pairsHant = PairFilter(view, .pairsHant),
      let pairsHans = PairFilter(view, .pairsHans)
    else { return nil }
    (self.folds, self.classes, self.hant, self.hantTW, self.hantHK, self.hans, self.trie) =
      (folds, classes, hant, hantTW, hantHK, hans, trie)
    (self.pairsHant, self.pairsHans) = (pairsHant, pairsHans)
    let sections: [TableSection] = [.flatHant, .flatHantTW, .flatHantHK, .flatHans]
    flat = sections.compactMap { FlatTable(view, $0) }
    guard flat.count == sections.count, let flatClasses = FlatClasses(view) else { return nil }
    self.flatClasses = flatClasses
    isComplete = true
  }

  private init(emptyOver zeros: UnsafePointer<UInt32>) {
    let nothing = PagedView(zeros: zeros)
    (folds, classes, hant, hantTW, hantHK, hans) = (
      nothing, nothing, nothing, nothing, nothing, nothing
    )
    trie = WordTrie(zeros: zeros)
    flat = []
    flatClasses = FlatClasses(zeros: zeros)
    (pairsHant, pairsHans) = (PairFilter(zeros: zeros), PairFilter(zeros: zeros))
    isComplete = false
  }

  /// The scalar that stands for all forms of a character when texts are matched: Simplified, its
  /// usual variant, half-width, a plain space. Folding a fold changes nothing.
  @inline(__always)
  package func fold(_ scalar: UInt32) -> UInt32 {
    let folded = folds[scalar]
    return folded == 0 ? scalar : folded
  }

  func table(for target: ConversionTarget) -> PagedView {
    switch target {
    case .hant: hant
    case .hantTW: hantTW
    case .hantHK: hantHK
    case .hans: hans
    }
  }

  /// Whether a Han character is written in Chinese but not in modern Japanese or Korean: a form of one script that
  /// those do not use, or one of the words that make Chinese sentences.
  func isChineseOnly(_ scalar: UInt32) -> Bool {
    let entry = hant[scalar] | hans[scalar]
    if entry & (ScalarEntry.isSimplifiedOnly | ScalarEntry.isTraditionalOnly) != 0 {
      return entry & ScalarEntry.isJapanese == 0
    }
    switch Unicode.Scalar(scalar) {
    case "的", "是", "了", "吗", "吧", "呢", "你", "她", "它", "很", "都", "就", "把", "被", "给", "和", "说", "这",
      "那", "在", "他", "我":
      return true
    default: return false
    }
  }
}
