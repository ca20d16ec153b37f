package import ZhujieText

extension DiagnosticCode {
  /// A template uses a name that its page does not offer, or writes text unescaped. Cure: correct the name;
  /// `Templates/README.md` lists them.
  package static let templateName = DiagnosticCode("template.name")
  /// A template is not valid Mustache. Cure: correct the tag that the message names.
  package static let templateSyntax = DiagnosticCode("template.syntax")
  /// A kind of page has no template. Cure: take the file from the program's own theme.
  package static let templateMissing = DiagnosticCode("template.missing")

  package static let ofPages: [DiagnosticCode] = [.templateName, .templateSyntax, .templateMissing]
}
