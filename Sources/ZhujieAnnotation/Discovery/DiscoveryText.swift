import ZhujieEntities
import ZhujieScript
import ZhujieText

/// The texts that are searched for names, as one pivot: blocks parted by line feeds, what is known or not
/// annotated closed.
struct DiscoveryText {
  let bytes: [UInt8]
  /// For each byte whether it can be part of a new name.
  let isOpen: [Bool]
  /// Where each text's reading form stands: the start in `bytes`, and the map back.
  private let parts: [(start: Int, text: NormalizedText)]
  /// The classes of the evidence words that begin, and that end, at a place.
  private(set) var cuesByStart: [Int: EvidenceLexicon.ClassSet] = [:]
  private(set) var cuesByEnd: [Int: EvidenceLexicon.ClassSet] = [:]

  init(_ readings: [ReadingText], annotator: Annotator) {
    var bytes: [UInt8] = []
    var isOpen: [Bool] = []
    var parts: [(start: Int, text: NormalizedText)] = []
    for reading in readings {
      let normalized = Normalizer().normalize(reading.text)
      let start = bytes.count
      parts.append((start, normalized))
      bytes += normalized.pivot.bytes
      bytes.append(0x0A)
      isOpen += Array(repeating: false, count: bytes.count - start)
      for block in reading.blocks where block.role.isAnnotated {
        let span = normalized.alignment.map(block.span)
        for offset in span.range { isOpen[start + offset] = true }
      }
      for opaque in reading.opaque {
        for offset in normalized.alignment.map(opaque).range { isOpen[start + offset] = false }
      }
      for annotation in annotator.mentions(in: reading).annotations {
        for offset in normalized.alignment.map(annotation.span).range {
          isOpen[start + offset] = false
        }
      }
    }
    self.bytes = bytes
    self.isOpen = isOpen
    self.parts = parts
    let cues = bytes.withUnsafeBufferPointer {
      EvidenceLexicon.builtIn.cues(in: 0..<$0.count, of: $0)
    }
    for cue in cues {
      cuesByStart[cue.start, default: []].formUnion(cue.classes)
      cuesByEnd[cue.end, default: []].formUnion(cue.classes)
    }
  }

  /// The words of a place as they are printed.
  func printed(_ range: Range<Int>) -> String {
    guard let part = parts.last(where: { $0.start <= range.lowerBound }) else { return "" }
    var map = PivotMap(part.text)
    return part.text.original[
      map.span(range.lowerBound - part.start, range.upperBound - part.start)
    ]
  }

  /// The sentence around a place, as it is printed.
  func context(_ range: Range<Int>) -> String {
    bytes.withUnsafeBufferPointer { buffer in
      let sentence = Sentence.range(around: range, in: 0..<buffer.count, reach: 60, of: buffer)
      return printed(sentence)
    }
  }
}
