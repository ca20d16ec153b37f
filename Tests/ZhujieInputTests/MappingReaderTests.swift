import TestSupport
import Testing
import ZhujieEntities
import ZhujieText

@testable import ZhujieInput

/// Reads a mapping with `read` and gives what it gave and all that was found.
private func reading<Result>(_ yaml: String, _ read: (inout MappingReader) -> Result) throws -> (
  result: Result, found: [String]
) {
  let file = SourceFile(path: SourcePath("a.yml"), text: UTF8Text(yaml))
  let (node, diagnostics) = YAMLText(file).node(limits: InputLimits())
  #expect(shown(diagnostics) == [])
  var reader = MappingReader(try #require(node), in: file, as: "a thing")
  let result = read(&reader)
  return (result, shown(reader.finish()))
}

struct MappingReaderTests {
  @Test("keys that nothing asked for are told with the nearest that was asked for")
  func unknownKeys() throws {
    let (_, found) = try reading("titel: a\nB: c\n\"x y\": d\n") { reader in
      _ = reader.string("title")
      _ = reader.string("body")
    }
    #expect(
      found == [
        "a.yml:1:1: warning: \"titel\" is no key of a thing; the nearest is \"title\" [yaml.unknown-key]",
        "a.yml:2:1: warning: \"B\" is no key of a thing; the nearest is \"body\" [yaml.unknown-key]",
        "a.yml:3:2: warning: \"x y\" is no key of a thing; the nearest is \"body\" [yaml.unknown-key]",
      ]
    )
  }

  @Test("an absent, empty or null value is none")
  func absent() throws {
    let (result, found) = try reading("a:\nb: ~\nc: ''\nd: '~'\ne: \"\u{3000} \"") { reader in
      ["a", "b", "c", "d", "e", "f"].map { reader.string($0)?.text }
    }
    #expect(result == [nil, nil, nil, "~", nil, nil])
    #expect(found == [])
  }

  @Test("spaces around a text do not count, in its span either")
  func spaces() throws {
    let yaml = "a: ' \u{3000}遠 山 '"
    let (result, _) = try reading(yaml) { reader in
      reader.string("a").map { [$0.text, reader.file.text[$0.span]] }
    }
    #expect(result == ["遠 山", "遠 山"])
  }

  @Test("one value alone is a list of one")
  func lists() throws {
    let (result, found) = try reading("a: x\nb: [x, y]\nc: []\nd: [x, [y], {z: 1}]") { reader in
      ["a", "b", "c", "d"].map { reader.strings($0).map(\.text) }
    }
    #expect(result == [["x"], ["x", "y"], [], ["x"]])
    #expect(
      found == [
        "a.yml:4:8: error: each of \"d\" is text, not a list [yaml.shape]",
        "a.yml:4:13: error: each of \"d\" is text, not a mapping [yaml.shape]",
      ]
    )
  }

  @Test(
    "a text per language, or one for all",
    arguments: [
      ("{zh-Hans: 远, zh-Hant: 遠, en: far}", MultilingualText(zhHans: "远", zhHant: "遠", en: "far")),
      ("{zh: 遠, en: far}", MultilingualText(zh: "遠", en: "far")),
      ("遠山", MultilingualText(zh: "遠山")),
      ("CC BY 4.0", MultilingualText(zh: "CC BY 4.0", en: "CC BY 4.0")),
      ("[遠]", MultilingualText()),
    ]
  )
  func multilingual(_ yaml: String, _ expected: MultilingualText) throws {
    #expect(try reading("a: \(yaml)") { $0.multilingual("a") }.result == expected)
  }

  @Test(
    "numbers from 1, with units for bytes",
    arguments: [
      ("1", 1), ("5_000", 5000), ("2 kB", 2000), ("3MiB", 3 << 20), ("1 GB", 1_000_000_000),
      ("0", nil), ("-1", nil),
      ("1.5", nil), ("x", nil), ("99999999999999999999", nil), ("9999999999 GiB", nil),
      ("1 mb x", nil), ("1٣", nil),
    ] as [(String, Int?)]
  )
  func numbers(_ yaml: String, _ expected: Int?) throws {
    let (result, found) = try reading("a: '\(yaml)'") { $0.positiveNumber("a") }
    #expect(result == expected)
    #expect(found.isEmpty == (expected != nil))
  }

  @Test("flags and words are read in any case, others told with what is allowed")
  func words() throws {
    let (result, found) = try reading("a: Yes\nb: FALSE\nc: maybe\nd: RED\ne: blue") { reader in
      (
        [reader.flag("a"), reader.flag("b"), reader.flag("c"), reader.flag("z")],
        [
          reader.choice("d", among: ["red", "green"]), reader.choice("e", among: ["red", "green"]),
        ]
      )
    }
    #expect(result.0 == [true, false, nil, nil])
    #expect(result.1 == ["red", nil])
    #expect(
      found == [
        "a.yml:3:4: error: \"maybe\" is neither true nor false, which \"c\" must be [yaml.value]",
        "a.yml:5:4: error: \"blue\" is no value of \"e\"; use red or green [yaml.value]",
      ]
    )
  }

  @Test(
    "a citation in every way it may be written",
    arguments: [
      ("[a, 12]", "@a 12"), ("[a, 12-14]", "@a 12-14"), ("[a, 12, 15-16]", "@a 12, 15-16"),
      ("[a, '12, 15']", "@a 12, 15"),
      ("[[a, 12], [b, 3]]", "@a 12; @b 3"), ("'[@a 12; @b 3]'", "@a 12; @b 3"),
      ("'@a 12; @b 3'", "@a 12; @b 3"),
      ("['@a 12', '@b 3']", "@a 12; @b 3"), ("a", "@a"), ("[a]", "@a"), ("遠山-1", "@遠山-1"),
      ("[12, 3]", "@12 3"),
    ]
  )
  func citations(_ yaml: String, _ expected: String) throws {
    let (result, found) = try reading("source: \(yaml)") { $0.citation("source") }
    #expect(result == Citation(expected))
    #expect(found == [])
  }

  @Test(
    "what is no citation is told",
    arguments: [
      "a 12", "[a, b]", "[a, 0]", "[a, 3-1]", "[[a, 1], b]", "[]", "{a: 12}", "'[@]'", "'[@a x]'",
      "[a, [1]]", "[[]]",
    ]
  )
  func noCitations(_ yaml: String) throws {
    let (result, found) = try reading("source: \(yaml)") { $0.citation("source") }
    #expect(result == nil)
    #expect(found.count == 1 && found[0].hasSuffix("[yaml.citation]"))
  }

  @Test("a missing key is told once, at its mapping or where it says nothing")
  func required() throws {
    let (_, found) = try reading("a:\nb: [1]") { reader in
      _ = reader.requiredString("a")
      _ = reader.requiredString("b")
      _ = reader.requiredString("c")
    }
    #expect(
      found == [
        "a.yml:1:1: error: \"a\" is missing; a thing needs it [yaml.missing-key]",
        "a.yml:2:4: error: \"b\" is text, not a list [yaml.shape]",
        "a.yml:1:1: error: \"c\" is missing; a thing needs it [yaml.missing-key]",
      ]
    )
  }

  @Test("every code of this room is there once, dotted and in lower case")
  func codes() {
    let names = DiagnosticCode.allOfInput.map(\.name)
    #expect(Set(names).count == names.count)
    for name in names {
      let parts = name.split(separator: ".", omittingEmptySubsequences: false)
      #expect(parts.count == 2)
      #expect(
        parts.allSatisfy { part in
          !part.isEmpty
            && part.utf8.allSatisfy { ($0 >= 0x61 && $0 <= 0x7A) || $0 == 0x2D || $0 == 0x38 }
        }
      )
    }
  }
}
