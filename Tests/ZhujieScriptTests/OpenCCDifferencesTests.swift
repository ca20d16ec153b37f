import Foundation
import Testing
import ZhujieScript

@testable import TableCompiler

/// Where the default conversion writes otherwise than OpenCC on OpenCC's own checks: all of it is listed in
/// `Cases/opencc-differences.tsv`, with the reason.
@Suite struct OpenCCDifferencesTests {
  /// OpenCC's configurations, with the target that answers them. What they start from does not matter to us.
  private static let targets: [(OpenCCConversion.Configuration, ConversionTarget)] = [
    (.s2t, .hant), (.s2tw, .hantTW), (.s2hk, .hantHK), (.t2s, .hans), (.tw2s, .hans),
    (.hk2s, .hans),
    (.t2tw, .hantTW), (.t2hk, .hantHK),
  ]

  @Test(
    "every difference from OpenCC is listed, and none is listed that is not there",
    .enabled(
      if: FileManager.default.fileExists(atPath: ConformanceTests.distribution.path),
      "the source distribution is not in .cache; make tables brings it"
    )
  )
  func differences() throws {
    let folder = ConformanceTests.distribution
    let conversions = Conversions(
      try Dictionaries(openCC: folder.appendingPathComponent("data/dictionary").path, jieba: nil)
    )
    let cases = try ConformanceTests.cases()
    var found: [String] = []
    for (configuration, target) in Self.targets {
      for item in cases {
        guard let expected = item.expected[configuration.rawValue] else { continue }
        // OpenCC's s2t writes its internal forms; the neutral standard is one for all of them.
        let wanted =
          target == .hant ? conversions.neutral(expected.scalarValues) : expected.scalarValues
        let ours = Converter(to: target).convert(item.input).scalarValues
        var pairs: [String] = []
        for (theirs, own) in zip(wanted, ours) where theirs != own {
          let pair = [theirs].text + "→" + [own].text
          if !pairs.contains(pair) { pairs.append(pair) }
        }
        if wanted.count != ours.count { pairs.append("another length") }
        guard !pairs.isEmpty else { continue }
        found.append("\(configuration.rawValue)\t\(item.id)\t\(pairs.joined(separator: " "))")
      }
    }
    let listed = try Self.listed()
    for difference in found where !listed.contains(difference) {
      Issue.record("not listed: \(difference)")
    }
    for difference in listed where !found.contains(difference) {
      Issue.record("listed, but not so: \(difference)")
    }
  }

  /// The lines of the file without their reasons, which none may lack.
  private static func listed() throws -> [String] {
    let path = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("Cases/opencc-differences.tsv")
    return try String(contentsOf: path, encoding: .utf8).split(separator: "\n")
      .filter { !$0.hasPrefix("#") }.map { line in
        let fields = line.split(separator: "\t")
        #expect(fields.count == 4, "\(line)")
        return fields.prefix(3).joined(separator: "\t")
      }
  }
}
