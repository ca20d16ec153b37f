import ZhujieAnnotation
import ZhujieEntities
import ZhujieInput
import ZhujiePages
import ZhujieReport
import ZhujieText

/// What a build found in its sources and descriptions, kept in its output for the next one: while names, rules and decisions
/// stay, a text whose files are what they were is not annotated again.
///
/// Of the words of a source it holds those alone that its files do not have, and of sources that may not be shown whole
/// nothing, for the output may be published.
struct KeptAnnotations: Sendable {
  private static let header = "zhujie-annotations 1\n"
  /// Bytes of annotations that are kept at most; of a larger project the first texts are.
  private static let most = 64 << 20
  /// Texts that each worker writes before they are put together.
  private static let together = 32

  private let bytes: [UInt8]
  private let names: NameNumbers
  /// Where what was found in each text stands, by its digest.
  private let places: [ContentDigest: Range<Int>]

  /// Nil for bytes that are damaged, and for what was found by other names, rules or decisions than `vocabulary` stands for.
  init?(_ bytes: [UInt8], vocabulary: ContentDigest, gazetteer: Gazetteer) {
    guard bytes.starts(with: Self.header.utf8), let last = bytes.lastIndex(of: 0x0A) else { return nil }
    var foot = CompactReader(bytes, in: last + 1..<bytes.count)
    do {
      let (digest, index) = (try foot.value(ContentDigest.self), try foot.natural())
      guard foot.isAtEnd, index >= Self.header.utf8.count, index <= last else { return nil }
      var reader = CompactReader(bytes, in: index..<last)
      guard try reader.value() == vocabulary else { return nil }
      let entries = try reader.array { reader throws(CompactFault) in
        (digest: try reader.value(ContentDigest.self), count: try reader.natural())
      }
      var places: [ContentDigest: Range<Int>] = [:]
      places.reserveCapacity(entries.count)
      var place = Self.header.utf8.count
      var found = ContentDigest()
      for entry in entries {
        guard entry.count <= index - place else { return nil }
        let range = place..<place + entry.count
        places[entry.digest] = range
        found.add(bytes[range])
        place = range.upperBound
      }
      found.add(bytes[index..<last])
      guard reader.isAtEnd, place == index, found == digest else { return nil }
      self.places = places
    } catch {
      return nil
    }
    self.bytes = bytes
    names = NameNumbers(gazetteer)
  }

  /// The document of a digest; nil where nothing is known of it.
  func document(of source: SourceDocument, _ digest: ContentDigest) -> AnnotatedDocument? {
    places[digest].flatMap { place in
      var reader = CompactReader(bytes, in: place)
      return try? AnnotatedDocument(source, from: &reader, names: names)
    }
  }

  /// The description of an entity, likewise.
  func description(of entity: Entity, _ digest: ContentDigest) -> AnnotatedDescription? {
    places[digest].flatMap { place in
      var reader = CompactReader(bytes, in: place)
      return try? AnnotatedDescription(of: entity, from: &reader, names: names)
    }
  }

  /// The quality of the document of a digest.
  func quality(_ digest: ContentDigest) -> TextQuality? {
    places[Self.ofQuality(digest)].flatMap { place in
      var reader = CompactReader(bytes, in: place)
      return try? TextQuality(from: &reader)
    }
  }

  /// What was found, for the next build, without what is `withheld`. What `earlier` has of it is taken from there.
  ///
  /// First a line for each text, then the index, a line with their digests and lengths, and last the digest of all that and
  /// where the index begins.
  static func bytes(
    of texts: AnnotatedTexts, shownBy pages: SitePages, vocabulary: ContentDigest, gazetteer: Gazetteer,
    withheld: Set<SourcePath>, earlier: KeptAnnotations?, jobs: Int
  ) async -> [UInt8] {
    let names = NameNumbers(gazetteer)
    var bytes = Array(header.utf8)
    // As a rule they are about as long as the texts; room that is not used costs nothing.
    bytes.reserveCapacity(min(most, texts.documents.reduce(4096) { $0 + $1.value.source.file.text.count * 5 / 4 }))
    var digest = ContentDigest()
    var entries: [(digest: ContentDigest, count: Int)] = []
    func add(_ parts: [Part]) {
      for part in parts where bytes.count + part.bytes.count <= most {
        bytes += part.bytes
        digest.add(part.bytes)
        entries.append((part.digest, part.bytes.count))
      }
    }
    // Some at a time, so that they are not all in memory twice.
    let count = together * max(1, jobs)
    for start in stride(from: 0, to: texts.documents.count, by: count) {
      let indices = Array(start..<min(start + count, texts.documents.count))
      add(
        await ParallelMap.map(indices, jobs: jobs) { index -> [Part] in
          let found = texts.documents[index]
          guard !withheld.contains(found.value.source.file.path) else { return [] }
          let document = Part(found.digest, earlier) { found.value.write(to: &$0, names: names) }
          guard !texts.qualities.isEmpty else { return [document] }
          let quality = Part(ofQuality(found.digest), earlier) {
            texts.qualities[index].value.settled(by: pages, document: index).write(to: &$0)
          }
          return [document, quality]
        }.flatMap { $0 })
    }
    add(
      await ParallelMap.map(texts.descriptions, jobs: jobs) { found in
        Part(found.digest, earlier) { found.value.write(to: &$0, names: names) }
      })
    var index = CompactWriter()
    index.write(vocabulary)
    index.write(entries) { writer, entry in
      writer.write(entry.digest)
      writer.write(entry.count)
    }
    digest.add(index.bytes)
    var foot = CompactWriter()
    foot.append([0x0A])
    foot.write(digest)
    foot.write(bytes.count)
    bytes += index.bytes
    bytes += foot.bytes
    return bytes
  }

  /// What was found in one text: a line.
  private struct Part {
    let digest: ContentDigest
    let bytes: ArraySlice<UInt8>

    init(_ digest: ContentDigest, _ earlier: KeptAnnotations?, _ write: (inout CompactWriter) -> Void) {
      self.digest = digest
      if let earlier, let place = earlier.places[digest] {
        bytes = earlier.bytes[place]
      } else {
        var writer = CompactWriter()
        write(&writer)
        writer.append([0x0A])
        bytes = writer.bytes[...]
      }
    }
  }

  /// The digest that the quality of a document stands under.
  private static func ofQuality(_ document: ContentDigest) -> ContentDigest {
    var digest = document
    digest.add("quality")
    return digest
  }
}
