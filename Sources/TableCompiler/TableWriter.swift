import ZhujieTables

/// A function from scalars to numbers, stored as pages of 256.
struct PagedTable {
  private var pages: [Int: [UInt32]] = [:]

  subscript(scalar: UInt32) -> UInt32 {
    get { pages[Int(scalar >> 8)]?[Int(scalar & 0xFF)] ?? 0 }
    set {
      pages[Int(scalar >> 8), default: Array(repeating: 0, count: TableFormat.pageSize)][
        Int(scalar & 0xFF)
      ] = newValue
    }
  }

  var index: [UInt32] {
    var next: UInt32 = 0
    return (0..<TableFormat.pageCount).map { page in
      guard pages[page] != nil else { return 0 }
      next += 1
      return next
    }
  }

  var elements: [UInt32] {
    var result = [UInt32](repeating: 0, count: TableFormat.pageSize)
    for page in pages.keys.sorted() { result += pages[page] ?? [] }
    return result
  }
}

/// Collects sections and lays them out as `TableFormat` says.
struct TableWriter {
  private var sections: [(id: UInt32, elementSize: UInt32, count: Int, bytes: [UInt8])] = []

  mutating func add<Element: FixedWidthInteger>(_ section: TableSection, _ elements: [Element]) {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(elements.count * MemoryLayout<Element>.size)
    for element in elements {
      withUnsafeBytes(of: element.littleEndian) { bytes.append(contentsOf: $0) }
    }
    sections.append((section.rawValue, UInt32(MemoryLayout<Element>.size), elements.count, bytes))
  }

  mutating func add(_ index: TableSection, _ pages: TableSection, _ table: PagedTable) {
    add(index, table.index)
    add(pages, table.elements)
  }

  func bytes() -> [UInt8] {
    var header: [UInt8] = TableFormat.magic
    var body: [UInt8] = []
    func put<Value: FixedWidthInteger>(_ value: Value, into bytes: inout [UInt8]) {
      withUnsafeBytes(of: value.littleEndian) { bytes.append(contentsOf: $0) }
    }
    put(TableFormat.signature, into: &header)
    put(UInt32(sections.count), into: &header)
    let start = aligned(TableFormat.headerSize + sections.count * TableFormat.sectionSize)
    for section in sections {
      put(section.id, into: &header)
      put(section.elementSize, into: &header)
      put(UInt64(start + body.count), into: &header)
      put(UInt64(section.count), into: &header)
      body += section.bytes
      body += Array(repeating: 0, count: aligned(body.count) - body.count)
    }
    header += Array(repeating: 0, count: start - header.count)
    return header + body
  }

  private func aligned(_ offset: Int) -> Int {
    (offset + TableFormat.alignment - 1) / TableFormat.alignment * TableFormat.alignment
  }
}
