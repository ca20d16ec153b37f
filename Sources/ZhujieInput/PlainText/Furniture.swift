import ZhujieText

/// Words by which the furniture around an article is known, in either script. They are general:
/// what a particular site prints belongs into `drop`.
enum Furniture {
  /// A notice that stands below an article: the block that begins so is furniture to its end.
  static func opensNotice(_ text: String) -> Bool {
    let text = text.drop { "（([【*＊※".contains($0) }
    let lower = text.lowercased()
    if noticeOpenings.contains(where: { lower.hasPrefix($0) }) { return true }
    return noticeLabels.contains { label in
      guard lower.hasPrefix(label) else { return false }
      // As a label only: 風險提示 can also begin a sentence.
      guard let next = lower.dropFirst(label.count).unicodeScalars.first else { return true }
      return ":：】)）]|｜\n\r".unicodeScalars.contains(next) || ScalarClass.isSpace(next.value)
    }
  }

  /// A line that only parts what is above it from what is below: `---`, `＊＊＊`.
  static func isRule(_ text: String) -> Bool {
    text.unicodeScalars.count >= 3
      && text.unicodeScalars.allSatisfy {
        "-*=_~—–─━＊＝·•◆◇■□●○☆★#+".unicodeScalars.contains($0) || ScalarClass.isSpace($0.value)
      }
  }

  /// A line of the page around the article: donations, sharing, counters, editors.
  static func isPageLine(_ line: TextLine, _ text: String) -> Bool {
    guard line.scalarCount <= 40, line.ending == .none || line.ending == .comma else {
      return false
    }
    if isNumberStub(text) || isOnlyPageWords(text) { return true }
    return requests.contains { text.contains($0) }
  }

  /// `1. 1`, `2.`, `３`: what is left of a list whose items were pictures or links.
  static func isNumberStub(_ text: String) -> Bool {
    var digits = 0
    for scalar in text.unicodeScalars {
      if ScalarClass.isDigit(scalar.value) {
        digits += 1
      } else if !ScalarClass.isSpace(scalar.value),
        !".、)）．".unicodeScalars.contains(scalar)
      {
        return false
      }
    }
    return digits > 0 && digits <= 6
  }

  /// The heading of a list of other articles: all that follows it is furniture.
  static func opensLinks(_ line: TextLine, _ text: String) -> Bool {
    guard line.scalarCount <= 16 else { return false }
    let lower = text.lowercased()
    return linkHeadings.contains { lower.hasPrefix($0) }
  }

  /// The heading of a list of what is read or traded most: furniture where a list of stubs follows.
  static func opensRanking(_ line: TextLine, _ text: String) -> Bool {
    guard line.scalarCount <= 12, line.ending != .sentence else { return false }
    return rankings.contains { text.hasPrefix($0) } || text.hasSuffix("榜") || text.hasSuffix("排行")
  }

  /// Whether a line is made of words like 閱讀, 分享, 收藏 and numbers alone.
  private static func isOnlyPageWords(_ text: String) -> Bool {
    var rest = Substring(text)
    var words = 0
    outer: while let first = rest.unicodeScalars.first {
      if ScalarClass.isDigit(first.value) || ScalarClass.isSpace(first.value)
        || "()（）[]【】+,.·|｜/:：-—>›》＞".unicodeScalars.contains(first)
      {
        rest = Substring(rest.unicodeScalars.dropFirst())
        continue
      }
      for word in pageWords where rest.hasPrefix(word) {
        rest = rest.dropFirst(word.count)
        words += 1
        continue outer
      }
      return false
    }
    return words > 0
  }

  private static let noticeLabels: [String] = [
    "免責聲明", "免责声明", "版權聲明", "版权声明", "風險提示", "风险提示", "風險提醒", "风险提醒", "特別聲明", "特别声明", "重要聲明",
    "重要声明", "鄭重聲明", "郑重声明", "聲明", "声明", "轉載聲明", "转载声明", "文章來源", "文章来源", "原文標題", "原文标题",
    "disclaimer",
    "copyright",
  ]

  private static let noticeOpenings: [String] = [
    "版權所有", "版权所有", "版權歸", "版权归", "轉載請", "转载请", "未經授權", "未经授权", "未經許可", "未经许可", "本文為原創", "本文为原创",
    "本文僅代表", "本文仅代表", "本文內容僅", "本文内容仅", "以上內容僅", "以上内容仅", "本文不構成", "本文不构成", "本文來自", "本文来自",
    "本文由", "本文首發", "本文首发", "投資有風險", "投资有风险", "©", "all rights reserved", "(c) 20",
  ]

  private static let requests: [String] = [
    "打賞", "打赏", "讚賞", "赞赏", "贊賞", "掃一掃", "扫一扫", "掃碼", "扫码", "掃描二維碼", "扫描二维码", "二維碼", "二维码",
    "長按識別", "长按识别", "長按關注", "长按关注", "點擊關注", "点击关注", "關注我們", "关注我们", "歡迎關注", "欢迎关注", "分享到",
    "分享至", "返回頂部", "返回顶部", "返回首頁", "返回首页", "上一篇", "下一篇", "責任編輯", "责任编辑", "版權所有", "版权所有",
    "閱讀原文", "阅读原文", "點擊查看", "点击查看", "下載APP", "下载APP", "下載客戶端", "下载客户端", "發表評論", "发表评论",
    "查看更多", "展開全文", "展开全文", "加入收藏", "舉報", "举报",
  ]

  private static let pageWords: [String] = [
    "閱讀全文", "阅读全文", "閱讀", "阅读", "分享", "評論", "评论", "收藏", "點贊", "点赞", "點讚", "在看", "喜歡", "喜欢", "轉發",
    "转发", "留言", "推薦", "推荐", "關注", "关注", "登錄", "登录", "登入", "註冊", "注册", "複製鏈接", "复制链接", "微信好友", "微信",
    "微博", "朋友圈", "QQ空間", "QQ空间", "QQ", "全文完", "本文完", "完", "END", "End", "標籤", "标签", "瀏覽", "浏览", "贊",
    "赞",
    "踩", "打印", "列印", "大", "中", "小", "字號", "字号", "次", "人", "Share", "Like", "Comment", "Tweet",
    "Print",
  ]

  private static let linkHeadings: [String] = [
    "相關閱讀", "相关阅读", "推薦閱讀", "推荐阅读", "延伸閱讀", "延伸阅读", "更多閱讀", "更多阅读", "相關文章", "相关文章", "相關推薦",
    "相关推荐", "相關新聞", "相关新闻", "相關報道", "相关报道", "猜你喜歡", "猜你喜欢", "更多精彩", "往期回顧", "往期回顾", "往期精選",
    "往期精选", "熱門文章", "热门文章", "熱門推薦", "热门推荐", "最新文章", "為您推薦", "为您推荐", "related", "read more",
    "more from", "most read", "trending", "you may also like", "recommended",
  ]

  private static let rankings: [String] = [
    "熱議", "热议", "熱門", "热门", "熱搜", "热搜", "熱點", "热点", "人氣", "人气", "排行", "最新", "今日", "24小時", "24小时",
  ]
}
