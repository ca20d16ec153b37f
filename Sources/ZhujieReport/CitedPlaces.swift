import ZhujieEntities
public import ZhujieInput
import ZhujieMarkdown
import ZhujiePictures
public import ZhujieText

/// A citation with the place in the seeds that makes it.
public struct PlacedCitation: Sendable {
  public let citation: Citation
  public let file: SourceFile
  public let offset: Int

  public var location: SourceLocation { file.location(at: offset) }
}

/// Collects every citation of a project: in bodies and their pictures, in the front matter of entities, in the ledger and
/// among contradictions.
enum CitedPlaces {
  static func all(
    project: Project,
    documents: [AnnotatedDocument],
    descriptions: [AnnotatedDescription],
    chapters: [AnnotatedChapter],
    figures: FigureFile?,
    contradictions: [Contradiction]
  ) -> [PlacedCitation] {
    var places: [PlacedCitation] = []
    func add(_ citation: Citation?, _ file: SourceFile, _ offset: Int) {
      if let citation {
        places.append(PlacedCitation(citation: citation, file: file, offset: offset))
      }
    }
    func add(_ body: AnnotatedBody?) {
      guard let body else { return }
      for inline in body.markup.citations { add(inline.citation, body.file, inline.fileOffset) }
      for picture in body.pictures.pictures {
        for cited in picture.citations { add(cited.citation, body.file, cited.offset) }
      }
    }
    for document in documents {
      add(document.body)
      add(document.translation?.body)
    }
    for (entity, description) in zip(project.entities.entities, descriptions) {
      for role in entity.roles { add(role.source, entity.file, role.offset) }
      for relation in entity.relations { add(relation.source, entity.file, relation.offset) }
      add(description.body)
      add(description.englishBody)
    }
    for chapter in chapters {
      add(chapter.body)
      add(chapter.englishBody)
    }
    if let figures {
      for statement in figures.figures.flatMap(\.statements) {
        add(statement.source, figures.file, statement.offset)
      }
    }
    if let file = project.contradictionsFile {
      for statement in contradictions.flatMap(\.statements) {
        add(statement.source, file, statement.offset)
      }
    }
    return places
  }
}
