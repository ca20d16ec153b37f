import ZhujieEntities
import ZhujieMarkdown
import ZhujiePictures
import ZhujieReport
import ZhujieText

/// Writes descriptions and chapters: Markdown with mentions linked and citations resolved.
struct BodyWriter {
  let context: PageContext

  /// The whole body in the page's script. Mentions of `subject` stay plain.
  func html(of body: AnnotatedBody, subject: EntityID? = nil) -> HTML {
    let edition = context.edition(of: body)
    return body.markup.html(statementOptions(for: edition, subject: subject, headings: nil))
  }

  /// Options for what the editors state themselves: a paragraph without a citation bears the mark that says so.
  func statementOptions(
    for edition: Edition, subject: EntityID?, headings: ((Int) -> String)?
  ) -> RenderOptions {
    var options = options(for: edition, subject: subject, headings: headings)
    let cited = Set(edition.body.markup.citations.map(\.blockIndex))
    let blocks = edition.body.reading.blocks
    let mark = context.citations.editorialMark
    let anchors = BodyAnchors(edition.body)
    options.paragraph = { anchors.row($0) }
    options.paragraphEnd = { blocks[$0].role == .paragraph && !cited.contains($0) ? mark : nil }
    if let draw = options.fenced {
      options.fenced = { info, literal, offset in
        draw(info, literal, offset).map { drawing in
          let picture = edition.body.pictures.picture(at: offset)
          // The lines of a network bring the sources of the relations that they draw.
          let isCited = picture.map { !$0.citations.isEmpty || $0.kind == .network } ?? true
          return isCited ? drawing : drawing + mark
        }
      }
    }
    return options
  }

  func options(
    for edition: Edition, subject: EntityID?, withQuantities: Bool = false, headings: ((Int) -> String)?
  ) -> RenderOptions {
    let marks = MarkWriter(context: context)
    let citations = context.citations
    var options = RenderOptions()
    options.display = (edition.text, edition.alignment)
    options.marks = marks.marks(of: edition, subject: subject, withQuantities: withQuantities)
    options.headingID = headings
    // Right below the page's title, at whichever level its author began.
    options.headingTop = 2
    options.citation = { citations.html($0.citation, isGlued: true) }
    options.link = { context.linkTarget($0) }
    let drawing = PictureContext(page: context, body: edition.body)
    options.fenced = { _, _, offset in edition.body.pictures.picture(at: offset)?.html(in: drawing) }
    return options
  }
}
