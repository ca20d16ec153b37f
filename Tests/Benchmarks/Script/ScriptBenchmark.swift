import Glibc
import ZhujieScript
import ZhujieText

/// The filter and the measurements of the script room.
///
///     ScriptBenchmark convert zh-Hant < in > out
///     ScriptBenchmark time zh-Hant FILE
@main
struct ScriptBenchmark {
  static func main() {
    let arguments = CommandLine.arguments
    guard arguments.count >= 3, let target = ConversionTarget(rawValue: arguments[2]) else {
      print("usage: ScriptBenchmark convert|names TARGET | time TARGET FILE [ROUNDS]")
      exit(64)
    }
    switch arguments[1] {
    case "convert": filter(to: target)
    case "names": names(to: target)
    case "stream" where arguments.count > 4:
      stream(to: target, arguments[3], times: Int(arguments[4]) ?? 1)
    case "start" where arguments.count > 3: start(to: target, arguments[3])
    case "lint": lint(as: target.script, arguments.count > 3)
    case "time" where arguments.count > 3:
      time(to: target, arguments[3], rounds: arguments.count > 4 ? Int(arguments[4]) ?? 3 : 3)
    default: exit(64)
    }
  }

  /// The tables of the program, or those of the file that ZHUJIE_TABLES names.
  private static let tables: ScriptTables = {
    guard let path = getenv("ZHUJIE_TABLES") else { return .builtIn }
    let file = open(path, O_RDONLY)
    var status = stat()
    guard file >= 0, fstat(file, &status) == 0,
      let base = mmap(nil, Int(status.st_size), PROT_READ, MAP_PRIVATE, file, 0),
      let tables = ScriptTables(base, count: Int(status.st_size))
    else { exit(1) }
    return tables
  }()

  private static func write(_ bytes: UnsafeBufferPointer<UInt8>) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = Glibc.write(1, UnsafeBufferPointer(rebasing: rest).baseAddress, rest.count)
      if count <= 0 { exit(1) }
      rest = rest.dropFirst(count)
    }
  }

  private static func filter(to target: ConversionTarget) {
    var stream = StreamConverter(to: target, tables: tables)
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 16, alignment: 16)
    do {
      while true {
        let count = Glibc.read(0, buffer.baseAddress, buffer.count)
        if count <= 0 { break }
        try stream.convert(UnsafeRawBufferPointer(rebasing: buffer[0..<count]), write)
      }
      try stream.finish(write)
    } catch {
      print("invalid UTF-8 at byte \(error.offset)")
      exit(1)
    }
  }

  /// Converts each line by itself, as a text of its own.
  private static func names(to target: ConversionTarget) {
    let converter = Converter(to: target, tables: tables)
    while let line = readLine() { print(converter.convert(line)) }
  }

  /// Prints the findings of standard input, or of each line as a text of its own.
  private static func lint(as script: Script, _ linewise: Bool) {
    let lint = ScriptLint(tables: tables)
    var whole = ""
    func show(_ text: String) {
      for finding in lint.findings(in: UTF8Text(text), expecting: script) {
        let place = finding.span.map { "\($0.lowerBound)" } ?? "document"
        let context = finding.span.map { span in
          let bytes = Array(text.utf8)
          return String(
            decoding: bytes[max(0, span.lowerBound - 15)..<min(bytes.count, span.upperBound + 15)],
            as: UTF8.self
          )
          .split(separator: "\n").joined(separator: "/")
        }
        print(
          finding.rule.rawValue,
          place,
          finding.text,
          finding.suggestion,
          finding.count,
          context ?? "",
          separator: "\t"
        )
      }
    }
    while let line = readLine(strippingNewline: linewise) {
      if linewise { show(line) } else { whole += line }
    }
    if !linewise { show(whole) }
  }

  /// Streams a file through the filter so many times and prints the peak memory of the process.
  private static func stream(to target: ConversionTarget, _ path: String, times: Int) {
    var stream = StreamConverter(to: target, tables: tables)
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 16, alignment: 16)
    var total = 0
    for _ in 0..<times {
      let file = open(path, O_RDONLY)
      while true {
        let count = Glibc.read(file, buffer.baseAddress, buffer.count)
        if count <= 0 { break }
        try? stream.convert(UnsafeRawBufferPointer(rebasing: buffer[0..<count])) {
          total &+= $0.count
        }
      }
      close(file)
    }
    try? stream.finish { total &+= $0.count }
    var usage = rusage()
    getrusage(Int32(RUSAGE_SELF.rawValue), &usage)
    print("stream of \(total / 1_000_000) MB: peak memory \(usage.ru_maxrss / 1024) MB")
  }

  /// The wall time of this program from its start to its end for one small file, the median of 41 runs.
  private static func start(to target: ConversionTarget, _ path: String) {
    var times: [Double] = []
    for _ in 0..<41 {
      var before = timespec()
      clock_gettime(CLOCK_MONOTONIC, &before)
      var actions = posix_spawn_file_actions_t()
      posix_spawn_file_actions_init(&actions)
      posix_spawn_file_actions_addopen(&actions, 0, path, O_RDONLY, 0)
      posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0)
      var child: pid_t = 0
      let words = [CommandLine.arguments[0], "convert", target.rawValue]
      var pointers: [UnsafeMutablePointer<CChar>?] = words.map { strdup($0) } + [nil]
      posix_spawn(&child, CommandLine.arguments[0], &actions, nil, &pointers, environ)
      waitpid(child, nil, 0)
      var after = timespec()
      clock_gettime(CLOCK_MONOTONIC, &after)
      times.append(
        Double(after.tv_sec - before.tv_sec) * 1000 + Double(after.tv_nsec - before.tv_nsec) / 1e6
      )
    }
    times.sort()
    print("process start to the end of a kilobyte: median \((times[20] * 10).rounded() / 10) ms")
  }

  private static func now() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }

  private static func time(to target: ConversionTarget, _ path: String, rounds: Int) {
    guard let file = fopen(path, "rb") else { exit(1) }
    var bytes: [UInt8] = []
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 20, alignment: 16)
    while true {
      let count = fread(buffer.baseAddress, 1, buffer.count, file)
      if count <= 0 { break }
      bytes.append(contentsOf: buffer[0..<count])
    }
    let megabytes = Double(bytes.count) / 1e6
    for _ in 0..<rounds {
      let start = now()
      var stream = StreamConverter(to: target, tables: tables)
      var total = 0
      bytes.withUnsafeBytes { all in
        var i = 0
        while i < all.count {
          let end = min(i + 1 << 16, all.count)
          try? stream.convert(UnsafeRawBufferPointer(rebasing: all[i..<end])) { total &+= $0.count }
          i = end
        }
      }
      try? stream.finish { total &+= $0.count }
      let seconds = now() - start
      print(
        "\(target.rawValue) stream: \((megabytes / seconds * 10).rounded() / 10) MB/s (\(total) bytes)"
      )
    }
    if let text = UTF8Text<ReadingSpace>(validating: bytes) {
      for _ in 0..<rounds {
        let start = now()
        let converted = Converter(to: target, tables: tables).convert(text)
        let seconds = now() - start
        print(
          "\(target.rawValue) aligned: \((megabytes / seconds * 10).rounded() / 10) MB/s (\(converted.alignment.changes.count) changes)"
        )
      }
    }
  }
}
