import ZhujieEntities
import ZhujieInput
import ZhujieMarkdown
import ZhujieReport
public import ZhujieText

/// What is new in a language of the report: its sources by the day they were published, its events by the day they
/// happened. No date comes from the clock.
public struct Feed {
  public enum Format: CaseIterable, Hashable, Sendable {
    case atom, json

    var mediaType: String {
      switch self {
      case .atom: "application/atom+xml"
      case .json: "application/feed+json"
      }
    }

    func path(in language: Language) -> String {
      switch self {
      case .atom: language.folder + "/feed.xml"
      case .json: language.folder + "/feed.json"
      }
    }
  }

  private struct Entry {
    let day: CalendarDay
    let path: String
    let title: String
    let summary: String
    let category: String

    /// RFC 3339.
    var time: String { day.description + "T00:00:00Z" }
  }

  /// Readers ask for what is new, not for the archive.
  private static let size = 60

  private let context: PageContext
  private let site: PublishedSite
  private let entries: [Entry]

  /// `context` is that of the home page of a language.
  init(context: PageContext, site: PublishedSite) {
    self.context = context
    self.site = site
    let report = context.report
    let sources = report.documents.indices.compactMap { index -> Entry? in
      let document = report.documents[index]
      let address = PageAddress(.source(document.source.address), in: context.language)
      return document.source.metadata.date?.firstDay.map {
        Entry(
          day: $0,
          path: address.path,
          title: context.labels.documents[index].title.text,
          summary: SourceSummary.text(of: index, in: context),
          category: context.phrases[.source]
        )
      }
    }
    let events = report.timeline.map { report.entities[$0] }.compactMap { event -> Entry? in
      event.entity.date?.firstDay.map {
        Entry(
          day: $0,
          path: PageAddress(.entity(.event, event.id), in: context.language).path,
          title: context.name(of: event),
          summary: context.label(of: event).gloss.text,
          category: context.phrases[.event]
        )
      }
    }
    entries = Array(
      (sources + events).sorted { ($1.day, $0.path) < ($0.day, $1.path) }.prefix(Self.size)
    )
  }

  /// Whether a report has anything that a feed could tell.
  static func isNeeded(for report: Report) -> Bool {
    !report.timeline.isEmpty
      || report.documents.contains { $0.source.metadata.date?.firstDay != nil }
  }

  func contents(_ format: Format) -> String {
    switch format {
    case .atom: atom
    case .json: json
    }
  }

  private var title: String { context.labels.siteTitle }
  private var home: String { site.address(of: context.page.path) }
  private var standfirst: String { context.text(context.report.configuration.standfirst) }

  /// RFC 4287.
  private var atom: String {
    var lines = [
      #"<?xml version="1.0" encoding="utf-8"?>"#,
      #"<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="\#(context.language.rawValue)">"#,
      "<title>\(XMLText.escaped(title))</title>",
      standfirst.isEmpty ? "" : "<subtitle>\(XMLText.escaped(standfirst))</subtitle>",
      "<id>\(XMLText.escaped(home))</id>",
      "<updated>\(entries.first?.time ?? "")</updated>",
      "<author><name>\(XMLText.escaped(title))</name></author>",
      #"<link rel="alternate" type="text/html" href="\#(XMLText.escaped(home))"/>"#,
      #"<link rel="self" type="application/atom+xml" href="\#(address(of: .atom))"/>"#,
    ]
    for entry in entries {
      let url = XMLText.escaped(site.address(of: entry.path))
      lines += [
        "<entry>", "<title>\(XMLText.escaped(entry.title))</title>", "<id>\(url)</id>",
        #"<link rel="alternate" type="text/html" href="\#(url)"/>"#,
        "<published>\(entry.time)</published>", "<updated>\(entry.time)</updated>",
        #"<category term="\#(XMLText.escaped(entry.category))"/>"#,
        "<summary>\(XMLText.escaped(entry.summary.isEmpty ? entry.title : entry.summary))</summary>",
        "</entry>",
      ]
    }
    return (lines.filter { !$0.isEmpty } + ["</feed>", ""]).joined(separator: "\n")
  }

  /// JSON Feed 1.1.
  private var json: String {
    let items: [JSONValue] = entries.map { entry in
      let url = site.address(of: entry.path)
      return .object([
        "id": .string(url), "url": .string(url), "title": .string(entry.title),
        "content_text": .string(entry.summary.isEmpty ? entry.title : entry.summary),
        "date_published": .string(entry.time), "tags": .strings([entry.category]),
      ])
    }
    return JSONValue.object([
      "version": .string("https://jsonfeed.org/version/1.1"), "title": .string(title),
      "description": .string(standfirst), "home_page_url": .string(home),
      "feed_url": .string(site.address(of: Format.json.path(in: context.language))),
      "language": .string(context.language.rawValue), "items": .array(items),
    ]).text + "\n"
  }

  private func address(of format: Format) -> String {
    XMLText.escaped(site.address(of: format.path(in: context.language)))
  }
}
