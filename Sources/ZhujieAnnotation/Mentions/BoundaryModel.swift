import ZhujieScript
import ZhujieText

/// Decides whether a name that stands in a run of Chinese is a word of its sentence.
///
/// The naive way takes every occurrence, and finds 王朝陽 in 國王朝陽臺走去. Here the words around the name are weighed: the
/// best reading with a word over an edge of the name is compared with the best one that has borders there. A reading
/// costs the sum of its words' costs (the negative logarithm of their frequency), so the rarer one loses. Most names
/// cut no word at all, which a few look-ups show.
struct BoundaryModel: Sendable {
  private let words = WordModel.builtIn

  /// How many characters on each side take part.
  private static let reach = 10
  /// How far before an edge a word that crosses it may begin, in characters.
  private static let longestWord = 3

  /// A name of this many characters is there even inside a longer word of the model.
  private static let longName = 4

  /// What a name has to win by. One of two characters that wins by less than e³ to one has words beside it to speak for
  /// it, or falls: in a million words of tagged news, three of four such names cut a word in two.
  /// So has one that only lengthens another name.
  static func leastMargin(of name: Range<Int>, isExtension: Bool) -> Int {
    name.count <= 6 ? 20 : isExtension ? 8 : 0
  }

  struct Verdict {
    /// Whether a word of the model crosses an edge of the name.
    let isContested: Bool
    /// How much better the best reading with the name is than the best with a word over its edges.
    let margin: Int

    static let uncontested = Verdict(isContested: false, margin: .max)
  }

  /// `others` are the names seen around, which may be words of the sentence as well; after it the words of the reading
  /// that crosses can be had from `lattice`.
  func verdict(
    on name: Range<Int>,
    in run: Range<Int>,
    others: ArraySlice<NameHit>,
    lattice: inout BoundaryLattice,
    of bytes: UnsafeBufferPointer<UInt8>
  ) -> Verdict {
    guard isContested(name, in: run, of: bytes) else { return .uncontested }
    let isLong = name.count >= Self.longName * 3
    lattice.read(around: name, in: run, reach: Self.reach, of: bytes)
    let offsets = lattice.offsets
    let costs = lattice.weigh(words, others: others, in: bytes) { word, from, place in
      let to = from + word.count
      if isLong, from <= place.lowerBound, to >= place.upperBound { return nil }
      if from <= place.lowerBound, to >= place.upperBound, word.count > place.count,
        isTransparent(word, at: offsets[from], around: name, of: bytes)
      {
        return nil
      }
      if word.count == 1 {
        // 沈|凡事 and not 沈凡|事: such a noun follows nobody's name by itself.
        let isStranded =
          from == place.upperBound
          && Self.seldomAfterName.contains(UTF8Scan.scalar(at: offsets[from], in: bytes).value)
        return Self.cost(word, at: offsets[from], of: bytes) + (isStranded ? 25 : 0)
      }
      return word.cost
    }
    guard let crossing = costs.crossing else { return .uncontested }
    return Verdict(isContested: true, margin: crossing - costs.clean)
  }

  /// Whether a word of the model crosses an edge of the name: one that begins a few characters before it
  /// and ends in it or later, or begins in it and ends later.
  func isContested(_ name: Range<Int>, in run: Range<Int>, of bytes: UnsafeBufferPointer<UInt8>)
    -> Bool
  {
    withUnsafeTemporaryAllocation(of: WordModel.Word.self, capacity: WordModel.mostAtOnePlace) {
      isContested(name, in: run, of: bytes, found: $0)
    }
  }

  private func isContested(
    _ name: Range<Int>,
    in run: Range<Int>,
    of bytes: UnsafeBufferPointer<UInt8>,
    found: UnsafeMutableBufferPointer<WordModel.Word>
  ) -> Bool {
    // A long name inside a longer word is still the name: 遠方海洋大學 in 美國遠方海洋大學.
    let isLong = name.count >= Self.longName * 3
    var offset = name.lowerBound
    if offset > run.lowerBound, mayJoin(at: offset, in: bytes) {
      for _ in 0..<Self.longestWord where offset > run.lowerBound {
        let (value, length) = UTF8Scan.scalar(before: offset, in: bytes)
        guard ScalarClass.isHan(value) else { break }
        offset -= length
        let count = words.words(startingAt: offset, in: bytes, found: found)
        for index in 1..<max(1, count) {
          let end = offset + found[index].length
          guard end > name.lowerBound, end <= run.upperBound else { continue }
          if end >= name.upperBound,
            isLong || isTransparent(found[index], at: offset, around: name, of: bytes)
          {
            continue
          }
          return true
        }
      }
    }
    guard name.upperBound < run.upperBound else { return false }
    let after = UTF8Scan.scalar(at: name.upperBound, in: bytes).value
    guard ScalarClass.isHan(after) else { return false }
    if after == BoundaryLattice.durative { return true }
    guard mayJoin(at: name.upperBound, in: bytes) else { return false }
    offset = max(name.lowerBound, name.upperBound - Self.longestWord * 3)
    while offset < name.upperBound, bytes[offset] & 0xC0 == 0x80 { offset += 1 }
    while offset < name.upperBound {
      let count = words.words(startingAt: offset, in: bytes, found: found)
      for index in 1..<max(1, count) {
        let end = offset + found[index].length
        guard end > name.upperBound, end <= run.upperBound else { continue }
        if offset == name.lowerBound,
          isLong || isTransparent(found[index], at: offset, around: name, of: bytes)
        {
          continue
        }
        return true
      }
      offset += found[0].length
    }
    return false
  }

  /// Whether some word may stand over a place; most places between a name and its sentence are borders for any word.
  private func mayJoin(at offset: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    let next = UTF8Scan.scalar(at: offset, in: bytes).value
    return ScalarClass.isHan(next)
      && words.mayJoin(UTF8Scan.scalar(before: offset, in: bytes).value, next)
  }

  /// Whether a longer word is the name with its town before or its trade behind it, so that the name still stands in it:
  /// 晨星公司, 四川長虹.
  private func isTransparent(
    _ word: WordModel.Word,
    at offset: Int,
    around name: Range<Int>,
    of bytes: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    Self.isEmptyOrOne(of: Self.places, bytes[offset..<name.lowerBound])
      && Self.isEmptyOrOne(of: Self.tails, bytes[name.upperBound..<(offset + word.length)])
  }

  private static func isEmptyOrOne(of list: [[UInt8]], _ part: Slice<UnsafeBufferPointer<UInt8>>)
    -> Bool
  {
    part.isEmpty || list.contains { $0.elementsEqual(part) }
  }

  private static let tails: [[UInt8]] = [
    "公司", "集团", "股份", "银行", "大学", "手机", "电脑", "汽车", "电视", "系统", "软件", "网", "总裁", "董事长", "有限公司",
    "科技", "实业", "电器", "控股", "指数", "工业",
  ].map { Array($0.utf8) }

  /// What a company's name has in front where a word list has it with its town.
  private static let places: [[UInt8]] = [
    "北京", "上海", "天津", "重庆", "河北", "山西", "辽宁", "吉林", "江苏", "浙江", "安徽", "福建", "江西", "山东", "河南", "湖北",
    "湖南",
    "广东", "海南", "四川", "贵州", "云南", "陕西", "甘肃", "青海", "台湾", "广西", "西藏", "宁夏", "新疆", "香港", "澳门", "深圳",
    "广州",
    "杭州", "南京", "武汉", "成都", "中国", "美国", "日本", "韩国",
  ].map { Array($0.utf8) }

  /// Word lists count single characters far too often, since they count the pieces of unknown words; only the
  /// particles and what is often said alone stand alone as easily as their counts say.
  private static func cost(
    _ word: WordModel.Word,
    at offset: Int,
    of bytes: UnsafeBufferPointer<UInt8>
  ) -> Int32 {
    guard word.cost > 45 else { return word.cost }
    let value = UTF8Scan.scalar(at: offset, in: bytes).value
    return word.cost + (saidAlone.contains(value) ? 0 : 18)
  }

  /// Nouns that are said alone, but not right behind a name.
  private static let seldomAfterName = ScalarSet("事物件车信山水火天地树鱼鸟米面")

  /// Adverbs, adjectives, verbs and prepositions of one character, in the pivot.
  private static let saidAlone = ScalarSet(
    "很太更最极挺都也又还再就才只仅已曾正刚常总永没未别勿即便却则大小多少高低长短远近新旧老好坏美快慢轻重冷热深浅早晚真假难易强弱红黑白黄绿蓝亮满空"
      + "看听说讲读写吃喝买卖拿放给送带走跑跳飞坐站睡住来去进出回过到上下开关打用做干找想问答叫喊笑哭爱怕让使请派等帮教学懂会能敢肯该像似如若比跟同与和及或但而因由从自在向往对于至被把将按据凭靠替为"
      + "我你他她它们这那哪谁人事物钱水火山天地车船书信花草树鱼鸟马牛羊猪狗猫鸡茶酒饭菜油米面年月日时分秒个只位名条件次种些每各某本该此其之所者并且则虽"
  )
}

/// A pattern of the gazetteer found in the pivot.
struct NameHit: Sendable {
  let start: Int
  let end: Int
  let pattern: Int
}
