// Builds one site in a process of its own, so that tests can kill it, or run several at once.
//
//   site-writer-probe OUTPUT VERSION FILES
//
// Exit 0: written. 1: refused, with the code of the error on standard output.

import Glibc
import ProbeSites
import ZhujieSite
import ZhujieText

let arguments = CommandLine.arguments
guard arguments.count == 4, let version = Int(arguments[2]), let files = Int(arguments[3]) else {
  print("usage: site-writer-probe OUTPUT VERSION FILES")
  exit(64)
}
do {
  let writer = try SiteWriter(output: arguments[1])
  for (path, contents) in ProbeSite.files(version: version, count: files) {
    guard let path = SitePath(path) else { exit(64) }
    try writer.add(SiteFile(path: path, contents: contents))
  }
  _ = try writer.commit()
} catch {
  print(error.code)
  exit(1)
}
