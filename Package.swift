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

let package = Package(
  name: "zhujie",
  products: [.executable(name: "compile-tables", targets: ["TableCompiler"])],
  targets: [
    // Floor 1.
    room("ZhujieText"),
    // Floor 2.
    room("ZhujieEntities", ["ZhujieText"]),
    // The format of the compiled script tables, shared by the program and the tool that writes them.
    room("ZhujieTables"),
    // The compiled tables themselves: `make tables` writes tables.bin.
    .target(name: "CScriptTables", exclude: ["tables.bin"]),
    room("ZhujieScript", ["ZhujieText", "ZhujieTables", "CScriptTables"]),
    .executableTarget(
      name: "TableCompiler", dependencies: ["ZhujieTables"], exclude: ["Lexicon"],
      swiftSettings: settings),

    .executableTarget(
      name: "ScriptBenchmark", dependencies: ["ZhujieText", "ZhujieScript"],
      path: "Tests/Benchmarks/Script", exclude: ["corpus.py", "peers.py"], swiftSettings: settings),

    .target(name: "TestSupport", path: "Tests/TestSupport", swiftSettings: settings),
    tests("ZhujieText"),
    .testTarget(
      name: "ZhujieScriptTests",
      dependencies: ["ZhujieScript", "ZhujieText", "TestSupport", "TableCompiler"],
      exclude: ["Cases"], swiftSettings: settings),
  ],
  cLanguageStandard: .c2x
)
