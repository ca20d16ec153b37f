/// What a host shows for an address that is no page.
struct NotFoundPage {
  static let schema = Shell.schema

  let context: PageContext

  var view: View {
    Shell(context: context).view(title: context.phrases[.title404], section: .notFound)
  }
}
