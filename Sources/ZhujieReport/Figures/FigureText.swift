import ZhujieAnnotation
import ZhujieText

/// Figures as they are written in `figures.yml`, and the numbers they can mean.
enum FigureText {
  /// The first figure that a text holds, with its hedge: a number, else a length of time, a rank or a number that is deliberately vague.
  static func quantity(_ text: String) -> Quantity? {
    let reading = UTF8Text<ReadingSpace>(text)
    let found = QuantityRecognizer().quantities(in: reading, blocks: [reading.fullSpan], opaque: [], published: nil)
    return found.first { number(of: $0) != nil } ?? found.first { isWithoutNumber($0) }
  }

  private static func isWithoutNumber(_ quantity: Quantity) -> Bool {
    switch quantity.value {
    case .duration, .rank, .vague: true
    case .money, .percent, .count, .date: false
    }
  }

  /// Whether one figure and another cannot both be true. Vague ones contradict nobody.
  static func contradict(_ a: Quantity, _ b: Quantity) -> Bool {
    switch (a.value, b.value) {
    case (.duration(let a), .duration(let b)): return (a.iso, a.max ?? "") != (b.iso, b.max ?? "")
    case (.rank(let a), .rank(let b)): return a.value != b.value
    default:
      guard let a = interval(a), let b = interval(b) else { return false }
      return !a.overlaps(b)
    }
  }

  /// Whether two texts say the same figure, hedges aside.
  static func isSame(_ a: Quantity, _ b: Quantity) -> Bool {
    switch (a.value, b.value) {
    case (.duration(let a), .duration(let b)): return a.iso == b.iso && a.max == b.max
    case (.rank(let a), .rank(let b)): return a.value == b.value
    case (.vague(let a), .vague(let b)): return a.magnitude == b.magnitude && a.digits == b.digits
    default:
      guard let a = number(of: a), let b = number(of: b) else { return false }
      return a.value == b.value && a.max == b.max
    }
  }

  /// The number of a sum, percentage or count.
  static func number(of quantity: Quantity) -> NumberValue? {
    switch quantity.value {
    case .money(_, let number), .percent(let number), .count(let number, _): number
    case .date, .duration, .rank, .vague: nil
    }
  }

  /// What a figure can be, as far as it is printed: half a unit of its last digit to either side; without end where the text
  /// says more or less than; a tenth to either side where it says about. Percentages are parts of one.
  static func interval(_ quantity: Quantity) -> Interval? {
    guard let number = number(of: quantity) else { return nil }
    let scale = if case .percent = quantity.value { 0.01 } else { 1.0 }
    guard let low = Double(number.value.description), let high = Double((number.max ?? number.value).description) else {
      return nil
    }
    let slackLow = number.value.unitInLastPlace / 2
    let slackHigh = (number.max ?? number.value).unitInLastPlace / 2
    switch number.qualifier {
    case .more: return Interval((low - slackLow) * scale, .infinity)
    case .less: return Interval(-.infinity, (high + slackHigh) * scale)
    case .about: return Interval(min(low * 0.9, low - slackLow) * scale, max(high * 1.1, high + slackHigh) * scale)
    case nil: return Interval((low - slackLow) * scale, (high + slackHigh) * scale)
    }
  }

  /// What several statements of one figure can all mean; nil where they contradict each other.
  static func interval(of statements: [LedgerFigure.Statement]) -> Interval? {
    var common: Interval?
    for statement in statements {
      guard let interval = statement.quantity.flatMap({ interval($0) }) else { continue }
      if let known = common {
        guard let both = Interval(max(known.lower, interval.lower), min(known.upper, interval.upper)) else { return known }
        common = both
      } else {
        common = interval
      }
    }
    return common
  }
}

extension ExactDecimal {
  /// One unit of the last digit that is printed: 0.01 for 11.33. Whole numbers count as printed to their last digit that is
  /// not zero, so 3800億 is exact to 100 億.
  var unitInLastPlace: Double {
    let text = description
    if let point = text.utf8.firstIndex(of: UInt8(ascii: ".")) {
      let places = text.utf8.distance(from: point, to: text.utf8.endIndex) - 1
      return Self.power(of: -places)
    }
    let zeros = text.utf8.reversed().prefix { $0 == UInt8(ascii: "0") }.count
    return zeros == text.utf8.count ? 1 : Self.power(of: zeros)
  }

  private static func power(of exponent: Int) -> Double {
    var result = 1.0
    for _ in 0..<min(abs(exponent), 300) { result *= 10 }
    return exponent < 0 ? 1 / result : result
  }
}

/// Whether cited paragraphs hold a figure.
enum CitedFigures {
  static func hold(
    _ quantity: Quantity, in citation: Citation, documents: [AnnotatedDocument], citations: CitationIndex
  ) -> Bool {
    for target in citations.resolve(citation) {
      guard case .paragraphs(let index, let ranges) = target else { return true }
      let body = documents[index].body
      for annotation in body.annotated.annotations {
        guard case .quantity(let found) = annotation.content, FigureText.isSame(found, quantity),
          let block = body.reading.blockIndex(at: annotation.span.lowerBound),
          let paragraph = body.reading.blocks[block].paragraph
        else { continue }
        if ranges.isEmpty || ranges.contains(where: { $0.contains(paragraph) }) { return true }
      }
    }
    return false
  }
}
