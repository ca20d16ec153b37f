internal import ZhujieText

/// What short islands became lately: texts say many words more than once, and a word that is remembered needs no path.
///
/// A table with one place for each hash; a newer island takes the place of an older one. An island is compared whole, so
/// that equal hashes cannot mix two up.
struct IslandMemory: ~Copyable, Sendable {
  /// The bytes of the longest island that is remembered.
  static let longest = 24

  /// The bytes of an island and what stands around them.
  struct Key {
    fileprivate let words: (UInt64, UInt64, UInt64)
    fileprivate let context: UInt64

    /// Nil for an island that is too long. `skipped` bytes at its start were converted before; `before` and `after` are
    /// the neighbours, 0 inside a run.
    @inline(__always)
    init?(
      _ bytes: UnsafeBufferPointer<UInt8>,
      _ range: Range<Int>,
      skipped: Int,
      before: UInt32,
      after: UInt32
    ) {
      guard range.count <= IslandMemory.longest, let base = bytes.baseAddress else { return nil }
      if range.lowerBound &+ IslandMemory.longest <= bytes.count {
        let raw = UnsafeRawPointer(base + range.lowerBound)
        // The bytes behind the island are masked away.
        func word(_ index: Int) -> UInt64 {
          let used = min(max(range.count &- index &* 8, 0), 8)
          guard used > 0 else { return 0 }
          let loaded = UInt64(
            littleEndian: raw.loadUnaligned(fromByteOffset: index &* 8, as: UInt64.self)
          )
          return used == 8 ? loaded : loaded & (1 << UInt64(used &* 8) &- 1)
        }
        words = (word(0), word(1), word(2))
      } else {
        var parts: (UInt64, UInt64, UInt64) = (0, 0, 0)
        for (index, offset) in range.enumerated() {
          let byte = UInt64(base[offset]) << (UInt64(index & 7) &* 8)
          switch index >> 3 {
          case 0: parts.0 |= byte
          case 1: parts.1 |= byte
          default: parts.2 |= byte
          }
        }
        words = parts
      }
      context =
        UInt64(range.count) | UInt64(skipped) << 8 | UInt64(before & 0xFF) << 16
        | UInt64(after & 0xFF) << 24
    }

    @inline(__always)
    fileprivate func place(in bits: UInt64) -> Int {
      var hash = words.0 &* 0x9E37_79B9_7F4A_7C15 ^ context
      hash = (hash ^ hash >> 29 ^ words.1) &* 0xBF58_476D_1CE4_E5B9
      hash = (hash ^ hash >> 31 ^ words.2) &* 0x94D0_49BB_1331_11EB
      return Int(truncatingIfNeeded: hash &>> (64 &- bits))
    }
  }

  /// What an island became: at most 24 bytes, as long as what it was without the part that was skipped.
  private struct Place {
    var words: (UInt64, UInt64, UInt64) = (0, 0, 0)
    var context: UInt64 = 0
    var output: (UInt64, UInt64, UInt64) = (0, 0, 0)
    var flags: UInt32 = 0
    var outputCount: UInt32 = 0
  }

  private static let mostBits: UInt64 = 10
  private static let leastBits: UInt64 = 4
  /// There are two to the power of this many places.
  private let bits: UInt64
  private nonisolated(unsafe) let places: UnsafeMutablePointer<Place>

  /// A place for every 64 bytes of a text, as far as a large one needs: making them takes time too.
  init(forTextOf count: Int) {
    let wanted = UInt64(Int.bitWidth - 1 - max(count >> 6, 1).leadingZeroBitCount)
    bits = min(max(wanted, Self.leastBits), Self.mostBits)
    places = .allocate(capacity: 1 << Int(bits))
    places.initialize(repeating: Place(), count: 1 << Int(bits))
  }

  deinit {
    places.deallocate()
  }

  /// Appends what the island became, and returns the flags of its characters; nil where it is not remembered.
  @inline(__always)
  func recall(_ key: Key, into sink: inout ByteSink) -> UInt32? {
    let place = places + key.place(in: bits)
    guard place.pointee.words == key.words, place.pointee.context == key.context else { return nil }
    let count = Int(place.pointee.outputCount)
    sink.reserve(24)
    let target = UnsafeMutableRawPointer(sink.base + sink.count)
    target.storeBytes(of: place.pointee.output, as: (UInt64, UInt64, UInt64).self)
    sink.truncate(to: sink.count &+ count)
    return place.pointee.flags
  }

  /// Remembers what was appended to `sink` from `start` on.
  func remember(_ key: Key, as sink: borrowing ByteSink, from start: Int, flags: UInt32) {
    let count = sink.count - start
    guard count <= 24 else { return }
    var place = Place(
      words: key.words,
      context: key.context,
      flags: flags,
      outputCount: UInt32(count)
    )
    withUnsafeMutableBytes(of: &place.output) {
      $0.copyMemory(from: UnsafeRawBufferPointer(start: sink.base + start, count: count))
    }
    places[key.place(in: bits)] = place
  }
}
