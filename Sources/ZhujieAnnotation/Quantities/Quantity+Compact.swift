public import ZhujieText

extension Quantity: CompactCodable {
  public func write(to writer: inout CompactWriter) {
    writer.write(span)
    writer.write(comparator)
    writer.write(shared: rule)
    writer.write(value)
  }

  public convenience init(from reader: inout CompactReader) throws(CompactFault) {
    let span: TextSpan<ReadingSpace> = try reader.value()
    let comparator: TextSpan<ReadingSpace>? = try reader.optional()
    let rule = try reader.sharedText()
    self.init(span: span, value: try reader.value(), rule: rule, comparator: comparator)
  }
}

extension QuantityValue: CompactCodable {
  public func write(to writer: inout CompactWriter) {
    switch self {
    case .money(let currency, let number):
      writer.write(letter: 0)
      writer.write(shared: currency)
      writer.write(number)
    case .percent(let number):
      writer.write(letter: 1)
      writer.write(number)
    case .count(let number, let unit):
      writer.write(letter: 2)
      writer.write(number)
      writer.write(shared: unit)
    case .date(let date):
      writer.write(letter: 3)
      writer.write(date.edtf)
      writer.write(shared: date.resolvedFrom?.rawValue ?? "")
    case .duration(let duration):
      writer.write(letter: 4)
      writer.write(duration.iso)
      writer.write(duration.max ?? "")
      writer.write(qualifier: duration.qualifier)
    case .rank(let rank):
      writer.write(letter: 5)
      writer.write(rank.value)
      writer.write(rank.isTop)
      writer.write(shared: rank.unit)
    case .vague(let vague):
      writer.write(letter: 6)
      writer.write(vague.magnitude)
      writer.write(vague.digits != nil)
      writer.write(vague.digits ?? 0)
      writer.write(shared: vague.unit)
    }
  }

  public init(from reader: inout CompactReader) throws(CompactFault) {
    switch try reader.letter() {
    case 0: self = .money(currency: try reader.sharedText(), try reader.value())
    case 1: self = .percent(try reader.value())
    case 2: self = .count(try reader.value(), unit: try reader.sharedText())
    case 3:
      let date: EDTFDate? = try reader.optional()
      self = .date(DateValue(edtf: date, resolvedFrom: DateValue.Source(rawValue: try reader.sharedText())))
    case 4:
      let (iso, max) = (try reader.text(), try reader.text())
      self = .duration(DurationValue(iso: iso, max: max.isEmpty ? nil : max, qualifier: try reader.qualifier()))
    case 5:
      self = .rank(RankValue(value: try reader.number(), isTop: try reader.bool(), unit: try reader.sharedText()))
    case 6:
      let magnitude: ExactDecimal? = try reader.optional()
      let (hasDigits, digits) = (try reader.bool(), try reader.number())
      self = .vague(VagueValue(magnitude: magnitude, digits: hasDigits ? digits : nil, unit: try reader.sharedText()))
    default: throw CompactFault()
    }
  }
}

extension NumberValue: CompactCodable {
  public func write(to writer: inout CompactWriter) {
    writer.write(value)
    writer.write(max)
    writer.write(qualifier: qualifier)
  }

  public init(from reader: inout CompactReader) throws(CompactFault) {
    self.init(try reader.value(), max: try reader.optional(), qualifier: try reader.qualifier())
  }
}

extension ExactDecimal: CompactCodable {
  public func write(to writer: inout CompactWriter) {
    writer.write(signed: Int(mantissa >> 64))
    writer.write(Int(bitPattern: UInt(truncatingIfNeeded: mantissa)))
    writer.write(signed: exponent)
  }

  public init(from reader: inout CompactReader) throws(CompactFault) {
    let (high, low) = (try reader.signed(), UInt(bitPattern: try reader.number()))
    guard let exponent = Int32(exactly: try reader.signed()) else { throw CompactFault() }
    self.init(Int128(high) << 64 | Int128(low), exponent: Int(exponent))
  }
}

extension CompactWriter {
  fileprivate mutating func write(qualifier: Qualifier?) { write(shared: qualifier?.rawValue ?? "") }
}

extension CompactReader {
  /// An empty text stands for none.
  fileprivate mutating func qualifier() throws(CompactFault) -> Qualifier? {
    let text = try sharedText()
    if text.isEmpty { return nil }
    guard let qualifier = Qualifier(rawValue: text) else { throw CompactFault() }
    return qualifier
  }
}
