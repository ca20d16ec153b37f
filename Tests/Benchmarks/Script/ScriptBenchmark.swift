import Glibc
import ZhujieScript
import ZhujieText

/// The filter and the measurements of the script room.
///
///     ScriptBenchmark convert zh-Hant < in > out
///     ScriptBenchmark time zh-Hant FILE
///     ScriptBenchmark memory PROGRAM FILE TIMES
@main
struct ScriptBenchmark {
  static func main() {
    let arguments = CommandLine.arguments
    if arguments.count == 5, arguments[1] == "memory", let times = Int(arguments[4]) {
      print(
        "peak memory of \(times) times the text: \(run(arguments[2], arguments[3], times: times).memory) MB"
      )
      return
    }
    if arguments.count == 4, arguments[1] == "start" {
      let runs = (0..<41).map { _ in run(arguments[2], arguments[3], times: 1).milliseconds }
        .sorted()
      print(
        "from process start to the end of a kilobyte: \((runs[20] * 10).rounded() / 10) ms, the median of 41"
      )
      return
    }
    guard arguments.count >= 3, let target = ConversionTarget(rawValue: arguments[2]) else {
      print(
        "usage: ScriptBenchmark convert|names TARGET | time TARGET FILE [ROUNDS] | memory|start PROGRAM FILE"
      )
      exit(64)
    }
    switch arguments[1] {
    case "convert": filter(to: target)
    case "names": names(to: target)
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

  /// Runs `PROGRAM convert --to zh-Hant` with a file as its input, `times` over; returns milliseconds and the
  /// peak memory in megabytes.
  private static func run(_ program: String, _ path: String, times: Int) -> (
    milliseconds: Double, memory: Int
  ) {
    var ends: [Int32] = [0, 0]
    guard pipe(&ends) == 0 else { exit(1) }
    // The child must not hold the end that it waits for to close.
    _ = fcntl(ends[1], F_SETFD, FD_CLOEXEC)
    let start = clock()
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    posix_spawn_file_actions_adddup2(&actions, ends[0], 0)
    posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0)
    var child: pid_t = 0
    let words = [program, "convert", "--to", "zh-Hant"]
    var pointers: [UnsafeMutablePointer<CChar>?] = words.map { strdup($0) } + [nil]
    guard posix_spawn(&child, program, &actions, nil, &pointers, environ) == 0 else { exit(1) }
    close(ends[0])
    for _ in 0..<times {
      guard let bytes = contents(path) else { exit(1) }
      write(bytes, to: ends[1])
    }
    close(ends[1])
    var status: Int32 = 0
    var usage = rusage()
    wait4(child, &status, 0, &usage)
    guard status == 0 else { exit(1) }
    return ((clock() - start) * 1000, usage.ru_maxrss / 1024)
  }

  private static func write(_ bytes: [UInt8], to file: Int32) {
    bytes.withUnsafeBytes { all in
      var rest = all[...]
      while !rest.isEmpty {
        let count = Glibc.write(
          file,
          UnsafeRawBufferPointer(rebasing: rest).baseAddress,
          rest.count
        )
        if count <= 0 { exit(1) }
        rest = rest.dropFirst(count)
      }
    }
  }

  private static func clock() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }

  private static func now() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }

  /// Prints the speed of the filter and of documents converted with their alignment, MB/s, the best of the rounds.
  private static func time(to target: ConversionTarget, _ path: String, rounds: Int) {
    guard let bytes = contents(path) else { exit(1) }
    let documents = documents(of: bytes)
    var stream = 0.0
    var aligned = 0.0
    for _ in 0..<rounds {
      stream = max(stream, speed(bytes.count) { streamed(bytes, to: target) })
      aligned = max(
        aligned,
        speed(bytes.count) {
          let converter = Converter(to: target, tables: tables)
          for document in documents { _ = converter.convert(document) }
        }
      )
    }
    print("stream \((stream * 10).rounded() / 10)")
    print("aligned \((aligned * 10).rounded() / 10)")
  }

  /// Megabytes a second of processor time.
  private static func speed(_ count: Int, _ work: () -> Void) -> Double {
    let start = now()
    work()
    return Double(count) / 1e6 / (now() - start)
  }

  private static func streamed(_ bytes: [UInt8], to target: ConversionTarget) {
    var stream = StreamConverter(to: target, tables: tables)
    var total = 0
    bytes.withUnsafeBytes { all in
      for start in stride(from: 0, to: all.count, by: 1 << 16) {
        let chunk = all[start..<min(start + (1 << 16), all.count)]
        try? stream.convert(UnsafeRawBufferPointer(rebasing: chunk)) { total &+= $0.count }
      }
    }
    try? stream.finish { total &+= $0.count }
  }

  /// A text cut at line ends into documents of about 32 KB.
  private static func documents(of bytes: [UInt8]) -> [UTF8Text<ReadingSpace>] {
    var documents: [UTF8Text<ReadingSpace>] = []
    var start = 0
    while start < bytes.count {
      var end = min(start + (1 << 15), bytes.count)
      while end < bytes.count, bytes[end - 1] != 0x0A { end += 1 }
      if let text = UTF8Text<ReadingSpace>(validating: Array(bytes[start..<end])) {
        documents.append(text)
      }
      start = end
    }
    return documents
  }

  private static func contents(_ path: String) -> [UInt8]? {
    guard let file = fopen(path, "rb") else { return nil }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 20, alignment: 16)
    defer { buffer.deallocate() }
    while true {
      let count = fread(buffer.baseAddress, 1, buffer.count, file)
      if count <= 0 { return bytes }
      bytes.append(contentsOf: buffer[0..<count])
    }
  }
}
