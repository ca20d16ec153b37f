/// Lays sorted keys with their data out in shards of limited size, and keeps the key that each begins with.
///
/// A shard is text: keys and data in turn with a space after each. A key is a digit for how many letters it shares
/// with the one before it, and the rest of it; the first of a shard shares none.
struct ShardWriter {
  /// The size that a shard is closed before it exceeds; one entry alone may.
  let limit: Int
  private let write: (_ shard: Int, _ text: [UInt8]) -> Void
  private(set) var count = 0
  private var text: [UInt8] = []
  private var last: [UInt16] = []
  private var firstKeys: [[UInt16]] = []

  init(limit: Int, write: @escaping (_ shard: Int, _ text: [UInt8]) -> Void) {
    self.limit = limit
    self.write = write
  }

  mutating func add(_ key: [UInt16], _ data: [UInt8]) {
    if !text.isEmpty, text.count + 3 * key.count + data.count > limit { close() }
    if text.isEmpty {
      last = []
      firstKeys.append(key)
    }
    Self.append(key, after: last, to: &text)
    text += data
    text.append(0x20)
    last = key
  }

  /// Closes the last shard and returns the keys that shards begin with, written as keys are.
  mutating func finish() -> [UInt8] {
    if !text.isEmpty { close() }
    var directory: [UInt8] = []
    var last: [UInt16] = []
    for key in firstKeys {
      Self.append(key, after: last, to: &directory)
      last = key
    }
    return directory
  }

  private mutating func close() {
    write(count, text)
    count += 1
    text.removeAll(keepingCapacity: true)
  }

  private static func append(_ key: [UInt16], after last: [UInt16], to bytes: inout [UInt8]) {
    var shared = 0
    while shared < min(key.count, last.count, 91), key[shared] == last[shared] { shared += 1 }
    bytes.append(Digits.character(shared))
    for unit in key[shared...] { ScriptText.append(unit, to: &bytes) }
    bytes.append(0x20)
  }
}
