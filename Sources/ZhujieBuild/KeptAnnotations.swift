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

  private let bytes: [UInt8]
  private let names: NameNumbers
  /// Where what was found in each text stands, by its digest.
  private let places: [ContentDigest: Range<Int>]

  /// Nil for bytes that are damaged, and for what was found by other names, rules or decisions than `vocabulary` stands for.
  init?(_ bytes: [UInt8], vocabulary: ContentDigest, gazetteer: Gazetteer) {
    guard bytes.starts(with: Self.header.utf8) else { return nil }
    var reader = CompactReader(bytes, in: Self.header.utf8.count..<bytes.count)
    do {
      let digest: ContentDigest = try reader.value()
      let start = reader.offset
      guard try reader.value() == vocabulary else { return nil }
      let entries = try reader.array { reader throws(CompactFault) in
        (digest: try reader.value(ContentDigest.self), count: try reader.natural())
      }
      var places: [ContentDigest: Range<Int>] = [:]
      places.reserveCapacity(entries.count)
      var place = reader.offset
      var found = ContentDigest()
      found.add(bytes[start..<place])
      for entry in entries {
        guard entry.count <= bytes.count - place else { return nil }
        let range = place..<place + entry.count
        places[entry.digest] = range
        found.add(bytes[range])
        place = range.upperBound
      }
      guard place == bytes.count, found == digest else { return nil }
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
  static func bytes(
    of texts: AnnotatedTexts, shownBy pages: SitePages, vocabulary: ContentDigest, gazetteer: Gazetteer, withheld: Set<SourcePath>,
    earlier: KeptAnnotations?, jobs: Int
  ) async -> [UInt8] {
    let names = NameNumbers(gazetteer)
    let documents = await ParallelMap.map(Array(texts.documents.indices), jobs: jobs) { index -> [Part] in
      let found = texts.documents[index]
      guard !withheld.contains(found.value.source.file.path) else { return [] }
      return [Part(found.digest, earlier) { found.value.write(to: &$0, names: names) }]
        + (texts.qualities.isEmpty
          ? []
          : [
            Part(ofQuality(found.digest), earlier) {
              texts.qualities[index].value.settled(by: pages, document: index).write(to: &$0)
            }
          ])
    }
    let descriptions = await ParallelMap.map(texts.descriptions, jobs: jobs) { found in
      Part(found.digest, earlier) { found.value.write(to: &$0, names: names) }
    }
    var size = 0
    let parts = (documents.joined() + descriptions).prefix { part in
      size += part.bytes.count
      return size <= most
    }
    var index = CompactWriter()
    index.write(vocabulary)
    index.write(parts) { writer, part in
      writer.write(part.digest)
      writer.write(part.bytes.count)
    }
    var digest = ContentDigest()
    digest.add(index.bytes)
    for part in parts { digest.add(part.bytes) }
    var head = CompactWriter()
    head.append(header.utf8)
    head.write(digest)
    // In its exact size: it is large.
    var whole: [UInt8] = []
    whole.reserveCapacity(parts.reduce(head.bytes.count + index.bytes.count) { $0 + $1.bytes.count })
    whole += head.bytes
    whole += index.bytes
    for part in parts { whole += part.bytes }
    return whole
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
