/// A field of the front matter that is text as well: it comes first in the reading text.
public struct TextField: Sendable, Hashable {
  public let role: BlockRole
  /// Where it stands in the file, with or without its quotes.
  public let span: TextSpan<FileSpace>
  /// What it says: the slice of the file but for the escapes of YAML.
  public let value: String

  public init(role: BlockRole, span: TextSpan<FileSpace>, value: String) {
    self.role = role
    self.span = span
    self.value = value
  }
}

/// One block of a bare text, as whoever read the file divided it.
public struct PlainBlock: Sendable, Hashable {
  public let span: TextSpan<FileSpace>
  public let role: BlockRole

  public init(span: TextSpan<FileSpace>, role: BlockRole) {
    self.span = span
    self.role = role
  }
}
