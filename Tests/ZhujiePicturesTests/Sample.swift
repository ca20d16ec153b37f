import ZhujieEntities
import ZhujieMarkdown
import ZhujieText

@testable import ZhujiePictures

/// A project of four entities for pictures to name.
enum Sample {
  private static let known: [(String, Localized<String>, EntityKind, String?)] = [
    ("lin-yuan", Localized(zhHant: "林遠", zhHans: "林远", en: "Lin Yuan"), .person, nil),
    (
      "far-hill", Localized(zhHant: "遠山科技", zhHans: "远山科技", en: "Far Hill"),
      .organization, nil
    ),
    ("dawn", Localized(zhHant: "晨星", zhHans: "晨星", en: "Dawn"), .product, nil),
    (
      "launch", Localized(zhHant: "晨星發布", zhHans: "晨星发布", en: "Launch of Dawn"), .event,
      "2024-03-05"
    ),
  ]

  static func context(_ language: Language) -> PictureContext {
    PictureContext(
      language: language,
      entity: { id in
        known.first { $0.0 == id.string }.map { id, names, kind, date in
          PictureContext.Entity(
            name: names[language],
            language: "",
            href: SafeURL("../" + id + "/"),
            kind: kind,
            date: date.flatMap(EDTFDate.init)
          )
        }
      },
      text: { text in
        switch language {
        case .zhHant: (text.zhHant ?? text.zh ?? text.en ?? "", "")
        case .zhHans: (text.zhHans ?? text.zh ?? text.en ?? "", "")
        case .en: (text.en ?? text.zh ?? "", text.en == nil ? "zh-Hans" : "")
        }
      },
      citation: { citation in
        var out = HTMLBuilder()
        for part in citation.parts {
          out.element("cite") { out in
            out.text(part.source + "·" + part.paragraphs.map { "\($0.lowerBound)" }.joined())
          }
        }
        return out.html
      },
      date: { $0.description },
      links: { automatic, ids in
        guard automatic == .together, ids.count > 1 else { return [] }
        return [
          PictureContext.Link(from: ids[0], to: ids[1], text: "3", weight: 3, source: nil)
        ]
      }
    )
  }

  /// The YAML, with two lines above it as a file would have, parsed.
  static func parse(
    _ kind: PictureKind,
    _ yaml: String
  ) -> (picture: Picture?, findings: [String]) {
    let head = "```\(kind.rawValue)\n"
    let file = SourceFile(path: SourcePath("a.md"), text: UTF8Text(head + yaml + "\n```\n"))
    let start = head.utf8.count
    let (picture, diagnostics) = Picture.parse(
      kind: kind,
      in: file,
      span: TextSpan(start, start + yaml.utf8.count + 1)
    )
    let findings = diagnostics.sorted().map { finding in
      let place = finding.location?.position.map { "\($0.line):\($0.column)" } ?? "-"
      return "\(place) \(finding.severity.rawValue) \(finding.code): \(finding.message)"
    }
    return (picture, findings)
  }

  static func html(_ kind: PictureKind, _ yaml: String, _ language: Language = .zhHans) -> String {
    parse(kind, yaml).picture?.html(in: context(language)).string ?? ""
  }
}
