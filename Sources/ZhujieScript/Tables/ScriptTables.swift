internal import CScriptTables
internal import ZhujieTables

/// The compiled tables: what each scalar folds to and converts to, and the words that decide.
public struct ScriptTables: Sendable {
  /// The tables inside the program. Empty tables, which change nothing, where the file is damaged or was
  /// not built: the program then still runs, and its self-check says so.
  public static let builtIn: ScriptTables = {
    let count = zhujie_script_tables_count()
    return ScriptTables(zhujie_script_tables(), count: count) ?? .empty
  }()

  private static let empty: ScriptTables = {
    let zeros = UnsafeMutablePointer<UInt32>.allocate(capacity: TableFormat.pageCount)
    zeros.initialize(repeating: 0, count: TableFormat.pageCount)
    return ScriptTables(emptyOver: zeros)
  }()

  let folds: ScalarMap
  let classes: ScalarMap
  let hant: ScalarMap
  let hantTW: ScalarMap
  let hantHK: ScalarMap
  let hans: ScalarMap
  let trie: WordTrie
  let flat: [FlatTable]
  let flatClasses: FlatClasses
  let pairsHant: PairFilter
  let pairsHans: PairFilter
  /// The neighbours that some word holds beside each other: between others every path has a cut.
  let joints: PairFilter
  /// `TableDigest` of the lexicon that the tables were compiled from.
  public let lexiconDigest: UInt64
  /// Whether the tables are there at all.
  public let isComplete: Bool

  /// Nil where the memory does not hold complete tables. It must outlive the value.
  public init?(_ base: UnsafeRawPointer, count: Int) {
    guard let view = TableView(base, count: count),
      let folds = ScalarMap(view, .foldIndex, .foldPages),
      let classes = ScalarMap(view, .classIndex, .classPages),
      let hant = ScalarMap(view, .hantIndex, .hantPages),
      let hantTW = ScalarMap(view, .hantTWIndex, .hantTWPages),
      let hantHK = ScalarMap(view, .hantHKIndex, .hantHKPages),
      let hans = ScalarMap(view, .hansIndex, .hansPages),
      let trie = WordTrie(view),
      let pairsHant = PairFilter(view, .pairsHant),
      let pairsHans = PairFilter(view, .pairsHans),
      let joints = PairFilter(view, .joints)
    else { return nil }
    (self.folds, self.classes, self.hant, self.hantTW, self.hantHK, self.hans, self.trie) =
      (folds, classes, hant, hantTW, hantHK, hans, trie)
    (self.pairsHant, self.pairsHans, self.joints) = (pairsHant, pairsHans, joints)
    let sections: [TableSection] = [.flatHant, .flatHantTW, .flatHantHK, .flatHans]
    flat = sections.compactMap { FlatTable(view, $0) }
    guard flat.count == sections.count, let flatClasses = FlatClasses(view) else { return nil }
    self.flatClasses = flatClasses
    lexiconDigest = view.section(.lexiconDigest, of: UInt64.self).first ?? 0
    isComplete = true
  }

  private init(emptyOver zeros: UnsafePointer<UInt32>) {
    let nothing = ScalarMap(PagedView(zeros: zeros))
    (folds, classes, hant, hantTW, hantHK, hans) = (
      nothing, nothing, nothing, nothing, nothing, nothing
    )
    trie = WordTrie(zeros: zeros)
    flat = []
    flatClasses = FlatClasses(zeros: zeros)
    let noPairs = PairFilter(zeros: zeros)
    (pairsHant, pairsHans, joints) = (noPairs, noPairs, noPairs)
    lexiconDigest = 0
    isComplete = false
  }

  /// The scalar that stands for all forms of a character when texts are matched: Simplified, its
  /// usual variant, half-width, a plain space. Folding a fold changes nothing.
  @inline(__always)
  public func fold(_ scalar: UInt32) -> UInt32 {
    folds.folded(scalar)
  }

  func table(for target: ConversionTarget) -> ScalarMap {
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
    if entry & (ScalarFlag.isSimplifiedOnly | ScalarFlag.isTraditionalOnly) != 0 {
      return entry & ScalarFlag.isJapanese == 0
    }
    switch Unicode.Scalar(scalar) {
    case "的", "是", "了", "吗", "吧", "呢", "你", "她", "它", "很", "都", "就", "把", "被", "给", "和", "说", "这",
      "那", "在", "他", "我":
      return true
    default: return false
    }
  }
}
