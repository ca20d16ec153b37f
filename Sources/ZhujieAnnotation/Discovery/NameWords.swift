import ZhujieScript

/// Words that tell what sort of name an unknown sequence is, and words that are never names.
enum NameWords {
  /// Tails that belong to the names of organizations, in the pivot.
  static let organizationTails = fold(
    """
    公司 集团 银行 大学 学院 研究院 研究所 实验室 资本 科技 事业部 事业群 基金 证券 保险 传媒 零售 汽车 航空 动力 机器人 智能 跳动 委员会 协会 联盟 出版社 报社 医院 法院 政府 电视台 俱乐部 投资 控股 通信
    移动 联通 电信 社区 园区 星球 网络 数据 商城 旅行 物流 影业 音乐 生物 医药 能源 电力 航天
    """
  )
  static let productTails = fold("大模型 精灵 小说 浏览器 输入法 助手 相机 超级框 平台 系统 手机 客户端 小程序 App 实验室")
  static let eventTails = fold("大会 峰会 论坛 博览会 运动会 晚会 发布会 联赛 电影节 音乐节 启动会")

  /// Generic words that are not part of a name at its end or start.
  static let generic = fold(
    """
    公司 集团 团队 用户 模型 大模型 产品 业务 技术 数据 市场 平台 系统 功能 应用 服务 战略 组织 领域 行业 企业 项目 部门 内部 员工 人士 负责人 创始人 总裁 副总裁 董事长 董事局 主席 首席 智能 超级 生态 系列 开源 全员 新财年 财年
    """
  )

  /// Words that begin a phrase and no name.
  static let starters = Array(
    fold(
      """
      一位 多位 几位 两位 一家 几家 两家 这家 那家 每家 每个 几个 一个 两个 各个 不算 第一 第二 过去 现在 目前 如今 我们 他们 你们 自己 所有 已经 几乎 位列 据 这件 件 家 原 前 任 出任 入 加入 回归 离开 对外 对内
      努力 最先 实在 既 刚 未来 今年 去年 之 其 某 该 各 每 全 总 双 多 这 那 哪 何 期间 随着 作为 通过 根据 为了 由于 如果 因为 但是 因此
      """
    )
  ).sorted { $0.lexicographicallyPrecedes($1) }

  /// Words of our time that older word lists lack, and that name nobody.
  static let modern = fold(
    """
    电商 自研 模态 全模态 多模态 全尺寸 多场景 朋友圈 云计算 云计算网络 营收 财报 大模型 智能体 聊天机器人 互联网 移动互联网 短视频 直播 带货 开源 闭源 算力 芯片 显卡 千行百业 高管 前高管 下载量 调用量 商业化 生产力 打赏 具身智能
    机器人 人工智能 新能源 云服务 云收入 双位数 个位数 人口红利 第一梯队 独角兽 初创 创投 大厂 小程序 公众号 粉丝 流量 私域 数智化 智能化 数字化 全员信 全员会 财年 季度 事业群 事业部 核心电商 搜推 管理层 合伙人 基本盘 研发 产研
    股价 市值 供应链 中台 赛道 赋能 落地 闭环 抓手 痛点 迭代 内测 公测 上线 下架 工牌 花名 参数 基准 榜单 打榜 推理 训练 预训练 微调 标注
    """
  )

  /// What stands right after names of companies and products, and seldom after anything else.
  static let strongTails = Array(
    fold("CEO CTO CFO COO 创始人 董事长 总裁 副总裁 官方 官网 宣布 发布 推出 App 旗下 总部 员工 股价 团队 用户 人士 内部 CMO")
  )

  /// Places: right or wrong is not asked of them, so they are not proposed.
  static let places = fold(
    """
    中国 美国 英国 法国 德国 日本 韩国 印度 俄罗斯 欧洲 亚洲 非洲 北美 东南亚 新加坡 澳大利亚 加拿大 香港 台湾 澳门 北京 上海 广州 深圳 杭州 南京 苏州 成都 重庆 武汉 西安 天津 长沙 厦门 青岛 大连 宁波 合肥 浙江 江苏
    广东 福建 四川 湖南 湖北 河南 河北 山东 山西 陕西 云南 贵州 广西 海南 新疆 西藏 内蒙古 黑龙江 吉林 辽宁 安徽 江西 甘肃 青海 宁夏 硅谷 纽约 伦敦 巴黎 东京 首尔 海外 海内外 国内 国外 全球 世界 阿联酋 中东 中美
    """
  )

  /// Latin words of business and technology that name nobody.
  static let latin: Set<String> = [
    "AI", "AGI", "API", "APP", "App", "app", "ASR", "AR", "B", "BU", "C", "CEO", "CFO", "CIO",
    "COO", "CPU", "CTO",
    "CV", "DAU", "ERP", "GDP", "GMV", "GPU", "IaaS", "PaaS", "SaaS", "MaaS", "IDC", "Infra", "IP",
    "IPO", "IT",
    "KPI", "KOL", "LLM", "MAU", "MCP", "ML", "NAS", "NLP", "OA", "OKR", "PC", "PE", "PPT", "PR",
    "QPS", "ROI", "SDK",
    "SKU", "T", "TMT", "TOP", "UGC", "UI", "URL", "USB", "VC", "VIP", "VR", "WIFI", "WiFi", "Web",
    "Agent", "Agents",
    "Chatbot", "chatbot", "Lab", "Day", "leader", "token", "offer", "to", "To", "Max", "Pro",
    "Plus", "Mini", "mini",
    "HR", "PM", "FAQ", "Q1", "Q2", "Q3", "Q4", "OK", "ID", "TV", "No", "NO", "The", "A", "An", "In",
    "On", "Of", "N",
  ]

  static let surnames: Set<UInt32> = Set(
    """
    王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文庞樊兰殷
    施陶洪翟安颜倪严牛温芦季俞章鲁葛伍韦申尤毕聂焦向柳邢路岳齐梅莫庄辛管祝左涂谷祁时舒耿牟卜肖詹关苗凌费纪靳盛童欧甄项曲成游阳裴席卫查屈鲍覃霍翁隋甘景薄单包司柏宁柯阮桂闵
    """.unicodeScalars.map(\.value).filter { $0 > 0x3000 }
  )

  static func fold(_ words: String) -> Set<[UInt8]> {
    Set(
      words.split(whereSeparator: { $0 == " " || $0 == "\n" }).map {
        Array(Normalizer().fold(String($0)).utf8)
      }
    )
  }
}
