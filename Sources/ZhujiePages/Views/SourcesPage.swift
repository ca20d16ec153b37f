import ZhujieReport

/// The list of sources.
struct SourcesPage {
  static let schema = Shell.schema.adding(["sources": .list(SourceRows.schema)])

  let context: PageContext

  var view: View {
    let documents = Array(context.report.documents.indices)
    let shown = PageParts.items(documents, part: context.page.part, of: PageParts.rows)
    let page: View = ["sources": .list(SourceRows(context: context).views(shown))]
    return page.merging(
      Shell(context: context).view(
        PageHead(title: context.phrases[.sources], description: context.phrases[.sourcesHint]), section: .sources,
        parts: PageParts.count(of: .sources, in: context.report)))
  }
}
