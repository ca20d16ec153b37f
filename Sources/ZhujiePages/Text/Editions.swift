import Synchronization
import ZhujieAnnotation
import ZhujieReport
import ZhujieText

/// The editions of a report's source documents. Most pages quote sources, so each is made once, when a page first asks.
final class Editions: Sendable {
  private let report: Report
  private let typesetter: Typesetter
  private let made: [Localized<Slot>]

  private final class Slot: Sendable {
    let edition = Mutex<Edition?>(nil)
  }

  init(report: Report, typesetter: Typesetter) {
    self.report = report
    self.typesetter = typesetter
    made = report.documents.map { _ in Localized(zhHant: Slot(), zhHans: Slot(), en: Slot()) }
  }

  /// The edition of a document, by its index in the report. Whoever asks meanwhile waits.
  func edition(of document: Int, in language: Language) -> Edition {
    made[document][language].edition.withLock { edition in
      if let edition { return edition }
      let made = typesetter.edition(of: report.documents[document].body, in: language) { mention in
        report.index(of: mention.entity).map { report.entities[$0].names }
      }
      edition = made
      return made
    }
  }
}
