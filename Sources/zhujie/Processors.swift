import Glibc

enum Processors {
  /// How many cores this process may use, at least one.
  static var count: Int { max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN)))) }
}
