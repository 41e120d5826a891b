import DeskText

/// What the words of a candidate for a source tell, kept up to date while the phrase grows by a
/// word at a time, so that of thirty candidates with one end in common no word is read thirty times.
struct PhraseFacts {
  private(set) var commas = 0
  private(set) var verbs = 0
  private var relatives = 0
  /// Whether the words have a tensed auxiliary of their own, in no relative clause; known of
  /// phrases that grow to the left.
  private(set) var isClause = false
  private var seen: UInt64 = 0
  /// For each kind inside the phrase the kind that follows its first word of that kind.
  private var followers = [WordKind?](repeating: nil, count: 64)
  private static let relativeKinds: KindSet = [.who, .which, .that, .whose]
  private static let auxiliaryKinds: KindSet = [.be, .have, .do, .modal]

  /// Commas, relative clauses and verbs of a phrase that begins with a word of kind `first`.
  func rest(first: WordKind) -> Int {
    let inner = relatives - (Self.relativeKinds.contains(first) ? 1 : 0)
    return min(commas, 7) + (inner > 0 ? 8 : 0) + (verbs > 0 ? 16 : 0)
  }

  private mutating func count(_ kind: WordKind) {
    if kind == .comma { commas += 1 }
    if Self.relativeKinds.contains(kind) { relatives += 1 }
    if WordKind.finite.contains(kind) { verbs += 1 }
  }

  /// The phrase now begins one token earlier, at `start`, and ends before `end`.
  mutating func growLeft(
    to start: Int, end: Int, _ kinds: [WordKind], _ place: Place, _ ballot: inout Ballot
  ) {
    count(kinds[start])
    if Self.auxiliaryKinds.contains(kinds[start]) { isClause = true }
    if Self.relativeKinds.contains(kinds[start]) { isClause = false }
    let inner = start + 1
    guard inner < end else { return }
    let kind = kinds[inner]
    let bit: UInt64 = 1 << UInt64(kind.rawValue)
    if seen & bit == 0 {
      seen |= bit
      ballot.share(Feature(.inside, place, kind))
    }
    if let old = followers[Int(kind.rawValue)] { ballot.unshare(Feature(.context, kind, old)) }
    followers[Int(kind.rawValue)] = nil
    if inner + 1 < end {
      followers[Int(kind.rawValue)] = kinds[inner + 1]
      ballot.share(Feature(.context, kind, kinds[inner + 1]))
    }
  }

  /// The phrase that begins at `start` now ends with the token `last`.
  mutating func growRight(
    to last: Int, start: Int, _ kinds: [WordKind], _ place: Place, _ ballot: inout Ballot
  ) {
    count(kinds[last])
    guard last > start else { return }
    let before = kinds[last - 1]
    if last - 1 > start, isNew(before, at: last - 1, start: start, kinds) {
      ballot.share(Feature(.context, before, kinds[last]))
    }
    let bit: UInt64 = 1 << UInt64(kinds[last].rawValue)
    if seen & bit == 0 {
      seen |= bit
      followers[Int(kinds[last].rawValue)] = kinds[last]
      ballot.share(Feature(.inside, place, kinds[last]))
    }
  }

  /// Whether the word before the last is the first of its kind inside the phrase.
  private mutating func isNew(_ kind: WordKind, at index: Int, start: Int, _ kinds: [WordKind])
    -> Bool
  {
    guard followers[Int(kind.rawValue)] != nil else { return false }
    followers[Int(kind.rawValue)] = nil
    return true
  }
}
