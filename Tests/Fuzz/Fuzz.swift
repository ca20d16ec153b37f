import Glibc

/// What libFuzzer calls with every input that it makes up. `make fuzz` builds it; `FUZZ_SUBJECT` names the subject.
///
/// An input may be refused or answered with findings. What it must not do is trap, read out of bounds, or break a property that a
/// subject holds with `precondition`.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  subject.run(Array(UnsafeBufferPointer(start: start, count: count)))
  return 0
}

private let subject: Subject = {
  let name = getenv("FUZZ_SUBJECT").map { String(cString: $0) } ?? ""
  guard let subject = Subject(rawValue: name) else {
    let names = Subject.allCases.map(\.rawValue).joined(separator: " ")
    print("FUZZ_SUBJECT is “\(name)”; it is one of: \(names)")
    exit(64)
  }
  return subject
}()
