import Foundation
import Glibc
import Testing

/// The program in a process of its own, as people run it.
struct Program {
  struct Result {
    let status: Int32
    let output: String
    let errors: String
  }

  private let process = Process()
  private let output = Pipe()
  private let errors = Pipe()

  /// Starts it in a folder.
  init(_ arguments: [String], in folder: String) throws {
    process.executableURL = try Self.executable()
    process.arguments = arguments
    process.currentDirectoryURL = URL(fileURLWithPath: folder)
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = output
    process.standardError = errors
    try process.run()
  }

  static func run(_ arguments: String..., in folder: String) throws -> Result {
    try Program(arguments, in: folder).finish()
  }

  func interrupt() {
    kill(process.processIdentifier, SIGINT)
  }

  func finish() throws -> Result {
    let said = try errors.fileHandleForReading.readToEnd() ?? Data()
    let printed = try output.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return Result(
      status: process.terminationReason == .exit ? process.terminationStatus : -process.terminationStatus,
      output: String(decoding: printed, as: UTF8.self), errors: String(decoding: said, as: UTF8.self))
  }

  /// It lies beside the tests that are running.
  private static func executable() throws -> URL {
    let tests = try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
    let url = URL(fileURLWithPath: tests).deletingLastPathComponent().appendingPathComponent("zhujie")
    try #require(FileManager.default.isExecutableFile(atPath: url.path), "\(url.path)")
    return url
  }
}
