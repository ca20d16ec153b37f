/// An expectation written into the text it is about: `⟦林遠|lin-yuan⟧在北京`.
///
/// The marks are taken out and kept as UTF-8 spans of the plain text. A mark without `|` has an empty label. Marks
/// may not nest.
package struct MarkedText: Sendable {
  package struct Mark: Hashable, Sendable {
    package let lowerBound: Int
    package let upperBound: Int
    package let label: String

    package init(lowerBound: Int, upperBound: Int, label: String) {
      self.lowerBound = lowerBound
      self.upperBound = upperBound
      self.label = label
    }
  }

  package let plain: String
  package let marks: [Mark]

  package init(_ marked: String) {
    var plain: [UInt8] = []
    var marks: [Mark] = []
    var start: Int?
    var label: [UInt8]?
    for scalar in marked.unicodeScalars {
      switch (scalar, start, label) {
      case ("⟦", nil, _):
        start = plain.count
      case ("|", .some, nil):
        label = []
      case ("⟧", .some(let lower), _):
        marks.append(
          Mark(lowerBound: lower, upperBound: plain.count, label: String(decoding: label ?? [], as: UTF8.self)))
        start = nil
        label = nil
      default:
        if label != nil {
          label?.append(contentsOf: Array(String(scalar).utf8))
        } else {
          plain.append(contentsOf: Array(String(scalar).utf8))
        }
      }
    }
    self.plain = String(decoding: plain, as: UTF8.self)
    self.marks = marks
  }

  /// The plain text with marks written into it, for comparing what was found with what was expected.
  package static func marking(_ plain: String, _ marks: [Mark]) -> String {
    let bytes = Array(plain.utf8)
    var result: [UInt8] = []
    var last = 0
    for mark in marks.sorted(by: { ($0.lowerBound, $0.upperBound) < ($1.lowerBound, $1.upperBound) }) {
      guard mark.lowerBound >= last, mark.upperBound <= bytes.count else { continue }
      result += bytes[last..<mark.lowerBound]
      result += Array("⟦".utf8)
      result += bytes[mark.lowerBound..<mark.upperBound]
      if !mark.label.isEmpty { result += Array(("|" + mark.label).utf8) }
      result += Array("⟧".utf8)
      last = mark.upperBound
    }
    result += bytes[last...]
    return String(decoding: result, as: UTF8.self)
  }
}
