internal import ZhujieTables

/// The common Han characters of one target; see `FlatEntry`.
struct FlatTable: Sendable {
  private nonisolated(unsafe) let entries: UnsafePointer<UInt32>

  init?(_ view: TableView, _ section: TableSection) {
    let entries = view.section(section, of: UInt32.self)
    guard let base = entries.baseAddress, entries.count == FlatEntry.range.count else { return nil }
    self.entries = base
  }

  /// `scalar` must be in `FlatEntry.range`.
  @inline(__always)
  subscript(scalar: UInt32) -> UInt32 { entries[Int(truncatingIfNeeded: scalar &- 0x3400)] }
}

/// The word classes of the common Han characters.
struct FlatClasses: Sendable {
  private nonisolated(unsafe) let classes: UnsafePointer<UInt16>

  init?(_ view: TableView) {
    let classes = view.section(.flatClasses, of: UInt16.self)
    guard let base = classes.baseAddress, classes.count == FlatEntry.range.count else { return nil }
    self.classes = base
  }

  /// No classes, over memory that is zero for two bytes a scalar.
  init(zeros: UnsafePointer<UInt32>) {
    classes = UnsafeRawPointer(zeros).assumingMemoryBound(to: UInt16.self)
  }

  /// `scalar` must be in `FlatEntry.range`.
  @inline(__always)
  subscript(scalar: UInt32) -> Int32 { Int32(classes[Int(truncatingIfNeeded: scalar &- 0x3400)]) }
}
