import ZhujieEntities
import ZhujieScript
import ZhujieText

extension Gazetteer.Builder {
  /// Marks the events whose name is a headline, such as 林遠加入遠山: in running text those words
  /// name 林遠 and 遠山. A name that ends like an event's (遠山開發者大會) is one.
  mutating func markHeadlines() {
    for index in entries.indices where entries[index].kind == .event && !entries[index].isListed {
      let pivot = Array(Normalizer().fold(entries[index].name).utf8)
      let others = namesInside(pivot, of: entries[index].entity)
      guard others > 0 else { continue }
      let endsLikeEvent = Self.eventTails.contains { tail in
        pivot.suffix(tail.count).elementsEqual(tail)
      }
      if others > 1 || !endsLikeEvent { entries[index].traits.insert(.headline) }
    }
  }

  /// How many names of other entities stand in a name, one after the other.
  private func namesInside(_ pivot: [UInt8], of entity: Int) -> Int {
    pivot.withUnsafeBufferPointer { bytes in
      var count = 0
      var end = 0
      trie.forEachHit(in: 0..<bytes.count, of: bytes) { start, hitEnd, pattern in
        guard start >= end, hitEnd - start < bytes.count,
          patterns[pattern].entries.contains(where: { entries[$0].entity != entity })
        else { return }
        count += 1
        end = hitEnd
      }
      return count
    }
  }

  private static let eventTails: [[UInt8]] = [
    "会", "节", "日", "赛", "展", "战", "周", "季", "坛", "典", "礼", "祭", "役", "案", "门", "之夜", "事件", "运动",
    "革命", "活动",
    "计划", "行动", "大促", "危机", "风波", "丑闻", "Day", "Week", "Summit", "Conference",
  ].map { Array($0.utf8) }
}
