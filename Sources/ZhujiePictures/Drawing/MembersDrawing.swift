import ZhujieEntities
import ZhujieMarkdown
import ZhujieText

/// Members of a whole: a list, a tree, steps one after another, or a cycle.
struct MembersDrawing {
  let writer: ItemWriter
  let members: [PictureMember]
  let form: MemberForm
  let root: PictureItem?

  func draw(name: String, _ out: inout HTMLBuilder) {
    if let root, form != .tree {
      out.element("p", [("class", "whole")]) { writer.whole(root, &$0) }
    }
    switch form {
    case .tree: tree(name, &out)
    case .steps: steps(name, &out)
    case .cycle: cycle(name, &out)
    case .list, .table, .matrix: list(name, &out)
    }
  }

  private func list(_ name: String, _ out: inout HTMLBuilder) {
    out.element("ul", [("class", "member-list"), ("aria-label", name)]) { out in
      for member in members { out.element("li") { writer.whole(member.item, &$0) } }
    }
  }

  private func steps(_ name: String, _ out: inout HTMLBuilder) {
    out.element("ol", [("class", "steps"), ("aria-label", name)]) { out in
      for member in members {
        out.element("li") { out in
          out.element("b") { writer.label(member.item, &$0) }
          writer.note(member.item, &out)
          writer.citation(member.item.source, &out)
        }
      }
    }
  }

  private func tree(_ name: String, _ out: inout HTMLBuilder) {
    let tops = root.map { [PictureMember(item: $0, members: members)] } ?? members
    out.element("ul", [("class", "tree"), ("aria-label", name)]) { out in
      for member in tops { branch(member, &out) }
    }
  }

  private func branch(_ member: PictureMember, _ out: inout HTMLBuilder) {
    out.element("li") { out in
      out.element("div", [("class", "branch")]) { writer.whole(member.item, &$0) }
      guard !member.members.isEmpty else { return }
      out.element("ul") { out in
        for below in member.members { branch(below, &out) }
      }
    }
  }

  private func cycle(_ name: String, _ out: inout HTMLBuilder) {
    let texts = members.map { member in
      CycleLayout.Text(
        label: writer.name(member.item).text,
        note: writer.text(member.item.note).text
      )
    }
    let layout = CycleLayout(texts)
    let order = members.map { writer.name($0.item).text }.joined(separator: " → ")
    SVGWriter.figure(
      width: layout.width,
      height: layout.height,
      title: name,
      description: order,
      &out
    ) { svg in
      for corners in layout.arrows { Self.arrow(corners, &svg) }
      for (index, member) in members.enumerated() {
        box(member, texts[index], layout.boxes[index], &svg)
      }
    }
    // The twin, with the citations that a drawing has no room for.
    out.element("ol", [("class", "twin"), ("aria-label", writer[PictureWords.order])]) { out in
      for member in members { out.element("li") { writer.whole(member.item, &$0) } }
    }
  }

  private func box(
    _ member: PictureMember,
    _ text: CycleLayout.Text,
    _ box: Box,
    _ svg: inout SVGWriter
  ) {
    svg.rect("box", box)
    let name = writer.name(member.item)
    var y = box.y + (box.height - text.height) / 2 + CycleLayout.size
    svg.linked(name.entity?.href) { svg in
      for line in text.lines {
        svg.text("name middle", box.x + box.width / 2, y, line, language: name.language)
        y += CycleLayout.lineHeight
      }
    }
    let language = writer.text(member.item.note).language
    for line in text.notes {
      svg.text("small middle", box.x + box.width / 2, y - 1, line, language: language)
      y += CycleLayout.noteHeight
    }
  }

  /// A line through corners with a head at its end.
  static func arrow(_ corners: [(x: Int, y: Int)], _ svg: inout SVGWriter) {
    guard let first = corners.first, let last = corners.last, corners.count > 1 else { return }
    let data = corners.dropFirst().reduce("M\(first.x) \(first.y)") { $0 + "L\($1.x) \($1.y)" }
    svg.path("arrow", data)
    let before = corners[corners.count - 2]
    let (dx, dy) = ((last.x - before.x).signum(), (last.y - before.y).signum())
    let head =
      dx != 0
      ? "M\(last.x + 2 * dx) \(last.y)l\(-8 * dx) -4v8Z"
      : "M\(last.x) \(last.y + 2 * dy)l-4 \(-8 * dy)h8Z"
    svg.path("head", head)
  }
}
