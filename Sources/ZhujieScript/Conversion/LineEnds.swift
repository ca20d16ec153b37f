/// Where the line that holds `offset` ends: at its line feed or carriage return, else at `limit`. Eight bytes at a time:
/// a byte is one of the two where its difference from it borrows from the next.
func lineEnd(_ bytes: UnsafeBufferPointer<UInt8>, _ offset: Int, _ limit: Int) -> Int {
  guard let base = bytes.baseAddress else { return limit }
  let raw = UnsafeRawPointer(base)
  let ones: UInt64 = 0x0101_0101_0101_0101
  var i = offset
  while i &+ 8 <= limit {
    let word = raw.loadUnaligned(fromByteOffset: i, as: UInt64.self)
    let feed = word ^ ones &* 0x0A
    let carriage = word ^ ones &* 0x0D
    let found = (feed &- ones) & ~feed | (carriage &- ones) & ~carriage
    if found & ones &* 0x80 != 0 { break }
    i &+= 8
  }
  while i < limit, base[i] != 0x0A, base[i] != 0x0D { i &+= 1 }
  return i
}
