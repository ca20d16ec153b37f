import ZhujieText

/// Reads files within the limits and keeps what there is to say about them.
struct FileShelf {
  private(set) var diagnostics: [Diagnostic] = []
  let limits: InputLimits
  private var totalSize = 0
  private let cache: FileCache?

  init(limits: InputLimits, cache: FileCache? = nil) {
    self.limits = limits
    self.cache = cache
  }

  /// What `read` makes of some files and of nothing else; where they are as they were, what it made of them before.
  mutating func reading<Value: Sendable>(
    _ files: [FolderFile?], _ read: (inout FileShelf) -> Value
  ) -> Value {
    guard let cache else { return read(&self) }
    let question = FileCache.Question(files: files.compactMap { $0 }, limits: limits)
    if let known: FileCache.Answer<Value> = cache.answer(to: question), totalSize + known.size <= limits.totalSize {
      totalSize += known.size
      diagnostics += known.diagnostics
      return known.value
    }
    let (before, size) = (diagnostics.count, totalSize)
    let value = read(&self)
    cache.keep(
      FileCache.Answer(
        question: question, value: value, diagnostics: Array(diagnostics[before...]), size: totalSize - size))
    return value
  }

  /// The text of a file, nil where it cannot be had.
  mutating func text(of file: FolderFile) -> SourceFile? {
    guard let bytes = bytes(of: file) else { return nil }
    let (text, found) = decodedText(bytes, path: file.path)
    diagnostics += found
    return text.map { SourceFile(path: file.path, text: $0) }
  }

  /// The bytes of a file, nil where they cannot be had.
  mutating func bytes(of file: FolderFile) -> [UInt8]? {
    switch read(file) {
    case .failure(.missing):
      report(.error, .unreadableFile, file.path, "the file is gone since the folder was listed")
    case .failure(.refused(let reason)):
      report(.error, .unreadableFile, file.path, "the file cannot be read: \(reason)")
    case .failure(.tooLarge(let size)):
      add(Self.tooLarge(size, file.path, limits))
    case .success(let bytes):
      totalSize += bytes.count
      if totalSize <= limits.totalSize { return bytes }
      report(
        .error,
        .inputLimit,
        file.path,
        "the files together have more than \(limits.totalSize) bytes; remove some or raise "
          + "\"total-size\" under limits in zhujie.yml"
      )
    }
    return nil
  }

  private func read(_ file: FolderFile) -> Result<[UInt8], FileBytesFailure> {
    if let known = cache?.bytes(of: file.stamp), known.count <= limits.fileSize { return .success(known) }
    let result = FileBytes.read(file.realPath, limit: limits.fileSize)
    if case .success(let bytes) = result { cache?.keep(bytes, of: file.stamp) }
    return result
  }

  /// The front matter of a file as a mapping, with the place of its body. What is broken is
  /// reported.
  mutating func frontMatter(of file: SourceFile) -> (node: YAMLNode?, body: TextSpan<FileSpace>) {
    let parts = FrontMatter(of: file)
    if let unclosed = parts.unclosed {
      diagnostics.append(
        Diagnostic(
          .error,
          .unclosedFrontMatter,
          at: file.location(at: unclosed),
          "\"---\" opens front matter that nothing closes; end it with a line of three hyphens"
        )
      )
    }
    guard let yaml = parts.yaml else {
      let start = parts.body.lowerBound
      if file.text.bytes[start...].starts(with: Array("+++\n".utf8))
        || file.text.bytes[start...].starts(with: Array("+++\r".utf8))
      {
        diagnostics.append(
          Diagnostic(
            .warning,
            .yamlSyntax,
            at: file.location(at: start),
            "\"+++\" opens front matter in TOML, which is not read; write it in YAML between lines ---"
          )
        )
      }
      return (nil, parts.body)
    }
    let (node, found) = YAMLText(file, in: yaml).node(limits: limits)
    diagnostics += found
    // Front matter that is empty or broken is still front matter.
    return (
      found.isEmpty ? node ?? YAMLNode(.mapping([]), offset: yaml.lowerBound) : nil, parts.body
    )
  }

  /// The value of a file that is all YAML.
  mutating func yaml(of file: SourceFile) -> YAMLNode? {
    let (node, found) = YAMLText(file).node(limits: limits)
    diagnostics += found
    return node
  }

  /// Reads a file that is a list of mappings, one entry after the other. `entry` is what each describes, with its article:
  /// "a decision"; `firstKey` is what one begins with.
  mutating func entries<Entry>(
    of file: SourceFile,
    entry: String,
    firstKey: String,
    _ read: (inout MappingReader) -> Entry?
  ) -> [Entry] {
    guard let node = yaml(of: file) else { return [] }
    guard case .sequence(let nodes) = node.content else {
      add(
        Diagnostic(
          .error,
          .yamlShape,
          at: file.location(at: node.offset),
          "\(node.shape) stands where a list is expected; begin the entry of \(entry) with \"- \(firstKey):\""
        )
      )
      return []
    }
    var entries: [Entry] = []
    for node in nodes {
      var reader = MappingReader(node, in: file, as: entry)
      if let found = read(&reader) { entries.append(found) }
      add(reader.finish())
    }
    return entries
  }

  static func tooLarge(_ size: Int, _ path: SourcePath, _ limits: InputLimits) -> Diagnostic {
    Diagnostic(
      .error,
      .inputLimit,
      at: SourceLocation(path: path),
      "\(size) bytes are more than a file may have (\(limits.fileSize)); split it or raise "
        + "\"file-size\" under limits in zhujie.yml"
    )
  }

  mutating func report(
    _ severity: Severity,
    _ code: DiagnosticCode,
    _ path: SourcePath,
    _ message: String
  ) {
    add(Diagnostic(severity, code, at: SourceLocation(path: path), message))
  }

  mutating func add(_ diagnostic: Diagnostic) {
    diagnostics.append(diagnostic)
  }

  mutating func add(_ more: [Diagnostic]) {
    diagnostics += more
  }
}
