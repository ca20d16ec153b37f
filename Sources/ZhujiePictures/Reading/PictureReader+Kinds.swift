import ZhujieEntities
import ZhujieInput
import ZhujieText

/// What each kind of picture holds.
extension PictureReader {
  mutating func content(
    _ kind: PictureKind,
    _ reader: inout MappingReader
  ) -> Picture.Content? {
    switch kind {
    case .timeline: timeline(&reader)
    case .stack: stack(&reader)
    case .network: network(&reader)
    case .chart: chart(&reader)
    case .cast: cast(&reader)
    case .figures: figures(&reader)
    case .members: members(&reader)
    }
  }

  private mutating func timeline(_ reader: inout MappingReader) -> Picture.Content {
    var events: [PictureEvent] = []
    for node in required("events", &reader) {
      let read = item(node, &reader, as: "an event of a timeline", bare: .entity) { _, reader in
        (date: reader.date("date"), isGiven: reader.has("date"))
      }
      guard let (item, more) = read else { continue }
      if !(more?.isGiven ?? false) {
        if item.entity != nil {
          needDateOfLastEntity()
        } else {
          reader.report(
            .error,
            .pictureDate,
            at: node.offset,
            "an event that is no entity has no date; write \"date\" beside its text"
          )
        }
      }
      events.append(PictureEvent(item: item, date: more?.date))
    }
    return .timeline(events)
  }

  private mutating func stack(_ reader: inout MappingReader) -> Picture.Content {
    let beside = items("beside", &reader, as: "what stands beside a stack")
    var layers: [PictureLayer] = []
    for node in required("layers", &reader) {
      let read = item(node, &reader, as: "a layer", bare: .text) { pictures, reader in
        (
          members: pictures.items("members", &reader, as: "a member of a layer"),
          beside: pictures.items("beside", &reader, as: "what stands beside a layer")
        )
      }
      guard let (item, more) = read else { continue }
      layers.append(
        PictureLayer(item: item, members: more?.members ?? [], beside: more?.beside ?? [])
      )
    }
    return .stack(layers: layers, beside: beside)
  }

  private mutating func network(_ reader: inout MappingReader) -> Picture.Content? {
    var nodes: [PictureItem] = []
    for node in limited("nodes", &reader) {
      guard let item = item(node, &reader, as: "a node of a network") else { continue }
      if item.entity == nil {
        reader.report(
          .error,
          .pictureItem,
          at: node.offset,
          "a node of a network is an entity; name it by its ID"
        )
      }
      nodes.append(item)
    }
    if let word = reader.node("links")?.scalar {
      if nodes.isEmpty {
        reader.report(
          .error,
          .missingKey,
          at: reader.offset(of: "links"),
          "\"nodes\" is missing; \"links: \(word.text)\" needs to know between whom"
        )
      }
      guard let chosen = reader.choice("links", among: AutomaticLinks.allCases.map(\.rawValue)),
        let automatic = AutomaticLinks(rawValue: chosen)
      else { return nil }
      return .network(nodes: nodes, links: .automatic(automatic))
    }
    var links: [PictureLink] = []
    for node in required("links", &reader) {
      let link = reader.reading(node, as: "a link of a network") { reader -> PictureLink? in
        let from = reader.requiredString("from").flatMap { entity($0, &reader) }
        let to = reader.requiredString("to").flatMap { entity($0, &reader) }
        let text = reader.multilingual("text")
        let source = citation(&reader)
        guard let from, let to else { return nil }
        return PictureLink(from: from, to: to, text: text, source: source)
      }
      if let link { links.append(link) }
    }
    return .network(nodes: nodes, links: .given(links))
  }

  private mutating func chart(_ reader: inout MappingReader) -> Picture.Content {
    let unit = reader.multilingual("unit")
    var bars: [PictureBar] = []
    for node in required("bars", &reader) {
      let read = item(node, &reader, as: "a bar", bare: .text) { pictures, reader in
        (
          numbers: pictures.numbers(&reader), comparator: pictures.comparator(&reader),
          written: reader.multilingual("written")
        )
      }
      guard let (item, more) = read else { continue }
      guard let more else {
        reader.report(.error, .missingKey, at: node.offset, "\"value\" is missing; a bar needs it")
        continue
      }
      guard let numbers = more.numbers else { continue }
      bars.append(
        PictureBar(
          item: item,
          low: numbers.low,
          high: numbers.high,
          digits: numbers.digits,
          comparator: more.comparator,
          written: more.written
        )
      )
    }
    return .chart(bars: bars, unit: unit)
  }

  private func numbers(
    _ reader: inout MappingReader
  ) -> (low: Double, high: Double, digits: [String])? {
    guard reader.has("value") else {
      _ = reader.requiredString("value")
      return nil
    }
    let texts = reader.strings("value")
    var values: [Double] = []
    for text in texts {
      guard let value = Self.number(text.text) else {
        reader.report(
          .error,
          .pictureNumber,
          at: text.span.lowerBound,
          "\"\(text.text)\" is no number; write digits such as 12.5 and the unit under \"unit\""
        )
        return nil
      }
      values.append(value)
    }
    guard let low = values.first, let high = values.last, values.count <= 2, low <= high else {
      reader.report(
        .error,
        .pictureNumber,
        at: reader.offset(of: "value"),
        "\"value\" is one number, or two from the lower to the higher"
      )
      return nil
    }
    return (low, high, texts.map(\.text))
  }

  /// Digits with at most one point and a sign. `Double` alone would also take `nan` and `0x1p3`.
  private static func number(_ text: String) -> Double? {
    let digits = text.first == "-" ? text.dropFirst() : Substring(text)
    guard digits.utf8.first.map({ $0 != 0x2E }) ?? false, digits.utf8.count <= 24,
      digits.utf8.last != 0x2E,
      digits.utf8.allSatisfy({ $0 == 0x2E || ($0 >= 0x30 && $0 <= 0x39) })
    else { return nil }
    return Double(text)
  }

  private func comparator(_ reader: inout MappingReader) -> PictureComparator? {
    reader.choice("comparator", among: PictureComparator.allCases.map(\.rawValue))
      .flatMap(PictureComparator.init)
  }

  private mutating func cast(_ reader: inout MappingReader) -> Picture.Content {
    var people: [PicturePerson] = []
    for node in required("people", &reader) {
      let read = item(node, &reader, as: "a person of a cast", bare: .entity) { _, reader in
        reader.multilingual("role")
      }
      if let (item, role) = read { people.append(PicturePerson(item: item, role: role ?? nil)) }
    }
    return .cast(people)
  }

  private mutating func figures(_ reader: inout MappingReader) -> Picture.Content {
    var figures: [PictureFigure] = []
    for node in required("figures", &reader) {
      let read = item(node, &reader, as: "a key figure", bare: .text) { pictures, reader in
        let value = reader.multilingual("value")
        if value == nil { _ = reader.requiredString("value") }
        return (
          value: value, comparator: pictures.comparator(&reader),
          check: reader.choice("check", among: PictureCheck.allCases.map(\.rawValue))
            .flatMap(PictureCheck.init)
        )
      }
      guard let (item, more) = read else { continue }
      guard let more else {
        reader.report(
          .error,
          .missingKey,
          at: node.offset,
          "\"value\" is missing; a key figure needs it"
        )
        continue
      }
      guard let value = more.value else { continue }
      figures.append(
        PictureFigure(item: item, value: value, comparator: more.comparator, check: more.check)
      )
    }
    return .figures(figures)
  }

  private mutating func members(_ reader: inout MappingReader) -> Picture.Content {
    let form =
      reader.choice("form", among: MemberForm.allCases.map(\.rawValue)).flatMap(MemberForm.init)
      ?? .list
    if form == .table || form == .matrix {
      return .table(table(&reader, isMatrix: form == .matrix))
    }
    var root: PictureItem?
    if let node = reader.node("of") {
      root = item(node, &reader, as: "the whole that has the members")
    }
    let nodes = required("members", &reader)
    return .members(members(nodes, &reader, form), form: form, root: root)
  }

  private mutating func members(
    _ nodes: [YAMLNode],
    _ reader: inout MappingReader,
    _ form: MemberForm
  ) -> [PictureMember] {
    var members: [PictureMember] = []
    for node in nodes {
      let read = item(node, &reader, as: "a member", bare: .entity) { pictures, reader in
        form == .tree ? pictures.members(pictures.limited("members", &reader), &reader, form) : []
      }
      if let (item, below) = read {
        members.append(PictureMember(item: item, members: below ?? []))
      }
    }
    return members
  }

  private mutating func table(_ reader: inout MappingReader, isMatrix: Bool) -> PictureTable {
    let columns = items("columns", &reader, as: "a column", bare: .text)
    var rows: [PictureTable.Row] = []
    for node in required("rows", &reader) {
      let read = item(node, &reader, as: "a row", bare: .text) { pictures, reader in
        let nodes = pictures.limited("cells", &reader)
        if nodes.count > columns.count {
          reader.report(
            .error,
            .pictureCells,
            at: nodes[columns.count].offset,
            "a row has \(nodes.count) cells where there are \(columns.count) columns; "
              + "add a column or remove a cell"
          )
        }
        return nodes.map { cell in
          cell.isNull ? nil : pictures.item(cell, &reader, as: "a cell", bare: .text)
        }
      }
      if let (item, cells) = read {
        rows.append(PictureTable.Row(item: item, cells: cells ?? []))
      }
    }
    return PictureTable(columns: columns, rows: rows, isMatrix: isMatrix)
  }
}
