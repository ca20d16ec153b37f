import ZhujieEntities
import ZhujieInput
import ZhujiePictures
import ZhujieText

/// Holds the entities of a body's pictures against those of the project.
enum PictureFaults {
  static func diagnostics(of body: AnnotatedBody, entities: EntityCatalog) -> [Diagnostic] {
    var found: [Diagnostic] = []
    for picture in body.pictures.pictures {
      for reference in picture.references {
        let location = body.file.location(at: reference.offset)
        guard let entity = entities[reference.entity] else {
          let nearest = EditDistance.nearest(
            to: reference.entity.string, among: entities.entities.map(\.id.string))
          found.append(
            Diagnostic(
              .error, .pictureEntity, at: location,
              "“\(reference.entity)” is the ID of no entity; "
                + (nearest.map { "the nearest is “\($0)”, and " } ?? "")
                + "words are written as {text: …}"))
          continue
        }
        if reference.needsDate, entity.date == nil {
          found.append(
            Diagnostic(
              .error, .pictureDate, at: location,
              "“\(reference.entity)” has no date in its file, which a timeline needs; write “date” beside it"))
        }
      }
    }
    return found
  }
}
