/// The given names that many bear, with the surnames that are words as well: 于 before 东升 is a surname, where before
/// 建设 it is the likelier preposition.
struct GivenNames {
  /// Surname and given name, three characters.
  let names: [Scalars]

  /// How often each counts as seen: less than anything the word list knows, so that two common words win over it.
  static let count = 2

  /// Surnames whose form in names is not what the character becomes by itself.
  private static let doubtful = "于钟涂党".scalarValues
  /// Of these those that many bear.
  private static let commonest = "于钟".scalarValues
  private static let firsts =
    "国德志小明建玉子永晓文海世云学振秀庆思成俊景凤新福兴继敏忠雪美嘉洪荣启伟红惠慧佳欣雨梦若家淑雅丽丹浩宇跃彦善维光东"
    .scalarValues
  private static let seconds =
    "华明文德英龙光峰成杰武强义仁刚荣伟君芳玉云飞兰阳辉清梅玲贤宇敏斌娟俊涛红亮鹏萍雄丽芬志霞康琪霖燕健琴瑞宏嵘艳婷颖慧磊军民航轩涵怡琳佳彤林"
    .scalarValues
  /// A given name counts where so many surnames of the list stand before it.
  private static let leastSurnames = 2

  init(_ frequencies: [(word: Scalars, count: Int, tag: String)]) {
    var surnames: [Scalars: Set<UInt32>] = [:]
    for (word, _, tag) in frequencies
    where word.count == 3 && tag.hasPrefix("nr") && Self.surnames.contains(word[0]) {
      surnames[Array(word[1...]), default: []].insert(word[0])
    }
    // 天明 is daybreak and 建设 building, whoever bears them.
    let ordinary = Set(
      frequencies.lazy.filter { $0.count >= 10 && WordList.ordinaryTags.contains($0.tag) }.map(
        \.word
      )
    )
    let given = surnames.filter {
      $0.value.count >= Self.leastSurnames && !ordinary.contains($0.key)
    }.keys
    let attested = Self.doubtful.flatMap { surname in given.map { [surname] + $0 } }
    // Parents put many more together of the same characters. 清华 is a word whatever its tag.
    let words = Set(
      frequencies.lazy.filter { $0.word.count == 2 && $0.count >= 5 && !$0.tag.hasPrefix("nr") }
        .map(\.word)
    )
    let composed = Self.commonest.flatMap { surname in
      Self.firsts.flatMap { first in
        Self.seconds.compactMap { second in
          first == second || words.contains([first, second]) ? nil : [surname, first, second]
        }
      }
    }
    names = Set(attested + composed).sorted { $0.lexicographicallyPrecedes($1) }
  }

  static func isDoubtful(_ surname: UInt32) -> Bool { doubtful.contains(surname) }

  private static let surnames = Set(
    "王李张刘陈杨黄赵周吴徐孙朱马胡郭林何高梁郑罗宋谢唐韩曹许邓萧冯曾程蔡彭潘袁于董余苏叶吕魏蒋田杜丁沈姜范江傅钟卢汪戴崔任陆廖姚方金邱夏谭韦贾邹石熊孟秦阎薛侯雷白龙段郝孔邵史毛常万顾赖武康贺严尹钱施牛洪龚"
      .scalarValues
  )
}
