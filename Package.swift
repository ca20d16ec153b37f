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
    // Floor 3.
    room("ZhujieAnnotation", ["ZhujieText"]),

    .target(name: "TestSupport", path: "Tests/TestSupport", swiftSettings: settings),
    tests("ZhujieText"),
    tests("ZhujieAnnotation", ["ZhujieText"]),
  ],
  cLanguageStandard: .c2x
)
