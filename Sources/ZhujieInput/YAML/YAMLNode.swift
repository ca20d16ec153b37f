public import ZhujieText

/// A value of a YAML text with its place. Every scalar is text: `2023-09` is no date and `no` no
/// truth value until somebody who knows the key says so.
public struct YAMLNode: Sendable, Hashable {
  public enum Content: Sendable, Hashable {
    case scalar(YAMLScalar)
    case sequence([YAMLNode])
    case mapping([YAMLPair])
  }

  public let content: Content
  /// Where it starts in the file, after anchor and tag.
  public let offset: Int

  public init(_ content: Content, offset: Int) {
    self.content = content
    self.offset = offset
  }

  public var scalar: YAMLScalar? {
    if case .scalar(let scalar) = content { scalar } else { nil }
  }

  /// Whether it says nothing: an empty or `~` or `null` value without quotes.
  public var isNull: Bool {
    guard let scalar, scalar.isPlain else { return false }
    return ["", "~", "null", "Null", "NULL"].contains(scalar.text)
  }

  /// What it is, for a message.
  var shape: String {
    switch content {
    case .scalar: "text"
    case .sequence: "a list"
    case .mapping: "a mapping"
    }
  }
}

/// A text value.
public struct YAMLScalar: Sendable, Hashable {
  public let text: String
  /// Written without quotes and not as a block.
  public let isPlain: Bool
  /// Its content in the file, quotes excluded. Its text differs from `text` where YAML escapes or
  /// folds.
  public let span: TextSpan<FileSpace>

  public init(text: String, isPlain: Bool, span: TextSpan<FileSpace>) {
    self.text = text
    self.isPlain = isPlain
    self.span = span
  }
}

/// A key of a mapping and its value.
public struct YAMLPair: Sendable, Hashable {
  public let key: YAMLScalar
  public let value: YAMLNode

  public init(key: YAMLScalar, value: YAMLNode) {
    self.key = key
    self.value = value
  }
}
