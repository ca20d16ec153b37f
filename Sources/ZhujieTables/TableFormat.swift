/// The file of compiled script tables: what `compile-tables` writes and ZhujieScript maps.
///
///     offset 0   "ZHUJIE\0\0"      8 bytes
///            8   signature         UInt32, little endian like everything here
///           12   section count     UInt32
///           16   sections          24 bytes each: id UInt32, element size UInt32, offset UInt64, count UInt64
///          ...   their elements, each section on a 64-byte boundary
///
/// A *paged table* maps every scalar value (to U+10FFFF) to a UInt32 in two sections: an index of
/// 4,352 page numbers, one for 256 scalars, and the pages themselves. Page 0 is all zero.
///
/// The *trie* holds words as sequences of folded scalars. Each folded scalar that occurs in a word
/// has a class, from 1; the node of a one-scalar word is its class. All edges of the other nodes are in
/// one open-addressed hash table of UInt64 slots (see `TrieSlot`). Nodes that carry a value follow
/// the one-scalar nodes, so that "has a value" is a comparison and values are an array.
public enum TableFormat {
  public static let magic: [UInt8] = Array("ZHUJIE".utf8) + [0, 0]
  /// Differs where the format does: the sections, and samples of all that is packed into bits. So tables that an
  /// older program wrote are noticed, also where nobody thought of a version.
  public static let signature: UInt32 = {
    var digest = TableDigest()
    for section in TableSection.allCases { digest.add(UInt64(section.rawValue)) }
    digest.add(UInt64(PairHash.bit(1, 2)))
    let slot = TrieSlot(parent: 3, scalarClass: 5, child: 7, cost: 9, hasChildren: true)
    digest.add(slot.bits)
    digest.add(UInt64(TrieSlot.home(of: slot.key, bits: 16)))
    digest.add(
      UInt64(FlatEntry.bits(scalar: 0x4E00, entry: ScalarEntry(bits: ScalarEntry.isAmbiguous)))
    )
    digest.add(UInt64(FlatEntry.range.count))
    digest.add(UInt64(ScalarEntry.isShared))
    return UInt32(truncatingIfNeeded: digest.value)
  }()
  public static let headerSize = 16
  public static let sectionSize = 24
  public static let alignment = 64
  public static let pageSize = 256
  public static let pageCount = 0x110000 / pageSize
  /// Costs are negative logarithms of word probability, this many a nat.
  public static let costPerNat = 7.0
  /// The greatest cost that fits a slot.
  public static let maximumCost = 126
}

/// A number that changes with what is added to it (FNV-1a).
public struct TableDigest {
  public private(set) var value: UInt64 = 0xCBF2_9CE4_8422_2325

  public init() {}

  public mutating func add(byte: UInt8) {
    value = (value ^ UInt64(byte)) &* 0x100_0000_01B3
  }

  public mutating func add(_ number: UInt64) {
    for shift in stride(from: 0, to: 64, by: 8) {
      add(byte: UInt8(truncatingIfNeeded: number >> UInt64(shift)))
    }
  }
}

/// The sections of the file. The raw value is the id in the file.
public enum TableSection: UInt32, CaseIterable, Sendable {
  /// What each scalar folds to for matching (0: itself), with its word class in the upper 11 bits left over.
  case foldIndex = 1
  case foldPages = 2
  /// The word class of the folded scalar, 0 for none.
  case classIndex = 3
  case classPages = 4
  /// One default output scalar and the flags of `ScalarEntry` for each target.
  case hantIndex = 10
  case hantPages = 11
  case hantTWIndex = 12
  case hantTWPages = 13
  case hantHKIndex = 14
  case hantHKPages = 15
  case hansIndex = 16
  case hansPages = 17
  /// The edges of the trie.
  case trieSlots = 20
  /// The cost of each one-scalar word, by class; the upper bit where longer words start with it.
  case singleCosts = 21
  /// Four offsets into `valuePool` for each node with a value: hant, hantTW, hantHK, hans.
  case values = 22
  /// Output scalars, as many for a value as its word has.
  case valuePool = 23
  /// Bits of `PairHash`: the pairs of neighbours in which some word gives an ambiguous character another form
  /// than its default, for Traditional targets and for Simplified.
  case pairsHant = 24
  case pairsHans = 25
  /// Bits of `PairHash`: the pairs of neighbours inside words.
  case joints = 26
  /// One element: `TableDigest` of the lexicon the tables were compiled from.
  case lexiconDigest = 27
  /// `FlatEntry` of every scalar of `FlatEntry.range` for each target, and its word class.
  case flatHant = 30
  case flatHantTW = 31
  case flatHantHK = 32
  case flatHans = 33
  case flatClasses = 34
}

/// An element of the paged tables of the four targets.
public struct ScalarEntry: Sendable {
  public let bits: UInt32

  public init(bits: UInt32) { self.bits = bits }

  /// The output scalar where no word says otherwise.
  public var scalar: UInt32 { bits & 0x1F_FFFF }

  /// The scalar has more than one output, and words decide.
  public static let isAmbiguous: UInt32 = 1 << 21
  /// The scalar is written in Traditional text only, or in Simplified text only.
  public static let isTraditionalOnly: UInt32 = 1 << 22
  public static let isSimplifiedOnly: UInt32 = 1 << 23
  /// The scalar is written in both scripts, and the target writes another one where it is read as the other script.
  public static let isShared: UInt32 = 1 << 24
  /// The scalar is modern Japanese as well.
  public static let isJapanese: UInt32 = 1 << 25
  /// The scalar is Han.
  public static let isHan: UInt32 = 1 << 26
  /// Kana or Hangul.
  public static let isKanaOrHangul: UInt32 = 1 << 27
}

/// What the conversion needs of a common Han character, in one load: the three bytes of its output as it is
/// written to memory, and flags above them.
public enum FlatEntry {
  /// The Han characters of three bytes in UTF-8.
  public static let range: ClosedRange<UInt32> = 0x3400...0x9FFF
  public static let isAmbiguous: UInt32 = 1 << 24
  public static let isTraditionalOnly: UInt32 = 1 << 25
  public static let isSimplifiedOnly: UInt32 = 1 << 26
  /// The output has four bytes: the entry does not hold it.
  public static let isLonger: UInt32 = 1 << 27

  /// The output is another scalar, or may be.
  public static let isChanging: UInt32 = 1 << 28

  public static func bits(scalar: UInt32, entry: ScalarEntry) -> UInt32 {
    let output = entry.bits == 0 ? scalar : entry.scalar
    var bits: UInt32 = 0
    if entry.bits & ScalarEntry.isAmbiguous != 0 { bits |= isAmbiguous }
    if entry.bits & ScalarEntry.isTraditionalOnly != 0 { bits |= isTraditionalOnly }
    if entry.bits & ScalarEntry.isSimplifiedOnly != 0 { bits |= isSimplifiedOnly }
    if output != scalar || bits & isAmbiguous != 0 { bits |= isChanging }
    guard output < 0x10000 else { return bits | isLonger }
    return bits | (0xE0 | output >> 12) | (0x80 | output >> 6 & 0x3F) << 8 | (0x80 | output & 0x3F)
      << 16
  }
}

/// Where the bit of a pair of classes is; the number of bits is a power of two, and the low ones count.
public enum PairHash {
  public static func bit(_ first: Int32, _ second: Int32) -> UInt32 {
    let mixed = UInt32(bitPattern: first) &* 0x9E37_79B1 ^ UInt32(bitPattern: second) &* 0x85EB_CA77
    return mixed ^ mixed >> 15
  }
}

/// An edge of the trie: `parent` and `scalarClass` are the key, the rest what it leads to.
public struct TrieSlot: Sendable {
  public let bits: UInt64

  public init(bits: UInt64) { self.bits = bits }

  /// `isOrdinary` marks a word that is no name of anybody: a noun, verb or adjective of the language.
  public init(
    parent: Int,
    scalarClass: Int,
    child: Int,
    cost: Int?,
    isOrdinary: Bool = false,
    hasChildren: Bool
  ) {
    bits =
      UInt64(scalarClass) | UInt64(parent) << 15 | UInt64(child) << 35
      | UInt64(cost.map { $0 + 1 } ?? 0) << 55 | (isOrdinary ? 1 << 62 : 0)
      | (hasChildren ? 1 << 63 : 0)
  }

  public static func key(parent: Int, scalarClass: Int) -> UInt64 {
    UInt64(truncatingIfNeeded: scalarClass) | UInt64(truncatingIfNeeded: parent) << 15
  }

  /// Where the search for a key starts, in a table of 2^`bits` slots.
  public static func home(of key: UInt64, bits: Int) -> Int {
    Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> UInt64(truncatingIfNeeded: 64 - bits))
  }

  public var key: UInt64 { bits & 0x7_FFFF_FFFF }
  public var child: Int { Int(truncatingIfNeeded: bits >> 35 & 0xF_FFFF) }
  public var isWord: Bool { bits >> 55 & 0x7F != 0 }
  /// Whether that word is an ordinary one, which a name can be mistaken for.
  public var isOrdinary: Bool { bits >> 62 & 1 != 0 }
  /// The cost of the word that ends here.
  public var cost: Int32 { Int32(truncatingIfNeeded: bits >> 55 & 0x7F) &- 1 }
  public var hasChildren: Bool { bits >> 63 != 0 }
}
