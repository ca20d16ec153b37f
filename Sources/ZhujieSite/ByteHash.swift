/// A hash of bytes that can be continued: FNV-1a over 64 bits, mixed once more at the end. The same on every run.
struct ByteHash {
  private var state: UInt64 = 0xCBF2_9CE4_8422_2325

  mutating func add(_ byte: UInt8) {
    state = (state ^ UInt64(byte)) &* 0x100_0000_01B3
  }

  mutating func add(_ bytes: some Sequence<UInt8>) {
    for byte in bytes { add(byte) }
  }

  /// Never 0, which stands for "nothing" in a table.
  var value: UInt64 {
    var hash = state
    hash ^= hash >> 32
    hash = hash &* 0xD6E8_FEB8_6659_FD93
    hash ^= hash >> 29
    return hash == 0 ? 1 : hash
  }

  static func of(_ bytes: some Sequence<UInt8>) -> UInt64 {
    var hash = ByteHash()
    hash.add(bytes)
    return hash.value
  }
}

/// A table from hashes to small numbers. The keys are mixed already and are used as they are, which makes it several times
/// as fast as a dictionary.
struct HashTable {
  private var keys: [UInt64]
  private var values: [UInt32]
  private(set) var count = 0

  init(minimumCapacity: Int = 8) {
    var size = 16
    while size < minimumCapacity * 2 { size *= 2 }
    keys = Array(repeating: 0, count: size)
    values = Array(repeating: 0, count: size)
  }

  subscript(key: UInt64) -> UInt32? {
    let slot = slot(of: key)
    return keys[slot] == key ? values[slot] : nil
  }

  /// The value of a key; where it has none, `value` from now on, and nil is given.
  mutating func insert(_ key: UInt64, _ value: @autoclosure () -> UInt32) -> UInt32? {
    var slot = slot(of: key)
    if keys[slot] == key { return values[slot] }
    if (count + 1) * 2 > keys.count {
      grow()
      slot = self.slot(of: key)
    }
    (keys[slot], values[slot]) = (key, value())
    count += 1
    return nil
  }

  private func slot(of key: UInt64) -> Int {
    let mask = keys.count - 1
    var slot = Int(truncatingIfNeeded: key) & mask
    while keys[slot] != 0, keys[slot] != key { slot = (slot + 1) & mask }
    return slot
  }

  private mutating func grow() {
    var larger = HashTable(minimumCapacity: keys.count)
    for (key, value) in zip(keys, values) where key != 0 { _ = larger.insert(key, value) }
    self = larger
  }
}
