import Glibc

/// The socket that waits for connections, on 127.0.0.1 only: no other machine can reach it.
struct Listener {
  /// How many ports are tried after the one that was asked for.
  static let tries: UInt16 = 50

  let descriptor: Int32
  let port: UInt16

  /// Takes `port`, or the next one that is free. Port 0 takes any.
  init(port: UInt16) throws(ServerError) {
    var candidate = port
    while true {
      if let descriptor = try Self.bind(candidate) {
        self.descriptor = descriptor
        self.port = Self.port(of: descriptor) ?? candidate
        return
      }
      guard candidate < UInt16.max, candidate - port < Self.tries else {
        throw .noFreePort(first: port, last: candidate)
      }
      candidate += 1
    }
  }

  /// Nil where the port is taken, or is not ours to take.
  private static func bind(_ port: UInt16) throws(ServerError) -> Int32? {
    let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    guard descriptor >= 0 else { throw .system("open a socket", errno: errno) }
    setNonblocking(descriptor)
    var yes: Int32 = 1
    setsockopt(descriptor, SOL_SOCKET, SO_REUSEADDR, &yes, socklen_t(MemoryLayout<Int32>.size))
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = port.bigEndian
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    let result = withUnsafePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        Glibc.bind(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
      }
    }
    if result == 0, listen(descriptor, 512) == 0 { return descriptor }
    let number = errno
    close(descriptor)
    guard [EADDRINUSE, EACCES].contains(number) else { throw .system("listen", errno: number) }
    return nil
  }

  private static func port(of descriptor: Int32) -> UInt16? {
    var address = sockaddr_in()
    var size = socklen_t(MemoryLayout<sockaddr_in>.size)
    let result = withUnsafeMutablePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { getsockname(descriptor, $0, &size) }
    }
    return result == 0 ? UInt16(bigEndian: address.sin_port) : nil
  }

  static func setNonblocking(_ descriptor: Int32) {
    _ = fcntl(descriptor, F_SETFL, fcntl(descriptor, F_GETFL) | O_NONBLOCK)
    _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
  }
}

/// What a single client may take.
enum ServerLimits {
  /// Bytes of a request's head.
  static let head = 16_384
  /// Connections at once; the oldest gives way to a new one.
  static let connections = 1_500
  /// Seconds until a head that has begun must be complete.
  static let headSeconds = 10
  /// Seconds without a request, or without a byte taken of an answer.
  static let idleSeconds = 30
  /// Seconds between the signs of life on a stream of events.
  static let heartbeatSeconds = 15
  /// Bytes of events that may wait for a client that does not read.
  static let waitingEvents = 1 << 20
}
