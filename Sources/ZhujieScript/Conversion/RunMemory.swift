/// What short runs of Han characters became lately: texts say many things more than once.
///
/// A table with one place for each hash; a newer run takes the place of an older one. A run is compared byte by byte,
/// so that equal hashes cannot mix two runs up.
struct RunMemory: ~Copyable {
  /// Input and output of a run, with what stands beside it, in one place.
  private static let placeSize = 128
  private static let inputSize = 56
  private static let places = 4096
  private let memory = UnsafeMutableRawPointer.allocate(
    byteCount: places * placeSize,
    alignment: 64
  )

  init() {
    memory.initializeMemory(as: UInt8.self, repeating: 0, count: Self.places * Self.placeSize)
  }

  deinit {
    memory.deallocate()
  }

  /// Layout of a place: count of the input (0: empty), count of the output, the two neighbours, input, output.
  @inline(__always)
  private func place(_ input: UnsafePointer<UInt8>, _ count: Int, _ neighbours: UInt16)
    -> UnsafeMutablePointer<UInt8>
  {
    var hash = UInt64(neighbours) &* 0x9E37_79B9_7F4A_7C15 ^ UInt64(truncatingIfNeeded: count)
    let raw = UnsafeRawPointer(input)
    var i = 0
    while i &+ 8 <= count {
      hash = (hash ^ raw.loadUnaligned(fromByteOffset: i, as: UInt64.self)) &* 0xBF58_476D_1CE4_E5B9
      hash ^= hash >> 29
      i &+= 8
    }
    while i < count {
      hash = (hash ^ UInt64(input[i])) &* 0x100_0000_01B3
      i &+= 1
    }
    hash ^= hash >> 32
    let index = Int(truncatingIfNeeded: hash) & (Self.places - 1)
    return (memory + index * Self.placeSize).assumingMemoryBound(to: UInt8.self)
  }

  static func holds(_ count: Int) -> Bool { count <= inputSize }

  /// Appends what the run became to `sink`; false where it is not remembered.
  @inline(__always)
  func recall(
    _ input: UnsafePointer<UInt8>,
    _ count: Int,
    _ neighbours: UInt16,
    into sink: inout ByteSink
  ) -> Bool {
    let place = place(input, count, neighbours)
    guard Int(place[0]) == count, place[2] == UInt8(truncatingIfNeeded: neighbours),
      place[3] == UInt8(truncatingIfNeeded: neighbours >> 8)
    else { return false }
    var i = 0
    while i < count {
      if place[4 &+ i] != input[i] { return false }
      i &+= 1
    }
    sink.append(place + 4 + Self.inputSize, count: Int(place[1]))
    return true
  }

  func remember(
    _ input: UnsafePointer<UInt8>,
    _ count: Int,
    _ neighbours: UInt16,
    as output: UnsafePointer<UInt8>,
    _ outputCount: Int
  ) {
    guard outputCount <= Self.placeSize - 4 - Self.inputSize else { return }
    let place = place(input, count, neighbours)
    place[0] = UInt8(truncatingIfNeeded: count)
    place[1] = UInt8(truncatingIfNeeded: outputCount)
    place[2] = UInt8(truncatingIfNeeded: neighbours)
    place[3] = UInt8(truncatingIfNeeded: neighbours >> 8)
    (place + 4).update(from: input, count: count)
    (place + 4 + Self.inputSize).update(from: output, count: outputCount)
  }
}
