import ZhujieText

/// What the lines say about the article, and telling the author of the seeds.
extension PlainTextLayout {
  /// Names without a label: the first is the publisher unless one is known, the next the author.
  mutating func nameAuthorAndPublisher() {
    var rest = names
    if publisher == nil, let index = rest.firstIndex(where: { Self.isMedium($0.text) }) {
      let name = rest.remove(at: index)
      publisher = Inference(field: .publisher, value: name.text, span: name.span)
    }
    for name in rest where name.text != author?.value && name.text != publisher?.value {
      let isWholeLine = lines.contains { $0.span == name.span }
      if publisher == nil, isWholeLine {
        publisher = Inference(field: .publisher, value: name.text, span: name.span)
      } else if author == nil {
        author = Inference(field: .author, value: name.text, span: name.span)
      }
    }
  }

  mutating func inferYear() {
    guard let (found, span) = pending else { return }
    let year = found.year ?? YearEvidence.latestYear(in: file.text.bytes, body)
    if let value = found.date(inYear: year) {
      date = (value, Inference(field: .date, value: value.description, span: span))
    }
    let written = file.text[span]
    if date == nil {
      note(
        .inferredMetadata,
        span.lowerBound,
        "\"\(written)\" has no year and the text does not settle one, so it is not used; write date: in "
          + "a sidecar"
      )
    } else if found.year == nil, let year {
      note(
        .inferredMetadata,
        span.lowerBound,
        "\"\(written)\" has no year; \(year), the latest year the text dwells on, is taken for it; write "
          + "date: in a sidecar to change it"
      )
    }
  }

  mutating func tell() {
    for inference in inferred {
      note(
        .inferredMetadata,
        inference.span.lowerBound,
        "\"\(inference.value)\" is taken for the \(inference.field.rawValue); write "
          + "\(inference.field.rawValue): in a sidecar to change it"
      )
    }
    let headings = blocks.filter { $0.role == .heading(level: 2) }
    if let first = headings.first {
      note(
        .inferredMetadata,
        first.span.lowerBound,
        "\"\(file.text[first.span])\" is taken for a section heading, one of \(headings.count)"
      )
    }
    var index = 0
    while index < blocks.count {
      guard blocks[index].role == .furniture else {
        index += 1
        continue
      }
      var end = index + 1
      while end < blocks.count, blocks[end].role == .furniture { end += 1 }
      let first = blocks[index].span
      let line = file.line(file.position(at: first.lowerBound).line).trimmed
      let count = end - index
      note(
        .recognizedFurniture,
        first.lowerBound,
        "\"\(line.unicodeScalars.count > 24 ? String(line.prefix(24)) + "…" : line)\" is taken for page "
          + "furniture or metadata and not annotated"
          + (count > 1
            ? ", with \(count == 2 ? "the block" : "the \(count - 1) blocks") after it" : "")
      )
      index = end
    }
  }
}
