import Foundation
import Glibc
public import ZhujieSite
public import ZhujieText

/// Serves a site in memory to a browser on this machine, and tells it when there is another one.
///
/// It is a plain HTTP/1.1 server in one thread. A library would bring more, yet none that was tried bounds the size of a
/// head, the time a client may take and the number of clients, and a preview that stands open all day needs those.
public final class PreviewServer: Sendable {
  struct State {
    var served: Served
    var builds = 0
    var failure: [Diagnostic] = []
    /// What those who wait for events are to be told.
    var news: [[UInt8]] = []
    var isStopping = false
  }

  /// The port that is listened on.
  public let port: UInt16
  /// Whether `port` is another one than was asked for, since that was taken.
  public let isOtherPort: Bool

  private let listener: Listener
  /// The reading and the writing end of the pipe that wakes the thread.
  private let wake: (read: Int32, write: Int32)
  /// Keeps the versions of two servers apart, should a page outlive the first.
  private let run = String(UInt32.random(in: .min ... .max), radix: 36)
  private let state: Locked<State>

  /// Takes a port of 127.0.0.1, the next free one where it is taken. Nothing is answered before `run()`.
  public init(site: MemorySite = MemorySite(), port: UInt16) throws(ServerError) {
    listener = try Listener(port: port)
    self.port = listener.port
    isOtherPort = port != 0 && listener.port != port
    var ends: [Int32] = [0, 0]
    guard pipe(&ends) == 0 else {
      let number = errno
      close(listener.descriptor)
      throw .system("open a pipe", errno: number)
    }
    for end in ends { Listener.setNonblocking(end) }
    wake = (ends[0], ends[1])
    state = Locked(State(served: Served(site: site, version: run + "-0")))
    Self.allowManyFiles()
  }

  deinit {
    close(listener.descriptor)
    close(wake.read)
    close(wake.write)
  }

  /// The address to open.
  public var address: String { "http://127.0.0.1:\(port)/" }

  /// Serves until the task is cancelled.
  public func run() async {
    await withTaskCancellationHandler {
      await withCheckedContinuation { continuation in
        start { continuation.resume() }
      }
    } onCancel: {
      stop()
    }
  }

  /// Serves in a thread of its own, and calls `ended` after `stop()`.
  func start(ended: @escaping @Sendable () -> Void = {}) {
    Thread.detachNewThread {
      self.loop()
      ended()
    }
  }

  func stop() {
    state.withLock { $0.isStopping = true }
    notify()
  }

  /// Serves another site from now on; pages that are open reload.
  public func replace(_ site: MemorySite) {
    state.withLock { state in
      state.builds += 1
      state.failure = []
      state.served = Served(site: site, version: "\(run)-\(state.builds)")
      state.news = [LiveReload.event("site", data: state.served.version)]
    }
    notify()
  }

  /// Lays findings over the pages that are open, and goes on serving the last site.
  public func show(_ diagnostics: [Diagnostic]) {
    state.withLock { state in
      state.failure = diagnostics
      state.news.append(LiveReload.event("failure", data: LiveReload.json(diagnostics)))
    }
    notify()
  }

  private func notify() {
    var byte: UInt8 = 0
    // Where the pipe is full the thread has been woken already.
    _ = write(wake.write, &byte, 1)
  }

  /// A browser, some tabs and somebody who opens a thousand connections need more than the usual 1,024.
  private static func allowManyFiles() {
    var limit = rlimit()
    guard getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit) == 0,
      limit.rlim_cur < 4_096
    else { return }
    limit.rlim_cur = min(4_096, limit.rlim_max)
    setrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit)
  }

  // MARK: The thread

  private func loop() {
    var connections: [Connection] = []
    var lastHeartbeat = Self.now()
    defer { for connection in connections { close(connection.descriptor) } }
    while true {
      var polls = [
        pollfd(fd: listener.descriptor, events: Int16(POLLIN), revents: 0),
        pollfd(fd: wake.read, events: Int16(POLLIN), revents: 0),
      ]
      for connection in connections {
        // Who does not take what was asked for is not heard further, so nothing piles up.
        let events = connection.wantsToWrite ? POLLOUT : POLLIN
        polls.append(pollfd(fd: connection.descriptor, events: Int16(events), revents: 0))
      }
      _ = poll(&polls, nfds_t(polls.count), connections.isEmpty ? -1 : 1_000)
      let now = Self.now()
      if polls[1].revents != 0 { drain() }
      let (news, isStopping) = state.withLock { state in
        defer { state.news = [] }
        return (state.news, state.isStopping)
      }
      if isStopping { return }

      var isOpen = serve(&connections, polls: polls, now: now)
      var events = news
      if now - lastHeartbeat >= ServerLimits.heartbeatSeconds {
        events.append(Array(":\n\n".utf8))
        lastHeartbeat = now
      }
      for index in connections.indices where isOpen[index] && connections[index].isEventStream {
        for event in events where isOpen[index] {
          isOpen[index] = connections[index].push(event, now: now)
        }
      }
      var open: [Connection] = []
      for (connection, isOpen) in zip(connections, isOpen) {
        if isOpen, !connection.isOverdue(now: now) {
          open.append(connection)
        } else {
          close(connection.descriptor)
        }
      }
      connections = open
      if polls[0].revents != 0 { acceptAll(into: &connections, now: now) }
    }
  }

  /// Reads, answers and writes where there is something to do. Tells which connections go on.
  private func serve(_ connections: inout [Connection], polls: [pollfd], now: Int) -> [Bool] {
    var isOpen = Array(repeating: true, count: connections.count)
    for index in connections.indices {
      let happened = Int32(polls[index + 2].revents)
      guard happened != 0 else { continue }
      if happened & Int32(POLLIN | POLLHUP | POLLERR) != 0 {
        isOpen[index] = connections[index].receive(now: now)
      }
      if isOpen[index], happened & Int32(POLLOUT) != 0 {
        isOpen[index] = connections[index].send(now: now)
      }
      guard isOpen[index] else { continue }
      let wasStream = connections[index].isEventStream
      connections[index].answer(now: now) { request in
        Responder.response(to: request, from: state.withLock { $0.served })
      }
      if connections[index].isEventStream, !wasStream {
        isOpen[index] = connections[index].push(greeting(), now: now)
      }
      if isOpen[index] { isOpen[index] = connections[index].send(now: now) }
    }
    return isOpen
  }

  /// What one who begins to listen has to know.
  private func greeting() -> [UInt8] {
    let (version, failure) = state.withLock { ($0.served.version, $0.failure) }
    var result = LiveReload.event("site", data: version)
    if !failure.isEmpty { result += LiveReload.event("failure", data: LiveReload.json(failure)) }
    return result
  }

  private func acceptAll(into connections: inout [Connection], now: Int) {
    while true {
      let descriptor = accept(listener.descriptor, nil, nil)
      if descriptor < 0 {
        guard [EMFILE, ENFILE, ENOBUFS, ENOMEM].contains(errno), drop(from: &connections) else {
          return
        }
        continue
      }
      Listener.setNonblocking(descriptor)
      if connections.count >= ServerLimits.connections { _ = drop(from: &connections) }
      connections.append(Connection(descriptor: descriptor, now: now))
    }
  }

  /// Closes the connection that nobody will miss: the oldest that is idle, else the oldest.
  private func drop(from connections: inout [Connection]) -> Bool {
    guard !connections.isEmpty else { return false }
    let index = connections.firstIndex { $0.isIdle } ?? 0
    close(connections.remove(at: index).descriptor)
    return true
  }

  private func drain() {
    withUnsafeTemporaryAllocation(byteCount: 256, alignment: 1) { buffer in
      while read(wake.read, buffer.baseAddress, buffer.count) > 0 {}
    }
  }

  private static func now() -> Int {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return time.tv_sec
  }
}
