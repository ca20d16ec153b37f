import ZhujieEntities
import ZhujieScript
import ZhujieText

extension Gazetteer.Builder {
  /// Marks the events whose name is a headline, such as 林遠加入遠山: in running text those words
  /// name 林遠 and 遠山. A name that ends like an event's (遠山開發者大會) is one, unless a person acts in
  /// it (林遠現身座談會). A system's name that describes it with other names (遠山AX技術體系) is a headline too.
  mutating func markHeadlines() {
    for index in entries.indices where !entries[index].isListed {
      let kind = entries[index].kind
      guard kind == .event || kind == .system else { continue }
      let pivot = Array(Normalizer().fold(entries[index].name).utf8)
      let others = namesInside(pivot, of: entries[index].entity)
      guard others.count > 0 else { continue }
      let endsLikeEvent = Self.eventTails.contains { tail in
        pivot.suffix(tail.count).elementsEqual(tail)
      }
      if kind == .system || others.count > 1 || others.holdPerson || !endsLikeEvent {
        entries[index].traits.insert(.headline)
      }
    }
  }

  /// How many names of other entities stand in a name, one after the other, and whether one is a person's.
  private func namesInside(_ pivot: [UInt8], of entity: Int) -> (count: Int, holdPerson: Bool) {
    pivot.withUnsafeBufferPointer { bytes in
      var count = 0
      var holdPerson = false
      var end = 0
      trie.forEachHit(in: 0..<bytes.count, of: bytes) { start, hitEnd, pattern in
        guard start >= end, hitEnd - start < bytes.count,
          patterns[pattern].entries.contains(where: { entries[$0].entity != entity })
        else { return }
        count += 1
        end = hitEnd
        if patterns[pattern].entries.contains(where: { entries[$0].kind == .person }) {
          holdPerson = true
        }
      }
      return (count, holdPerson)
    }
  }

  private static let eventTails: [[UInt8]] = [
    "会", "节", "日", "赛", "展", "战", "周", "季", "坛", "典", "礼", "祭", "役", "案", "门", "之夜", "事件", "运动",
    "革命", "活动",
    "计划", "行动", "大促", "危机", "风波", "丑闻", "Day", "Week", "Summit", "Conference",
  ].map { Array($0.utf8) }
}
