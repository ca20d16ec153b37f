/// Sites of which every version is known by heart: what the probe writes and what a test expects to find.
package enum ProbeSite {
  /// Of any ten files three are the same in all versions, five differ, and two are in every other version only.
  package static func files(version: Int, count: Int) -> [(String, [UInt8])] {
    (0..<count).compactMap { number in
      let path = "zh/\(number % 7)/page-\(number)/index.html"
      let line: String
      switch number % 10 {
      case 0..<3: line = "page \(number)\n"
      case 3..<8: line = "page \(number) of version \(version)\n"
      default:
        guard (number + version).isMultiple(of: 2) else { return nil }
        line = "page \(number), now and then\n"
      }
      return (path, Array(String(repeating: line, count: 1 + number % 50).utf8))
    }
  }
}
