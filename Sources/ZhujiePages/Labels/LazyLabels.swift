import Synchronization
import ZhujieReport
import ZhujieText

/// The labels of a language, made when its first page is: whoever looks at one page of a preview waits for one language.
final class LazyLabels: Sendable {
  private let report: Report
  private let selection: PageSelection
  private let language: Language
  private let made = Mutex<Labels?>(nil)

  init(report: Report, selection: PageSelection, language: Language) {
    self.report = report
    self.selection = selection
    self.language = language
  }

  /// Whoever asks while they are made waits.
  var value: Labels {
    made.withLock { made in
      if let made { return made }
      let labels = Labels(report: report, selection: selection, language: language)
      made = labels
      return labels
    }
  }
}
