import Testing
import ZhujieReport

struct ArithmeticTests {
  private static let values: [String: Interval] = [
    "cloud": Interval(317.415, 317.425), "total": Interval(2801.535, 2801.545), "cloud-share": Interval(0.11325, 0.11335),
    "zero": Interval(-1, 1),
  ].compactMapValues { $0 }

  @Test("a statement holds where it can, as exactly as its figures are printed", arguments: [
    ("cloud / total ≈ cloud-share", true), ("cloud/total = cloud-share", true), ("total - cloud ≈ 2484.12", true),
    ("total − cloud ≈ 2484.12", true), ("(total - cloud) × 2 > 4968", true), ("cloud > total", false), ("cloud < total", true),
    ("cloud-share ≈ 11.33%", true), ("cloud-share ≈ 11.4%", false), ("1 + 2 * 3 = 7", true), ("8 / 2 / 2 = 2", true),
    ("8 - 2 - 2 ~= 4", true), ("cloud ≤ total", true),
  ] as [(String, Bool)])
  func holds(text: String, expected: Bool) throws {
    #expect(try Arithmetic(text).holds { Self.values[$0] } == expected)
  }

  @Test("what cannot be computed neither holds nor fails", arguments: ["cloud / zero > 1", "nowhere = 1"])
  func unknown(text: String) throws {
    #expect(try Arithmetic(text).holds { Self.values[$0] } == nil)
  }

  @Test("what is no statement is told with its place", arguments: [
    ("cloud /", 7, "a figure or a number is expected at the end"), ("cloud", 5, "a comparison is expected: ≈, <, >"),
    ("(cloud = 1", 7, "a closing parenthesis is expected"), ("a = b c", 6, "“c” stands behind the statement"),
    ("雲 = 1", 0, "“雲” is no figure, number or parenthesis"), ("1.2.3 = 1", 5, "“1.2.3” is no number"),
    (String(repeating: "(", count: 40) + "1", 33, "the parentheses are nested more than 32 deep"),
  ] as [(String, Int, String)])
  func faults(text: String, offset: Int, message: String) {
    do throws(Arithmetic.Fault) {
      _ = try Arithmetic(text)
      Issue.record("\(text) was taken")
    } catch {
      #expect(error.message == message)
      #expect(error.offset == offset)
    }
  }

  @Test("a hyphen between letters is part of an ID, between spaces it subtracts")
  func hyphens() throws {
    #expect(try Arithmetic("cloud-share - cloud = 0").figures == ["cloud-share", "cloud"])
  }
}
