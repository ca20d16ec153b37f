public import ZhujieText

extension DiagnosticCode {
  /// A template uses a name that its page does not offer, or writes text unescaped. Cure: correct the name;
  /// `Templates/README.md` lists them.
  public static let templateName = DiagnosticCode("template.name")
  /// A template is not valid Mustache. Cure: correct the tag that the message names.
  public static let templateSyntax = DiagnosticCode("template.syntax")
  /// A kind of page has no template. Cure: take the file from the program's own theme.
  public static let templateMissing = DiagnosticCode("template.missing")

  public static let ofPages: [DiagnosticCode] = [.templateName, .templateSyntax, .templateMissing]
}
