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
  /// The alignments of a cell, by code.
  private static let alignments: [UInt8] = [0, UInt8(ascii: "l"), UInt8(ascii: "c"), UInt8(ascii: "r")]

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
      var alignment = UInt8(Self.alignments.firstIndex(of: event.alignment) ?? 0)
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
    let common = common[index]
    var event = Event(kind: common.kind, phase: common.phase, flags: common.flags)
    event.alignment = Self.alignments[Int(common.alignment & 0x03)]
    if common.alignment & Self.hasNumberOfUse != 0 { event.number = common.use }
    event.use = common.use
    (event.readingStart, event.readingEnd, event.file) = (common.readingStart, common.readingEnd, common.file)
    if common.alignment & Self.hasRare != 0 {
      let rare = rare[place(of: Int32(index))]
      (event.number, event.content, event.extra) = (rare.number, rare.content, rare.extra)
    }
    return event
  }

  /// The place in `rare` of a step that has one.
  private func place(of index: Int32) -> Int {
    var (low, high) = (0, rare.count - 1)
    while low < high {
      let middle = (low + high) / 2
      if rare[middle].index < index { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
