import ZhujieScript

/// A filter that converts a text as it streams by, in constant memory.
public struct ConversionFilter: ~Copyable {
  /// What `--to` takes.
  public static let targets = ConversionTarget.allCases.map(\.rawValue)

  private let target: ConversionTarget
  private let knowledge: ConversionKnowledge
  private var stream: StreamConverter

  /// `target` is one of `targets`. With `seeds` the names of that project, its glossary and its decisions take part.
  public init?(to target: String, seeds: String?) throws(BuildError) {
    guard let target = ConversionTarget(rawValue: target) else { return nil }
    _ = try ScriptTables.checked()
    let knowledge = try ConversionKnowledge(seeds: seeds)
    self.target = target
    self.knowledge = knowledge
    stream = StreamConverter(to: target, rules: knowledge.rules, readings: knowledge.readings)
  }

  /// Begins the text of a file. For a source of the project what holds for that one alone counts too.
  public mutating func begin(file path: String) throws(BuildError) {
    let knowledge = try knowledge.ofSource(at: path) ?? knowledge
    stream = StreamConverter(to: target, rules: knowledge.rules, readings: knowledge.readings)
  }

  /// Takes the next bytes of a text and hands on what is converted. A fault is told with the offset of its byte, from 0.
  public mutating func convert(
    _ chunk: UnsafeRawBufferPointer, _ write: (UnsafeBufferPointer<UInt8>) -> Void
  ) throws(BuildError) {
    do {
      try stream.convert(chunk, write)
    } catch {
      throw .invalidText(offset: error.offset)
    }
  }

  /// Hands on the rest of the text; the next bytes begin another.
  public mutating func finish(_ write: (UnsafeBufferPointer<UInt8>) -> Void) throws(BuildError) {
    do {
      try stream.finish(write)
    } catch {
      throw .invalidText(offset: error.offset)
    }
    stream = StreamConverter(to: target, rules: knowledge.rules, readings: knowledge.readings)
  }
}
