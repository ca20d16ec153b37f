/// Every word that may follow a number, in Simplified (the text is folded before it is asked).
enum UnitLexicon {
  static let units: WordTable<Unit> = {
    var words: [(String, Unit)] = []
    func add(_ list: String, _ unit: Unit) {
      for word in list.split(separator: " ") { words.append((String(word), unit)) }
    }
    add("% ％", .percent(0))
    add("‰", .percent(-1))
    for (code, list) in currencies { add(list, .money(code)) }
    for (unit, list) in times { add(list, .duration(unit)) }
    add(nonUnits, .notAUnit)
    add(trueUnits, .measure(.unit))
    add(weakMeasures, .measure(.weak))
    add(classifiers, .measure(.classifier))
    for word in ["个 token", "个 Token", "个 tokens"] { words.append((word, .measure(.unit))) }
    add("B K M T", .measure(.letter))
    add("thousand", .english(3))
    add("million mn", .english(6))
    add("billion bn", .english(9))
    add("trillion tn", .english(12))
    return WordTable(words)
  }()

  /// After an amount. 元 is the renminbi's where nothing else is said.
  private static let currencies: [(String, String)] = [
    ("CNY", "元 圆 块钱 元人民币 元钱 人民币 圆人民币 块人民币"),
    ("USD", "美元 美金 块美元 块美金 元美金"),
    ("HKD", "港元 港币 港纸 元港币 元港元 港圆"),
    ("TWD", "新台币 台币 元新台币 元台币 新台币元"),
    ("JPY", "日元 日圆 日币 円"),
    ("EUR", "欧元"), ("GBP", "英镑"), ("KRW", "韩元 韩圆 韩币"), ("SGD", "新加坡元 新币 新元 坡币"),
    ("AUD", "澳元 澳币"), ("CAD", "加元 加拿大元 加币"), ("CHF", "瑞士法郎 瑞郎"), ("RUB", "卢布"),
    ("INR", "印度卢比 卢比"), ("THB", "泰铢"), ("VND", "越南盾"), ("MYR", "马币 令吉 林吉特"),
    ("MOP", "澳门元 澳门币"), ("NZD", "纽元 新西兰元"), ("BRL", "雷亚尔"), ("IDR", "印尼盾"),
    ("PHP", "菲律宾比索"), ("SAR", "沙特里亚尔"), ("AED", "迪拉姆"), ("TRY", "土耳其里拉 里拉"),
    ("THB", "铢"), ("DEM", "马克 德国马克"), ("FRF", "法国法郎 法郎"), ("ZAR", "兰特"), ("SEK", "瑞典克朗"),
    ("DKK", "丹麦克朗"), ("NOK", "挪威克朗"), ("PLN", "兹罗提"), ("ILS", "谢克尔"), ("MXN", "墨西哥比索"),
    ("ARS", "阿根廷比索"), ("KZT", "坚戈"), ("UAH", "格里夫纳"), ("EGP", "埃及镑"), ("PKR", "巴基斯坦卢比"),
  ]

  private static let times: [(TimeUnit, String)] = [
    (TimeUnit(.year), "年 年时间 周年 週年 载 个年头 年期 年间"),
    (TimeUnit(.year, addsMore: true), "年多 周年多 年多时间"),
    (TimeUnit(.year, addsHalf: true), "年半"),
    (TimeUnit(.year, factor: 100), "个世纪"),
    (TimeUnit(.year, factor: 100, addsMore: true), "个多世纪"),
    (TimeUnit(.year, factor: 100, addsHalf: true), "个半世纪"),
    (TimeUnit(.month), "个月 个月时间 个自然月"),
    (TimeUnit(.month, addsMore: true), "个多月 个月多"),
    (TimeUnit(.month, addsHalf: true), "个半月"),
    (TimeUnit(.month, factor: 3), "个季度 个季"),
    (TimeUnit(.week), "个星期 个礼拜 周 週 星期 礼拜 周时间 週时间"),
    (TimeUnit(.week, addsMore: true), "个多星期 个多礼拜 周多 週多"),
    (TimeUnit(.week, addsHalf: true), "个半星期"),
    (TimeUnit(.day), "天 天时间 昼夜 个昼夜"),
    (TimeUnit(.day, addsMore: true), "天多"),
    (TimeUnit(.day, addsHalf: true), "天半"),
    (TimeUnit(.day, isWeak: true), "日"),
    (TimeUnit(.hour), "小时 个小时 个钟头 钟头 个钟 小時"),
    (TimeUnit(.hour, addsMore: true), "小时多 个多小时 个小时多 个多钟头"),
    (TimeUnit(.hour, addsHalf: true), "个半小时 小时半 个半钟头"),
    (TimeUnit(.minute), "分钟"),
    (TimeUnit(.minute, addsMore: true), "分钟多"),
    (TimeUnit(.minute, addsHalf: true), "分半钟 分钟半"),
    (TimeUnit(.minute, factor: 15), "刻钟"),
    (TimeUnit(.second), "秒 秒钟 秒鐘"),
  ]

  /// Units of measure, and what is counted in its own name.
  private static let trueUnits =
    "公里 千米 米 厘米 公分 毫米 微米 纳米 奈米 公尺 英里 英尺 英寸 英吋 海里 光年 里路 华里 "
    + "平方米 平方公里 平方公尺 平方英尺 平方厘米 立方米 立方公尺 平米 公顷 亩 亩地 坪 呎 "
    + "升 毫升 公升 加仑 吨 公吨 万吨 千克 公斤 毫克 克 斤 克拉 磅 盎司 吨级 "
    + "千瓦 兆瓦 吉瓦 瓦 千瓦时 兆瓦时 度电 瓦时 千伏 伏 毫安时 毫安 卡路里 大卡 千卡 焦耳 千焦 "
    + "赫兹 兆赫 千兆 摄氏度 华氏度 ℃ °C °F ° 马力 匹马力 兆帕 帕 分贝 "
    + "兆字节 字节 比特 兆比特 "
    + "km m cm mm nm um μm kg g mg km² m² ㎡ ㎞ ㎏ W kW MW GW TW Wh kWh MWh GWh TWh Hz kHz MHz GHz "
    + "KB MB GB TB PB EB kb Mb Gb Kbps Mbps Gbps Tbps MB/s GB/s GB/s TB/s bps kV mAh dB "
    + "dpi fps FPS QPS TPS "
    + "FLOPS GFLOPS TFLOPS PFLOPS EFLOPS TOPS MFlops ms μs ns "
    + "token tokens Token Tokens TOKEN 词元 个token 个Token 个tokens 个词元 "
    + "个百分点 百分点 个基点 基点 个bp 个BP bp bps 倍 人次 人/次 架次 辆次 台次 车次 吨次 人年 "
    + "岁 周岁 光年 海哩 像素 个像素 帧 赫 桶油当量 标准箱 标箱 TEU 个点 人份"

  /// Classifiers. What follows one is the noun, which stays outside.
  private static let classifiers =
    "个 位 名 人 家 款 笔 部 篇 条 项 件 次 种 类 台 辆 架 艘 座 栋 间 所 套 张 份 册 页 层 支 枝 只 匹 "
    + "颗 粒 枚 盒 箱 瓶 杯 包 袋 批 群 队 组 对 双 轮 场 局 集 章 节 段 句 棵 株 朵 户 票 席 代 期 届 "
    + "处 宗 起 桩 例 幅 首 曲 幕 门 枪 发 艇 列 班 趟 遍 轮次 批次 场次 盘 把 "
    + "道 步 顶 副 尊 盏 眼 口 块 片 根 滴 堆 排 串 束 封 卷 版 本 刀 声 拳 脚 圈 下 头 尾 峰 床 "
    + "剂 针 帖 味 贴 团 档 拨 路 出 家次 所次 户次 字 个字 行 卡 节点 核 线程 点 "
    + "参数 个参数 股 桶 人口"

  /// Measure words that as often belong to another word.
  private static let weakMeasures =
    "分 步 口 手 面 把 道 本 片 块 声 圈 字 行 度 步 卷 版 排 串 卡 核 点 根 堆 顶 副 味 团 "
    + "束 封 尊 班 列 发 例 起 门 棵 朵 曲 幕 段 眼 节 章 集 局 床 针 峰 刀 贴 帖 盘 只 对 双 队 处 期 代 批 群 届 "
    + "层 里 尺 寸 丈 台阶 国 省 市 县 村 镇"

  /// Longer words that begin with a unit's letters and are something else.
  private static let nonUnits =
    "年级 年报 年轻 年薪 年终 年纪 年龄 年货 年画 年糕 年兽 年夜 年关 年味 年谱 年费 年卡 年鉴 "
    + "分之 分析 分别 分散 分布 分公司 分支 分类 分为 分成 分享 分工 分手 分拆 分家 分红 分子 分母 分部 分店 分队 分寸 分歧 分离 分明 分开 分配 "
    + "成为 成立 成功 成本 成长 成员 成交 成就 成绩 成果 成熟 成分 成都 成语 成了 成品 成年 成型 成群 成千 成片 成像 成色 成心 成份 成见 成因 "
    + "元旦 元月 元首 元老 元年 元化 元论 元素 元件 元宵 元里 元帅 元气 元朗 元宇宙 元次 元代 元朝 元清 "
    + "日本 日元 日前 日益 日常 日报 日均 日志 日期 日程 日内瓦 日语 日韩 日文 日活 日用 日圆 日子 日夜 日记 日化 日系 日军 日式 日产 日照 "
    + "周边 周围 周到 周末 周全 周期 周密 周刊 周报 周转 周旋 周知 周长 周遭 周易 周一 周二 周三 周四 周五 周六 周日 周会 "
    + "星期一 星期二 星期三 星期四 星期五 星期六 星期日 星期天 "
    + "次元 次方 次级 次子 次女 次日 次年 次要 次贷 次序 次于 次创业 次曲线 次革命 次大战 次电池 次开发 次世界 次加工 次传播 次利用 次方程 次函数 "
    + "次消费 次污染 次会战 "
    + "代码 代理 代表 代替 代价 代工 代人 代言 代际 代步 代购 代号 代沟 代谢 代入 代币 代驾 代管 代办 "
    + "人行 人称 人格 人生 人民 人类 人间 人物 人心 人气 人均 人体 人事 人道 人文 人士 人权 人情 人手 人数 人马 人间 人性 人世 人次方 人机 人造 人脸 人群 人选 "
    + "家长 家庭 家族 家具 家电 家乡 家里 家属 家居 家务 家教 家中 家园 家产 "
    + "门峡 门户 门店 门槛 门口 门诊 门票 门类 "
    + "条龙 条件 条例 条约 条款 条文 条形 "
    + "部曲 部门 部委 部队 部署 部分 部长 部落 部级 部件 部属 "
    + "台湾 台风 台北 台电 台账 台海 台商 台词 台面 台下 台上 台前 台企 台词 台股 台中 台南 台币兑 台资 台独 台胞 台式 "
    + "角 维 维码 峡 国演义 字经 字路 明治 文鱼 文治 级 线 端 环 星 星级 强 "
    + "面八方 面体 面楚歌 头六臂 口之家 口子 口气 口人家 手房 手车 手货 手资料 手烟 手准备 手抓 下五除二 步走 步曲 步骤 段论 段式 句话不离 "
    + "位一体 位数 位置 位于 位次 位面 位列 位居 "
    + "个别 个股 个个 个人主义 个税 "
    + "项羽 类别 类似 类型 类人 件套 种子 种植 种族 名单 名称 名义 名字 名片 名牌 名誉 名为 名叫 名气 款项 款式 款待 "
    + "场景 场面 场地 场合 场馆 局面 局势 局部 局长 期货 期望 期间 期待 期末 期中 期刊 期权 期限 期房 期盼 "
    + "股份 股价 股市 股东 股权 股票 股指 股民 股息 股本 股骨 分钱 分錢 点钟 点半 点整 点多钟 "
    + "间接 间隔 间谍 层面 层次 层级 层出 对比 对于 对外 对内 对手 对话 对应 对待 对方 对策 对标 对齐 对一 对多 对开 对抗 双方 双十一 双重 双双 "
    + "双边 双向 队伍 队员 队友 队长 组织 组成 组合 组建 组装 "
    + "只要 只有 只能 只是 只会 只需 只用 只好 只占 只为 只得 只不过 只剩 只做 只在 "
    + "本来 本质 本身 本地 本土 本次 本轮 本科 本金 本文 本月 本年 本周 本报 本人 本部 本色 本能 "
    + "天空 天使 天气 天津 天地 天花板 天线 天生 天王 天子 天文 天涯 天赋 天河 天山 天坛 天堂 天真 天鹅 天际 天机 天府 天安 天桥 天性 天幕 "
    + "天敌 天窗 天干 天大 天然气 天兵 "
    + "时代 时期 时尚 时间 载体 载荷 载人 载重 载入 载客 载具 "
    + "把手 把握 把控 把关 道理 道路 道德 道歉 道具 道家 道教 道琼 片段 片区 片面 路线 路径 路人 路由 出来 出现 出口 出发 出台 出品 出版 出租 出海 "
    + "出身 出售 出任 出货 出资 出让 出口额 "
    + "起来 起步 起源 起点 起初 起码 起诉 起到 起跑 起伏 起飞 处理 处于 处境 处罚 处分 处长 处女 代之 例如 例外 例子 例行 首席 首先 首次 首都 首家 "
    + "首款 首批 首位 首富 首付 首页 首尔 首发 首日 首个 幅度 "
    + "轮流 轮胎 轮到 轮船 轮廓 轮值 轮动 轮换 轮回 轮融资额 套路 套餐 套利 套件 套现 批评 批发 批准 批判 批量 群众 群体 群里 群聊 群岛 发展 发布 "
    + "发现 发生 发射 发明 发送 发行 发动 发言 发起 发表 发货 发电 发达 发力 发挥 发酵 发改 "
    + "座谈 座位 座右 座舱 套房价 份额 份子 册子 页面 颗粒 粒子 粒度 箱子 瓶颈 包括 包含 包容 包装 包围 包子 包邮 包裹 袋子 节能 节点 节目 节约 "
    + "节日 节奏 节省 节假 节气 集团 集中 集合 集成 集体 集群 集资 集装 集市 章程 章节 段落 段子 段位 句号 句子 户外 户口 户型 户籍 票据 票房 票务 "
    + "票价 席卷 票面 "
    + "班级 班底 班长 班子 班车 列表 列为 列入 列出 列举 列车 列强 "
    + "级联 度假 度过 度量 度数 卡片 卡车 卡点 卡脖 卡路 卡塔 卡通 卡住 卡牌 卡友 卡集群 核心 核查 核算 核武 核电 核桃 核能 核实 核准 核酸 核验 "
    + "米其林 米饭 米粉 米家 米线 米兰 克隆 克服 克里 克制 克拉玛 克罗 瓦解 瓦斯 瓦片 升级 升至 升到 升值 升温 升学 升职 升起 升为 升降 升舱 磅礴 "
    + "帕金 赫然 伏击 桶装 手机 手段 手术 手工 手游 手下 手上 手里 手中 手续 手表 手法 手册 手动 手指 手持 手握 手臂 "
    + "字体 字母 字典 字段 字符 字面 字号 字幕 行业 行动 行为 行情 行政 行程 行驶 行李 行列 行人 行长 行家 行里 国家 国内 国际 国产 国外 "
    + "国企 国资 国有 国务 国民 国庆 国王 国人 国会 国债 国足 国语 国籍 国道 国旗 省份 省钱 省心 省委 省级 省力 市场 市值 市民 市区 市政 市委 市长 "
    + "市面 市占 市盈 城市 城区 城镇 城乡 城堡 州府 车型 车企 车道 车位 车主 车辆 车展 车间 车手 车险 车站 车载 车上 车里 车身 车轮 车次 店铺 店员 "
    + "店长 店面 站点 站立 站在 站台 站长 里程 里面 里昂 里斯本 里约 尺寸 尺度 寸步 丈夫 "
    + "副总裁 副本 副手 副业 副作用 副总 副主席 副会长 味道 团队 团伙 团结 团购 团长 团圆 束缚 束手 封闭 封锁 封面 封装 封测 尊重 尊敬 眼睛 眼前 "
    + "眼光 眼看 眼神 口碑 口径 口号 口水 口味 口语 口头 口袋 口岸 口罩 口红 根据 根本 根源 根基 堆积 堆栈 尾号 尾部 峰会 峰值 峰谷 顶级 顶尖 顶层 "
    + "顶部 顶流 床位 针对 刀片 贴近 贴心 盘点 盘中 盘后 盘前 盘面 盘旋 盘活 "
    + "声音 声明 声称 声誉 圈子 圈层 下降 下跌 下滑 下游 下调 下载 下半 下午 下一 下周 下月 下来 下面 下单 下线 下场 下属 下沉 头部 头条 头像 头脑 "
    + "头疼 脚步 脚本 拳头 排名 排放 排队 排除 排行 排列 排查 串联 串通 块链 步伐 步入 步行 版本 版权 版图 版面 卷入 卷积 "
    + "成新 成像素 元器件 元组 倍增 倍感 倍速 成以上者 人一组之 人一 点名 点评 点击 点赞 点燃 点出 点亮 点头 点子 点滴 点到 点心 点缀 点对点 点火"
}
