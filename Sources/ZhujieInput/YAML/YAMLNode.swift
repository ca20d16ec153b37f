package import ZhujieText

/// A value of a YAML text with its place. Every scalar is text: `2023-09` is no date and `no` no
/// truth value until somebody who knows the key says so.
package struct YAMLNode: Sendable, Hashable {
  package enum Content: Sendable, Hashable {
    case scalar(YAMLScalar)
    case sequence([YAMLNode])
    case mapping([YAMLPair])
  }

  package let content: Content
  /// Where it starts in the file, after anchor and tag.
  package let offset: Int

  package init(_ content: Content, offset: Int) {
    self.content = content
    self.offset = offset
  }

  package var scalar: YAMLScalar? {
    if case .scalar(let scalar) = content { scalar } else { nil }
  }

  /// Whether it says nothing: an empty or `~` or `null` value without quotes.
  package var isNull: Bool {
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
package struct YAMLScalar: Sendable, Hashable {
  package let text: String
  /// Written without quotes and not as a block.
  package let isPlain: Bool
  /// Its content in the file, quotes excluded. Its text differs from `text` where YAML escapes or
  /// folds.
  package let span: TextSpan<FileSpace>

  package init(text: String, isPlain: Bool, span: TextSpan<FileSpace>) {
    self.text = text
    self.isPlain = isPlain
    self.span = span
  }
}

/// A key of a mapping and its value.
package struct YAMLPair: Sendable, Hashable {
  package let key: YAMLScalar
  package let value: YAMLNode

  package init(key: YAMLScalar, value: YAMLNode) {
    self.key = key
    self.value = value
  }
}
