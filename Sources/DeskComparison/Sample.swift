/// The members with the smallest hashes among all that were added: a sample that does not depend
/// on their order, nor on how they were split (bottom-k sampling, Cohen and Kaplan 2007).
package struct Sample<Member: Sendable>: Sendable {
  private struct Ranked: Sendable {
    var rank: UInt64
    var id: String
    var tie: String
    var member: Member

    static func precedes(_ a: Ranked, _ b: Ranked) -> Bool {
      if a.rank != b.rank { return a.rank < b.rank }
      return a.id != b.id ? a.id < b.id : a.tie < b.tie
    }
  }

  package let limit: Int
  private let seed: UInt64
  /// How many were added in all.
  package private(set) var total = 0
  private var kept: [Ranked] = []
  /// No member ranked higher can be among the smallest.
  private var ceiling: UInt64 = .max

  package init(limit: Int, seed: UInt64) {
    self.limit = limit
    self.seed = seed
  }

  var isComplete: Bool { total <= limit }

  /// Adds a member under its id; `tie` decides between members of one id.
  package mutating func add(id: String, tie: String, _ member: @autoclosure () -> Member) {
    total += 1
    let rank = StableHash.rank(id, seed: seed)
    guard rank <= ceiling else { return }
    kept.append(Ranked(rank: rank, id: id, tie: tie, member: member()))
    if kept.count >= 2 * limit + 16 { shorten() }
  }

  /// Whether a member may be among the smallest.
  func takes(id: String) -> Bool { StableHash.rank(id, seed: seed) <= ceiling }

  /// Counts a member that is not taken.
  mutating func pass() { total += 1 }

  package mutating func merge(_ other: Sample) {
    total += other.total
    kept += other.kept
    if kept.count >= 2 * limit + 16 { shorten() }
  }

  private mutating func shorten() {
    kept.sort(by: Ranked.precedes)
    kept.removeLast(max(0, kept.count - limit))
    if kept.count == limit, let last = kept.last { ceiling = last.rank }
  }

  /// The sample, in an order that depends on the members alone.
  package var members: [Member] {
    kept.sorted(by: Ranked.precedes).prefix(limit).map(\.member)
  }
}
