import HeapModule

/// Puts things into groups, always joining the two groups that are most alike.
///
/// How alike two groups are is a mix of the mean over their pairs (average linkage, Sokal and
/// Michener 1958) and of the least alike pair (complete linkage, Sørensen 1948): the mean alone
/// lets two events of one kind run together, the least pair alone tears an event apart.
struct Linkage {
  /// How groups are judged.
  struct Rule: Sendable {
    /// The share of the mean; the least pair has the rest.
    var meanShare: Float
    /// Groups less alike than this stay apart.
    var threshold: Float
    /// How much less alike two large groups count than a group and a single thing.
    ///
    /// Of one event the most alike articles come together first and the others join them one by
    /// one; two groups that each have come together apart from the other are two events of a kind
    /// more often.
    var reserve: Float = 0
  }

  private struct Tie {
    var sum: Float
    var least: Float
  }

  /// What is to be joined next: the most alike is the least step; of equals the earlier things.
  private struct Step: Comparable {
    var score: Float
    var first: Int
    var second: Int

    static func < (a: Step, b: Step) -> Bool {
      a.score != b.score
        ? a.score > b.score : (a.first, a.second) < (b.first, b.second)
    }
  }

  private let rule: Rule
  /// For each group how many of its things are of each kind; empty where there are no kinds.
  private var kinds: [[Int: Int]]
  private var ties: [[Int: Tie]]
  private var members: [[Int]]
  /// How many things each group has.
  private var sizes: [Int]
  private var isJoined: [Bool]
  private var heap = Heap<Step>()

  /// - Parameters:
  ///   - count: how many things there are.
  ///   - pairs: how alike two of them are; those not named are not alike.
  ///   - kinds: of each thing; pairs of one kind are not asked for.
  ///   - rule: how groups are judged.
  private init(
    _ count: Int, _ pairs: [(first: Int, second: Int, similarity: Float)], kinds: [Int],
    _ rule: Rule
  ) {
    self.rule = rule
    self.kinds = kinds.map { [$0: 1] }
    ties = Array(repeating: [:], count: count)
    members = (0..<count).map { [$0] }
    sizes = Array(repeating: 1, count: count)
    isJoined = Array(repeating: false, count: count)
    for (first, second, similarity) in pairs {
      let tie = Tie(sum: similarity, least: similarity)
      ties[first][second] = tie
      ties[second][first] = tie
      push(first, second, tie)
    }
  }

  private func score(_ first: Int, _ second: Int, _ tie: Tie) -> Float {
    let mean = tie.sum / Float(pairCount(first, second))
    let alike = rule.meanShare * mean + (1 - rule.meanShare) * tie.least
    return alike * (1 - rule.reserve * (1 - 1 / Float(min(sizes[first], sizes[second]))))
  }

  /// How many pairs two groups have, those of one kind aside.
  private func pairCount(_ first: Int, _ second: Int) -> Int {
    let all = sizes[first] * sizes[second]
    guard !kinds.isEmpty else { return all }
    let same = kinds[first].reduce(0) { $0 + $1.value * (kinds[second][$1.key] ?? 0) }
    return max(1, all - same)
  }

  private mutating func push(_ first: Int, _ second: Int, _ tie: Tie) {
    let score = score(first, second, tie)
    guard score >= rule.threshold else { return }
    heap.insert(Step(score: score, first: min(first, second), second: max(first, second)))
  }

  /// The groups of `count` things, each ascending, in the order of their first ones.
  ///
  /// Where things have kinds, pairs of one kind do not count in the mean.
  static func groups(
    of count: Int, _ pairs: [(first: Int, second: Int, similarity: Float)], kinds: [Int] = [],
    by rule: Rule
  ) -> [[Int]] {
    var linkage = Linkage(count, pairs, kinds: kinds, rule)
    while let step = linkage.heap.popMin() {
      guard !linkage.isJoined[step.first], !linkage.isJoined[step.second] else { continue }
      linkage.join(step.first, step.second)
    }
    return linkage.members.indices.filter { !linkage.isJoined[$0] }
      .map { linkage.members[$0].sorted() }.sorted { $0[0] < $1[0] }
  }

  private mutating func join(_ first: Int, _ second: Int) {
    isJoined[first] = true
    isJoined[second] = true
    let new = members.count
    members.append(members[first] + members[second])
    sizes.append(sizes[first] + sizes[second])
    if !kinds.isEmpty { kinds.append(kinds[first].merging(kinds[second], uniquingKeysWith: +)) }
    isJoined.append(false)
    var joined: [Int: Tie] = [:]
    for (other, tie) in ties[first] where !isJoined[other] {
      // A pair that is not named is not alike at all.
      let second = ties[second][other] ?? Tie(sum: 0, least: 0)
      joined[other] = Tie(sum: tie.sum + second.sum, least: min(tie.least, second.least))
    }
    for (other, tie) in ties[second] where !isJoined[other] && joined[other] == nil {
      joined[other] = Tie(sum: tie.sum, least: 0)
    }
    for gone in [first, second] {
      for other in ties[gone].keys { ties[other][gone] = nil }
      ties[gone] = [:]
    }
    ties.append(joined)
    for other in joined.keys.sorted() {
      guard let tie = joined[other] else { continue }
      ties[other][new] = tie
      push(other, new, tie)
    }
  }
}
