/// What a host shows for an address that is no page.
struct NotFoundPage {
  static let schema = Shell.schema

  let context: PageContext

  var view: View {
    Shell(context: context).view(
      PageHead(title: context.phrases[.title404], description: context.phrases[.notFoundText]), section: .notFound)
  }
}
