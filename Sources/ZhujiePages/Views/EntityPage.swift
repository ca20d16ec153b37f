import ZhujieEntities
import ZhujieInput
import ZhujieMarkdown
import ZhujieReport
import ZhujieText

/// Everything about one entity, and every place that names it.
struct EntityPage {
  static let neighbour: ViewSchema = ["href": .text, "name": .text, "date": .text]

  static let schema = Shell.schema.adding([
    "kind": .text, "kindLabel": .text, "ruby": .html, "nameLang": .text,
    "forms": .list(["label": .text, "text": .text, "lang": .text]),
    "sameAs": .list(["href": .text, "text": .text]), "hasSameAs": .flag,
    "date": .text, "isoDate": .text, "body": .html, "bodyLang": .text, "bodyNotice": .text,
    "gists": .html,
    "hasTranslation": .flag,
    "hasRoles": .flag, "roles": .list(role), "roleYears": .text,
    "hasOfficeHolders": .flag, "officeHolders": .list(role), "officeYears": .text,
    "hasRelations": .flag,
    "relations": .list(tie),
    "accounts": .html,
    "hasParticipants": .flag, "participants": .list(tie),
    "statements": .html,
    "hasFigures": .flag, "figures": .list(LedgerViews.figure),
    "hasContradictions": .flag, "contradictions": .list(ContradictionViews.schema),
    "mentionCount": .text, "dispersion": .html, "concordance": .html,
    "company": .html,
    "hasNeighbours": .flag, "earlier": .list(neighbour), "later": .list(neighbour),
  ])

  private static let tie: ViewSchema = [
    "href": .text, "kind": .text, "name": .text, "tie": .text, "evidence": .html,
  ]

  private static let role: ViewSchema = [
    "title": .text, "href": .text, "at": .text, "period": .text, "bar": .html, "evidence": .html,
  ]

  /// How many of those that it appears with are shown.
  static let companySize = 16

  let context: PageContext
  /// The entity's index in the report.
  let index: Int

  private var entity: ReportEntity { context.report.entities[index] }

  /// The first part has everything, the others the mentions of their sources.
  var view: View {
    let parts = PageParts.mentions(of: entity, in: context.report)
    let part = context.page.part
    let concordance = Concordance(context: context, entity: entity).html(
      parts.indices.contains(part - 1) ? parts[part - 1] : [])
    let label = context.label(of: entity)
    let page: View = [
      "kind": .text(entity.kind.rawValue),
      "kindLabel": .text(entity.kind.singular(in: context.phrases)),
      "ruby": .html(
        Ruby.html(label.name.text, pinyin: context.language == .en ? nil : entity.entity.pinyin)
      ),
      "nameLang": .text(label.name.language),
      "mentionCount": .text(context.phrases[.mentionCount, entity.mentions.count]),
      "dispersion": .html(concordance.dispersion), "concordance": .html(concordance.tables),
    ]
    return page.merging(part == 1 ? account : Self.noAccount).merging(
      Shell(context: context).view(
        PageHead(
          title: label.name.text,
          description: label.gloss.text,
          sort: entity.kind == .person ? .profile : .article,
          structured: part == 1 ? StructuredData(context: context).entity(entity, description: label.gloss.text) : nil
        ),
        section: .kind(entity.kind),
        crumbs: [(.kind(entity.kind), entity.kind.plural(in: context.phrases))],
        parts: parts.count
      )
    )
  }

  /// What is said of the entity beside its mentions.
  private var account: View {
    let statements = self.statements
    let figures = context.report.ledger.figures.filter { $0.subject == index }
    let contradictions = ContradictionViews(context: context).views(concerning: entity)
    let body = self.body
    let neighbours = self.neighbours
    let relations = self.relations
    let spans = RoleSpans(entity.entity.roles, report: context.report)
    let officeSpans = RoleSpans(entity.officeHolders.map(\.role), report: context.report)
    return [
      "forms": .list(forms),
      "hasSameAs": .flag(!entity.entity.sameAs.isEmpty),
      "sameAs": .list(
        entity.entity.sameAs.map { identifier in
          let address = StructuredData.address(of: identifier).flatMap { SafeURL($0)?.string }
          return ["href": .text(address ?? ""), "text": .text(identifier)]
        }
      ),
      "date": .text(context.label(of: entity).date),
      "isoDate": .text(entity.entity.date.flatMap(MachineDate.of) ?? ""),
      "body": .html(body.html),
      "bodyLang": .text(body.language),
      "bodyNotice": .text(body.notice),
      "gists": .html(gists),
      "hasTranslation": .flag(entity.twin != nil),
      "hasRoles": .flag(!entity.entity.roles.isEmpty),
      "roles": .list(entity.entity.roles.map { roleView($0, at: place(of: $0), spans: spans) }),
      "roleYears": .text(years(spans)),
      "hasOfficeHolders": .flag(!entity.officeHolders.isEmpty),
      "officeHolders": .list(
        entity.officeHolders.map {
          let holder = context.report.entities[$0.holder]
          return roleView($0.role, at: (context.link(to: holder), context.name(of: holder)), spans: officeSpans)
        }),
      "officeYears": .text(years(officeSpans)),
      "hasRelations": .flag(!relations.isEmpty),
      "relations": .list(relations.map(relationView)),
      "hasParticipants": .flag(entity.relations.contains(where: isParticipation)),
      "participants": .list(entity.relations.filter(isParticipation).map(relationView)),
      "accounts": .html(
        entity.kind == .event ? EventAccounts(context: context, event: entity).html : .empty
      ),
      "statements": .html(statements),
      "hasFigures": .flag(!figures.isEmpty),
      "figures": .list(LedgerViews(context: context).figures(figures)),
      "hasContradictions": .flag(!contradictions.isEmpty), "contradictions": .list(contradictions),
      "company": .html(company),
      "hasNeighbours": .flag(!neighbours.earlier.isEmpty || !neighbours.later.isEmpty),
      "earlier": .list(neighbours.earlier),
      "later": .list(neighbours.later),
    ]
  }

  private static let noAccount: View = [
    "forms": .list([]), "hasSameAs": .flag(false), "sameAs": .list([]), "date": .text(""), "isoDate": .text(""),
    "body": .html(.empty), "bodyLang": .text(""), "bodyNotice": .text(""), "gists": .html(.empty),
    "hasTranslation": .flag(false), "hasRoles": .flag(false), "roles": .list([]), "roleYears": .text(""),
    "hasOfficeHolders": .flag(false), "officeHolders": .list([]), "officeYears": .text(""),
    "hasRelations": .flag(false), "relations": .list([]), "accounts": .html(.empty),
    "hasParticipants": .flag(false), "participants": .list([]), "statements": .html(.empty),
    "hasFigures": .flag(false), "figures": .list([]), "hasContradictions": .flag(false), "contradictions": .list([]),
    "company": .html(.empty), "hasNeighbours": .flag(false), "earlier": .list([]),
    "later": .list([]),
  ]

  /// Of those that the description names.
  private var gists: HTML {
    let bodies =
      context.language == .en
      ? [entity.englishBody ?? entity.body] : [entity.body ?? entity.englishBody]
    return context.gists(mentionedIn: bodies.compactMap { $0 }, without: { $0 == entity.index })
  }

  /// All written forms.
  private var forms: [View] {
    let phrases = context.phrases
    let names = entity.entity.names
    var forms: [View] = []
    func add(_ label: Phrases.Key, _ text: String?, _ language: String) {
      guard let text, !text.isEmpty else { return }
      forms.append(["label": .text(phrases[label]), "text": .text(text), "lang": .text(language)])
    }
    let hasChinese = names.zhHans != nil || names.zhHant != nil
    if hasChinese {
      add(.traditionalForm, entity.names.zhHant, "zh-Hant")
      add(.simplifiedForm, entity.names.zhHans, "zh-Hans")
    }
    add(.englishForm, names.en, context.language == .en ? "" : "en")
    if context.language == .en { add(.pinyin, entity.entity.pinyin, "zh-Latn-pinyin") }
    let others = entity.entity.aliases.map(\.text).filter { !names.all.contains($0) }
    let shown = others.map { context.shown($0) }
    add(
      .alsoCalled,
      shown.joined(separator: context.language == .en ? ", " : "、"),
      context.language == .en && others.contains(where: hasHan) ? "zh" : ""
    )
    return forms
  }

  private func hasHan(_ text: String) -> Bool {
    text.unicodeScalars.contains { ScalarClass.isHan($0.value) }
  }

  /// The description in the page's language; where English is missing, the Chinese with a notice.
  private var body: (html: HTML, language: String, notice: String) {
    if let twin = entity.twin {
      return (TwinText(context: context, twin: twin, subject: entity.id).html, "", "")
    }
    let writer = BodyWriter(context: context)
    if context.language == .en {
      if let english = entity.englishBody {
        return (writer.html(of: english, subject: entity.id), "", "")
      }
      guard let body = entity.body else { return (.empty, "", "") }
      return (
        writer.html(of: body, subject: entity.id), Typesetter.tag(of: body.script ?? .simplified),
        context.phrases[.onlyChinese]
      )
    }
    if let body = entity.body { return (writer.html(of: body, subject: entity.id), "", "") }
    guard let english = entity.englishBody else { return (.empty, "", "") }
    return (writer.html(of: english, subject: entity.id), "en", "")
  }

  private func place(of role: Role) -> (href: String, name: String) {
    guard let at = role.at else { return ("", "") }
    guard let id = EntityID(at), let index = context.report.index(of: id) else {
      return ("", context.shown(at))
    }
    let other = context.report.entities[index]
    return (context.link(to: other), context.name(of: other))
  }

  private func years(_ spans: RoleSpans) -> String {
    spans.years.map { "\($0.lowerBound)–\($0.upperBound)" } ?? ""
  }

  private func roleView(_ role: Role, at place: (href: String, name: String), spans: RoleSpans) -> View {
    [
      "title": .text(context.text(role.title)),
      "href": .text(place.href), "at": .text(place.name), "period": .text(period(of: role)),
      "bar": .html(spans.bar(of: role)),
      "evidence": .html(context.citations.evidence(role.source)),
    ]
  }

  private func period(of role: Role) -> String {
    let from = role.from.map { DateText.of($0, in: context.language) }
    let to =
      role.isOngoing
      ? context.phrases[.today] : role.to.map { DateText.of($0, in: context.language) }
    switch (from, to) {
    case (let from?, let to?): return from + "–" + to
    case (let from?, nil): return context.phrases[.since, from]
    case (nil, let to?): return context.phrases[role.isOngoing ? .stillToday : .until, to]
    case (nil, nil): return context.phrases[.unknown]
    }
  }

  /// Those who took part in an event have a list of their own on its page.
  private func isParticipation(_ relation: LinkedRelation) -> Bool {
    entity.kind == .event && relation.isInverse && relation.kind == "participant-of"
  }

  /// By the kind of the other, each in the order in which they were found.
  private var relations: [LinkedRelation] {
    let shown = entity.relations.filter { !isParticipation($0) }
    return EntityKind.allCases.flatMap { kind in shown.filter { context.report.entities[$0.other].kind == kind } }
  }

  private func relationView(_ relation: LinkedRelation) -> View {
    let other = context.report.entities[relation.other]
    return [
      "href": .text(context.link(to: other)), "kind": .text(other.kind.rawValue),
      "name": .text(context.name(of: other)),
      "tie": .text(
        RelationText.of(relation.kind, isInverse: relation.isInverse, in: context.language)
      ),
      "evidence": .html(context.citations.evidence(relation.source)),
    ]
  }

  /// Its words, as items of a list.
  private var statements: HTML {
    var items = HTMLBuilder(capacity: 4096)
    for statement in entity.statements where context.report.published[statement.document].holds(statement.words) {
      let edition = context.edition(quoting: [statement.words], of: statement.document)
      let siglum = context.labels.documents[statement.document].siglum
      items.raw("<li><q")
      items.language(edition.runLanguage)
      items.raw(">")
      items.text(edition.slice(statement.words))
      items.raw("</q> <a class=\"cite\"")
      items.attribute("href", context.link(toParagraph: statement.paragraph, of: statement.document))
      items.raw(">")
      items.text(statement.paragraph.map { "\(siglum)·\($0)" } ?? siglum)
      items.raw("</a></li>")
    }
    return items.html
  }

  /// Those that it appears with, as items of a list.
  private var company: HTML {
    var items = HTMLBuilder(capacity: 4096)
    let most = entity.company.first?.paragraphs ?? 0
    for entry in entity.company.prefix(Self.companySize) {
      let label = context.labels.entities[entry.entity]
      items.raw("<li class=\"")
      items.text(label.kind.rawValue)
      items.raw("\">")
      label.gist.writeLink(on: context.page, into: &items)
      Meters.bar(entry.paragraphs, of: most, into: &items)
      items.raw("<span class=\"number\">")
      items.number(entry.paragraphs)
      items.raw("</span></li>")
    }
    return items.html
  }

  private var neighbours: (earlier: [View], later: [View]) {
    let timeline = context.report.timeline
    guard entity.kind == .event, let place = timeline.firstIndex(of: index) else { return ([], []) }
    func view(_ place: Int) -> [View] {
      guard timeline.indices.contains(place) else { return [] }
      let event = context.report.entities[timeline[place]]
      return [
        [
          "href": .text(context.link(to: event)), "name": .text(context.name(of: event)),
          "date": .text(context.label(of: event).date),
        ]
      ]
    }
    return (view(place - 1), view(place + 1))
  }
}

/// A date as `<time datetime>` takes it: a year, month or day that is neither span nor doubtful.
struct MachineDate {
  let date: EDTFDate

  init?(_ date: EDTFDate) {
    guard !date.isSpan, let point = date.start, point.quarter == nil,
      let plain = EDTFDate.Point(year: point.year, month: point.month, day: point.day)
    else { return nil }
    self.date = EDTFDate(plain)
  }

  static func of(_ date: EDTFDate) -> String? { MachineDate(date).map(\.date.description) }
}
