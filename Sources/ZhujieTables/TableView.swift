/// The sections of a compiled table file in memory. The memory must outlive the view.
public struct TableView: Sendable {
  private nonisolated(unsafe) let base: UnsafeRawPointer
  private let count: Int

  /// Nil where the bytes are not a table file of this format.
  public init?(_ base: UnsafeRawPointer, count: Int) {
    guard count >= TableFormat.headerSize,
      UnsafeRawBufferPointer(start: base, count: TableFormat.magic.count).elementsEqual(
        TableFormat.magic
      ),
      base.loadUnaligned(fromByteOffset: 8, as: UInt32.self) == TableFormat.signature
    else { return nil }
    self.base = base
    self.count = count
  }

  /// The elements of a section; empty where the file has none or ends before it does.
  public func section<Element: BitwiseCopyable>(
    _ section: TableSection,
    of type: Element.Type = Element.self
  ) -> UnsafeBufferPointer<Element> {
    let sections = Int(base.loadUnaligned(fromByteOffset: 12, as: UInt32.self))
    for index in 0..<min(sections, 256) {
      let header = TableFormat.headerSize + index * TableFormat.sectionSize
      guard header + TableFormat.sectionSize <= count else { break }
      guard base.loadUnaligned(fromByteOffset: header, as: UInt32.self) == section.rawValue else {
        continue
      }
      let size = Int(base.loadUnaligned(fromByteOffset: header + 4, as: UInt32.self))
      let offset = Int(base.loadUnaligned(fromByteOffset: header + 8, as: UInt64.self))
      let elements = Int(base.loadUnaligned(fromByteOffset: header + 16, as: UInt64.self))
      guard size == MemoryLayout<Element>.size, offset <= count, elements <= (count - offset) / size
      else { break }
      return UnsafeBufferPointer(
        start: (base + offset).assumingMemoryBound(to: Element.self),
        count: elements
      )
    }
    return UnsafeBufferPointer(start: nil, count: 0)
  }
}

/// A function from scalars to UInt32 in two sections of the file, checked to be whole; 0 where nothing is stored.
/// The elements of `pages` for a scalar are at `index[scalar >> 8] << 8 | scalar & 0xFF`.
public struct PagedView: Sendable {
  public nonisolated(unsafe) let index: UnsafePointer<UInt32>
  public nonisolated(unsafe) let pages: UnsafePointer<UInt32>

  /// Nil where a section is missing, too small, or names a page that is not there.
  public init?(_ view: TableView, _ index: TableSection, _ pages: TableSection) {
    let indexSection = view.section(index, of: UInt32.self)
    let pageSection = view.section(pages, of: UInt32.self)
    guard indexSection.count == TableFormat.pageCount, let first = indexSection.baseAddress,
      let page = pageSection.baseAddress,
      indexSection.allSatisfy({ (Int($0) + 1) * TableFormat.pageSize <= pageSection.count })
    else { return nil }
    self.index = first
    self.pages = page
  }
}

extension PagedView {
  /// A table of zeros. `zeros` must hold an index of zeros and outlive the value.
  public init(zeros: UnsafePointer<UInt32>) {
    index = zeros
    pages = zeros
  }
}
