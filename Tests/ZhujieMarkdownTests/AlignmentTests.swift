import TestSupport
import Testing
import ZhujieText

@testable import ZhujieMarkdown

/// The runs of Han or Latin letters in a text, by their UTF-8 offsets.
private func words(_ bytes: [UInt8]) -> [Range<Int>] {
  var result: [Range<Int>] = []
  bytes.withUnsafeBufferPointer { buffer in
    var i = 0
    var start = 0
    while i < buffer.count {
      let (value, length) = UTF8Scan.scalar(at: i, in: buffer)
      if !(ScalarClass.isHan(value) || ScalarClass.isAlphanumeric(value)) {
        if start < i { result.append(start..<i) }
        start = i + length
      }
      i += length
    }
    if start < i { result.append(start..<i) }
  }
  return result
}

/// Whether a slice of the file is a word with nothing but markup and line ends inside.
private func holds(_ slice: String, _ word: String) -> Bool {
  if slice == word { return true }
  // What is left of the word must come in its order, and what lies between must not be letters,
  // except inside addresses and tags, which markup may hold.
  var rest = word.unicodeScalars[...]
  for scalar in slice.unicodeScalars where scalar == rest.first { rest = rest.dropFirst() }
  guard rest.isEmpty, slice.unicodeScalars.first == word.unicodeScalars.first,
    slice.unicodeScalars.last == word.unicodeScalars.last
  else { return slice.contains("&") }
  return true
}

@Test("every word leads back to where it stands in the file")
func wordsLeadToTheFile() {
  var exact = 0
  var wrong = 0
  for seed in 0..<6_000 as Range<UInt64> {
    var generator = RandomMarkdown(seed: seed)
    let text = generator.document()
    let ours = markup(text)
    let file = Array(text.utf8)
    if ours.misses > 0 {
      wrong += 1
      if wrong < 4 { Issue.record("seed \(seed): \(ours.misses) texts were not found\n\(text)") }
      continue
    }
    for word in words(ours.reading.text.bytes) {
      let span = ours.reading.alignment.map(
        TextSpan<ReadingSpace>(word.lowerBound, word.upperBound)
      )
      let slice = String(decoding: file[span.range], as: UTF8.self)
      let expected = String(decoding: ours.reading.text.bytes[word], as: UTF8.self)
      if slice == expected { exact += 1 }
      if !holds(slice, expected) {
        wrong += 1
        if wrong < 4 { Issue.record("seed \(seed): “\(expected)” leads to “\(slice)”\n\(text)") }
      }
    }
  }
  #expect(wrong == 0)
  #expect(exact > 50_000)
}

@Test("syntax in any order is survived, and every text is still found in the file")
func soup() {
  for seed in 0..<5_000 as Range<UInt64> {
    var generator = RandomMarkdown(seed: seed)
    let text = generator.soup()
    let ours = markup(text)
    let file = UTF8Text<FileSpace>(text)
    #expect(ours.misses == 0, "seed \(seed): \(text.debugDescription)")
    for change in ours.reading.alignment.changes {
      #expect(
        file.isBoundary(change.to.lowerBound) && file.isBoundary(change.to.upperBound),
        "seed \(seed)"
      )
      #expect(ours.reading.text.isBoundary(change.from.lowerBound), "seed \(seed)")
    }
    var depth = 0
    for event in ours.events {
      if event.phase == .enter { depth += 1 } else if event.phase == .exit { depth -= 1 }
    }
    #expect(depth == 0, "seed \(seed)")
  }
}
