import TestSupport
import Testing
import ZhujieText

@testable import ZhujieInput

/// A project with one fault, and every word that is said about it.
struct BrokenProject: Sendable, CustomTestStringConvertible {
  let name: String
  let files: [String: String]
  let expected: String

  init(_ name: String, _ files: [String: String], _ expected: String) {
    self.name = name
    self.files = files
    self.expected = expected
  }

  var testDescription: String { name }
}

private func entity(_ yaml: String) -> [String: String] {
  [
    "sources/a.md": "正文。\n",
    "entities/people/lin-yuan.md": "---\nnames: {zh: 林遠}\n\(yaml)\n---\n",
  ]
}

private func source(_ yaml: String) -> [String: String] {
  ["sources/a.md": "---\n\(yaml)\n---\n正文。\n"]
}

private func configuration(_ yaml: String) -> [String: String] {
  ["sources/a.md": "正文。\n", "zhujie.yml": yaml]
}

private let brokenProjects: [BrokenProject] = [
  // YAML
  .init(
    "an unknown key names the nearest",
    source("titel: 遠山"),
    "sources/a.md:2:1: warning: \"titel\" is no key of a source; the nearest is \"title\" [yaml.unknown-key]"
  ),
  .init(
    "a key given twice is shown where it stands again",
    source("title: 甲\ndate: 2025\ntitle: 乙"),
    "sources/a.md:4:1: error: \"title\" is given twice; keep one [yaml.duplicate-key]"
  ),
  .init(
    "front matter that nothing closes",
    ["sources/a.md": "---\ntitle: 甲\n正文。\n"],
    "sources/a.md:1:1: error: \"---\" opens front matter that nothing closes; end it with a line of three hyphens [yaml.unclosed]"
  ),
  .init(
    "a tab indents",
    source("original:\n\ttitle: 甲"),
    "sources/a.md:3:1: error: a tab cannot indent YAML; use spaces [yaml.syntax]"
  ),
  .init(
    "a full-width colon",
    source("title：甲\ndate: 2025"),
    "sources/a.md:2:6: error: \"：\" is no YAML colon; write \": \" between key and value [yaml.syntax]"
  ),
  .init(
    "a colon inside a value",
    source("title: 遠山: 一年"),
    "sources/a.md:2:10: error: \": \" stands where no key can; put the text before or around it in quotes [yaml.syntax]"
  ),
  .init(
    "an at sign begins a value",
    source("title: @遠山"),
    "sources/a.md:2:8: error: this character cannot begin a value in YAML; put the value in quotes [yaml.syntax]"
  ),
  .init(
    "a list that is not closed",
    source("drop: [1, 2\ntitle: 甲"),
    "sources/a.md:2:7: error: \"[\" opens a list that nothing closes; close it with ], with commas between [yaml.syntax]"
  ),
  .init(
    "a list where text belongs",
    source("title: [甲, 乙]"),
    "sources/a.md:2:8: error: \"title\" is text, not a list [yaml.shape]"
  ),
  .init(
    "front matter that is a list",
    source("- 甲"),
    "sources/a.md:2:1: error: a list stands where a source is expected; write it as a mapping of key: value [yaml.shape]"
  ),
  .init(
    "columns count characters after characters of four bytes",
    source("original: {𠮷: 甲}"),
    "sources/a.md:2:12: warning: \"𠮷\" is no key of an original; the nearest is \"url\" [yaml.unknown-key]"
  ),
  .init(
    "CRLF and a byte order mark do not move places",
    ["sources/a.md": "\u{FEFF}---\r\ntitle: 甲\r\nfoo: 乙\r\n---\r\n正文。\r\n"],
    "sources/a.md:3:1: warning: \"foo\" is no key of a source; the nearest is \"url\" [yaml.unknown-key]"
  ),
  .init(
    "line separators of Unicode do not move places",
    source("title: \"甲\u{2028}乙\"\nfoo: 1"),
    """
    sources/a.md:2:10: warning: "U+2028" (a line end that few programs know) stands in the text once; remove it unless it is meant [text.invisible]
    sources/a.md:3:1: warning: "foo" is no key of a source; the nearest is "url" [yaml.unknown-key]
    """
  ),
  .init(
    "an alias without its anchor",
    source("title: *甲"),
    "sources/a.md:2:9: error: this character cannot begin a value in YAML; put the value in quotes [yaml.syntax]"
  ),
  .init(
    "a mapping as a key",
    source("? {a: b}\n: c"),
    "sources/a.md:2:3: error: a mapping cannot be a key; keys are text [yaml.syntax]"
  ),
  .init(
    "two documents in one file",
    configuration("title: 甲\n---\ntitle: 乙\n"),
    "zhujie.yml:2:1: error: \"---\" begins a second document; a file holds one [yaml.syntax]"
  ),
  .init(
    "a quotation mark that is not closed",
    source("title: \"甲"),
    "sources/a.md:2:8: error: a quotation mark opens here that nothing closes; close it [yaml.syntax]"
  ),
  .init(
    "a line that is indented like nothing above it",
    source("original:\n  title: 甲\n url: 乙"),
    "sources/a.md:4:2: error: this line belongs to nothing above it; indent it like its neighbours [yaml.syntax]"
  ),
  .init(
    "a control character in YAML",
    source("title: 甲\u{7}"),
    """
    sources/a.md:2:9: error: a control character cannot stand in YAML; remove it [yaml.syntax]
    sources/a.md:2:9: warning: "U+0007" (a control character) stands in the text once; remove it unless it is meant [text.control]
    """
  ),
  // Sources
  .init(
    "a day that does not exist",
    source("date: 2025-02-30"),
    "sources/a.md:2:7: error: \"2025-02-30\" is no date that exists; write it as 2025-03-13, 2025-03, 2025, 2024-Q4 or 2024-01/2024-03, with ~ or ? after what is not certain [yaml.date]"
  ),
  .init(
    "a language that no source has",
    source("lang: zh"),
    "sources/a.md:2:7: error: \"zh\" is no value of \"lang\"; use zh-Hans, zh-Hant, zh-Hant-TW or zh-Hant-HK [yaml.value]"
  ),
  .init(
    "a range of paragraphs that runs backwards",
    source("drop: [3-1]"),
    "sources/a.md:2:8: error: \"3-1\" names no paragraphs; write drop: [1-2, 40], counting from 1 [yaml.value]"
  ),
  .init(
    "an address that cannot be followed",
    source("url: javascript:alert(1)"),
    "sources/a.md:2:6: warning: \"javascript:alert(1)\" is no address that can be followed and is left out; write it with https:// [yaml.value]"
  ),
  .init(
    "a slug that is none",
    source("slug: Über"),
    "sources/a.md:2:7: error: \"Über\" is no slug; it holds only a-z, 0-9 and -, at most 100 of them, and is no device of Windows [source.slug]"
  ),
  .init(
    "a siglum with a space",
    source("siglum: a b"),
    "sources/a.md:2:9: error: \"a b\" is no siglum; it is a short word without spaces, commas, brackets or @ [source.siglum]"
  ),
  .init(
    "two sources share a siglum",
    ["sources/a.md": "---\nsiglum: x\n---\n甲。", "sources/b.md": "---\nsiglum: x\n---\n乙。"],
    "sources/b.md:2:9: error: \"x\" is the siglum of sources/a.md too; give each source a siglum of its own [source.siglum]"
  ),
  .init(
    "a siglum is the ID of another source",
    ["sources/a.md": "甲。", "sources/b.md": "---\nsiglum: a\n---\n乙。"],
    "sources/b.md:2:9: error: \"a\" is the ID of sources/a.md too; give each source a siglum of its own [source.siglum]"
  ),
  .init(
    "two sources share a slug",
    ["sources/a.md": "---\nslug: x\n---\n甲。", "sources/b.md": "---\nslug: x\n---\n乙。"],
    "sources/b.md:2:7: error: \"x\" is the slug of sources/a.md too; change one of the two [source.slug]"
  ),
  .init(
    "two files of one ID",
    ["sources/a.md": "甲。", "sources/a.txt": "乙。"],
    "sources/a.txt: error: \"a\" is the ID of sources/a.md too; rename one of the two files [source.duplicate]"
  ),
  .init(
    "a sidecar beside front matter",
    ["sources/a.md": "---\ntitle: 甲\n---\n乙。", "sources/a.yml": "title: 丙"],
    "sources/a.yml: warning: \"a.yml\" stands beside sources/a.md, which has front matter, and is not read; move what it says there [source.companion]"
  ),
  .init(
    "a sidecar alone",
    ["sources/a.md": "乙。", "sources/b.yml": "title: 丙"],
    "sources/b.yml: warning: \"b.yml\" describes b.md or b.txt, which is not there; rename or remove it [source.companion]"
  ),
  .init(
    "a fault in a sidecar is told of the sidecar",
    ["sources/a.txt": "乙。", "sources/a.yml": "title: 丙\ndate: gestern"],
    "sources/a.yml:2:7: error: \"gestern\" is no date that exists; write it as 2025-03-13, 2025-03, 2025, 2024-Q4 or 2024-01/2024-03, with ~ or ? after what is not certain [yaml.date]"
  ),
  .init(
    "a translation alone",
    ["sources/a.md": "乙。", "sources/b.en.md": "B."],
    "sources/b.en.md: warning: \"b.en.md\" has no b.md or b.txt beside it to translate and is read as a document of its own [source.companion]"
  ),
  .init(
    "no source at all",
    ["sources/x.pdf": ""],
    """
    sources: warning: the folder holds no source document; put a .md or .txt file into it [source.none]
    sources/x.pdf: note: "x.pdf" is passed over; it is no file or folder that a project reads [file.passed-over]
    """
  ),
  .init(
    "an empty source",
    ["sources/a.txt": " \n\u{3000}\n"],
    "sources/a.txt: warning: the document holds no text; write it or remove the file [file.empty]"
  ),
  // zhujie.yml
  .init(
    "a source in the order that is not there",
    configuration("sources: [a, b]"),
    "zhujie.yml:1:14: error: \"b\" is the ID of no source document; the nearest is \"a\" [source.unknown]"
  ),
  .init(
    "a language that no site has",
    configuration("languages: [zh-Hans, de]"),
    "zhujie.yml:1:22: error: \"de\" is no language of a site; use zh-Hant, zh-Hans or en [yaml.value]"
  ),
  .init(
    "a base URL that is none",
    configuration("base-url: example.org"),
    "zhujie.yml:1:11: error: \"example.org\" is no address of a site; write it as https://example.org/report/ [yaml.value]"
  ),
  .init(
    "a base URL with a query",
    configuration("base-url: https://example.org/?r=1"),
    "zhujie.yml:1:11: error: \"https://example.org/?r=1\" is no address of a site; write it as https://example.org/report/ [yaml.value]"
  ),
  .init(
    "a limit that is no number",
    configuration("limits: {file-size: much, fils: 3}"),
    """
    zhujie.yml:1:21: error: "much" is no whole number from 1, which "file-size" must be [yaml.value]
    zhujie.yml:1:27: warning: "fils" is no key of the limits; the nearest is "files" [yaml.unknown-key]
    """
  ),
  .init(
    "another extension than yml",
    ["sources/a.md": "正文。\n", "zhujie.yaml": "title: 甲"],
    "zhujie.yaml: note: \"zhujie.yaml\" is passed over; name it zhujie.yml to have it read [file.passed-over]"
  ),
  // Entities
  .init(
    "an entity without front matter",
    ["sources/a.md": "正文。", "entities/people/x.md": "林遠。"],
    "entities/people/x.md: error: front matter is missing; begin the file with a line ---, then names: and the rest, then --- [yaml.missing-key]"
  ),
  .init(
    "an entity without a name",
    ["sources/a.md": "正文。", "entities/people/x.md": "---\nkind: person\n---\n"],
    "entities/people/x.md:2:1: error: \"names\" is missing or empty; write names: {zh-Hans: …, zh-Hant: …, en: …}, one is enough [entity.name]"
  ),
  .init(
    "an ID that cannot be an address",
    entity("id: Lin_Yuan"),
    "entities/people/lin-yuan.md:3:5: error: \"Lin_Yuan\" is no ID; it becomes an address and holds only a-z, 0-9 and - [entity.id]"
  ),
  .init(
    "an ID that is a device of Windows",
    entity("id: con"),
    "entities/people/lin-yuan.md:3:5: error: \"con\" cannot be an address: it is a device of Windows or longer than 100 letters; change it [entity.id]"
  ),
  .init(
    "a file that is named otherwise than its entity",
    entity("id: lin"),
    "entities/people/lin-yuan.md:3:5: warning: \"lin\" stands in a file named lin-yuan.md; name the file lin.md [entity.place]"
  ),
  .init(
    "an entity in the folder of another kind",
    entity("kind: product"),
    "entities/people/lin-yuan.md:3:7: warning: \"product\" stands in the folder people; move the file to entities/products [entity.place]"
  ),
  .init(
    "a kind that does not exist",
    entity("kind: persn"),
    "entities/people/lin-yuan.md:3:7: error: \"persn\" is no kind of entity; use person, organization, product, event or system; the nearest is \"person\" [entity.kind]"
  ),
  .init(
    "two entities of one ID",
    [
      "sources/a.md": "正文。", "entities/people/x.md": "---\nnames: {zh: 甲}\n---\n",
      "entities/products/x.md": "---\nnames: {zh: 乙}\n---\n",
    ],
    "entities/products/x.md: error: \"x\" is the ID of the entities in entities/people/x.md and in entities/products/x.md; an ID names one [entity.duplicate]"
  ),
  .init(
    "a relation to nobody",
    entity("relations: [{is: rival-of, target: lin-yuna}]"),
    "entities/people/lin-yuan.md:3:36: error: \"lin-yuna\" is the ID of no entity [entity.unknown]"
  ),
  .init(
    "a relation without its target",
    entity("relations: [{is: rival-of}]"),
    "entities/people/lin-yuan.md:3:13: error: \"target\" is missing; a relation needs it [yaml.missing-key]"
  ),
  .init(
    "a citation that is none",
    entity("roles: [{title: {zh: 主管}, source: [a, x]}]"),
    "entities/people/lin-yuan.md:3:35: error: a list is no citation; write [a, 12-14], [[a, 12], [b, 3]] or \"[@a 12; @b 3]\" [yaml.citation]"
  ),
  .init(
    "a role that ends before it begins",
    entity("roles: [{title: 主管, from: 2024, to: 2023}]"),
    "entities/people/lin-yuan.md:3:33: error: \"to\" lies before \"from\"; a role ends after it begins [yaml.date]"
  ),
  .init(
    "aliases that no text holds",
    entity("aliases: [\"\", \" \", \"**老林**\", \"…\", {txt: 老林}]"),
    """
    entities/people/lin-yuan.md:3:12: error: an empty name names everything; write the name or remove the line [entity.alias]
    entities/people/lin-yuan.md:3:16: error: an empty name names everything; write the name or remove the line [entity.alias]
    entities/people/lin-yuan.md:3:21: warning: "**老林**" holds markup, which readers do not see; write the name as it is read [entity.alias]
    entities/people/lin-yuan.md:3:31: warning: "…" holds no letter and would be found in any text; write the whole name [entity.alias]
    entities/people/lin-yuan.md:3:35: error: "text" is missing; an alias needs it [yaml.missing-key]
    entities/people/lin-yuan.md:3:36: warning: "txt" is no key of an alias; the nearest is "text" [yaml.unknown-key]
    """
  ),
  .init(
    "an alias limited to a source that is not here",
    entity("aliases: [{text: 老林, sources: [b]}]"),
    "entities/people/lin-yuan.md:3:18: warning: \"b\" is neither ID nor siglum of a source of this project, so \"老林\" is not looked for there [source.unknown]"
  ),
  .init(
    "an event without a date",
    ["sources/a.md": "正文。", "entities/events/x.md": "---\nnames: {zh: 甲}\n---\n"],
    "entities/events/x.md:2:1: warning: \"date\" is missing; without it the event cannot stand on the timeline [entity.missing-date]"
  ),
  .init(
    "an event on a day that does not exist",
    [
      "sources/a.md": "正文。", "entities/events/x.md": "---\nnames: {zh: 甲}\ndate: 2023-02-29\n---\n",
    ],
    "entities/events/x.md:3:7: error: \"2023-02-29\" is no date that exists; write it as 2025-03-13, 2025-03, 2025, 2024-Q4 or 2024-01/2024-03, with ~ or ? after what is not certain [yaml.date]"
  ),
  .init(
    "same-as without a register",
    entity("same-as: Q0"),
    "entities/people/lin-yuan.md:3:10: error: \"Q0\" names no register; write it as wikidata:Q0 or as an address [yaml.value]"
  ),
  .init(
    "an English body or chapter alone, and notes beside them",
    [
      "sources/a.md": "正文。", "entities/people/x.en.md": "X.", "report/01-y.en.md": "Y.",
      "entities/README.md": "Notes.", "report/readme.md": "Notes.",
    ],
    """
    entities/README.md: note: "README.md" is passed over; it is no file or folder that a project reads [file.passed-over]
    entities/people/x.en.md: warning: "x.en.md" translates x.md, which is not there; write that first [source.companion]
    report/01-y.en.md: warning: "01-y.en.md" translates 01-y.md, which is not there; write that first [source.companion]
    report/readme.md: note: "readme.md" is passed over; it is no file or folder that a project reads [file.passed-over]
    """
  ),
  .init(
    "front matter in TOML",
    ["sources/a.md": "+++\ntitle = \"甲\"\n+++\n正文。\n"],
    "sources/a.md:1:1: warning: \"+++\" opens front matter in TOML, which is not read; write it in YAML between lines --- [yaml.syntax]"
  ),
  // Chapters
  .init(
    "a chapter without a number",
    ["sources/a.md": "正文。", "report/after.md": "正文。"],
    "report/after.md: warning: \"after\" does not begin with a number; name chapters as 01-after.md [chapter.name]"
  ),
  .init(
    "two chapters of one number",
    ["sources/a.md": "正文。", "report/1-a.md": "正文。", "report/01-b.md": "正文。"],
    "report/1-a.md: warning: \"1\" is the number of report/01-b.md too; give each chapter its own [chapter.name]"
  ),
]

@Test("a broken project is told of in these words", arguments: brokenProjects)
func brokenProject(_ broken: BrokenProject) throws {
  let project = try project(broken.files)
  expectSameText(shown(project.diagnostics).joined(separator: "\n"), broken.expected, broken.name)
}
