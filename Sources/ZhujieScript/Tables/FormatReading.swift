internal import ZhujieTables
internal import ZhujieText

// The compiler inlines nothing that another module declares `package`, and a call for each character of a text costs as
// much as its conversion. So the loops of this room read format and text with the copies below; FormatReadingTests hold
// them to the originals.

/// The flags of `ScalarEntry`.
enum ScalarFlag {
  static let isAmbiguous: UInt32 = 1 << 21
  static let isTraditionalOnly: UInt32 = 1 << 22
  static let isSimplifiedOnly: UInt32 = 1 << 23
  static let isShared: UInt32 = 1 << 24
  static let isJapanese: UInt32 = 1 << 25
}

/// The flags of `FlatEntry`.
enum FlatFlag {
  static let firstScalar: UInt32 = 0x3400

  /// Whether a scalar is in `FlatEntry.range`.
  @inline(__always)
  static func contains(_ scalar: UInt32) -> Bool { scalar &- firstScalar <= 0x9FFF &- firstScalar }

  static let isAmbiguous: UInt32 = 1 << 24
  static let isTraditionalOnly: UInt32 = 1 << 25
  static let isSimplifiedOnly: UInt32 = 1 << 26
  static let isLonger: UInt32 = 1 << 27
  static let isChanging: UInt32 = 1 << 28
}

/// `PagedView`.
struct ScalarMap: Sendable {
  private nonisolated(unsafe) let index: UnsafePointer<UInt32>
  private nonisolated(unsafe) let pages: UnsafePointer<UInt32>

  init(_ view: PagedView) {
    (index, pages) = (view.index, view.pages)
  }

  init?(_ view: TableView, _ index: TableSection, _ pages: TableSection) {
    guard let view = PagedView(view, index, pages) else { return nil }
    self.init(view)
  }

  /// The number of a scalar value; 0 for what is beyond U+10FFFF.
  @inline(__always)
  subscript(scalar: UInt32) -> UInt32 {
    guard scalar < 0x11_0000 else { return 0 }
    return pages[
      Int(truncatingIfNeeded: index[Int(truncatingIfNeeded: scalar >> 8)] << 8 | scalar & 0xFF)
    ]
  }

  /// What a map of folds makes of a scalar: most stay as they are.
  @inline(__always)
  func folded(_ scalar: UInt32) -> UInt32 {
    let folded = self[scalar]
    return folded == 0 ? scalar : folded
  }
}

/// `PairHash.bit`.
@inline(__always)
func pairBit(_ first: Int32, _ second: Int32) -> UInt32 {
  let mixed = UInt32(bitPattern: first) &* 0x9E37_79B1 ^ UInt32(bitPattern: second) &* 0x85EB_CA77
  return mixed ^ mixed >> 15
}

/// `TrieSlot`.
struct TrieEdge {
  let bits: UInt64

  @inline(__always)
  static func key(parent: Int, scalarClass: Int) -> UInt64 {
    UInt64(truncatingIfNeeded: scalarClass) | UInt64(truncatingIfNeeded: parent) << 15
  }

  @inline(__always)
  static func home(of key: UInt64, bits: Int) -> Int {
    Int(
      truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> UInt64(truncatingIfNeeded: 64 &- bits)
    )
  }

  @inline(__always)
  var key: UInt64 { bits & 0x7_FFFF_FFFF }
  @inline(__always)
  var child: Int { Int(truncatingIfNeeded: bits >> 35 & 0xF_FFFF) }
  @inline(__always)
  var isWord: Bool { bits >> 55 & 0x7F != 0 }
  @inline(__always)
  var isOrdinary: Bool { bits >> 62 & 1 != 0 }
  @inline(__always)
  var cost: Int32 { Int32(truncatingIfNeeded: bits >> 55 & 0x7F) &- 1 }
  @inline(__always)
  var hasChildren: Bool { bits >> 63 != 0 }
}

/// `ScalarClass.isHan`.
@inline(__always)
func isHan(_ v: UInt32) -> Bool {
  (v >= 0x4E00 && v <= 0x9FFF) || (v >= 0x3400 && v <= 0x4DBF) || (v >= 0x20000 && v <= 0x3FFFD)
    || (v >= 0xF900 && v <= 0xFAFF) || v == 0x3007
}

extension UnsafeBufferPointer<UInt8> {
  /// `UTF8Scan.scalar(at:in:)`.
  @inline(__always)
  func scalar(at offset: Int) -> (value: UInt32, length: Int) {
    let b = UInt32(self[offset])
    if b < 0x80 { return (b, 1) }
    if b < 0xE0 { return ((b & 0x1F) << 6 | UInt32(self[offset &+ 1] & 0x3F), 2) }
    if b < 0xF0 {
      return (
        (b & 0x0F) << 12 | UInt32(self[offset &+ 1] & 0x3F) << 6 | UInt32(self[offset &+ 2] & 0x3F),
        3
      )
    }
    return (
      (b & 0x07) << 18 | UInt32(self[offset &+ 1] & 0x3F) << 12 | UInt32(self[offset &+ 2] & 0x3F)
        << 6
        | UInt32(self[offset &+ 3] & 0x3F), 4
    )
  }

  /// `UTF8Scan.scalar(before:in:)`.
  @inline(__always)
  func scalar(before offset: Int) -> (value: UInt32, length: Int) {
    var start = offset &- 1
    while start > 0, self[start] & 0xC0 == 0x80 { start &-= 1 }
    return scalar(at: start)
  }
}
