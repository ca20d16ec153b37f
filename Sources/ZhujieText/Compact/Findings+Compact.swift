extension Diagnostic: CompactCodable {
  public func write(to writer: inout CompactWriter) {
    writer.write(shared: severity.rawValue)
    writer.write(shared: code.name)
    writer.write(location)
    writer.write(message)
  }

  public init(from reader: inout CompactReader) throws(CompactFault) {
    guard let severity = Severity(rawValue: try reader.sharedText()) else { throw CompactFault() }
    let code = DiagnosticCode(try reader.sharedText())
    let location: SourceLocation? = try reader.optional()
    self.init(severity, code, at: location, try reader.text())
  }
}

extension SourceLocation: CompactCodable {
  public func write(to writer: inout CompactWriter) {
    writer.write(shared: path.string)
    writer.write(position?.line ?? 0)
    writer.write(position?.column ?? 0)
    writer.write(excerpt != nil)
    if let excerpt { writer.write(excerpt) }
  }

  public init(from reader: inout CompactReader) throws(CompactFault) {
    let path = SourcePath(try reader.sharedText())
    let (line, column) = (try reader.natural(), try reader.natural())
    self.init(
      path: path, position: line == 0 ? nil : Position(line: line, column: column),
      excerpt: try reader.bool() ? try reader.text() : nil)
  }
}

extension Citation: CompactCodable {
  public func write(to writer: inout CompactWriter) {
    writer.write(parts) { writer, part in
      writer.write(part.source)
      writer.write(part.paragraphs)
    }
  }

  public init(from reader: inout CompactReader) throws(CompactFault) {
    let parts = try reader.array { reader throws(CompactFault) in
      Part(source: try reader.text(), paragraphs: try reader.closedRanges())
    }
    self.init(parts: parts)
  }
}

extension EDTFDate: CompactCodable {
  public func write(to writer: inout CompactWriter) {
    writer.write(isSpan)
    writer.write(start)
    if isSpan { writer.write(end) }
  }

  public init(from reader: inout CompactReader) throws(CompactFault) {
    let isSpan = try reader.bool()
    let start: Point? = try reader.optional()
    if isSpan {
      guard let date = Self(from: start, to: try reader.optional()) else { throw CompactFault() }
      self = date
    } else {
      guard let start else { throw CompactFault() }
      self.init(start)
    }
  }
}

extension EDTFDate.Point: CompactCodable {
  public func write(to writer: inout CompactWriter) {
    writer.write(year)
    writer.write(quarter ?? 0)
    writer.write(month ?? 0)
    writer.write(day ?? 0)
    writer.write(isApproximate)
    writer.write(isUncertain)
  }

  public init(from reader: inout CompactReader) throws(CompactFault) {
    let (year, quarter, month, day) = (
      try reader.number(), try reader.number(), try reader.number(), try reader.number()
    )
    let (isApproximate, isUncertain) = (try reader.bool(), try reader.bool())
    guard
      let point = Self(
        year: year, quarter: quarter == 0 ? nil : quarter, month: month == 0 ? nil : month, day: day == 0 ? nil : day,
        isApproximate: isApproximate, isUncertain: isUncertain)
    else { throw CompactFault() }
    self = point
  }
}
