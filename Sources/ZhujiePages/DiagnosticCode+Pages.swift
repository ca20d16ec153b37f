package import ZhujieText

extension DiagnosticCode {
  /// A template uses a name that its page does not offer, or writes text unescaped. Correct the name; `Templates/README.md` lists them.
  package static let templateName = DiagnosticCode("template.name")
  /// A template is not valid Mustache. Correct the tag that the message names.
  package static let templateSyntax = DiagnosticCode("template.syntax")
  /// A kind of page has no template. Take the file from the program's own theme.
  package static let templateMissing = DiagnosticCode("template.missing")
  /// A link leads to nothing in the project. Correct its target; the page shows it as text.
  package static let linkBroken = DiagnosticCode("link.broken")

  package static let ofPages: [DiagnosticCode] = [.templateName, .templateSyntax, .templateMissing, .linkBroken]
}
