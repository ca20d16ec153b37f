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

  /// Another hash, of eight bytes at a time, for tables of this run; never 0. A short text is read as a word and what is left, a
  /// longer one to its last eight bytes.
  @inline(__always)
  static func ofWords(_ bytes: UnsafeBufferPointer<UInt8>, after seed: UInt64 = 0) -> UInt64 {
    var hash = mixed(seed, UInt64(bytes.count) &+ 0x9E37_79B9_7F4A_7C15)
    guard let base = bytes.baseAddress.map({ UnsafeRawPointer($0) }) else { return hash == 0 ? 1 : hash }
    if bytes.count >= 8 {
      var i = 0
      while i &+ 8 < bytes.count {
        hash = mixed(hash, (base + i).loadUnaligned(as: UInt64.self))
        i &+= 8
      }
      hash = mixed(hash, (base + (bytes.count &- 8)).loadUnaligned(as: UInt64.self))
    } else {
      var word: UInt64 = 0
      for byte in bytes { word = word << 8 | UInt64(byte) }
      hash = mixed(hash, word)
    }
    return hash == 0 ? 1 : hash
  }

  /// The two halves of the product of what was read and what comes next (Wang Yi's wyhash).
  @inline(__always)
  private static func mixed(_ hash: UInt64, _ word: UInt64) -> UInt64 {
    let product = (hash ^ 0xA076_1D64_78BD_642F).multipliedFullWidth(by: word ^ 0xE703_7ED1_A0B4_28DB)
    return product.high ^ product.low
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
