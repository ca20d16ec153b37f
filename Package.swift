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
  targets: [
    // Floor 1.
    room("ZhujieText"),
    // Floor 2.
    room("ZhujieEntities", ["ZhujieText"]),
    room("ZhujieSite", ["ZhujieText"]),

    // Floor 7.
    room("ZhujieServer", ["ZhujieSite", "ZhujieText"]),

    .target(name: "TestSupport", path: "Tests/TestSupport", swiftSettings: settings),
    tests("ZhujieText"),
    // A site writer in a process of its own, for the tests that kill it.
    .executableTarget(
      name: "site-writer-probe", dependencies: ["ZhujieSite", "ZhujieText", "ProbeSites"],
      path: "Tests/SiteWriterProbe", swiftSettings: settings),
    .target(name: "ProbeSites", path: "Tests/ProbeSites", swiftSettings: settings),
    tests("ZhujieServer", ["ZhujieSite", "ZhujieText"]),
    tests("ZhujieSite", ["ZhujieText", "ProbeSites", "site-writer-probe"]),
  ],
  cLanguageStandard: .c2x
)
