import Testing

@testable import ZhujieSearch

@Suite("Digits")
struct DigitsTests {
  @Test(
    "a number comes back",
    arguments: [
      0, 1, 57, 58, 59, 60, 91, 92, 2_635, 2_636, 28_027, 28_028, 778_688, 5_000_000, 71_639_295,
    ]
  )
  func roundTrip(_ number: Int) {
    var bytes: [UInt8] = []
    Digits.append(number, to: &bytes)
    #expect(IndexReader.numbers(bytes) == [number])
  }

  @Test("numbers in a row need nothing between them")
  func row() {
    let numbers = Array(stride(from: 0, to: 40_000, by: 37))
    var bytes: [UInt8] = []
    for number in numbers { Digits.append(number, to: &bytes) }
    #expect(IndexReader.numbers(bytes) == numbers)
  }

  @Test("no digit needs an escape in a string of JavaScript, and none is the space between entries")
  func characters() {
    let digits = (0..<92).map(Digits.character)
    #expect(Set(digits).count == 92)
    #expect(digits.allSatisfy { $0 > 0x20 && $0 < 0x7F && $0 != 0x22 && $0 != 0x5C })
    #expect(digits == digits.sorted())
  }

  @Test("a small number is one digit", arguments: [0, 30, 59])
  func short(_ number: Int) {
    var bytes: [UInt8] = []
    Digits.append(number, to: &bytes)
    #expect(bytes.count == 1)
  }
}
