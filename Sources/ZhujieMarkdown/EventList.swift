/// The steps of a document that was read, in half the room that they take one by one: a project keeps those of all its
/// documents, and few have an address, a title or a number of their own.
struct EventList: RandomAccessCollection, Sendable {
  /// What every step has.
  private struct Common: Sendable {
    let kind: EventKind
    let phase: Event.Phase
    let flags: Event.Flags
    /// The alignment of a cell, and the two marks below.
    let alignment: UInt8
    let use: Int32
    let readingStart: Int32
    let readingEnd: Int32
    let file: Int32
  }

  /// What few have.
  private struct Rare: Sendable {
    let index: Int32
    let number: Int32
    let content: ArenaSlice
    let extra: ArenaSlice
  }

  /// Beside the code of the alignment.
  private static let hasRare: UInt8 = 0x80
  /// A paragraph's number is as a rule that of its block.
  private static let hasNumberOfUse: UInt8 = 0x40

  /// The code of a cell's alignment.
  private static func code(of alignment: UInt8) -> UInt8 {
    switch alignment {
    case UInt8(ascii: "l"): 1
    case UInt8(ascii: "c"): 2
    case UInt8(ascii: "r"): 3
    default: 0
    }
  }

  private static func alignment(of code: UInt8) -> UInt8 {
    switch code {
    case 1: UInt8(ascii: "l")
    case 2: UInt8(ascii: "c")
    case 3: UInt8(ascii: "r")
    default: 0
    }
  }

  private let common: [Common]
  /// In order of index.
  private let rare: [Rare]

  init(_ events: [Event]) {
    self.init(count: events.count) { events[$0] }
  }

  /// The steps that `next` gives, by index.
  init<Failure: Error>(count: Int, _ next: (Int) throws(Failure) -> Event) throws(Failure) {
    var common: [Common] = []
    common.reserveCapacity(count)
    var rare: [Rare] = []
    for index in 0..<count {
      let event = try next(index)
      var alignment = Self.code(of: event.alignment)
      let hasNumberOfUse = event.number == event.use
      if hasNumberOfUse { alignment |= Self.hasNumberOfUse }
      if (!hasNumberOfUse && event.number != 0) || event.hasContent {
        alignment |= Self.hasRare
        rare.append(
          Rare(index: Int32(index), number: event.number, content: event.content, extra: event.extra))
      }
      common.append(
        Common(
          kind: event.kind, phase: event.phase, flags: event.flags, alignment: alignment, use: event.use,
          readingStart: event.readingStart, readingEnd: event.readingEnd, file: event.file))
    }
    self.common = common
    self.rare = rare.withUnsafeBufferPointer { Array($0) }
  }

  /// What steps have in the arena. Headings keep numbers in one of the places.
  var placesInArena: [ArenaSlice] {
    rare.flatMap { common[Int($0.index)].kind == .heading ? [$0.content] : [$0.content, $0.extra] }
  }

  /// The indices of the steps of a kind, ascending.
  func indices(of kind: EventKind) -> [Int] { common.indices.filter { common[$0].kind == kind } }

  var startIndex: Int { 0 }
  var endIndex: Int { common.count }

  subscript(index: Int) -> Event {
    event(index, place: common[index].alignment & Self.hasRare != 0 ? place(of: Int32(index)) : 0)
  }

  /// Calls `body` with the steps of a range in order, which are not looked up one by one.
  func forEach(in range: Range<Int>, _ body: (Event) -> Void) {
    var place = place(of: Int32(range.lowerBound))
    for index in range {
      body(event(index, place: place))
      if common[index].alignment & Self.hasRare != 0 { place += 1 }
    }
  }

  /// `place` is that in `rare`, if it has one.
  @inline(__always)
  private func event(_ index: Int, place: Int) -> Event {
    let common = common[index]
    var event = Event(kind: common.kind, phase: common.phase, flags: common.flags)
    event.alignment = Self.alignment(of: common.alignment & 0x03)
    if common.alignment & Self.hasNumberOfUse != 0 { event.number = common.use }
    event.use = common.use
    (event.readingStart, event.readingEnd, event.file) = (common.readingStart, common.readingEnd, common.file)
    if common.alignment & Self.hasRare != 0 {
      let rare = rare[place]
      (event.number, event.content, event.extra) = (rare.number, rare.content, rare.extra)
    }
    return event
  }

  /// The place in `rare` of the first step at an index or behind it that has one.
  private func place(of index: Int32) -> Int {
    var (low, high) = (0, rare.count)
    while low < high {
      let middle = (low + high) / 2
      if rare[middle].index < index { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
