/// What the words of a sentence say about whether an ordinary word in it is a name.
enum EvidenceClass: Int, CaseIterable, Sendable {
  /// Right after a name of a company or product, also with 的 between: 公司, CEO, 股价.
  case organizationTail
  /// What companies do: 宣布, 发布, 收购.
  case corporateVerb
  /// Verbs whose object is a company: 收购, 加入, 投资.
  case organizationObject
  /// Right after a product's name: 用户, 版, App.
  case productTail
  /// Verbs whose object is a product: 下载, 打开, 接入.
  case productObject
  /// Right after a person's name: 先生, 教授.
  case personTail
  /// Right before a person's name, and before what one founded: 创始人, 董事长.
  case title
  /// What people do with words: 说, 认为, 回忆.
  case saying
  /// What only people do: 出任, 毕业, 辞职.
  case personVerb
  /// Right before or after an event's name: 期间, 举行.
  case eventNear
  /// Business and technology anywhere near: 公司, 手机, 融资.
  case topic
  /// Measure words: after a numeral they count things, not names.
  case measure
  /// Verbs whose object is food or a plant or an animal: 吃, 种, 养.
  case naturalObject
  /// Right after an ordinary word: 树, 粥, 皮.
  case naturalTail
  /// Food, nature, science anywhere near: 水果, 森林, 粒子.
  case naturalTopic
  /// The same, of words that business texts have as well: they weigh half.
  case naturalHint
  /// Right before an adjective: 真是, 最. Asked of names that end in 的.
  case degree
  /// What a company is called in general: with 的 between, an adjective stands before it.
  case head
  /// What an adjective with 的 describes: 享受, 典范. Asked of names that end in 的.
  case described
  /// Longer words that hold one of the above and are none: 说明, 小说.
  case nothing
}

/// The words of each class, in Simplified characters; they are folded before use, so either script is found.
enum EvidenceWords {
  static let table: [(EvidenceClass, String)] = [
    (
      .organizationTail,
      """
      公司 集团 股份 官方 官网 官微 方面 创始人 联合创始人 董事长 董事会 董事 总裁 副总裁 总经理 首席 高管 员工 团队 内部 总部 旗下 股价 财报
      市值 股票 股东 营收 业绩 门店 专卖店 旗舰店 工厂 供应链 发言人 负责人 人士 客服 新品 新机 产品 手机 汽车 电脑 平板 电视 笔记本 手表 耳机 芯片 系统 生态 品牌
      广告 商标 年报 季报 半年报 发布会 科技 电器 电子 控股 资本 投资 基金 银行 证券 保险 传媒 影业 音乐 地图 打车 外卖 支付 金融 云 研究院 实验室
      事业部 事业群 部门 分公司 子公司 园区 大厦 业务 战略 模式 系 企业 网 配送 乳业 地产 置业 药业 实业 电气 重工 制造 软件 影城 酒店 酒业 食品 服饰 骑手 司机 主播 商家 卖家 店主 车主 物流 快递 速运 航空 超市 便利店 CEO CTO CFO COO App APP app 商店 应用商店 用户 客户 合作伙伴 竞争对手 副总 高层 管理层
      供应商 代工厂 代理商 经销商 合伙人 投资人 掌门人 股权 期权 估值 市占率 市场份额 份额 大楼 办公室 机型 车型 轿车 专利 诉讼 财务 财年 营销 公关 法务 人力资源 招聘 校招 离职 老员工 前员工 工牌 代言人 直播间 公众号 操作系统 搜索 工作 上班 任职 实习 打工
      """
    ),
    (
      .corporateVerb,
      """
      宣布 表示 回应 发布 推出 透露 称 上线 收购 并购 投资 起诉 否认 裁员 开源 上市 入股 融资 招聘 回购 承认 确认 声明 公告 公布 披露 入驻 停产 召回 签约 合作 参投 领投
      退市 分拆 重组 涨价 降价 亏损 盈利 营收 内测 公测 更新 升级 改版 接入 支持 研发 自研 量产 代工 布局 进军 联手 携手 牵手 挖角 起步 成立 创立 创办 申请 获批 赴港 任命 聘请
      开盘 收盘 涨停 跌停 造车 跟投 致力于 斥资 挂牌 停牌 复牌 中标 拟
      推迟 暂停 停止 启动 上调 下调 拒绝 计划 决定 打算 解雇 辞退 解散 任命 控告 指控 败诉 胜诉 道歉 致歉 澄清 辟谣 证实 首发 预售 开售 发售 出货 拿下 抢占 击败 对标 反超 垄断 补贴 烧钱 扩张 出海 转型 合并 迁址 建厂 设厂 签约 签下 签署 签订 签了 均未 未予
      """
    ),
    (
      .organizationObject,
      """
      收购 并购 投资 入股 起诉 加入 入职 离开 加盟 任职于 供职于 就职于 跳槽到 创立 创办 创建 掌舵 执掌 接手 领导 效力 效力于 来自 告别 回归 重返 竞争对手 对手 旗下 母公司 控股 参股 持有 买入 卖出 增持
      减持 押注 看好 看空 做空 联手 携手 挑战 追赶 超过 起家于 供应商 客户 包括 例如 比如
      """
    ),
    (
      .productTail,
      """
      用户 版 版本 App APP app 应用 功能 新版 更新 界面 页面 平台 小程序 客户端 网页版 内测 会员 订阅 模型 大模型 手机 电脑 团队 负责人 产品经理 社区 助手 机器人 智能体 搜索 插件 接口 账号 官网
      官方 上线 发布 推出 升级 改版 接入 开源 支持 下架 系列 生态 浏览器 输入法 相机 音箱 日活 月活 下载量 DAU MAU CEO
      评分 轿车 跑车 车型 车主 热搜 榜单 直播 直播间 短视频 视频 主播 网友 博主 帖子 群聊 消息 会议 文档 后台 内核 工具 问答 频道 首页 登顶
      """
    ),
    (
      .productObject,
      "使用 下载 打开 登录 安装 升级 接入 卸载 注册 推出 发布 上线 开发 研发 孵化 体验 试用 订阅 购买 预订 用上 支持 内置 基于 搭载 改版 刷 旗下 调用 训练 开源 集成 叫做 名为 用 刷 逛"
    ),
    (
      .personTail,
      "先生 女士 小姐 老师 教授 博士 总 院士 同学 师傅 老板 太太 夫人 兄 本人 团队 等人 一行 率领 带队 麾下 夫妇 父子 演唱会 新歌 专辑 粉丝 主演 传记"
    ),
    (
      .title,
      """
      创始人 联合创始人 合伙人 董事长 副董事长 主席 总裁 副总裁 总经理 CEO CTO CFO COO 首席执行官 首席科学家 首席技术官 首席财务官 负责人 院长 校长 教授 博士 主任 部长 局长 市长 省长 书记 总监 经理 工程师
      科学家 架构师 分析师 律师 记者 作者 作家 导演 演员 歌手 主持人 企业家 投资人 掌门人 发言人 创办人 高管 同事 丈夫 妻子 父亲 母亲 儿子 女儿 老板 掌舵人 花名 名叫 叫 本名 原名 昵称 外号 绰号
      """
    ),
    (
      .saying,
      """
      说 表示 认为 告诉 回忆 指出 坦言 笑道 说道 写道 称 强调 补充 解释 透露 回答 提到 谈到 介绍 问 反问 承认 否认 觉得 直言 感叹 总结 判断 预测 希望 相信 宣布 回应 形容 评价 呼吁 建议 主张 发现 发文 发言 谈及 谈起 说起 吐槽 质疑 反驳 回复 回复是 回复称 回答是 说法是 叮嘱 提醒 追问 感慨 笑言 调侃 断言 声称 宣称 自称 总结道 感叹道 写到
      """
    ),
    (
      .personVerb,
      """
      出任 担任 接任 卸任 辞职 离职 毕业 出生 加入 创立 创办 领导 率队 上任 退休 就任 入职 带领 主持 接班 升任 调任 兼任 任职 当选 获奖 出席 现身 登台 演讲 执导 主演 出演 饰演 参演 客串 演唱 撰文 受访 去世 逝世 结婚 离开 回归 找到 出来 穿着
      """
    ),
    (.eventNear, "期间 举行 举办 召开 开幕 闭幕 当天 当晚 前夕 现场 首日 活动 大促 大会 峰会 落幕 收官 参加 出席 首届 第二届 本届 今年 去年"),
    (
      .topic,
      """
      公司 企业 集团 互联网 科技 手机 市场 股价 股市 市值 营收 财报 上市 融资 投资 收购 品牌 销量 出货量 用户 客户 产品 业务 平台 竞争 对手 巨头 大厂 厂商 创业 创始人 董事长 总裁 员工 裁员 高管 战略 芯片
      人工智能 算法 模型 大模型 数据 云计算 电商 广告 发布会 供应商 专利 软件 硬件 应用 App APP AI CEO IPO 亿元 亿美元 净利润 利润 订单 门店 工程师 研发 程序员 互联 智能 系统 搜索 下载 开发者 合作 应用商店 排名 协议 股份 股权 对赌 估值 独角兽 董事会 招人 利率 存款 贷款 银行 物流 外卖 骑手 商家 卖家 直播 短视频 手游 游戏 芯片 新能源 汽车 造车 投资人 投资者
      """
    ),
    (
      .measure,
      "只 个 颗 粒 斤 公斤 克 吨 条 碗 盘 块 片 棵 株 筐 箱 袋 朵 群 匹 头 根 串 把 杯 瓶 道 种 座 串 窝 枚 滴 堆 亩 盆 担 升 束 捧 篮"
    ),
    (
      .naturalObject,
      "吃 喝 煮 熬 种 剥 切 啃 摘 采 削 炖 炒 咬 煎 蒸 捕 喂 养 嚼 尝 洗 收割 种植 采摘 榨 晒 腌 看见 长出 一只 那只 这只 每只 小 大 红 青 黄 烂 野生"
    ),
    (
      .naturalTail,
      "树 粥 饭 汁 派 酱 皮 肉 糕 酒 醋 油 汤 园 花 叶 种子 种植 面 干 核 苗 田 农 果 籽 味 色 似的 般 一般 一样 声 声响 作响 搬家 窝 洞 虫 毛 角 尾巴 爬 飞 叫声"
    ),
    (
      .naturalTopic,
      """
      水果 粮食 蔬菜 果园 种植 丰收 农民 田里 地里 动物 植物 森林 草原 山坡 河边 粒子 质子 中子 电子 原子核 物理学 物理学家 性质 天空 雨后 彩虹 香味 好吃 美味 维生素 锅里 菜市场
      饲养 捕食 昆虫 野生 花园 盛开 枝头 树上 树下 池塘 海滩 神话 唐代 宋代 童话 谚语 哺乳动物 天文 星空 夜空 雷雨 播种 收割 菩萨 寺庙 武僧 少林寺
      """
    ),
    (
      .naturalHint,
      "颜色 甜 酸 营养 早餐 晚饭 厨房 食堂 超市 宠物 阳光 古代 诗 皇帝 国王 妈妈 爷爷 奶奶 孩子 小孩 物理 饲料 风景 天气 季节 飞行 山上 山顶"
    ),
    (.head, "公司 企业 集团 银行 网 系"),
    (.degree, "真 真是 很 最 更 太 多么 何等 非常 十分 格外 如此 这么 那么 这样 又 挺 特别 极其 极 越 越来越 都是 总是 永远是 无疑是"),
    (
      .described,
      "典范 享受 东西 事物 感觉 感受 化身 象征 标准 追求 瞬间 风景 心灵 人生 旋律 画面 姿态 样子 结晶 艺术 形象 事情 时刻 回忆 地方 模样 教育 定义 体验 境界 存在"
    ),
    (
      .nothing,
      """
      疑问 毫无疑问 学问 顾问 慰问 说明 说法 说服 小说 传说 听说 据说 学说 说不定 说到底 称号 称呼 称为 简称 总称 名称 问题 问世 问卷 提问 访问 总是 总之 总共 总体 总结 总量 叫做 支持者 大家 大约 大量 大概 大多 小时 小心 使用 费用 作用 信用 引用 采用 利用 运用 应用题 不用 专用 通用 公用 征用 聘用 占用 实用 有用 没用 耐用 启用 停用 滥用 沿用 误用 试用期 食用 药用 海面 出海面 出海口 用力 用心 用于 用来 用户
      """
    ),
  ]
}
