import ZhujieEntities
import ZhujieText

/// Text and names that are the same on every run: common words with a name now and then.
struct Corpus {
  private var random = Random(state: 20_250_414)

  /// SplitMix64.
  struct Random: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var z = state
      z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
      z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
      return z ^ (z >> 31)
    }
  }

  static let surnames = Array("王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡")
  static let given = Array("伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英文辉玲建华红鹏飞鑫波斌宇浩凯莉颖琳晨曦瑶璐璇梓涵昊")
  static let stems = Array("星辰远山北极光明蓝鲸天河云帆海川松柏鼎盛恒泰瑞丰启航智联云谷华锐金石银杏飞鹰赤兔玄武白鹿青藤紫荆")
  static let tails = ["科技", "集团", "资本", "智能", "汽车", "银行", "大学", "实验室", "传媒", "生物"]
  static let words = """
    的 了 在 是 和 有 也 都 就 对 将 把 被 从 到 与 及 或 我们 他们 公司 市场 用户 产品 技术 模型 数据 业务 服务 平台 发展 增长 投资 战略 组织 团队 员工 今天 未来 过去 目前 已经 开始 继续 希望
    认为 表示 说 提高 降低 支持 发布 推出 完成 建设 管理 研究 分析 设计 开发 使用 需要 可以 能够 应该 必须 重要 主要 最大 更多 很多 一些 这个 那个 这些 问题 方面 情况 过程 结果 影响 作用 能力 水平 规模 收入
    利润 成本 价格 销售 渠道 品牌 客户 合作 竞争 创新 变化 机会 挑战 风险 资源 人才 经验 文化 社会 经济 国家 城市 行业 企业 机构 媒体 记者 报道 采访 消息 信息 网络 系统 软件 硬件 芯片 手机 汽车 能源 医疗 教育 金融
    """.split(whereSeparator: { $0 == " " || $0 == "\n" }).map(String.init)

  /// Names of people and organizations in equal parts, with some in Latin letters; no two are the same.
  mutating func names(_ count: Int, prefix: String = "") -> [String] {
    var seen: Set<String> = []
    var names: [String] = []
    while names.count < count {
      let name: String
      switch Int.random(in: 0..<10, using: &random) {
      case 0:
        name =
          "Nova" + String(Int.random(in: 0..<100_000, using: &random), radix: 36).uppercased()
          + "-X"
      case 1...5:
        name = String(pick(Self.surnames)) + String(pick(Self.given)) + String(pick(Self.given))
      default:
        name =
          String(pick(Self.stems)) + String(pick(Self.stems)) + String(pick(Self.stems))
          + pick(Self.tails)
      }
      if seen.insert(prefix + name).inserted { names.append(prefix + name) }
    }
    return names
  }

  /// About `bytes` of text in paragraphs, with one of the names in every sentence or so.
  mutating func text(_ bytes: Int, names: [String]) -> String {
    var text = ""
    text.reserveCapacity(bytes + 4096)
    var count = 0
    var inParagraph = 0
    while count < bytes {
      var sentence = ""
      let length = Int.random(in: 8..<26, using: &random)
      let place = Int.random(in: 0..<length, using: &random)
      for index in 0..<length {
        sentence += index == place ? pick(names) : pick(Self.words)
        if index % 7 == 6 { sentence += "，" }
      }
      if Int.random(in: 0..<4, using: &random) == 0 {
        sentence +=
          "，增长\(Int.random(in: 1..<90, using: &random))%，达到\(Int.random(in: 2..<900, using: &random))亿元"
      }
      if Int.random(in: 0..<12, using: &random) == 0 {
        sentence += "：“" + pick(Self.words) + pick(Self.words) + "很重要。”"
      }
      sentence += "。"
      inParagraph += 1
      if inParagraph == 6 {
        sentence += "\n"
        inParagraph = 0
      }
      text += sentence
      count += sentence.utf8.count
    }
    return text
  }

  private mutating func pick<Element>(_ items: [Element]) -> Element {
    items[Int.random(in: 0..<items.count, using: &random)]
  }

  static func catalog(_ names: [String]) -> EntityCatalog {
    EntityCatalog(
      names.enumerated().compactMap { index, name in
        guard let id = EntityID("e\(index)") else { return nil }
        let isPerson = name.unicodeScalars.count == 3 && name.utf8.count == 9
        return Entity(
          id: id,
          kind: isPerson ? .person : .organization,
          names: EntityNames(zhHans: name, zhHant: nil, en: nil),
          file: SourceFile(path: SourcePath("e\(index).md"), text: UTF8Text(name))
        )
      }
    )
  }

  /// A reading text of one paragraph a line.
  static func reading(_ text: String) -> ReadingText {
    let utf8 = UTF8Text<ReadingSpace>(text)
    var blocks: [ReadingText.Block] = []
    var start = 0
    for (offset, byte) in utf8.bytes.enumerated() where byte == 0x0A {
      if offset > start { blocks.append(.init(role: .paragraph, span: TextSpan(start, offset))) }
      start = offset + 1
    }
    if start < utf8.count {
      blocks.append(.init(role: .paragraph, span: TextSpan(start, utf8.count)))
    }
    return ReadingText(
      text: utf8,
      blocks: blocks,
      opaque: [],
      alignment: .identity(count: utf8.count)
    )
  }
}
