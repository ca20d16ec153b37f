import ZhujieInput
import ZhujieReport
import ZhujieSite
public import ZhujieText

/// What confirming recorded.
public struct ConfirmOutcome: Sendable {
  /// Findings that stood in the way, or remain.
  public let diagnostics: [Diagnostic]
  /// Citations whose sources are in the project.
  public let citations: Int
  public let paragraphs: Int
  public let sources: Int
  public let translations: Int
  /// Citations and translations whose text had changed since they were last confirmed, with their places.
  public let settled: [Diagnostic]
  /// Whether the file is another than before.
  public let isWritten: Bool
}

extension Pipeline {
  private static let aboutConfirmation: Set<DiagnosticCode> = [
    .citationChanged, .citationMoved, .citationUnconfirmed, .translationStale,
  ]

  /// Records the paragraphs that citations and translations stand on as they are now. A citation that leads nowhere stops
  /// it: then nothing is written.
  public static func confirm(_ settings: BuildSettings) async throws(BuildError) -> ConfirmOutcome
  {
    let made = try await make(settings)
    let report = made.report
    let next = report.confirmation(after: made.confirmation ?? Confirmation())
    let stops = made.diagnostics.contains { $0.severity == .error }
    var isWritten = false
    if !stops {
      do {
        isWritten = try ProjectFile.write(
          Array(next.yaml.utf8),
          named: Confirmation.fileName,
          in: settings.seeds
        )
      } catch {
        throw .write(error)
      }
    }
    return ConfirmOutcome(
      diagnostics: made.diagnostics.filter { !aboutConfirmation.contains($0.code) },
      citations: report.citedPlaces.filter { place in
        report.citations.resolve(place.citation).contains {
          if case .paragraphs = $0 { true } else { false }
        }
      }.count,
      paragraphs: next.sources.reduce(0) { $0 + $1.paragraphs.count },
      sources: next.sources.count,
      translations: next.translations.reduce(0) { $0 + $1.pairs.count },
      settled: made.diagnostics.filter { aboutConfirmation.contains($0.code) },
      isWritten: isWritten
    )
  }
}
