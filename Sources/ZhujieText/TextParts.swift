/// A field of the front matter that is text as well: it comes first in the reading text.
package struct TextField: Sendable, Hashable {
  package let role: BlockRole
  /// Where it stands in the file, with or without its quotes.
  package let span: TextSpan<FileSpace>
  /// What it says: the slice of the file but for the escapes of YAML.
  package let value: String

  package init(role: BlockRole, span: TextSpan<FileSpace>, value: String) {
    self.role = role
    self.span = span
    self.value = value
  }
}

/// One block of a bare text, as whoever read the file divided it.
package struct PlainBlock: Sendable, Hashable {
  package let span: TextSpan<FileSpace>
  package let role: BlockRole

  package init(span: TextSpan<FileSpace>, role: BlockRole) {
    self.span = span
    self.role = role
  }
}
