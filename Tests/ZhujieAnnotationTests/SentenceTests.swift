import Foundation
import TestSupport
import Testing
import ZhujieEntities
import ZhujieText

@testable import ZhujieAnnotation

/// The development set: sentences with names that must and must not be found.
struct SentenceTests {
  private struct Score: CustomStringConvertible {
    var right = 0
    var wrong = 0
    var missed = 0

    var precision: Double { Double(right) / Double(max(1, right + wrong)) }
    var recall: Double { Double(right) / Double(max(1, right + missed)) }
    var f1: Double { 2 * precision * recall / max(0.001, precision + recall) }

    var description: String {
      func rounded(_ value: Double) -> Double { (value * 1000).rounded() / 1000 }
      return
        "precision \(rounded(precision)), recall \(rounded(recall)), F1 \(rounded(f1)) of \(right + missed)"
    }
  }

  @Test(
    "the development sets are read with the F1 that they were read with before",
    arguments: [
      ("", 0.98, 0.95, 300), ("-2", 0.95, 0.8, 70), ("-3", 0.94, 0.7, 70), ("-4", 0.95, 0.7, 180),
      ("-5", 0.95, 0.7, 100), ("-6", 0.93, 0.7, 125), ("-7", 0.93, 0.7, 150), ("-8", 0.93, 0.7, 55),
      ("-9", 0.93, 0.7, 55),
    ]
  )
  func developmentSet(_ suffix: String, _ least: Double, _ leastOfKind: Double, _ leastCount: Int)
    throws
  {
    let annotator = Annotator(catalog: testCatalog(try data("catalog\(suffix).txt")))
    var total = Score()
    var kinds: [EntityKind: Score] = [:]
    var sentences = 0
    var report: [String] = []
    for line in try data("sentences\(suffix).txt").split(separator: "\n") where !line.hasPrefix("#")
    {
      sentences += 1
      let expected = MarkedText(String(line))
      let found = marks(in: expected.plain, annotator)
      for mark in Set(found).union(expected.marks) {
        guard let kind = EntityID(mark.label).flatMap({ annotator.gazetteer.catalog[$0] })?.kind
        else {
          Issue.record("\(line) names an entity that the catalogue lacks: \(mark.label)")
          continue
        }
        let isRight = found.contains(mark) && expected.marks.contains(mark)
        let isWrong = !expected.marks.contains(mark)
        for path in [
          \Score.right: isRight, \Score.wrong: isWrong, \Score.missed: !isRight && !isWrong,
        ]
        where path.value {
          total[keyPath: path.key] += 1
          kinds[kind, default: Score()][keyPath: path.key] += 1
        }
      }
      if Set(found) != Set(expected.marks) {
        report.append(MarkedText.marking(expected.plain, found))
      }
    }
    print("sentences\(suffix), all: \(total)")
    #expect(sentences >= leastCount)
    #expect(total.f1 >= least, "\(total): \(report.joined(separator: "\n"))")
    for kind in EntityKind.allCases where kinds[kind] != nil {
      let score = kinds[kind] ?? Score()
      print("sentences\(suffix), \(kind): \(score)")
      #expect(score.f1 >= leastOfKind, "\(kind) \(score)")
    }
  }

  private func marks(in text: String, _ annotator: Annotator) -> [MarkedText.Mark] {
    annotator.mentions(in: testReading(text)).annotations.compactMap { annotation in
      guard case .mention(let mention) = annotation.content else { return nil }
      return MarkedText.Mark(
        lowerBound: annotation.span.lowerBound,
        upperBound: annotation.span.upperBound,
        label: mention.entity.string
      )
    }
  }

  private func data(_ name: String) throws -> String {
    let folder = #filePath.split(separator: "/").dropLast().joined(separator: "/")
    return try String(contentsOfFile: "/\(folder)/Data/\(name)", encoding: .utf8)
  }
}
