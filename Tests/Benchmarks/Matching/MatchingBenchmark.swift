import Foundation
import ZhujieAnnotation
import ZhujieEntities
import ZhujieScript
import ZhujieText

/// `matching-benchmark [--write DIR]`: how fast names are found, alone and with everything else; and texts
/// made to be slow. `--write` puts the data where `peers.py` measures the same with pyahocorasick and ahocorasick-rs.
@main
struct MatchingBenchmark {
  static func main() throws {
    var corpus = Corpus()
    let names = corpus.names(10_000)
    let text = corpus.text(8_000_000, names: names)
    if let index = CommandLine.arguments.firstIndex(of: "--write"),
      index + 1 < CommandLine.arguments.count
    {
      let folder = CommandLine.arguments[index + 1]
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
      try text.write(toFile: folder + "/text.txt", atomically: true, encoding: .utf8)
      try names.joined(separator: "\n").write(
        toFile: folder + "/names.txt",
        atomically: true,
        encoding: .utf8
      )
    }
    print("name                                            bytes       ms     MB/s    found")
    let gazetteer = measure("compile 10,000 names", bytes: names.reduce(0) { $0 + $1.utf8.count }) {
      (Gazetteer(Corpus.catalog(names)), 0)
    }
    let reading = Corpus.reading(text)
    let pivot = Normalizer().normalize(reading.text).pivot
    measure("fold to the pivot", bytes: text.utf8.count) {
      ((), Normalizer().normalize(reading.text).pivot.count)
    }
    measure("names alone, longest at each place", bytes: text.utf8.count) {
      ((), gazetteer.nameCount(in: pivot))
    }
    let annotator = Annotator(gazetteer: gazetteer)
    let mentions = measure("mentions with all rules", bytes: text.utf8.count) {
      let found = annotator.mentions(in: reading)
      return (found, found.annotations.count)
    }
    measure("annotate: figures and dates too", bytes: text.utf8.count) {
      ((), annotator.annotate(reading).annotations.count)
    }
    let quotations = QuotationRecognizer(catalog: annotator.gazetteer.catalog)
    measure("quotations", bytes: text.utf8.count) {
      ((), quotations.quotations(in: reading, mentions: mentions.annotations).count)
    }
    measure("everything", bytes: text.utf8.count) {
      let folded = FoldedReading(reading)
      let found = annotator.annotate(folded, source: nil, published: nil)
      return (
        (),
        found.annotations.count
          + quotations.quotations(in: folded, mentions: found.annotations, source: nil).count
      )
    }
    hostile(&corpus)
  }

  /// Texts that a careless program takes the square of their length for.
  private static func hostile(_ corpus: inout Corpus) {
    let prefix = "星辰远山北极光明"
    let many = Annotator(catalog: Corpus.catalog(corpus.names(100_000, prefix: prefix)))
    let line = corpus.text(10_000_000, names: corpus.names(100)).split(separator: "\n").joined()
    run("100,000 names with one prefix, 10 MB line", many, line)
    run("the prefix again and again", many, String(repeating: prefix, count: 400_000))
    let repeated = Annotator(
      catalog: Corpus.catalog(
        (2...60).map { String(repeating: "远", count: $0) } + [
          "远a", String(repeating: "小", count: 2),
        ]
      )
    )
    run("one character, names of 2 to 60 of it", repeated, String(repeating: "远", count: 700_000))
    let near = Annotator(catalog: Corpus.catalog(["远山北极光明", "远山北极光b", "山北极光星"]))
    run("alternating near-misses", near, String(repeating: "远山北极光", count: 600_000))
    run("quotation marks without end", near, String(repeating: "“远山说，", count: 300_000))
    run("amounts and nothing else", near, String(repeating: "增3800亿元，近8亿美元；", count: 300_000))
    run("white space", near, String(repeating: "远 　\u{A0}", count: 600_000))
  }

  private static func run(_ name: String, _ annotator: Annotator, _ text: String) {
    let reading = Corpus.reading(text)
    let quotations = QuotationRecognizer(catalog: annotator.gazetteer.catalog)
    measure(name, bytes: text.utf8.count) {
      let folded = FoldedReading(reading)
      let found = annotator.annotate(folded, source: nil, published: nil)
      return (
        (),
        found.annotations.count
          + quotations.quotations(in: folded, mentions: found.annotations, source: nil).count
      )
    }
  }

  @discardableResult
  private static func measure<Result>(_ name: String, bytes: Int, _ body: () -> (Result, Int))
    -> Result
  {
    let start = clock()
    let (result, found) = body()
    let seconds = Double(clock() - start) / Double(CLOCKS_PER_SEC)
    let line = String(
      format: "%@ %10d %8.1f %8.1f %8d",
      name.padding(toLength: 42, withPad: " ", startingAt: 0) as NSString,
      bytes,
      seconds * 1000,
      Double(bytes) / 1e6 / max(seconds, 1e-9),
      found
    )
    print(line)
    fflush(nil)
    return result
  }
}
