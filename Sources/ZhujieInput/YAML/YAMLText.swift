internal import Yams
public import ZhujieText

/// The YAML of a file: all of it, its front matter, or a fenced block.
public struct YAMLText {
  public let file: SourceFile
  public let span: TextSpan<FileSpace>

  public init(_ file: SourceFile, in span: TextSpan<FileSpace>) {
    self.file = file
    self.span = span
  }

  /// All of a file, without its byte order mark.
  public init(_ file: SourceFile) {
    let start = file.text.bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    self.init(file, in: TextSpan(start, file.text.count))
  }

  /// Its value, or nil where it holds none or is no YAML; then the diagnostics say why.
  public func node(limits: InputLimits) -> (node: YAMLNode?, diagnostics: [Diagnostic]) {
    if let refusal = refusal(limits: limits) { return (nil, [refusal]) }
    let yaml = file.text[span]
    let places = YAMLPlaces(file, in: span)
    do {
      // The encoding is named because the default asks the environment.
      guard let root = try Yams.compose(yaml: yaml, .basic, .default, .utf8) else {
        return (nil, [])
      }
      var conversion = YAMLConversion(file: file, places: places, limits: limits)
      let node = conversion.node(root, depth: 0)
      return (conversion.diagnostics.isEmpty ? node : nil, conversion.diagnostics)
    } catch let error as YamlError {
      return (nil, [YAMLFault.diagnostic(error, places: places, file: file)])
    } catch {
      return (nil, [finding(.yamlSyntax, at: span.lowerBound, "the YAML cannot be read: \(error)")])
    }
  }

  /// What must be refused before the parser sees it.
  private func refusal(limits: InputLimits) -> Diagnostic? {
    guard span.count <= limits.yamlSize else {
      return finding(
        .inputLimit,
        at: span.lowerBound,
        "\(span.count) bytes of YAML are more than \(limits.yamlSize); shorten it or raise "
          + "\"yaml-size\" under limits in zhujie.yml"
      )
    }
    if let offset = firstForbiddenOffset {
      return finding(
        .yamlSyntax,
        at: offset,
        "a control character cannot stand in YAML; remove it"
      )
    }
    // Yams hashes the keys of a mapping, and a key made of aliases of aliases takes ages to hash.
    // Few files have anchors at all, and fewer still more uses of them than this.
    let (anchors, aliases) = countOfReferences
    guard anchors == 0 || aliases <= limits.yamlAliases else {
      return finding(
        .inputLimit,
        at: span.lowerBound,
        "\(aliases) YAML aliases (*name) are more than \(limits.yamlAliases); write the values out or "
          + "raise \"yaml-aliases\" under limits in zhujie.yml"
      )
    }
    return nil
  }

  private func finding(_ code: DiagnosticCode, at offset: Int, _ message: String) -> Diagnostic {
    Diagnostic(.error, code, at: file.location(at: offset), message)
  }

  /// The first scalar that YAML 1.1 does not allow in a stream.
  private var firstForbiddenOffset: Int? {
    file.text.bytes.withUnsafeBufferPointer { bytes in
      var i = span.lowerBound
      while i < span.upperBound {
        if bytes[i] >= 0x20, bytes[i] < 0x7F {
          i += 1
          continue
        }
        let (value, length) = UTF8Scan.scalar(at: i, in: bytes)
        let isAllowed =
          value == 0x09 || value == 0x0A || value == 0x0D || value == 0x85
          || (value >= 0xA0 && value != 0xFEFF && value & 0xFFFE != 0xFFFE)
        if !isAllowed { return i }
        i += length
      }
      return nil
    }
  }

  /// How many anchors and aliases there can be at most: what looks like one and does not follow a
  /// letter or digit.
  private var countOfReferences: (anchors: Int, aliases: Int) {
    let bytes = file.text.bytes
    var anchors = 0
    var aliases = 0
    for i in span.range where bytes[i] == 0x26 || bytes[i] == 0x2A {
      guard i + 1 < span.upperBound, Self.isNameByte(bytes[i + 1]),
        i == span.lowerBound || !Self.isNameByte(bytes[i - 1]), i == 0 || bytes[i - 1] != bytes[i]
      else { continue }
      if bytes[i] == 0x26 { anchors += 1 } else { aliases += 1 }
    }
    return (anchors, aliases)
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    (byte >= 0x30 && byte <= 0x39) || (byte >= 0x41 && byte <= 0x5A)
      || (byte >= 0x61 && byte <= 0x7A) || byte == 0x5F || byte == 0x2D
  }
}
