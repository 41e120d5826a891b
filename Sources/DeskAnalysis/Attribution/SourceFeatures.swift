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
    let before = scan.kind(start - 1, from: bounds.start)
    out.share(.sourceOpening, place, before, scan.kinds[start])
    out.share(Feature(.beyond, scan.kind(start - 2, from: bounds.start), before))
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
    let after = scan.kind(end, upTo: bounds.end)
    out.share(.sourceClosing, place, scan.kinds[end - 1], after)
    out.share(Feature(.verb, after, scan.kind(end + 1, upTo: bounds.end)))
  }

  /// The same for one of them, whose last word and the two behind it are of these kinds.
  @inline(__always)
  func addEnd(
    _ last: WordKind, _ after: WordKind, _ afterThat: WordKind, _ place: Place,
    _ out: inout Ballot<Record>
  ) {
    out.add(.sourceClosing, place, last, after)
    out.add(Feature(.verb, after, afterThat))
  }

  /// How long a phrase is and what its words are, the first of the kind `first`.
  @inline(__always)
  func addLength(
    _ count: Int, _ first: WordKind, _ place: Place, _ phrase: PhraseWords,
    _ out: inout Ballot<Record>
  ) {
    out.add(.sourceLength, place, first, step: Self.bucket(count))
    out.add(Feature(pair: .rest, place.rawValue, phrase.rest(first: first)))
  }

  /// Lengths in steps: each up to six, then ever longer ones.
  @inline(__always)
  static func bucket(_ count: Int) -> Int {
    assert(count >= 0)
    guard count < 16 else { return count < 23 ? 10 : count < 33 ? 11 : 12 }
    // A digit for each, the first on the right.
    let steps: UInt64 = 0x9999_8887_7654_3210
    return Int(truncatingIfNeeded: steps &>> UInt64(truncatingIfNeeded: count &* 4) & 15)
  }

  /// The phrase now ends with a word of one kind, after one of another.
  ///
  /// Each kind of word behind the first one counts once, and once the word that follows the first of
  /// its kind.
  @inline(__always)
  func grow(
    _ phrase: inout PhraseWords, with kind: WordKind, after before: WordKind, _ place: Place,
    _ out: inout Ballot<Record>
  ) {
    if phrase.hasNew { out.share(Feature(.context, before, kind)) }
    if phrase.append(kind) { out.share(Feature(.inside, place, kind)) }
  }
}

/// The words of a growing phrase: which kinds stand behind the first one, and how many commas.
struct PhraseWords {
  private var kinds = KindSet()
  /// The commas, up to seven, and from eight on whether there are relative pronouns and verbs.
  private var rest = 0
  /// Whether the last word is the only one of its kind behind the first.
  private(set) var hasNew = false

  /// Commas, relative clauses and verbs of a phrase that begins with a word of kind `first`.
  @inline(__always)
  func rest(first: WordKind) -> Int { rest | (first.isOne(of: .finite) ? 16 : 0) }

  /// A word is now the last; whether it is the first of its kind.
  @inline(__always)
  mutating func append(_ kind: WordKind) -> Bool {
    hasNew = insert(kind)
    return hasNew
  }

  /// A word stands behind the first; whether it is the first of its kind.
  @inline(__always)
  mutating func insert(_ kind: WordKind) -> Bool {
    if kind == .comma, rest & 7 < 7 { rest &+= 1 }
    if kinds.contains(kind) { return false }
    kinds.insert(kind)
    if kind.isOne(of: .relatives) { rest |= 8 }
    if kind.isOne(of: .finite) { rest |= 16 }
    return true
  }
}
