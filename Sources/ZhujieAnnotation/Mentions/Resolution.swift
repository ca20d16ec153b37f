/// Chooses among names that overlap.
///
/// Names that lie inside others lose to them. Where names cross, the choice covers as much text as it can, in as few
/// names as it can, the leftmost and longest first: 遠山雲計算集團 with the names 遠山, 遠山雲 and 雲計算集團 is 遠山 and 雲計算集團.
enum Resolution {
  typealias Accepted = MentionRecognizer.Accepted

  /// `standing` is in order of start, the longer first. The winners are in order.
  static func winners(
    of standing: [Accepted],
    name: (Accepted) -> String,
    losing: inout [MentionRecognizer.Rejected]
  ) -> [Accepted] {
    var winners: [Accepted] = []
    winners.reserveCapacity(standing.count)
    var first = 0
    while first < standing.count {
      var end = standing[first].hit.end
      var next = first + 1
      while next < standing.count, standing[next].hit.start < end {
        end = max(end, standing[next].hit.end)
        next += 1
      }
      if next == first + 1 {
        winners.append(standing[first])
      } else {
        let cluster = standing[first..<next]
        let chosen = best(of: cluster)
        winners += chosen
        for candidate in cluster
        where !chosen.contains(where: {
          $0.hit.start == candidate.hit.start && $0.hit.end == candidate.hit.end
        }) {
          let winner = chosen.first {
            $0.hit.start < candidate.hit.end && candidate.hit.start < $0.hit.end
          }
          losing.append(
            .init(
              start: candidate.hit.start,
              end: candidate.hit.end,
              entry: candidate.entry,
              reason: .beaten(by: winner.map(name) ?? "")
            )
          )
        }
      }
      first = next
    }
    return winners
  }

  /// From the right: the best choice from each candidate on, either without it or with it and what starts at its end or later.
  private static func best(of cluster: ArraySlice<Accepted>) -> [Accepted] {
    struct Plan {
      var covered = 0
      var names = 0
      var takes = false
      var next = 0
    }
    let items = Array(cluster)
    var plans = Array(repeating: Plan(), count: items.count + 1)
    plans[items.count].next = items.count
    for i in stride(from: items.count - 1, through: 0, by: -1) {
      var low = i + 1
      var high = items.count
      while low < high {
        let middle = (low + high) / 2
        if items[middle].hit.start < items[i].hit.end { low = middle + 1 } else { high = middle }
      }
      let with = Plan(
        covered: plans[low].covered + items[i].hit.end - items[i].hit.start,
        names: plans[low].names + 1,
        takes: true,
        next: low
      )
      let without = Plan(
        covered: plans[i + 1].covered,
        names: plans[i + 1].names,
        takes: false,
        next: i + 1
      )
      // On a tie the earlier start wins, so the candidate is taken.
      let isBetter = (with.covered, -with.names) >= (without.covered, -without.names)
      plans[i] = isBetter ? with : without
    }
    var chosen: [Accepted] = []
    var i = 0
    while i < items.count {
      if plans[i].takes { chosen.append(items[i]) }
      i = plans[i].next
    }
    return chosen
  }
}
