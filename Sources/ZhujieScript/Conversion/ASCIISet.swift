/// Some of the 128 characters of ASCII, to be asked about every byte of a text.
struct ASCIISet: Sendable {
  /// One answer a byte, for all 256; never freed, as sets are constants of the program.
  private nonisolated(unsafe) let answers: UnsafePointer<Bool>

  init(_ characters: String) {
    let answers = UnsafeMutablePointer<Bool>.allocate(capacity: 256)
    answers.initialize(repeating: false, count: 256)
    for byte in characters.utf8 where byte < 0x80 { answers[Int(byte)] = true }
    self.answers = UnsafePointer(answers)
  }

  @inline(__always)
  func contains(_ byte: UInt8) -> Bool { answers[Int(byte)] }
}
