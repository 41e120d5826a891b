import DeskText

/// What speaks for or against a candidate for a source.
///
/// Candidates come in rows with one end in common; what such a row has in common is shared by it
/// once, and what its words tell is kept up to date while the phrase grows by a word at a time, so
/// that of thirty candidates no word is read thirty times.
extension Drafter {
  /// What all candidates at one place have in common.
  func share(_ place: Place, _ context: CueContext, _ out: inout Ballot<Record>) {
    let bounds = context.bounds
    out.unshareAll()
    out.share(Feature(.bias, place, context.form.rawValue))
    out.share(Feature(.previous, place, scan.kind(context.span.start - 1, in: bounds)))
    out.share(Feature(.next, place, scan.kind(context.span.end, in: bounds)))
    out.share(Feature(.quoted, place, context.hasQuoteBefore ? 1 : 0))
    out.share(Feature(context.cue.category, Int(place.rawValue)))
  }

  /// What all phrases that begin at `start` have in common.
  @inline(__always)
  func shareBeginning(
    _ start: Int, _ place: Place, in bounds: TokenSpan, _ out: inout Ballot<Record>
  ) {
    let before = scan.kind(start - 1, in: bounds)
    out.share(.sourceOpening, place, before, scan.kinds[start])
    out.share(Feature(.beyond, scan.kind(start - 2, in: bounds), before))
  }

  /// The same for one of them.
  @inline(__always)
  func addBeginning(_ start: Int, _ place: Place, in bounds: TokenSpan, _ out: inout Ballot<Record>)
  {
    let before = scan.kind(start - 1, in: bounds)
    out.add(.sourceOpening, place, before, scan.kinds[start])
    out.add(Feature(.beyond, scan.kind(start - 2, in: bounds), before))
  }

  /// What all phrases that end before `end` have in common.
  @inline(__always)
  func shareEnd(_ end: Int, _ place: Place, in bounds: TokenSpan, _ out: inout Ballot<Record>) {
    let after = scan.kind(end, in: bounds)
    out.share(.sourceClosing, place, scan.kinds[end - 1], after)
    out.share(Feature(.verb, after, scan.kind(end + 1, in: bounds)))
  }

  /// The same for one of them.
  @inline(__always)
  func addEnd(_ end: Int, _ place: Place, in bounds: TokenSpan, _ out: inout Ballot<Record>) {
    let after = scan.kind(end, in: bounds)
    out.add(.sourceClosing, place, scan.kinds[end - 1], after)
    out.add(Feature(.verb, after, scan.kind(end + 1, in: bounds)))
  }

  @inline(__always)
  func addLength(
    _ count: Int, _ first: WordKind, _ place: Place, _ facts: PhraseFacts,
    _ out: inout Ballot<Record>
  ) {
    out.add(.sourceLength, place, first, step: Self.bucket(count))
    out.add(Feature(.rest, place, facts.rest(first: first)))
  }

  /// Lengths in steps: each up to six, then ever longer ones.
  @inline(__always)
  static func bucket(_ count: Int) -> Int {
    guard count < 16 else { return count < 23 ? 10 : count < 33 ? 11 : 12 }
    // A digit for each, the first on the right.
    let steps: UInt64 = 0x9999_8887_7654_3210
    return Int(truncatingIfNeeded: steps &>> UInt64(max(count, 0) &* 4) & 15)
  }

  // Each kind of word inside a phrase counts once, and once the word that follows the first of its
  // kind.

  /// The phrase that ends before `end` now begins one token earlier, at `start`.
  @inline(__always)
  func shareGrowth(left start: Int, end: Int, _ place: Place, _ out: inout Ballot<Record>) {
    let inner = start + 1
    guard inner < end else { return }
    let kind = scan.kinds[inner]
    let later = scan.nextOfKind(inner)
    if later >= end {
      out.share(Feature(.inside, place, kind))
    } else if later + 1 < end {
      out.unshare(Feature(.context, kind, scan.kinds[later + 1]))
    }
    if inner + 1 < end { out.share(Feature(.context, kind, scan.kinds[inner + 1])) }
  }

  /// The phrase that begins at `start` now ends with the token `last`.
  @inline(__always)
  func shareGrowth(right last: Int, start: Int, _ place: Place, _ out: inout Ballot<Record>) {
    guard last > start else { return }
    let before = last - 1
    if before > start, scan.lastOfKind(before) <= start {
      out.share(Feature(.context, scan.kinds[before], scan.kinds[last]))
    }
    if scan.lastOfKind(last) <= start { out.share(Feature(.inside, place, scan.kinds[last])) }
  }
}

/// How many commas, verbs and relative pronouns the words of a growing phrase have.
struct PhraseFacts {
  private var commas = 0
  private var hasVerb = false
  private var relatives = 0
  /// Whether the words have a tensed auxiliary of their own, in no relative clause; known of
  /// phrases that grow to the left.
  private(set) var isClause = false

  /// Commas, relative clauses and verbs of a phrase that begins with a word of kind `first`.
  @inline(__always)
  func rest(first: WordKind) -> Int {
    let inner = relatives - (first.isOne(of: .relatives) ? 1 : 0)
    return min(commas, 7) + (inner > 0 ? 8 : 0) + (hasVerb ? 16 : 0)
  }

  /// A word of a kind is now the last.
  @inline(__always)
  mutating func growRight(_ kind: WordKind) {
    if kind == .comma { commas += 1 }
    if kind.isOne(of: .relatives) { relatives += 1 }
    if kind.isOne(of: .finite) { hasVerb = true }
  }

  /// A word of a kind is now the first.
  @inline(__always)
  mutating func growLeft(_ kind: WordKind) {
    growRight(kind)
    if kind.isOne(of: [.be, .have, .do, .modal]) { isClause = true }
    if kind.isOne(of: .relatives) { isClause = false }
  }
}
