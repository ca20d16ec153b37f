import ZhujieEntities
import ZhujieText

/// Finds the mentions of one block of the pivot after another.
///
/// Every name seen is a candidate. A candidate falls where it stands inside a longer token, where its rule does not
/// hold, where the sentence reads better with other words, or where an ordinary word is not spoken for. Of those that are
/// left the longest, outermost win; where names cross, the choice that covers most text in fewest names.
struct MentionRecognizer {
  let gazetteer: Gazetteer
  let source: SourceIdentity?
  let published: EDTFDate?
  let boundaries = BoundaryModel()
  /// Where the block is a cell: what its table says.
  var table: TableCell?
  /// For the boundary model, used again at each name.
  var lattice = BoundaryLattice()

  init(gazetteer: Gazetteer, source: SourceIdentity?, published: EDTFDate?) {
    self.gazetteer = gazetteer
    self.source = source
    self.published = published
  }

  /// A candidate that stands.
  struct Accepted {
    let hit: NameHit
    let entry: Int
    let rule: String
    let confidence: Double
  }

  struct Rejected {
    let start: Int
    let end: Int
    let entry: Int
    let reason: LossReason
  }

  struct Doubt {
    let start: Int
    let end: Int
    let entries: [Int]
    let reason: String
  }

  /// What one block yields, in offsets of the pivot.
  struct Findings {
    var accepted: [Accepted] = []
    var rejected: [Rejected] = []
    var doubts: [Doubt] = []
  }

  mutating func findings(
    _ names: BlockNames,
    opaque: [Range<Int>],
    settled: [Settlement],
    of bytes: UnsafeBufferPointer<UInt8>
  ) -> Findings {
    var findings = Findings()
    findings.accepted.reserveCapacity(names.hits.count)
    var cluster = Cluster()
    var opaqueIndex = 0
    var settledIndex = 0
    var chain = Chain()
    for index in names.hits.indices {
      let hit = names.hits[index]
      if hit.start >= cluster.end { close(&cluster, names, into: &findings) }
      while opaqueIndex < opaque.count, opaque[opaqueIndex].upperBound <= hit.start {
        opaqueIndex += 1
      }
      if opaqueIndex < opaque.count, opaque[opaqueIndex].lowerBound < hit.end {
        findings.reject(hit, gazetteer.patterns[hit.pattern].entries, .opaque)
        continue
      }
      while settledIndex < settled.count, settled[settledIndex].range.upperBound <= hit.start {
        settledIndex += 1
      }
      let here = settled[settledIndex...].prefix { $0.range.lowerBound < hit.end }
      // Most names stand alone and need no more than a look at their edges.
      let isAlone =
        cluster.standing.isEmpty && here.isEmpty
        && (index + 1 == names.hits.count || names.hits[index + 1].start >= hit.end)
      if isAlone, let entry = plainEntry(of: hit, in: names.range, bytes) {
        findings.accepted.append(.plain(hit, entry))
        continue
      }
      guard chain.admits(hit) else {
        // The first of them tells of all.
        if chain.isJustFull {
          findings.reject(hit, gazetteer.patterns[hit.pattern].entries, .crowded)
        }
        continue
      }
      // What lies inside a name that stands is asked only where another crosses that one.
      if hit.end <= cluster.end, !cluster.isCrossed, here.isEmpty {
        cluster.deferred.append(index)
      } else if cluster.standing.count >= Self.largestCluster {
        cluster.beaten.append(index)
      } else {
        let count = cluster.standing.count
        judge(index, names, here, bytes, standing: &cluster.standing, findings: &findings)
        guard cluster.standing.count > count else { continue }
        if count > 0, !cluster.isCrossed {
          cluster.isCrossed = true
          for inner in cluster.deferred.prefix(Self.largestCluster) {
            judge(inner, names, here, bytes, standing: &cluster.standing, findings: &findings)
          }
          cluster.deferred.removeAll()
        }
        cluster.end = max(cluster.end, hit.end)
      }
    }
    close(&cluster, names, into: &findings)
    return findings
  }

  /// Names that overlap each other, until a place that none reaches over.
  private struct Cluster {
    var standing: [Accepted] = []
    var end = 0
    /// Seen inside a standing name and not judged.
    var deferred: [Int] = []
    /// Not judged, since there were too many.
    var beaten: [Int] = []
    var isCrossed = false

    mutating func removeAll() {
      standing.removeAll(keepingCapacity: true)
      deferred.removeAll(keepingCapacity: true)
      beaten.removeAll(keepingCapacity: true)
      (end, isCrossed) = (0, false)
    }
  }

  /// Names seen each of which overlaps one before it. No text of people has as many as are judged; a longer chain is
  /// made of one character or syllable again and again, and would take long.
  private struct Chain {
    private var end = 0
    private var length = 0

    mutating func admits(_ hit: NameHit) -> Bool {
      length = hit.start < end ? length + 1 : 1
      end = max(end, hit.end)
      return length <= Self.longest
    }

    var isJustFull: Bool { length == Self.longest + 1 }

    private static let longest = 128
  }

  /// No text of people has more names than this over each other; a longer chain goes to the leftmost.
  private static let largestCluster = 16

  /// Chooses among the names of a cluster, and begins the next.
  private func close(_ cluster: inout Cluster, _ names: BlockNames, into findings: inout Findings) {
    guard let first = cluster.standing.first else { return }
    if cluster.standing.count == 1 {
      findings.accepted.append(first)
    } else {
      let standing = cluster.standing.sorted {
        ($0.hit.start, $1.hit.end) < ($1.hit.start, $0.hit.end)
      }
      findings.accepted += Resolution.winners(
        of: standing,
        name: { gazetteer.entries[$0.entry].name },
        losing: &findings.rejected
      )
    }
    reject(cluster.deferred, of: names, beatenBy: first, &findings)
    reject(cluster.beaten, of: names, beatenBy: first, &findings)
    cluster.removeAll()
  }

  private func reject(_ losing: [Int], of names: BlockNames, beatenBy winner: Accepted, _ findings: inout Findings) {
    for index in losing {
      let hit = names.hits[index]
      findings.reject(
        hit,
        gazetteer.patterns[hit.pattern].entries,
        .beaten(by: gazetteer.entries[winner.entry].name)
      )
    }
  }

  /// The entry of a name that nothing speaks against and nothing has to speak for: most names.
  func plainEntry(of hit: NameHit, in block: Range<Int>, _ bytes: UnsafeBufferPointer<UInt8>)
    -> Int?
  {
    let form = gazetteer.forms[hit.pattern]
    guard let entry = form.plainEntry else { return nil }
    let span = hit.start..<hit.end
    guard NameEdges.fault(span, traits: form.traits, in: block, of: bytes) == nil,
      PersonalNames.longerName(around: span, kind: form.kind, in: block, of: bytes) == nil,
      !form.traits.contains(.hanEdge) || !boundaries.isContested(span, in: block, of: bytes)
    else { return nil }
    return entry
  }
}

extension MentionRecognizer.Accepted {
  static func plain(_ hit: NameHit, _ entry: Int) -> Self {
    Self(hit: hit, entry: entry, rule: "longest name", confidence: 0.98)
  }
}

extension MentionRecognizer.Findings {
  mutating func reject(_ hit: NameHit, _ entries: [Int], _ reason: LossReason) {
    for entry in entries { reject(hit, entry, reason) }
  }

  mutating func reject(_ hit: NameHit, _ entry: Int, _ reason: LossReason) {
    rejected.append(.init(start: hit.start, end: hit.end, entry: entry, reason: reason))
  }

  mutating func doubt(_ hit: NameHit, _ entries: [Int], _ reason: LossReason) {
    doubts.append(.init(start: hit.start, end: hit.end, entries: entries, reason: reason.text))
  }
}
