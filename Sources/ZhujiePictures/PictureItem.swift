import ZhujieEntities
import ZhujieText

/// Something with a name in a picture: an entity or words, with a note and what it stands on.
struct PictureItem: Sendable, Hashable {
  let entity: EntityID?
  /// Shown in place of the entity's name where both are given.
  let text: MultilingualText?
  let note: MultilingualText?
  let source: Citation?
}

/// A point or span of a timeline. Without a date of its own it has its entity's.
struct PictureEvent: Sendable, Hashable {
  let item: PictureItem
  let date: EDTFDate?
}

/// One layer of a stack.
struct PictureLayer: Sendable, Hashable {
  let item: PictureItem
  let members: [PictureItem]
  let beside: [PictureItem]
}

/// Somebody, and what they are.
struct PicturePerson: Sendable, Hashable {
  let item: PictureItem
  let role: MultilingualText?
}

/// How a number stands to what was counted.
enum PictureComparator: String, Sendable, CaseIterable {
  case moreThan = "more-than"
  case atLeast = "at-least"
  case about
  case atMost = "at-most"
  case lessThan = "less-than"
}

/// A bar: a number, or from one number to another.
struct PictureBar: Sendable, Hashable {
  let item: PictureItem
  let low: Double
  let high: Double
  /// The number or numbers as written.
  let digits: [String]
  let comparator: PictureComparator?
  /// What is shown in place of digits and unit.
  let written: MultilingualText?
}

/// How a key figure stood up to checking.
enum PictureCheck: String, Sendable, CaseIterable {
  case agree, holds, one, conflict
}

/// A key figure: `item` says what it measures.
struct PictureFigure: Sendable, Hashable {
  let item: PictureItem
  let value: MultilingualText
  let comparator: PictureComparator?
  let check: PictureCheck?
}

/// How members are drawn.
enum MemberForm: String, Sendable, CaseIterable {
  case list, tree, steps, cycle, table, matrix
}

/// A member, and in a tree those below it.
struct PictureMember: Sendable, Hashable {
  let item: PictureItem
  let members: [PictureMember]
}

/// Rows of cells under columns. A matrix is a table whose cells are marks.
struct PictureTable: Sendable, Hashable {
  struct Row: Sendable, Hashable {
    let item: PictureItem
    /// Nil for an empty cell.
    let cells: [PictureItem?]
  }

  let columns: [PictureItem]
  let rows: [Row]
  let isMatrix: Bool
}

/// The lines of a network.
enum PictureLinks: Sendable, Hashable {
  case given([PictureLink])
  /// Asked of the caller: the relations that entity files state, or standing in one paragraph.
  case automatic(AutomaticLinks)
}

/// What the caller can draw lines from.
public enum AutomaticLinks: String, Sendable, CaseIterable {
  case relations, together
}

/// A line of a network, as written.
struct PictureLink: Sendable, Hashable {
  let from: EntityID
  let to: EntityID
  let text: MultilingualText?
  let source: Citation?
}
