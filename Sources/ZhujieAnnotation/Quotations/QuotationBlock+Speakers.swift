import ZhujieEntities
import ZhujieText

/// Who speaks.
extension QuotationBlock {
  /// Who a verb of saying belongs to, between `earliest` and the verb.
  func subject(before verb: Range<Int>, from earliest: Int) -> (Speaker, String, Double) {
    let start = max(earliest, sentenceStart(verb.lowerBound, from: earliest))
    let near = people(in: start..<verb.lowerBound)
    if let unnamed = unnamed(from: start, to: verb.lowerBound),
      near.last(where: { $0.isPerson && $0.range.lowerBound > unnamed.upperBound }) == nil
    {
      return (.unnamed(unnamed), "an unnamed person", 0.75)
    }
    if let person = near.last(where: { $0.isPerson && !isAddressed($0.range) }) {
      return (.entity(person.entity), "the person before the verb", 0.9)
    }
    if let organization = near.last(where: {
      $0.kind == .organization && $0.range.upperBound == verb.lowerBound
    }) {
      return (.entity(organization.entity), "the organization before the verb", 0.8)
    }
    if earliest == range.lowerBound || start > earliest {
      switch earlierPerson(before: start) {
      case .entity(let id): return (.entity(id), "the person of the sentence before", 0.6)
      case .unnamed(let range):
        return (.unnamed(range), "the unnamed person of the sentence before", 0.5)
      case .unknown: break
      }
    }
    return (.unknown, "nobody named", 0.3)
  }

  /// 對林遠說: the person is spoken to.
  func isAddressed(_ person: Range<Int>) -> Bool {
    guard person.lowerBound > range.lowerBound else { return false }
    // 对向跟给同与问
    return [0x5BF9, 0x5411, 0x8DDF, 0x7ED9, 0x540C, 0x4E0E, 0x95EE].contains(
      UTF8Scan.scalar(before: person.lowerBound, in: bytes).value
    )
  }

  /// The last person named before an offset in the sentence there or the one before it; where nobody is named, the
  /// unnamed one.
  func earlierPerson(before offset: Int) -> Speaker {
    let before = twoSentences(before: offset)
    if let person = people(in: before..<max(before, offset)).last(where: { $0.isPerson }) {
      return .entity(person.entity)
    }
    return unnamed(from: before, to: offset).map { .unnamed($0) } ?? .unknown
  }

  /// 一位遠山人士, 多位員工: from the number to the noun of a person.
  func unnamed(from start: Int, to end: Int) -> Range<Int>? {
    var offset = start
    var begin: Int?
    while offset < end {
      for opener in Self.openers where offset + opener.count <= end {
        if opener.elementsEqual(bytes[offset..<(offset + opener.count)]) { begin = offset }
      }
      offset += UTF8Scan.scalar(at: offset, in: bytes).length
    }
    // Up to the last noun for people; without a number before, only with a name right in front of it.
    var last: (start: Int, end: Int)?
    offset = begin ?? start
    while offset < end {
      for noun in Self.nouns where offset + noun.count <= end {
        if noun.elementsEqual(bytes[offset..<(offset + noun.count)]) {
          last = (offset, offset + noun.count)
        }
      }
      offset += UTF8Scan.scalar(at: offset, in: bytes).length
    }
    guard let last else { return nil }
    if let begin { return begin..<last.end }
    guard let owner = people(in: start..<last.start).last, !owner.isPerson,
      Self.links.contains(where: { $0.elementsEqual(bytes[owner.range.upperBound..<last.start]) })
    else {
      return nil
    }
    return owner.range.lowerBound..<last.end
  }

  /// What may stand between an organization and the noun for its people: 遠山內部人士.
  static let links = ["", "内部", "前", "的", "内部的", "官方", "高层"].map { Array($0.utf8) }

  static let openers = [
    "接近", "一位", "一名", "一家", "一个", "多位", "多名", "几位", "几名", "两位", "有位", "某位", "有其他", "其他", "另一位",
  ].map {
    Array($0.utf8)
  }
  static let nouns = [
    "人士", "员工", "高管", "管理层", "负责人", "创始人", "创业者", "工程师", "产品经理", "分析师", "投资人", "知情人", "内部人", "记者",
    "专家", "教授", "学者", "代表", "发言人", "合伙人", "总监", "经理", "用户", "客户", "老师", "同事", "朋友", "家长", "研究员",
  ].map { Array($0.utf8) }
}
