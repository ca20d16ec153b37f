public import ZhujieText

/// What a text can be converted to. The raw value is the BCP 47 tag.
public enum ConversionTarget: String, Sendable, CaseIterable {
  case hans = "zh-Hans"
  /// Modern Traditional of no particular region.
  case hant = "zh-Hant"
  case hantTW = "zh-Hant-TW"
  case hantHK = "zh-Hant-HK"

  public var script: Script { self == .hans ? .simplified : .traditional }

  /// The column of the word values in the tables.
  var column: Int {
    switch self {
    case .hant: 0
    case .hantTW: 1
    case .hantHK: 2
    case .hans: 3
    }
  }
}
