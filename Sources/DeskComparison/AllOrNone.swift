/// All members that were added, or none where there are more than a limit: what can be worked out of
/// all of them only, and of not too many.
struct AllOrNone<Member: Sendable>: Sendable {
  let limit: Int
  /// How many were added in all.
  private(set) var total = 0
  private(set) var members: [Member] = []

  init(limit: Int) { self.limit = limit }

  var isComplete: Bool { total <= limit }

  mutating func add(_ member: @autoclosure () -> Member) {
    total += 1
    if isComplete { members.append(member()) } else { members = [] }
  }

  mutating func merge(_ other: AllOrNone) {
    total += other.total
    if isComplete { members += other.members } else { members = [] }
  }
}
