/// Sentences with every figure and date marked as `⟦text|kind:value⟧`, one a line, read as published on
/// 2025-04-14. A line without a mark is a sentence in which nothing must be found. Lines that begin
/// with `#` are headings. All prose is invented.
let quantityCases = #"""
  # Money
  遠山科技宣布投入 ⟦3800 億元|money:{"currency":"CNY","amount":380000000000}⟧建設機房。
  远山科技宣布投入 ⟦3800 亿元|money:{"currency":"CNY","amount":380000000000}⟧建设机房。
  公司帳上還有⟦3800 億元|money:{"currency":"CNY","amount":380000000000}⟧。
  晨星拿下近 ⟦8 億美元|money:{"currency":"USD","amount":800000000,"qualifier":"~"}⟧的訂單。
  晨星拿下近 ⟦8 亿美元|money:{"currency":"USD","amount":800000000,"qualifier":"~"}⟧的订单。
  收入為⟦人民幣317.42億元|money:{"currency":"CNY","amount":31742000000}⟧。
  收入为⟦人民币317.42亿元|money:{"currency":"CNY","amount":31742000000}⟧。
  這一輪融了 ⟦1.5 億美元|money:{"currency":"USD","amount":150000000}⟧。
  合同總價⟦US$3bn|money:{"currency":"USD","amount":3000000000}⟧。
  報價 ⟦$3.5 million|money:{"currency":"USD","amount":3500000}⟧，不含稅。
  票價⟦¥1,280|money:{"currency":"CNY","amount":1280}⟧起。
  罰款⟦HK$250萬|money:{"currency":"HKD","amount":2500000}⟧。
  罚款⟦250万港元|money:{"currency":"HKD","amount":2500000}⟧。
  歐盟開出 ⟦4.2 億歐元|money:{"currency":"EUR","amount":420000000}⟧罰單。
  欧盟开出 ⟦4.2 亿欧元|money:{"currency":"EUR","amount":420000000}⟧罚单。
  工廠造價⟦300億日圓|money:{"currency":"JPY","amount":30000000000}⟧。
  工厂造价⟦300亿日元|money:{"currency":"JPY","amount":30000000000}⟧。
  補助⟦新台幣50萬元|money:{"currency":"TWD","amount":500000}⟧。
  一碗麵⟦十五塊錢|money:{"currency":"CNY","amount":15}⟧。
  一碗面⟦十五块钱|money:{"currency":"CNY","amount":15}⟧。
  押金是⟦壹佰貳拾萬元|money:{"currency":"CNY","amount":1200000}⟧整數。
  花費超過⟦兩百萬英鎊|money:{"currency":"GBP","amount":2000000,"qualifier":">"}⟧。
  不足 ⟦60 美元|money:{"currency":"USD","amount":60,"qualifier":"<"}⟧的股票。
  在 ⟦100 美元|money:{"currency":"USD","amount":100,"qualifier":"~"}⟧附近徘徊。
  每股 ⟦148 美元|money:{"currency":"USD","amount":148}⟧。
  獎金⟦３００萬元|money:{"currency":"CNY","amount":3000000}⟧。
  補貼⟦3到5億元|money:{"currency":"CNY","min":300000000,"max":500000000}⟧。
  补贴⟦3到5亿元|money:{"currency":"CNY","min":300000000,"max":500000000}⟧。
  預算⟦10億-20億美元|money:{"currency":"USD","min":1000000000,"max":2000000000}⟧。
  月薪⟦2萬至3萬元|money:{"currency":"CNY","min":20000,"max":30000}⟧。
  ⟦一千多萬元|money:{"currency":"CNY","amount":10000000,"qualifier":">"}⟧的設備。
  ⟦一千多万元|money:{"currency":"CNY","amount":10000000,"qualifier":">"}⟧的设备。
  募得⟦1億5000萬元|money:{"currency":"CNY","amount":150000000}⟧。
  募得⟦1.2 萬億元|money:{"currency":"CNY","amount":1200000000000}⟧。
  計劃在未來投入⟦800億元人民幣|money:{"currency":"CNY","amount":80000000000}⟧。
  ⟦三年|duration:{"iso":"P3Y"}⟧來投入 ⟦3800 億|money:{"currency":"CNY","amount":380000000000}⟧。
  估值約⟦200億|money:{"currency":"CNY","amount":20000000000,"qualifier":"~"}⟧。
  ⟦20 億元|money:{"currency":"CNY","amount":2000000000}⟧成本。
  成本為⟦三點五億元|money:{"currency":"CNY","amount":350000000}⟧。
  成本为⟦三点五亿元|money:{"currency":"CNY","amount":350000000}⟧。
  每件⟦￥99.9|money:{"currency":"CNY","amount":99.9}⟧。
  報酬⟦€2.5m|money:{"currency":"EUR","amount":2500000}⟧。
  至少要⟦五百元|money:{"currency":"CNY","amount":500,"qualifier":">"}⟧。
  最多⟦五百元|money:{"currency":"CNY","amount":500,"qualifier":"<"}⟧。
  ⟦800 萬新元|money:{"currency":"SGD","amount":8000000}⟧的合同。
  ⟦1000亿韩元|money:{"currency":"KRW","amount":100000000000}⟧的基金。
  身家⟦35.5亿美元|money:{"currency":"USD","amount":3550000000}⟧。
  收入⟦5亿多元|money:{"currency":"CNY","amount":500000000,"qualifier":">"}⟧，业务多元化。
  收入⟦3 萬多元|money:{"currency":"CNY","amount":30000,"qualifier":">"}⟧。
  賠償⟦60 萬泰銖|money:{"currency":"THB","amount":600000}⟧。
  調升至⟦新台幣1萬2288元|money:{"currency":"TWD","amount":12288}⟧。
  大增⟦1.03兆元|money:{"currency":"CNY","amount":1030000000000}⟧至⟦50.3兆元|money:{"currency":"CNY","amount":50300000000000}⟧。
  # Percent
  同比增長 ⟦11.33%|percent:{"value":11.33}⟧。
  佔比超過 ⟦30%|percent:{"value":30,"qualifier":">"}⟧。
  占比超过 ⟦30%|percent:{"value":30,"qualifier":">"}⟧。
  有 ⟦60% - 70%|percent:{"min":60,"max":70}⟧的需求。
  維持在⟦24%~26%|percent:{"min":24,"max":26}⟧。
  维持在⟦24% - 26%|percent:{"min":24,"max":26}⟧。
  增速分別是 ⟦-1%|percent:{"value":-1}⟧、⟦1%|percent:{"value":1}⟧、⟦5%|percent:{"value":5}⟧。
  约⟦百分之三十|percent:{"value":30,"qualifier":"~"}⟧的人。
  約⟦百分之三十|percent:{"value":30,"qualifier":"~"}⟧的人。
  ⟦百分之五到十|percent:{"min":5,"max":10}⟧的損耗。
  差錯率為⟦千分之三|percent:{"value":0.3}⟧。
  濃度是⟦5‰|percent:{"value":0.5}⟧。
  有⟦七成|percent:{"value":70}⟧的受訪者同意。
  有⟦七成|percent:{"value":70}⟧的受访者同意。
  有⟦三成五|percent:{"value":35}⟧的店關了。
  有⟦兩三成|percent:{"min":20,"max":30}⟧的店關了。
  全場⟦八折|percent:{"value":80}⟧。
  全场⟦七五折|percent:{"value":75}⟧。
  只賣 ⟦9.5 折|percent:{"value":95}⟧。
  ⟦80％|percent:{"value":80}⟧的流量。
  跌幅達⟦3.5％|percent:{"value":3.5}⟧。
  不到⟦一成|percent:{"value":10,"qualifier":"<"}⟧。
  近⟦九成|percent:{"value":90,"qualifier":"~"}⟧用戶。
  ⟦30%|percent:{"value":30,"qualifier":">"}⟧以上的學生。
  ⟦30%|percent:{"value":30,"qualifier":"~"}⟧左右的学生。
  增长⟦５０％|percent:{"value":50}⟧。
  百分百放心。
  ⟦百分之百|percent:{"value":100}⟧的把握。
  從 ⟦5%|percent:{"value":5}⟧ 下降到 ⟦3%|percent:{"value":3}⟧。
  # Counts
  服務的企業超過 ⟦29 萬個|count:{"value":290000,"unit":"個","qualifier":">"}⟧。
  服务的企业超过 ⟦29 万个|count:{"value":290000,"unit":"个","qualifier":">"}⟧。
  開發者超過 ⟦29 萬|count:{"value":290000,"qualifier":">"}⟧，分布很廣。
  用戶數 ⟦7 億|count:{"value":700000000}⟧，學校 ⟦2500 萬|count:{"value":25000000}⟧。
  開源 ⟦200 多款|count:{"value":200,"unit":"款","qualifier":">"}⟧模型。
  目前已有⟦200多个|count:{"value":200,"unit":"个","qualifier":">"}⟧业务线。
  賣出⟦3 萬多個|count:{"value":30000,"unit":"個","qualifier":">"}⟧杯子。
  卖出⟦3 万多个|count:{"value":30000,"unit":"个","qualifier":">"}⟧杯子。
  近⟦二百个|count:{"value":200,"unit":"个","qualifier":"~"}⟧项目。
  近⟦二百個|count:{"value":200,"unit":"個","qualifier":"~"}⟧項目。
  全尺寸覆蓋從 ⟦0.5B 到 110B|count:{"min":0.5,"max":110,"unit":"B"}⟧。
  發布了 ⟦1.5B|count:{"value":1.5,"unit":"B"}⟧ 和 ⟦1.8B|count:{"value":1.8,"unit":"B"}⟧ 參數規模版本。
  ⟦7 個|count:{"value":7,"unit":"個"}⟧、⟦7 個|count:{"value":7,"unit":"個"}⟧和 ⟦6 個|count:{"value":6,"unit":"個"}⟧。
  以 ⟦1332 分|count:{"value":1332,"unit":"分"}⟧排在前面。
  有⟦五家|count:{"value":5,"unit":"家"}⟧公司，⟦三位|count:{"value":3,"unit":"位"}⟧負責人。
  有⟦五家|count:{"value":5,"unit":"家"}⟧公司，⟦三位|count:{"value":3,"unit":"位"}⟧负责人。
  ⟦兩家|count:{"value":2,"unit":"家"}⟧公司和一家醫院。
  ⟦两家|count:{"value":2,"unit":"家"}⟧公司和一家医院。
  触及⟦1 亿人|count:{"value":100000000,"unit":"人"}⟧。
  觸及⟦1 億人|count:{"value":100000000,"unit":"人"}⟧。
  這是⟦26 歲|count:{"value":26,"unit":"歲"}⟧的公司。
  共⟦四代|count:{"value":4,"unit":"代"}⟧模型。
  提到 ⟦40 次|count:{"value":40,"unit":"次"}⟧，另一詞 ⟦19 次|count:{"value":19,"unit":"次"}⟧。
  提速⟦兩倍|count:{"value":2,"unit":"倍"}⟧。
  提速⟦1.5 到 2 倍|count:{"min":1.5,"max":2,"unit":"倍"}⟧。
  产量⟦翻了一番|count:{"value":2,"unit":"倍"}⟧。
  產量⟦翻兩番|count:{"value":4,"unit":"倍"}⟧。
  收入⟦翻倍|count:{"value":2,"unit":"倍"}⟧。
  佔⟦三分之一|count:{"value":0.333333333333}⟧。
  占⟦四分之三|count:{"value":0.75}⟧。
  超過⟦一半|count:{"value":0.5,"qualifier":">"}⟧的員工。
  ⟦半數|count:{"value":0.5,"qualifier":">"}⟧以上贊成。
  机房有⟦12,500 台|count:{"value":12500,"unit":"台"}⟧服务器。
  機房有⟦12,500 臺|count:{"value":12500,"unit":"臺"}⟧伺服器。
  佔地⟦3.2 萬平方米|count:{"value":32000,"unit":"平方米"}⟧。
  全長⟦1300 公里|count:{"value":1300,"unit":"公里"}⟧。
  全长⟦1300 公里|count:{"value":1300,"unit":"公里"}⟧。
  有 ⟦80 GB|count:{"value":80,"unit":"GB"}⟧顯存。
  帶寬⟦100Gbps|count:{"value":100,"unit":"Gbps"}⟧。
  訓練用了⟦15 萬億個 token|count:{"value":15000000000000,"unit":"個 token"}⟧。
  提高了⟦3 個百分點|count:{"value":3,"unit":"個百分點"}⟧。
  提高了⟦3 个百分点|count:{"value":3,"unit":"个百分点"}⟧。
  接待⟦二十餘萬人次|count:{"value":200000,"unit":"人次","qualifier":">"}⟧。
  接待⟦二十余万人次|count:{"value":200000,"unit":"人次","qualifier":">"}⟧。
  有⟦七八個|count:{"min":7,"max":8,"unit":"個"}⟧人來過。
  有⟦三四百名|count:{"min":300,"max":400,"unit":"名"}⟧學生。
  有⟦十七八个|count:{"min":17,"max":18,"unit":"个"}⟧人来过。
  招了⟦三到五名|count:{"min":3,"max":5,"unit":"名"}⟧實習生。
  ⟦3-5 个|count:{"min":3,"max":5,"unit":"个"}⟧版本。
  ⟦十來個|count:{"value":10,"unit":"個","qualifier":">"}⟧人。
  ⟦三萬五千人|count:{"value":35000,"unit":"人"}⟧到場。
  ⟦兩千零八項|count:{"value":2008,"unit":"項"}⟧專利。
  ⟦两百五个|count:{"value":250,"unit":"个"}⟧箱子。
  有⟦100+ 家|count:{"value":100,"unit":"家","qualifier":">"}⟧客戶。
  至少⟦三篇|count:{"value":3,"unit":"篇","qualifier":">"}⟧論文。
  至少⟦三篇|count:{"value":3,"unit":"篇","qualifier":">"}⟧论文。
  回購⟦500 万股|count:{"value":5000000,"unit":"股"}⟧。
  發出⟦1,234,567 封|count:{"value":1234567,"unit":"封"}⟧信。
  收攏為 ⟦4 個|count:{"value":4,"unit":"個"}⟧團隊，原先約 ⟦20 個|count:{"value":20,"unit":"個","qualifier":"~"}⟧。
  氣溫 ⟦-20℃|count:{"value":-20,"unit":"℃"}⟧。
  ⟦10 萬個|count:{"value":100000,"unit":"個","qualifier":">"}⟧以上的模型。
  模型有⟦1750 億參數|count:{"value":175000000000,"unit":"參數"}⟧。
  长度⟦128K|count:{"value":128,"unit":"K"}⟧ 上下文。
  新增⟦三條|count:{"value":3,"unit":"條"}⟧產線和⟦兩座|count:{"value":2,"unit":"座"}⟧倉庫。
  新增⟦三条|count:{"value":3,"unit":"条"}⟧产线和⟦两座|count:{"value":2,"unit":"座"}⟧仓库。
  寫了⟦八百字|count:{"value":800,"unit":"字"}⟧。
  有⟦2.5 million|count:{"value":2500000}⟧用戶。
  收盤於⟦3280.5 點|count:{"value":3280.5,"unit":"點"}⟧。
  分了⟦三層|count:{"value":3,"unit":"層"}⟧。
  這⟦兩件|count:{"value":2,"unit":"件"}⟧事同樣要緊。
  已過⟦10萬人|count:{"value":100000,"unit":"人","qualifier":">"}⟧。
  逾⟦5000 家|count:{"value":5000,"unit":"家","qualifier":">"}⟧門店。
  将近⟦四十所|count:{"value":40,"unit":"所","qualifier":"~"}⟧大学。
  大約⟦六種|count:{"value":6,"unit":"種","qualifier":"~"}⟧做法。
  不超過⟦三次|count:{"value":3,"unit":"次","qualifier":"<"}⟧。
  上下文長度⟦128K tokens|count:{"value":128000,"unit":"tokens"}⟧。
  二十屆三中全會，7×24 小時服務。
  # Durations
  投入長達⟦三年|duration:{"iso":"P3Y"}⟧。
  过了⟦两个月|duration:{"iso":"P2M"}⟧发现不对。
  過了⟦兩個月|duration:{"iso":"P2M"}⟧發現不對。
  每個人 ⟦10 分鐘|duration:{"iso":"PT10M"}⟧。
  每个人 ⟦10 分钟|duration:{"iso":"PT10M"}⟧。
  离开⟦四年半|duration:{"iso":"P4Y6M"}⟧后回归。
  離開⟦四年半|duration:{"iso":"P4Y6M"}⟧後回歸。
  已經 ⟦6 個多月|duration:{"iso":"P6M","qualifier":">"}⟧了。
  已经 ⟦6 个多月|duration:{"iso":"P6M","qualifier":">"}⟧了。
  工作超過 ⟦10 年|duration:{"iso":"P10Y","qualifier":">"}⟧。
  上任仅⟦48小时|duration:{"iso":"PT48H"}⟧后。
  連續 ⟦9 個季度|duration:{"iso":"P27M"}⟧增長。
  连续⟦六个季度|duration:{"iso":"P18M"}⟧增长。
  提前⟦十天|duration:{"iso":"P10D"}⟧預約。
  提前⟦十天|duration:{"iso":"P10D"}⟧预约。
  ⟦兩週|duration:{"iso":"P2W"}⟧後我們得知。
  ⟦两周|duration:{"iso":"P2W"}⟧后我们得知。
  ⟦20 週年|duration:{"iso":"P20Y"}⟧現場。
  ⟦15周年|duration:{"iso":"P15Y"}⟧纪念。
  ⟦半年|duration:{"iso":"P6M"}⟧之後。
  等了⟦半小時|duration:{"iso":"PT30M"}⟧。
  等了⟦一個半小時|duration:{"iso":"PT1H30M"}⟧。
  等了⟦一个半小时|duration:{"iso":"PT1H30M"}⟧。
  已持續超過⟦一年|duration:{"iso":"P1Y","qualifier":">"}⟧。
  耗時近⟦兩年|duration:{"iso":"P2Y","qualifier":"~"}⟧。
  近⟦十年|duration:{"iso":"P10Y","qualifier":"~"}⟧的投資經歷。
  近⟦十年|duration:{"iso":"P10Y","qualifier":"~"}⟧的投资经历。
  ⟦三到五年|duration:{"min":"P3Y","max":"P5Y"}⟧回本。
  ⟦3-5年|duration:{"min":"P3Y","max":"P5Y"}⟧回本。
  ⟦七八年|duration:{"min":"P7Y","max":"P8Y"}⟧的積累。
  ⟦十餘年|duration:{"iso":"P10Y","qualifier":">"}⟧的老店。
  ⟦十余年|duration:{"iso":"P10Y","qualifier":">"}⟧的老店。
  ⟦30 日|duration:{"iso":"P30D"}⟧內付款。
  跑了⟦2.5 秒|duration:{"iso":"PT2.5S"}⟧。
  半導體需要⟦5000 年|duration:{"iso":"P5000Y"}⟧嗎。
  ⟦一個月|duration:{"iso":"P1M"}⟧內上漲，用了⟦一個月|duration:{"iso":"P1M"}⟧。
  ⟦二十天|duration:{"iso":"P20D","qualifier":"<"}⟧不到。
  ⟦三天|duration:{"iso":"P3D"}⟧之內要交。
  ⟦25年|duration:{"iso":"P25Y"}⟧的經驗。
  ⟦1500 年|duration:{"iso":"P1500Y"}⟧歷史的古城。
  ⟦一年多|duration:{"iso":"P1Y","qualifier":">"}⟧後回到研究院。
  ⟦兩個半月|duration:{"iso":"P2.5M"}⟧完工。
  成績是⟦3分42秒|duration:{"iso":"PT3M42S"}⟧。
  飛行⟦1小時30分|duration:{"iso":"PT1H30M"}⟧，约⟦2小时15分钟|duration:{"iso":"PT2H15M","qualifier":"~"}⟧。
  上午10時20分開會，下午3點半散會。
  等了將近⟦兩個小時|duration:{"iso":"PT2H","qualifier":"~"}⟧，近⟦20分鐘|duration:{"iso":"PT20M","qualifier":"~"}⟧沒有車。
  等了半天，坐三輪車回去，請三思。
  用了⟦三年零四個月|duration:{"iso":"P3Y4M"}⟧，另一處用了⟦2 年 6 个月|duration:{"iso":"P2Y6M"}⟧。
  # Dates: complete
  ⟦2023 年 9 月|date:{"edtf":"2023-09"}⟧，他接任。
  ⟦2023年9月8日|date:{"edtf":"2023-09-08"}⟧，他接任。
  ⟦2023 年 9 月 8 日|date:{"edtf":"2023-09-08"}⟧晚上。
  ⟦二〇二三年九月|date:{"edtf":"2023-09"}⟧，他接任。
  ⟦二零二三年九月八日|date:{"edtf":"2023-09-08"}⟧，他接任。
  ⟦一九九八年|date:{"edtf":"1998"}⟧创立。
  ⟦2009 年|date:{"edtf":"2009"}⟧成立。
  自⟦2019 年|date:{"edtf":"2019"}⟧以來。
  從⟦2023年|date:{"edtf":"2023"}⟧到現在。
  ⟦2024 年四季度|date:{"edtf":"2024-Q4"}⟧財報。
  ⟦2024年第四季度|date:{"edtf":"2024-Q4"}⟧财报。
  ⟦2025年Q1|date:{"edtf":"2025-Q1"}⟧期間。
  ⟦2025 年一季度|date:{"edtf":"2025-Q1"}⟧。
  ⟦Q1 2025|date:{"edtf":"2025-Q1"}⟧的数据。
  ⟦2024Q3|date:{"edtf":"2024-Q3"}⟧的数据。
  ⟦2024財年|date:{"edtf":"2024"}⟧收入。
  ⟦2024财年第三季度|date:{"edtf":"2024-Q3"}⟧收入。
  ⟦2024 年下半年|date:{"edtf":"2024-07/2024-12"}⟧以來。
  ⟦2026 年上半年|date:{"edtf":"2026-01/2026-06"}⟧。
  ⟦2025 年|date:{"edtf":"2025"}⟧或者 ⟦2026 年上半年|date:{"edtf":"2026-01/2026-06"}⟧。
  ⟦2024 年底|date:{"edtf":"2024-12~"}⟧新成立。
  ⟦2023 年初|date:{"edtf":"2023-01~"}⟧獨立。
  ⟦2024 年末|date:{"edtf":"2024-12~"}⟧前後被出售。
  ⟦2024年中|date:{"edtf":"2024-06~"}⟧，完成改組。
  ⟦2023 年 3 月末|date:{"edtf":"2023-03"}⟧，改組啟動。
  ⟦2024 年 12 月底|date:{"edtf":"2024-12"}⟧。
  ⟦2024年3月上旬|date:{"edtf":"2024-03-01/2024-03-10"}⟧。
  ⟦2024年2月下旬|date:{"edtf":"2024-02-21/2024-02-29"}⟧。
  ⟦2024 年 1 月 23 日|date:{"edtf":"2024-01-23"}⟧和 ⟦24 日|date:{"edtf":"2024-01-24","resolved":"context"}⟧。
  ⟦2019-2023年|date:{"edtf":"2019/2023"}⟧的數據。
  ⟦2019年至2023年|date:{"edtf":"2019/2023"}⟧的数据。
  ⟦2023年9月至2024年3月|date:{"edtf":"2023-09/2024-03"}⟧。
  ⟦2024年3月1日-5日|date:{"edtf":"2024-03-01/2024-03-05"}⟧。
  截至⟦2024年12月31日止季度|date:{"edtf":"2024-Q4"}⟧，收入增加。
  截至⟦2024年12月31日止年度|date:{"edtf":"2024-01/2024-12"}⟧，收入增加。
  截至⟦2024年9月30日止九個月|date:{"edtf":"2024-01/2024-09"}⟧。
  ⟦2024年春節|date:{"edtf":"2024-02-10"}⟧期間。
  ⟦2024 年雙十一|date:{"edtf":"2024-11-11"}⟧。
  ⟦2024年双11|date:{"edtf":"2024-11-11"}⟧。
  ⟦2023年国庆|date:{"edtf":"2023-10-01"}⟧假期。
  ⟦2023年中秋节|date:{"edtf":"2023-09-29"}⟧。
  发布于⟦2025-03-13|date:{"edtf":"2025-03-13"}⟧。
  發布於⟦2025/3/13|date:{"edtf":"2025-03-13"}⟧。
  ⟦民國114年|date:{"edtf":"2025"}⟧的規定。
  ⟦民國一百一十三年五月|date:{"edtf":"2024-05"}⟧的規定。
  ⟦90年代|date:{"edtf":"1990/1999"}⟧的樓。
  ⟦上世紀八十年代|date:{"edtf":"1980/1989"}⟧的樓。
  ⟦1990年代|date:{"edtf":"1990/1999"}⟧的楼。
  ⟦二十世纪九十年代|date:{"edtf":"1990/1999"}⟧的楼。
  ⟦21世紀|date:{"edtf":"2001/2100"}⟧的城市。
  ⟦24年底|date:{"edtf":"2024-12~"}⟧上線。
  ⟦2024年全年|date:{"edtf":"2024"}⟧營收。
  ⟦2024年前三季度|date:{"edtf":"2024-01/2024-09"}⟧營收。
  ⟦2021|date:{"edtf":"2021"}⟧、⟦2022|date:{"edtf":"2022"}⟧ 和 ⟦2023 年|date:{"edtf":"2023"}⟧的營收。
  ⟦2024年1月13-15日|date:{"edtf":"2024-01-13/2024-01-15"}⟧開會。
  ⟦2024年1月13、14日|date:{"edtf":"2024-01-13/2024-01-14"}⟧開會。
  ⟦90年代初|date:{"edtf":"1990/1993"}⟧的房子，⟦八十年代末|date:{"edtf":"1987/1989"}⟧的房子。
  ⟦1997—1998年度|date:{"edtf":"1997/1998"}⟧的預算。
  # Dates: relative
  ⟦本月 19 日|date:{"edtf":"2025-04-19","resolved":"published"}⟧交貨，⟦上月5日|date:{"edtf":"2025-03-05","resolved":"published"}⟧下單。
  ⟦過去近二十年|date:{"edtf":"2005/2025","resolved":"published"}⟧的變化。
  ⟦4月10日|date:{"edtf":"2025-04-10","resolved":"published"}⟧星期四開張。
  新的一年裡，夏末的一天，一成不變。
  ⟦4 月 10 日|date:{"edtf":"2025-04-10","resolved":"published"}⟧，他穿著紀念衫。
  ⟦4月10日|date:{"edtf":"2025-04-10","resolved":"published"}⟧，他穿着纪念衫。
  ⟦3 月|date:{"edtf":"2025-03","resolved":"published"}⟧，我們見了面。
  ⟦今年 2 月|date:{"edtf":"2025-02","resolved":"published"}⟧稱。
  ⟦今年2月|date:{"edtf":"2025-02","resolved":"published"}⟧称。
  ⟦去年11月|date:{"edtf":"2024-11","resolved":"published"}⟧，調令下來。
  ⟦去年11月|date:{"edtf":"2024-11","resolved":"published"}⟧，调令下来。
  ⟦今年|date:{"edtf":"2025","resolved":"published"}⟧的大會上。
  ⟦前年|date:{"edtf":"2023","resolved":"published"}⟧開業。
  ⟦明年初|date:{"edtf":"2026-01~","resolved":"published"}⟧開業。
  ⟦去年底|date:{"edtf":"2024-12~","resolved":"published"}⟧開業。
  ⟦去年年底|date:{"edtf":"2024-12~","resolved":"published"}⟧开业。
  ⟦上月|date:{"edtf":"2025-03","resolved":"published"}⟧試營運。
  ⟦上個月|date:{"edtf":"2025-03","resolved":"published"}⟧試營運。
  ⟦本月|date:{"edtf":"2025-04","resolved":"published"}⟧試營運。
  ⟦昨天|date:{"edtf":"2025-04-13","resolved":"published"}⟧發了通知。
  ⟦上週五|date:{"edtf":"2025-04-11","resolved":"published"}⟧發了通知。
  ⟦上周五|date:{"edtf":"2025-04-11","resolved":"published"}⟧发了通知。
  ⟦上週|date:{"edtf":"2025-04-07/2025-04-13","resolved":"published"}⟧發了通知。
  ⟦星期三|date:{"edtf":"2025-04-09","resolved":"published"}⟧發了通知。
  ⟦過去三年|date:{"edtf":"2022/2025","resolved":"published"}⟧，他都在。
  ⟦过去三年|date:{"edtf":"2022/2025","resolved":"published"}⟧，他都在。
  ⟦近兩年|date:{"edtf":"2023/2025","resolved":"published"}⟧，有人調侃。
  ⟦近两年|date:{"edtf":"2023/2025","resolved":"published"}⟧，有人调侃。
  ⟦未來三年|date:{"edtf":"2025/2028","resolved":"published"}⟧投入不少。
  ⟦未来 3 年|date:{"edtf":"2025/2028","resolved":"published"}⟧投入不少。
  ⟦最近三個月|date:{"edtf":"2025-01/2025-04","resolved":"published"}⟧。
  ⟦過去一年半|date:{"edtf":"2023-10/2025-04","resolved":"published"}⟧。
  ⟦過去三個季度|date:{"edtf":"2024-Q3/2025-Q1","resolved":"published"}⟧。
  ⟦近30天|date:{"edtf":"2025-03-15/2025-04-14","resolved":"published"}⟧。
  ⟦三四月|date:{"edtf":"2025-03/2025-04","resolved":"published"}⟧是淡季。
  ⟦1—3月|date:{"edtf":"2025-01/2025-03","resolved":"published"}⟧的數據。
  ⟦1 月 13 日|date:{"edtf":"2025-01-13","resolved":"published"}⟧和 ⟦14 日|date:{"edtf":"2025-01-14","resolved":"context"}⟧。
  ⟦4 月第一天|date:{"edtf":"2025-04-01","resolved":"published"}⟧。
  ⟦4 月第一週|date:{"edtf":"2025-04-01/2025-04-07","resolved":"published"}⟧。
  ⟦春節|date:{"edtf":"2025-01-29","resolved":"published"}⟧期間開了會。
  ⟦今年春节|date:{"edtf":"2025-01-29","resolved":"published"}⟧期间开了会。
  ⟦去年雙十一|date:{"edtf":"2024-11-11","resolved":"published"}⟧的銷量。
  ⟦去年國慶|date:{"edtf":"2024-10-01","resolved":"published"}⟧的銷量。
  ⟦今年五一|date:{"edtf":"2025-05-01","resolved":"published"}⟧出遊。
  ⟦兩年前|date:{"edtf":"2023~","resolved":"published"}⟧，他還在學校。
  ⟦两年前|date:{"edtf":"2023~","resolved":"published"}⟧，他还在学校。
  ⟦一個月前|date:{"edtf":"2025-03~","resolved":"published"}⟧，新版上線。
  ⟦8 個月前|date:{"edtf":"2024-08~","resolved":"published"}⟧的樣子。
  ⟦三天前|date:{"edtf":"2025-04-11","resolved":"published"}⟧的樣子。
  ⟦今年上半年|date:{"edtf":"2025-01/2025-06","resolved":"published"}⟧。
  ⟦今年前三個月|date:{"edtf":"2025-01/2025-03","resolved":"published"}⟧。
  ⟦上半年|date:{"edtf":"2025-01/2025-06","resolved":"published"}⟧的計劃。
  ⟦11 月|date:{"edtf":"2024-11","resolved":"published"}⟧開的會。
  ⟦2024 年 3 月|date:{"edtf":"2024-03"}⟧開工，⟦9 月|date:{"edtf":"2024-09","resolved":"context"}⟧完工。
  ⟦2021年|date:{"edtf":"2021"}⟧立項，⟦次年|date:{"edtf":"2022","resolved":"context"}⟧完工。
  ⟦十一黃金週|date:{"edtf":"2024-10-01","resolved":"published"}⟧人多。
  ⟦第3季|date:{"edtf":"2024-Q3","resolved":"published"}⟧營收下滑，這部劇⟦第二季|rank:{"value":2,"unit":"季"}⟧開拍。
  ⟦下下週三|date:{"edtf":"2025-04-30","resolved":"published"}⟧交稿，⟦本世紀初|date:{"edtf":"2001/2010"}⟧的房子。
  ⟦2024全年|date:{"edtf":"2024"}⟧的規模。
  ⟦四月十日至十五日|date:{"edtf":"2025-04-10/2025-04-15","resolved":"published"}⟧開展。
  ⟦去年9月至今年3月|date:{"edtf":"2024-09/2025-03","resolved":"published"}⟧停業。
  淨利潤⟦-12.5億元|money:{"currency":"CNY","amount":-1250000000}⟧，⟦2025財年第二財季|date:{"edtf":"2025-Q2"}⟧轉正。
  ⟦四季度|date:{"edtf":"2024-Q4","resolved":"published"}⟧收入回升，四季如春。
  # Ranks and vague figures
  排名⟦第四|rank:{"value":4}⟧。
  位列⟦第一梯隊|rank:{"value":1,"unit":"梯隊"}⟧。
  位列⟦第一梯队|rank:{"value":1,"unit":"梯队"}⟧。
  全球⟦前三|rank:{"top":3}⟧。
  全球⟦前五名|rank:{"top":5,"unit":"名"}⟧。
  ⟦第二名|rank:{"value":2,"unit":"名"}⟧僅 ⟦6%|percent:{"value":6}⟧。
  已是⟦第二|rank:{"value":2,"unit":"梯隊"}⟧、⟦三梯隊|rank:{"value":3,"unit":"梯隊"}⟧的水平。
  遠山仍在⟦第二|rank:{"value":2,"unit":"梯队"}⟧、⟦三梯队|rank:{"value":3,"unit":"梯队"}⟧。
  第一是成本，第二是人才。
  排名⟦第二|rank:{"value":2}⟧是晨星。
  模型正經過千行百業走向各地，也會變成千行百業的工具。
  利率為⟦負2%|percent:{"value":-2}⟧，增速是⟦负0.5%|percent:{"value":-0.5}⟧。
  ⟦第二屆|rank:{"value":2,"unit":"屆"}⟧大會。
  增長⟦數十倍|vague:{"magnitude":10,"unit":"倍"}⟧。
  增长⟦数十倍|vague:{"magnitude":10,"unit":"倍"}⟧。
  每天⟦數百億次|vague:{"magnitude":10000000000,"unit":"次"}⟧。
  保持⟦兩位數|vague:{"digits":2}⟧增長。
  保持⟦两位数|vague:{"digits":2}⟧增长。
  保持⟦三位數|vague:{"digits":3}⟧增長。
  有⟦幾百家|vague:{"magnitude":100,"unit":"家"}⟧門店。
  有⟦几百家|vague:{"magnitude":100,"unit":"家"}⟧门店。
  ⟦成百上千|vague:{"magnitude":100}⟧的門店。
  只有⟦幾個|vague:{"unit":"個"}⟧人。
  只有⟦几个|vague:{"unit":"个"}⟧人。
  ⟦逾千名|vague:{"magnitude":1000,"unit":"名"}⟧員工簽了名，⟦超百家|vague:{"magnitude":100,"unit":"家"}⟧企業入駐。
  超市裏人很多，技藝高超。
  ⟦數千萬|vague:{"magnitude":10000000}⟧甚至 ⟦1 億人|count:{"value":100000000,"unit":"人"}⟧。
  ⟦十幾萬人|vague:{"magnitude":100000,"unit":"人"}⟧的大公司。
  # Nothing to find: names and codes
  Lumen2.5 和 o1 都發布了，P7 級別的人用 A100 跑 LGM-4o。
  B2B 與 B2C 都做，4.0 版和 iPhone 15 也賣，3D、5G、MP3、H20 都有。
  他們用 Comet 4 做實驗，又用 ClearSea-V3 和 o3-mini 對比。
  这款 2B 社交产品，后来变成 2C 产品。
  電話是 138-1234-5678，時間是 10:16:10。
  版本 1.2.3 已經發布，IP 是 192.168.1.1。
  世界 500 強，36氪，58同城，7-11 便利店。
  “1+6+N”的組織變革。
  4K 電視和 8K 電視，3C 產品，4S 店。
  Windows 11 和 macOS 15 都支持。
  WIFI6 路由器，COVID-19 之後。
  # Nothing to find: words
  一起去，一些人，一定要，一直走，萬一不行，千萬別急，百般無奈。
  一起去，一些人，一定要，一直走，万一不行，千万别急，百般無奈。
  亞洲四小龍，一艘船穿越三峽，十分高興，一般來說，一邊走，不一樣。
  亚洲四小龙，一艘船穿越三峡，十分高兴，一般来说，一边走，不一样。
  他回來二次創業，三言兩語，百川歸海，千言百語，萬能的神，一手建立。
  他回来二次创业，三言两语，百川归海，千言百语，万能的神，一手建立。
  一家公司的一個部門，一位員工，一條路，一套辦法，一次會議。
  一家公司的一个部门，一位员工，一条路，一套办法，一次会议。
  這一年他很忙，那一天也是，每一年都有，同一天。
  这一年他很忙，那一天也是，每一年都有，同一天。
  千行百業都要用，方方面面，兜兜轉轉，七上八下，五花八門。
  統一標準，唯一的辦法，進一步說，單一來源，逐一檢查。
  他是一把手，也是一號位，一對一挨個過會，一窩蜂。
  他是一把手，也是一号位，一对一挨个过会，一窝蜂。
  二級投資人說，三級跳，二手房，一線城市，二線品牌。
  二级投资人说，三级跳，二手房，一线城市，二线品牌。
  昨天的答案和明天的答案可能都不同。
  今天更重要的是堅持，現在還早，目前沒有，當時不知道。
  最近變化很大，近期發布，近日公布，當年如此。
  大會上萬人齊唱，萬卡集群，百貨公司，千里馬。
  大会上万人齐唱，万卡集群，百货公司，千里马。
  一年一度的盛會，一天到晚忙。
  三位一體，五湖四海，四季如春，六神無主，九牛一毛。
  每年都漲，每天都忙，每個季度都一樣。
  三段論邏輯，三句話不離本行。
  三段论逻辑，三句话不离本行。
  不成功便成仁，幾乎沒有，數據不錯，數量很大，幾何學。
  不成功便成仁，几乎没有，数据不错，数量很大，几何学。
  周圍的人，四周都是，周到的服務。
  前三甲，前一天，第一時間，第三方公司，第一性原理。
  兩岸三地，兩性話題，兩極分化，一國兩制。
  兩氫一氧，零一萬象，五一廣場，十一號樓，百草味。
  """#
