import ZhujieScript
import ZhujieText

/// The words of the language that a name can be mistaken for.
enum OrdinaryWords {
  /// Whether a sequence of symbols of the pivot is an ordinary word, or a phrase of words so frequent that
  /// it turns up by chance.
  static func isOrdinary(_ symbols: [UInt32]) -> Bool {
    guard symbols.count <= 8, symbols.allSatisfy(ScalarClass.isHan) else { return false }
    if more.contains(symbols) || isClause(symbols) || isSizedThing(symbols) { return true }
    // 苹果公司 says itself what it is.
    if Self.trades.contains(where: { symbols.count > $0.count && symbols.suffix($0.count) == $0 }) {
      return false
    }
    var bytes: [UInt8] = []
    for symbol in symbols { UTF8Scan.append(symbol, to: &bytes) }
    return bytes.withUnsafeBufferPointer { buffer in
      WordModel.builtIn.isOrdinaryWord(buffer) || isFrequentPhrase(buffer)
    }
  }

  /// 小舟 and 大橋: what is small or large, though no list has the word.
  private static func isSizedThing(_ symbols: [UInt32]) -> Bool {
    symbols.count == 2 && (symbols[0] == 0x5C0F || symbols[0] == 0x5927)
      && things.contains(symbols[1])
  }

  private static let things = ScalarSet("舟船河溪山路屋雨鱼鸟花草石树猫狗马牛羊湖岛桥楼房刀碗桶米麦豆瓜果")

  /// Whether it is a word of any sort that is said more often than people are named, such as 許多.
  static func isFrequentWord(_ symbols: [UInt32]) -> Bool {
    guard symbols.count == 2 else { return false }
    var bytes: [UInt8] = []
    for symbol in symbols { UTF8Scan.append(symbol, to: &bytes) }
    return bytes.withUnsafeBufferPointer { buffer in
      var isFrequent = false
      WordModel.builtIn.forEachWord(startingAt: 0, in: buffer) { word in
        if word.length == buffer.count, word.cost <= frequentWordCost { isFrequent = true }
      }
      return isFrequent
    }
  }

  /// About one in ten thousand words.
  private static let frequentWordCost = 64

  /// Whether it is said like a clause, with 了 or a particle at its end: 餓了嗎.
  private static func isClause(_ symbols: [UInt32]) -> Bool {
    // 了么吗呢吧的
    guard symbols.count > 1, let last = symbols.last else { return false }
    return symbols.contains(0x4E86) || [0x4E48, 0x5417, 0x5462, 0x5427, 0x7684].contains(last)
  }

  /// Whether shorter words make it up at no more cost than a name has: 美的 is 美 and 的.
  private static func isFrequentPhrase(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var costs = Array(repeating: Int.max, count: bytes.count + 1)
    costs[0] = 0
    for offset in bytes.indices where costs[offset] != .max {
      WordModel.builtIn.forEachWord(startingAt: offset, in: bytes) { word in
        // Only parts: that the whole is a word says nothing here.
        guard word.length < bytes.count else { return }
        let end = offset + word.length
        costs[end] = min(costs[end], costs[offset] + Int(word.cost))
      }
    }
    guard costs[bytes.count] <= frequentPhraseCost else { return false }
    // Of two characters one has to be a particle: 美 and 的, not 韓 and 江.
    return bytes.count > 6 || isParticle(0, bytes) || isParticle(bytes.count / 2, bytes)
  }

  private static func isParticle(_ offset: Int, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var cost = Int32.max
    WordModel.builtIn.forEachWord(startingAt: offset, in: bytes) { word in
      if word.count == 1 { cost = word.cost }
    }
    return cost <= particleCost
  }

  /// About one in three hundred words.
  private static let particleCost: Int32 = 40

  /// What the name of a company or school ends with that is not an ordinary word as a whole.
  private static let trades: [ArraySlice<UInt32>] = ["公司", "集团", "股份", "大学", "科技"].map {
    NameSymbol.symbols(of: Array($0.utf8)).symbols[...]
  }

  /// About one in three million words, at seven a nat.
  private static let frequentPhraseCost = 104

  private static let more: Set<[UInt32]> = Set(
    OrdinaryWordList.words.split(whereSeparator: { $0 == " " || $0 == "\n" }).map {
      NameSymbol.symbols(of: Array(Normalizer().fold(String($0)).utf8)).symbols
    }
  )
}

/// Ordinary words that word lists count among names, because many are called by them.
enum OrdinaryWordList {
  static let words = """
    太阳 月亮 星星 恒星 晨星 启明星 北斗 彩虹 长虹 霓虹 彩云 白云 乌云 朝霞 晚霞 霞光 曙光 黎明 朝阳 夕阳 阳光 月光 微光 流星 银河 极光 闪电 雷霆
    春风 东风 秋风 北风 南风 春雨 白雪 飞雪 冰雪 雪山 雪花 冰川 冰山 高山 泰山 黄山 长江 黄河 长城 大海 海洋 蓝海 海豚 海马 海星 海鸥 海燕 沧海 大江 清泉 温泉
    森林 山林 丛林 竹林 松林 小溪 湖泊 草原 绿洲 沙漠 沙丘 荒野 田野 高原 平原 高峰 山峰 顶峰 巅峰 远山 青山 江湖 江山 江南 天山 昆仑 天池 天桥 大桥
    苹果 小米 玉米 大米 红米 芝麻 土豆 红豆 绿豆 豆包 豆瓣 西瓜 南瓜 黄瓜 柠檬 樱桃 橙子 蜜桃 草莓 椰子 荔枝 芒果 榴莲 核桃 花生 瓜子 坚果 青稞 麦子 高粱 米粉 馒头 汤圆 元宝
    蚂蚁 蜜蜂 蝴蝶 蜻蜓 萤火虫 瓢虫 蜘蛛 羚羊 骆驼 白马 黑马 宝马 野马 斑马 河马 海豹 猎豹 老虎 猛虎 狮子 熊猫 黑熊 狐狸 飞狐 白狐 松鼠 袋鼠 刺猬 天鹅 企鹅 凤凰 孔雀 喜鹊 布谷 杜鹃 夜莺 雄鹰
    天鹰 白鸽 燕子 飞燕 大雁 麻雀 鹦鹉 猫头鹰 蜗牛 乌龟 金鱼 锦鲤 鲸鱼 蓝鲸 章鱼 鲨鱼 海螺 贝壳 珊瑚 珍珠 咸鱼 菜鸟 金牛 犀牛 大象 恐龙 神龙 飞龙 小龙 白龙
    牡丹 玫瑰 百合 荷花 梅花 兰花 桂花 菊花 玉兰 茉莉 丁香 杜仲 海棠 芙蓉 水仙 向日葵 银杏 梧桐 柳树 松树 柏树 木兰 木棉 木耳 人参 灵芝 当归 红莲 雪莲
    黄金 白银 白玉 玉石 宝石 钻石 水晶 玛瑙 琥珀 翡翠 珠宝 明珠 金刚 金星 火星 木星 水星 土星 火箭 火炬 火花 灯塔 灯笼 风车 风筝 风帆 帆船 方舟 航母 飞船 卫星 雷达 罗盘 指南针 望远镜
    夸克 光子 质子 中子 电子 原子 量子 粒子 纳米 像素 字节 比特 元素 细胞 基因 矩阵 黑洞 奇点 维度
    荣耀 光荣 辉煌 光辉 胜利 凯旋 和平 和谐 和睦 幸福 吉祥 如意 福星 平安 安宁 安康 康宁 健康 长寿 富贵 富强 兴旺 兴隆 永恒 永安 永和 团结 友谊 协和 公正 正大 博爱 博雅 诚信 信用 理想 梦想 希望 未来 明天
    智慧 智能 聪明 明智 才华 美丽 美好 美满 美味 美食 完美 新鲜 新颖 新星 卓越 超越 飞跃 腾飞 飞翔 翱翔 远航 启航 领航 高明 高强 英俊 英明 英雄 豪杰 文明 文武 斯文 建国 建华 爱国 爱民 卫国 卫东
    红旗 红星 红军 红日 旭日 火红 青春 青年 少年 少林 武当 武林 大圣 悟空 八戒 沙僧 唐僧 观音 罗汉 菩萨 仙女 天使 精灵 幽灵 魔方 魔兽 神话 传奇 传说 童话 王子 公主 国王 王后 皇后 王朝 贵族 骑士 武士 将军 元帅 大侠
    李子 桃子 杏子 石头 石榴 木头 木马 土地 土星 铁锤 锤子 钉子 锅盖 茶壶 茶叶 咖啡 可乐 雪糕 冰淇淋 饺子 包子 老板娘 老乡 老兵 老虎 小白 小黑 小红 小花 小草 小鱼 小鸟 小猫 小狗 小马 小牛 小强 小胖
    方圆 方便 方法 方向 五星 八宝 九龙 十全 百合 百川 百姓 千里 千寻 万里 万象 亿万 一号 统一 联想 联盟 联通 移动 网络 视界 视野 世界 世纪 时代 时光 时空 瞬间
      知道 知音 知己 快车 快乐 快递 顺风 顺利 顺达 通达 通讯 通用 大众 大地
    叮当 灵犀 麒麟 鲲鹏 鸿蒙 混元 文心 盘古 玄武 青龙 朱雀 饕餮 貔貅
    令人 小姐 武功 普通 道德 荣誉 古老 光华 权威 家族 宣言 顾问 汇报 高潮 英勇 齐全 洪水 辛勤 安静 崇拜 宝贝 白领 康复 沙滩 天文 师范 范畴 周转 宝剑 宁可 修正 凌辱
    胡说 关怀 陈述 林立 小康 向阳 双喜 呼唤 陈列 布满 宁静 养老 天亮 安抚 许可 原谅 崇高 容纳 杜绝 抗争 晋升 东升 慈善 过敏 威信 天真 正宗 高悬 保安 源泉 张开 周密
    朴素 陈设 刚毅 华丽 孤儿 麻木 弘扬 曝光 金黄 五彩 抗衡 崇尚 威武 安危 兴盛 查明 张贴 周旋 高耸 端正 加薪 天明 神通 凌空 温馨 殷勤 灵敏 奥妙 陈旧 祝福 严正 高昂
    庄园 顾忌 联谊 高超 扬言 张罗 高雅 常青 富豪 时髦 美观 宝藏 祥和 明朗 银山 天宇 宏达 汪洋 任凭 张扬 周全 陶醉 默契 方正 安然 文静 文雅 周到 周详 芬芳
    和蔼 花香 香甜 爱慕 波澜 碧波 雪峰 雪亮 敬爱 常胜 希冀 特邀 巨变 牟利 马虎 贺喜 贺岁 石阶 秋收 金奖
    立春 雨水 惊蛰 春分 清明 谷雨 立夏 小满 芒种 夏至 小暑 大暑 立秋 处暑 白露 秋分 寒露 霜降 立冬 小雪 大雪 冬至 小寒 大寒 节气
    快手 高手 好手 能手 家书 情书
    晚点 早点 正点 准点 半点 无限 无线 无忧 无双 支点 起点 终点 原点 观点 拐点 热点 亮点 要点
    """
}
