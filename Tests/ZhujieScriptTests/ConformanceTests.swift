import Foundation
import Testing

@testable import TableCompiler

/// OpenCC's own test cases, from the pinned source distribution.
@Suite struct ConformanceTests {
  static let distribution = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("../../.cache/tables/opencc-1.4.2").standardizedFileURL

  struct Cases: Decodable {
    struct Case: Decodable {
      let id: String
      let input: String
      let expected: [String: String]
    }
    let cases: [Case]
  }

  /// The cases of the distribution.
  static func cases() throws -> [Cases.Case] {
    let data = try Data(
      contentsOf: distribution.appendingPathComponent("test/testcases/testcases.json")
    )
    // The file has comments and trailing commas.
    let decoder = JSONDecoder()
    decoder.allowsJSON5 = true
    return try decoder.decode(Cases.self, from: data).cases
  }

  @Test(
    "our reading of OpenCC's dictionaries equals OpenCC on its own checks",
    .enabled(
      if: FileManager.default.fileExists(atPath: distribution.path),
      "the source distribution is not in .cache; make tables brings it"
    ),
    arguments: OpenCCConversion.Configuration.allCases
  )
  func conformance(_ configuration: OpenCCConversion.Configuration) throws {
    let dictionaries = try Dictionaries(
      openCC: Self.distribution.appendingPathComponent("data/dictionary").path,
      jieba: nil
    )
    let conversion = OpenCCConversion(configuration, dictionaries)
    var checks = 0
    for item in try Self.cases() {
      guard let expected = item.expected[configuration.rawValue] else { continue }
      checks += 1
      let output = item.input.split(separator: "\n", omittingEmptySubsequences: false)
        .map { conversion.convert(String($0)) }.joined(separator: "\n")
      #expect(output == expected, "\(item.id)")
    }
    #expect(checks > 0)
  }
}
