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

/// The tests of a room, beside TestSupport.
func tests(_ room: String, _ more: [Target.Dependency] = []) -> Target {
  .testTarget(
    name: room + "Tests",
    dependencies: [.target(name: room), "TestSupport"] + more,
    swiftSettings: settings)
}

let yams = Target.Dependency.product(name: "Yams", package: "Yams")

let package = Package(
  name: "zhujie",
  products: [
    .executable(name: "compile-tables", targets: ["TableCompiler"]),
  ],
  dependencies: [
    .package(url: "https://github.com/jpsim/Yams", exact: "6.2.2"),
  ],
  targets: [
    // Floor 1. apt: libcmark-gfm-dev does not bring libcmark-gfm-extensions-dev; both are needed.
    .systemLibrary(
      name: "CMarkGFM", pkgConfig: "libcmark-gfm",
      providers: [.apt(["libcmark-gfm-dev", "libcmark-gfm-extensions-dev"])]),
    // The compiled conversion tables, embedded; `make tables` writes tables.bin.
    .target(name: "CScriptTables", exclude: ["tables.bin"]),
    room("ZhujieText"),
    // The format of the compiled tables, shared by the program and the tool that writes them.
    room("ZhujieTables"),

    // Floor 2.
    room("ZhujieScript", ["ZhujieText", "ZhujieTables", "CScriptTables"]),
    room("ZhujieEntities", ["ZhujieText"]),
    room("ZhujieMarkdown", ["ZhujieText", "CMarkGFM"]),
    room("ZhujieSite", ["ZhujieText"]),

    // Floor 3.
    room("ZhujieInput", ["ZhujieText", "ZhujieEntities", yams]),
    room("ZhujieAnnotation", ["ZhujieText", "ZhujieScript", "ZhujieEntities"]),
    .executableTarget(
      name: "TableCompiler", dependencies: ["ZhujieTables"], exclude: ["Lexicon"],
      swiftSettings: settings),

    .target(name: "TestSupport", path: "Tests/TestSupport", swiftSettings: settings),
    tests("ZhujieText"),
    tests("ZhujieScript"),
    tests("ZhujieMarkdown"),
    tests("ZhujieInput"),
    tests("ZhujieEntities"),
    tests("ZhujieAnnotation"),
    tests("ZhujieSite", ["ZhujieText"]),
  ],
  cLanguageStandard: .c2x
)
