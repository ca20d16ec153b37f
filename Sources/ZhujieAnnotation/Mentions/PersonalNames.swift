import ZhujieEntities
import ZhujieScript
import ZhujieText

/// People whom no entity file describes, as far as their names hold a name that one does: 林遠 in 林遠山先生,
/// 晨星 in 李晨星.
enum PersonalNames {
  /// The longer name that a name of two characters is part of, if there is one.
  static func longerName(
    around name: Range<Int>,
    kind: EntityKind,
    in block: Range<Int>,
    of bytes: UnsafeBufferPointer<UInt8>
  ) -> Range<Int>? {
    // 老陳 and not 陳光 in 老陳光着膀子; nobody is called 老 with a whole name.
    if kind == .person, name.count == 6 || name.count == 9, startsWithSurname(name, bytes),
      let start = lone(addresses, before: name.lowerBound, in: block, of: bytes)
    {
      return start..<(name.lowerBound + 3)
    }
    guard name.count == 6 else { return nil }
    if let surname = lone(surnames, before: name.lowerBound, in: block, of: bytes) {
      return surname..<name.upperBound
    }
    if kind == .person, let end = thirdCharacter(after: name, in: block, of: bytes) {
      return name.lowerBound..<end
    }
    return nil
  }

  /// Where a character of a set begins that stands right before a place, and by itself: a surname, or what is said to somebody.
  private static func lone(
    _ set: ScalarSet,
    before offset: Int,
    in block: Range<Int>,
    of bytes: UnsafeBufferPointer<UInt8>
  ) -> Int? {
    guard offset > block.lowerBound else { return nil }
    let (value, length) = UTF8Scan.scalar(before: offset, in: bytes)
    guard set.contains(value) else { return nil }
    return standingAlone(offset - length, in: block, of: bytes)
  }

  /// The offset, where a mark, a particle or the start of the block is before it.
  private static func standingAlone(
    _ start: Int,
    in block: Range<Int>,
    of bytes: UnsafeBufferPointer<UInt8>
  ) -> Int? {
    guard start > block.lowerBound else { return start }
    let previous = UTF8Scan.scalar(before: start, in: bytes)
    guard ScalarClass.isHan(previous.value) else { return start }
    if particles.contains(previous.value) { return start }
    // 老 and 小 belong to a name unless they end a word, such as 古老; of a surname that cannot be said so easily.
    let value = UTF8Scan.scalar(at: start, in: bytes).value
    let isFree = addresses.contains(value) && !WordModel.builtIn.mayJoin(previous.value, value)
    return isFree ? start : nil
  }

  /// Where a name of three characters ends whose first two are the name: a title follows that needs a whole name.
  private static func thirdCharacter(
    after name: Range<Int>,
    in block: Range<Int>,
    of bytes: UnsafeBufferPointer<UInt8>
  ) -> Int? {
    guard name.upperBound < block.upperBound else { return nil }
    let third = UTF8Scan.scalar(at: name.upperBound, in: bytes)
    guard ScalarClass.isHan(third.value), !particles.contains(third.value),
      !modifiers.contains(third.value)
    else { return nil }
    let end = name.upperBound + third.length
    for title in titles where end + title.count <= block.upperBound {
      if title.elementsEqual(bytes[end..<(end + title.count)]) { return end }
    }
    return nil
  }

  private static func startsWithSurname(_ name: Range<Int>, _ bytes: UnsafeBufferPointer<UInt8>)
    -> Bool
  {
    surnames.contains(UTF8Scan.scalar(at: name.lowerBound, in: bytes).value)
  }

  /// Frequent surnames that are seldom anything else before a name, in the pivot.
  private static let surnames = ScalarSet(
    "李王张刘陈杨赵黄周吴徐孙胡朱郭何林罗郑梁谢宋唐许邓冯韩曹曾彭萧蔡潘袁董余苏叶吕魏蒋杜丁沈姜范傅钟卢汪戴崔廖姚邱邹郝龚邵覃顾孟薛雷贺倪严牛温芦俞章鲁葛韦毕聂焦"
  )
  private static let addresses = ScalarSet("老小")
  /// What may stand right before a surname or after a name without being part of it.
  private static let particles = ScalarSet(
    "的了是在和与及或跟同对向给把被让由从到见找问叫为以于及其们说也都就又还才将曾很不没有着过、得地等称请令使后前时中"
  )
  private static let modifiers = ScalarSet("老小大女副前原本总两三几这那一")
  private static let titles = ["先生", "女士", "教授", "博士", "老师", "同学", "院士", "律师", "医生", "董事长", "总裁"]
    .map {
      Array($0.utf8)
    }
}
