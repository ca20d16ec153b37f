import Foundation
import Glibc
import ProbeSites
import Testing

/// A build in a process of its own.
struct Probe {
  private let process = Process()
  private let output = Pipe()

  init(output folder: String, version: Int, files: Int) throws {
    process.executableURL = try Self.executable()
    process.arguments = [folder, "\(version)", "\(files)"]
    process.standardOutput = output
    try process.run()
  }

  /// It lies beside the tests that are running.
  private static func executable() throws -> URL {
    let tests = try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
    let url = URL(fileURLWithPath: tests).deletingLastPathComponent().appendingPathComponent(
      "site-writer-probe"
    )
    try #require(FileManager.default.isExecutableFile(atPath: url.path), "\(url.path)")
    return url
  }

  func killNow() {
    kill(process.processIdentifier, SIGKILL)
  }

  /// The exit code, nil where it was killed, and what it said.
  func finish() throws -> (code: Int32?, said: String) {
    let said = try output.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    let code = process.terminationReason == .exit ? process.terminationStatus : nil
    return (
      code, String(decoding: said, as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines)
    )
  }
}

extension ProbeSite {
  /// What a folder should hold once a version is written there.
  static func expected(version: Int, files: Int, and foreign: [String: String] = [:]) -> [String:
    String]
  {
    var result = foreign
    for (path, contents) in Self.files(version: version, count: files) {
      result[path] = String(decoding: contents, as: UTF8.self)
    }
    let paths = result.keys.filter { foreign[$0] == nil }.sorted()
    result[".zhujie-manifest"] = (["zhujie-manifest 1"] + paths).map { $0 + "\n" }.joined()
    return result
  }

  /// Every file of a folder on disk.
  static func found(_ folder: String) throws -> [String: String] {
    var result: [String: String] = [:]
    for path in try FileManager.default.subpathsOfDirectory(atPath: folder) {
      var isFolder: ObjCBool = false
      let full = folder + "/" + path
      guard FileManager.default.fileExists(atPath: full, isDirectory: &isFolder),
        !isFolder.boolValue
      else { continue }
      result[path] = try String(contentsOfFile: full, encoding: .utf8)
    }
    return result
  }
}
