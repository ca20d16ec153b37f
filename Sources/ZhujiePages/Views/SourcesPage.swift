/// The list of sources.
struct SourcesPage {
  static let schema = Shell.schema.adding(["sources": .list(SourceRows.schema)])

  let context: PageContext

  var view: View {
    let page: View = ["sources": .list(SourceRows(context: context).views)]
    return page.merging(
      Shell(context: context).view(
        PageHead(title: context.phrases[.sources], description: context.phrases[.sourcesHint]), section: .sources))
  }
}
