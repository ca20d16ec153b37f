/// What each kind of page offers to its template.
enum Schemas {
  static func schema(of template: Theme.Template) -> ViewSchema {
    switch template {
    case .home: HomePage.schema
    case .sources: SourcesPage.schema
    case .source: SourcePage.schema
    case .chapters: ChaptersPage.schema
    case .chapter: ChapterPage.schema
    case .kind: KindPage.schema
    case .person, .organization, .product, .event, .system: EntityPage.schema
    case .timeline: TimelinePage.schema
    case .figures: FiguresPage.schema
    case .contradictions: ContradictionsPage.schema
    case .network: NetworkPage.schema
    case .index: IndexPage.schema
    case .quality: QualityPage.schema
    case .notFound: NotFoundPage.schema
    case .chooser: ChooserPage.schema
    }
  }
}
