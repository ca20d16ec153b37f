import Glibc

/// One client: what it has sent and what it has yet to get.
struct Connection {
  let descriptor: Int32
  private var input: [UInt8] = []
  private var output: [UInt8] = []
  private var sent = 0
  private var closesAfterOutput = false
  private(set) var isEventStream = false
  /// In seconds of the monotonic clock.
  private(set) var lastActivity: Int
  private var headStart: Int?

  init(descriptor: Int32, now: Int) {
    self.descriptor = descriptor
    lastActivity = now
  }

  var wantsToWrite: Bool { sent < output.count }

  /// Whether somebody is waiting for something.
  var isIdle: Bool { !wantsToWrite && !isEventStream }

  func isOverdue(now: Int) -> Bool {
    if let headStart, now - headStart > ServerLimits.headSeconds { return true }
    if isEventStream, !wantsToWrite { return false }
    return now - lastActivity > ServerLimits.idleSeconds
  }

  /// Takes in what has come. False where the client has gone.
  mutating func receive(now: Int) -> Bool {
    lastActivity = now
    return withUnsafeTemporaryAllocation(byteCount: 16_384, alignment: 16) { buffer in
      // Once is enough: poll tells again while more is there, and others get their turn.
      let count = recv(descriptor, buffer.baseAddress, buffer.count, 0)
      if count > 0 {
        // After the last request nothing more is of interest.
        if !closesAfterOutput, !isEventStream { input += UnsafeRawBufferPointer(buffer)[..<count] }
        return true
      }
      return count < 0 && (errno == EAGAIN || errno == EINTR)
    }
  }

  /// Answers the requests that are complete, one at a time, each after the one before is sent.
  mutating func answer(now: Int, using respond: (RequestHead) -> Response) {
    while !closesAfterOutput, !isEventStream, !wantsToWrite, !input.isEmpty {
      // Empty lines before a request are passed over (RFC 9112 2.2).
      let start = input.firstIndex { $0 != 0x0D && $0 != 0x0A } ?? input.count
      guard let end = RequestHead.end(in: input[start...]) else {
        if input.count > ServerLimits.head { refuse(.headerFieldsTooLarge) }
        if headStart == nil { headStart = now }
        return
      }
      headStart = nil
      guard end - start <= ServerLimits.head else { return refuse(.headerFieldsTooLarge) }
      do {
        let request = try RequestHead(parsing: input[start..<end])
        input.removeFirst(end)
        let response = respond(request)
        isEventStream = response.isEventStream
        // A body is not read, so what follows it cannot be found.
        closesAfterOutput = !isEventStream && (!request.isPersistent || request.hasBody)
        enqueue(response.bytes(closing: closesAfterOutput))
        send(now: now)
      } catch {
        refuse(error.status)
      }
    }
  }

  private mutating func refuse(_ status: Status) {
    closesAfterOutput = true
    input = []
    headStart = nil
    enqueue(Response(status).bytes(closing: true))
  }

  /// Sends an event. A client that does not read loses its connection instead of holding all events.
  mutating func push(_ event: [UInt8], now: Int) -> Bool {
    guard output.count - sent < ServerLimits.waitingEvents else { return false }
    enqueue(event)
    return send(now: now)
  }

  private mutating func enqueue(_ bytes: [UInt8]) {
    if sent == output.count { (output, sent) = (bytes, 0) } else { output += bytes }
  }

  /// Sends what the client takes. False where the connection is over.
  @discardableResult
  mutating func send(now: Int) -> Bool {
    while sent < output.count {
      let count = output.withUnsafeBytes { bytes in
        Glibc.send(
          descriptor,
          bytes.baseAddress.map { $0 + sent },
          bytes.count - sent,
          Int32(MSG_NOSIGNAL)
        )
      }
      if count > 0 {
        sent += count
        lastActivity = now
      } else if count < 0, errno == EINTR {
        continue
      } else {
        return count < 0 && errno == EAGAIN
      }
    }
    (output, sent) = ([], 0)
    return !closesAfterOutput
  }
}
