import Glibc

/// What this process has used so far.
enum Usage {
  /// The most memory that it held at once, in bytes.
  static var peakMemory: Int { Int(usage.ru_maxrss) * 1024 }

  /// Seconds of all its cores.
  static var processorTime: Duration {
    let usage = usage
    return .microseconds(
      (usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) * 1_000_000 + Int(usage.ru_utime.tv_usec + usage.ru_stime.tv_usec))
  }

  private static var usage: rusage {
    var usage = rusage()
    getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
    return usage
  }
}
