import Foundation
import Testing
import ZhujieScript
import ZhujieText

/// The development cases in `Cases/conversion.tsv`, our own sentences by category.
@Suite struct ConversionCasesTests {
  struct Case: Sendable {
    let category: String
    let target: ConversionTarget
    let input: String
    let answers: [String]
  }

  static let cases: [Case] = {
    let path = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent(
      "Cases/conversion.tsv"
    )
    guard let text = try? String(contentsOf: path, encoding: .utf8) else { return [] }
    return text.split(whereSeparator: { $0 == "\n" }).compactMap { line in
      let fields = line.split(separator: "\t").map { field in
        field.replacingOccurrences(of: "\\n", with: "\n").replacingOccurrences(
          of: "\\t",
          with: "\t"
        )
        .replacingOccurrences(of: "\\r", with: "\r")
      }
      guard !line.hasPrefix("#"), fields.count >= 4,
        let target = ConversionTarget(rawValue: fields[1])
      else { return nil }
      return Case(
        category: fields[0],
        target: target,
        input: fields[2],
        answers: Array(fields[3...])
      )
    }
  }()

  @Test("at least 97 of 100 development cases are right, and every one about framing and Unicode")
  func cases() {
    var failures: [String] = []
    for item in Self.cases {
      let output = streamed(item.input, to: item.target)
      guard !item.answers.contains(where: { $0.utf8.elementsEqual(output.utf8) }) else { continue }
      failures.append("\(item.category): \(item.input) became \(output), not \(item.answers[0])")
      #expect(
        item.category != "framing" && item.category != "unicode" && item.category != "correct",
        "\(failures.last ?? "")"
      )
    }
    #expect(Self.cases.count >= 400)
    #expect(failures.count * 100 <= Self.cases.count * 3, "\(failures.joined(separator: "\n"))")
  }

  @Test("what was converted before does not change what comes")
  func memory() {
    let texts = Self.cases.filter {
      $0.target == .hant && $0.category != "framing" && $0.category != "mixed"
    }
    .map(\.input).filter { !$0.contains("\n") && !$0.contains("\r") }
    // Words at the end of a text and in its middle, met again and again in other surroundings.
    let converter = Converter(to: .hant)
    let parts = texts.map { String($0.suffix(7)) } + texts.map { String($0.dropFirst(3).prefix(9)) }
    let lines = texts + parts.filter { !$0.isEmpty }
    let whole = converter.convert(UTF8Text(lines.joined(separator: "\n"))).text.string.split(
      separator: "\n"
    )
    #expect(whole.count == lines.count)
    for (line, converted) in zip(lines, whole)
    where converter.convert("这\n" + line).dropFirst(2) != converted {
      Issue.record("\(line) became \(converted) after others")
    }
  }

  @Test("what is converted stays as it is when it is converted again")
  func stable() {
    for item in Self.cases where item.category == "one-to-many" || item.category == "business" {
      let once = streamed(item.input, to: item.target)
      #expect(streamed(once, to: item.target) == once)
    }
  }
}

/// The text through the filter, in one chunk.
func streamed(_ text: String, to target: ConversionTarget) -> String {
  var output: [UInt8] = []
  _ = try? streamedBytes(Array(text.utf8), to: target, chunk: Int.max) { output += $0 }
  return String(decoding: output, as: UTF8.self)
}

/// Bytes through the filter in chunks of a size.
func streamedBytes(
  _ bytes: [UInt8],
  to target: ConversionTarget,
  chunk: Int,
  _ write: (UnsafeBufferPointer<UInt8>) -> Void
) throws(InvalidUTF8) {
  var stream = StreamConverter(to: target)
  var start = 0
  while start < bytes.count {
    let end = chunk < bytes.count - start ? start + chunk : bytes.count
    let part = Array(bytes[start..<end])
    var fault: InvalidUTF8?
    part.withUnsafeBytes { raw in
      do throws(InvalidUTF8) { try stream.convert(raw, write) } catch { fault = error }
    }
    if let fault { throw fault }
    start = end
  }
  try stream.finish(write)
}
