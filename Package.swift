// swift-tools-version: 6.2
import PackageDescription

/// Every target speaks the same dialect: imports are internal unless said otherwise, and a member
/// is only seen where its module is imported by name.
let settings: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

/// A room of the house. What it may import is the plan in Sources/README.md, which HouseTests holds.
func room(_ name: String, _ imports: [Target.Dependency] = []) -> Target {
  .target(name: name, dependencies: imports, swiftSettings: settings)
}

/// The tests of a room, beside TestSupport. `data` are folders of cases that tests read.
func tests(_ room: String, _ more: [Target.Dependency] = [], data: [String] = []) -> Target {
  .testTarget(
    name: room + "Tests",
    dependencies: [.target(name: room), "TestSupport"] + more,
    exclude: data,
    swiftSettings: settings)
}

let arguments = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")
let mustache = Target.Dependency.product(name: "Mustache", package: "swift-mustache")
let yams = Target.Dependency.product(name: "Yams", package: "Yams")

let package = Package(
  name: "zhujie",
  products: [
    .executable(name: "zhujie", targets: ["zhujie"]),
    .executable(name: "compile-tables", targets: ["TableCompiler"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
    .package(url: "https://github.com/hummingbird-project/swift-mustache", exact: "2.1.1"),
    .package(url: "https://github.com/jpsim/Yams", exact: "6.2.2"),
  ],
  targets: [
    // Floor 1. apt: libcmark-gfm-dev does not bring libcmark-gfm-extensions-dev; both are needed.
    .systemLibrary(
      name: "CMarkGFM", pkgConfig: "libcmark-gfm",
      providers: [.apt(["libcmark-gfm-dev", "libcmark-gfm-extensions-dev"])]),
    // The compiled conversion tables, embedded; `make tables` writes tables.bin.
    .target(name: "CScriptTables", exclude: ["tables.bin"]),
    // The theme in Templates/, embedded, for projects that bring none.
    .target(name: "CBuiltInTheme"),
    // What the thread sanitizer has to be told of locks.
    .target(name: "CThreadSanitizer"),
    // Many bytes compared at once, a bit for each.
    .target(name: "CMarkupBits"),
    // What Swift's Glibc does not offer of the allocator.
    .target(name: "CAllocator"),
    // The projects that `zhujie init` writes, embedded.
    .target(name: "CStarters", exclude: ["projects"]),
    room("ZhujieText", ["CThreadSanitizer"]),
    // The format of the compiled tables, shared by the program and the tool that writes them.
    room("ZhujieTables"),

    // Floor 2.
    room("ZhujieScript", ["ZhujieText", "ZhujieTables", "CScriptTables"]),
    room("ZhujieEntities", ["ZhujieText"]),
    room("ZhujieMarkdown", ["ZhujieText", "CMarkGFM"]),
    room("ZhujieSite", ["ZhujieText", "CMarkupBits"]),

    // Floor 3.
    room("ZhujieInput", ["ZhujieText", "ZhujieEntities", yams]),
    room("ZhujieAnnotation", ["ZhujieText", "ZhujieScript", "ZhujieEntities"]),
    room("ZhujieSearch", ["ZhujieText", "ZhujieScript"]),

    // Floor 4.
    room("ZhujiePictures", ["ZhujieText", "ZhujieEntities", "ZhujieMarkdown", "ZhujieInput"]),
    room(
      "ZhujieReport",
      [
        "ZhujieText", "ZhujieScript", "ZhujieEntities", "ZhujieMarkdown", "ZhujieInput",
        "ZhujieAnnotation", "ZhujiePictures",
      ]),

    // Floor 5.
    room(
      "ZhujieMeaning",
      ["ZhujieText", "ZhujieScript", "ZhujieEntities", "ZhujieMarkdown", "ZhujieInput", "ZhujieAnnotation", "ZhujieReport"]),
    room(
      "ZhujiePages",
      [
        "ZhujieText", "ZhujieScript", "ZhujieEntities", "ZhujieMarkdown", "ZhujieSite",
        "ZhujieInput", "ZhujieAnnotation", "ZhujieSearch", "ZhujiePictures", "ZhujieReport", mustache,
      ]),

    // Floor 6.
    room(
      "ZhujieBuild",
      [
        "ZhujieText", "ZhujieScript", "ZhujieEntities", "ZhujieMarkdown", "ZhujieSite",
        "ZhujieInput", "ZhujieAnnotation", "ZhujieSearch", "ZhujieReport", "ZhujieMeaning", "ZhujiePages", "CBuiltInTheme",
      ]),

    // Floor 7.
    room("ZhujieServer", ["ZhujieSite", "ZhujieText"]),
    .executableTarget(
      name: "zhujie",
      dependencies: [
        "ZhujieText", "ZhujieSite", "ZhujieMeaning", "ZhujieBuild", "ZhujieServer", "CAllocator", "CStarters", arguments,
      ],
      swiftSettings: settings),
    .executableTarget(
      name: "TableCompiler", dependencies: ["ZhujieTables"], exclude: ["Lexicon"],
      swiftSettings: settings),

    .target(name: "TestSupport", path: "Tests/TestSupport", swiftSettings: settings),
    tests("ZhujieText"),
    tests("ZhujieScript", ["ZhujieText", "ZhujieTables", "TableCompiler"], data: ["Cases"]),
    tests("ZhujieMarkdown"),
    tests("ZhujieInput"),
    tests("ZhujieEntities"),
    tests("ZhujieAnnotation", data: ["Data"]),
    tests("ZhujieSearch", ["ZhujieText", "ZhujieScript"]),
    tests("ZhujiePictures", ["ZhujieText", "ZhujieEntities", "ZhujieMarkdown", "ZhujieInput"]),
    tests("ZhujieReport", ["ZhujieText", "ZhujieScript"]),
    tests(
      "ZhujiePages",
      [
        "ZhujieText", "ZhujieScript", "ZhujieEntities", "ZhujieMarkdown", "ZhujieInput",
        "ZhujieAnnotation", "ZhujieReport", mustache,
      ]),
    tests("ZhujieMeaning"),
    tests("ZhujieBuild", ["ZhujieText", "ZhujieSite"]),
    .executableTarget(
      name: "matching-benchmark", dependencies: ["ZhujieText", "ZhujieEntities", "ZhujieAnnotation"],
      path: "Tests/Benchmarks/Matching", exclude: ["README.md", "peers.py"], swiftSettings: settings),
    .executableTarget(
      name: "ScriptBenchmark", dependencies: ["ZhujieText", "ZhujieScript"],
      path: "Tests/Benchmarks/Script",
      exclude: ["README.md", "corpus.py", "compare.py", "requirements.txt"], swiftSettings: settings),
    tests("ZhujieServer", ["ZhujieSite", "ZhujieText"]),
    // The program as people run it, in a process of its own.
    .testTarget(name: "CommandTests", dependencies: ["TestSupport", "zhujie"], swiftSettings: settings),
    .testTarget(name: "HouseTests", swiftSettings: settings),
    // A site writer in a process of its own, for the tests that kill it.
    .executableTarget(
      name: "site-writer-probe", dependencies: ["ZhujieSite", "ZhujieText", "ProbeSites"],
      path: "Tests/SiteWriterProbe", swiftSettings: settings),
    .target(name: "ProbeSites", path: "Tests/ProbeSites", swiftSettings: settings),
    tests("ZhujieSite", ["ZhujieText", "ProbeSites", "site-writer-probe"]),
  ],
  cLanguageStandard: .c2x
)

// The fuzzer has its `main` from libFuzzer, so it only links with `--sanitize=fuzzer`; `make fuzz` asks for it.
if Context.environment["ZHUJIE_FUZZ"] != nil {
  package.targets.append(
    .executableTarget(
      name: "zhujie-fuzz",
      dependencies: [
        "ZhujieText", "ZhujieScript", "ZhujieEntities", "ZhujieMarkdown", "ZhujieSite", "ZhujieInput", "ZhujieAnnotation",
        "ZhujiePictures", "ZhujiePages", "ZhujieBuild", "ZhujieServer",
      ],
      path: "Tests/Fuzz", exclude: ["README.md", "Seeds", "run.sh", "words.dict"],
      swiftSettings: settings + [.unsafeFlags(["-parse-as-library"])]))
}
