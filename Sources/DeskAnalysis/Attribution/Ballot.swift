import DeskText

/// A decision being taken: each candidate's weights are added up, and the best one is kept.
///
/// The candidates themselves, with what spoke for each, are written down only where an observer
/// wants to see them: an article of a thousand words has some ten thousand. `Record` is known when
/// the program is compiled, so that a decision without observer is made of sums alone.
struct Ballot<Record: BallotRecording> {
  let kind: DecisionKind
  let cue: TokenSpan
  // The tables outlive every decision; as addresses they cost it no count of references.
  private let weights: UnsafePointer<Int16>
  private let compounds: UnsafePointer<Int32>
  /// What an observer sees.
  private let record = Record()
  private var shared: Int32 = 0
  /// What the open candidate has so far.
  private(set) var sum: Int32 = 0
  private var open = Pick(nil, .none)
  private var bestScore = Int32.min
  private var bestPick = Pick(nil, .none)

  @inline(__always)
  init(_ kind: DecisionKind, cue: TokenSpan, weights: Weights) {
    self.kind = kind
    self.cue = cue
    self.weights = weights.table(kind).start
    compounds = weights.compounds.start
  }

  /// All candidates, for an observer.
  var decision: Decision {
    Decision(kind: kind, cue: cue, candidates: record.ordered(for: kind))
  }

  /// Whether it has had no candidate.
  @inline(__always)
  var isEmpty: Bool { bestScore == .min }

  /// The candidate that leads; nil where there is none.
  @inline(__always)
  var best: Decision.Choice? {
    isEmpty ? nil : Decision.Choice(span: bestPick.span, place: bestPick.place, score: bestScore)
  }

  /// The choice of one of the candidates that an observer has seen.
  func choice(_ number: Int) -> Decision.Choice {
    let candidate = record.ordered(for: kind)[number]
    let score = candidate.features.reduce(candidate.lead) { $0 + Int32(weights[Int($1.id)]) }
    return Decision.Choice(span: candidate.span, place: candidate.place, score: score)
  }

  /// A feature of every candidate from here on.
  @inline(__always)
  mutating func share(_ feature: Feature) {
    shared &+= Int32(weights[Int(feature.id)])
    if Record.isKept { record.share(feature) }
  }

  /// A compound of every candidate from here on.
  @inline(__always)
  mutating func share(_ compound: Compound, _ place: Place, _ a: WordKind, _ b: WordKind) {
    shared &+= compounds[compound.index(place, Int(a.rawValue), Int(b.rawValue))]
    if Record.isKept { record.share(compound.features(place, Int(a.rawValue), Int(b.rawValue))) }
  }

  /// Takes a shared feature back.
  @inline(__always)
  mutating func unshare(_ feature: Feature) {
    shared &-= Int32(weights[Int(feature.id)])
    if Record.isKept { record.unshare(feature) }
  }

  /// Shares four features.
  @inline(__always)
  mutating func share(_ features: (Feature, Feature, Feature, Feature)) {
    share(features.0)
    share(features.1)
    share(features.2)
    share(features.3)
  }

  /// Takes four shared features back.
  @inline(__always)
  mutating func unshare(_ features: (Feature, Feature, Feature, Feature)) {
    unshare(features.0)
    unshare(features.1)
    unshare(features.2)
    unshare(features.3)
  }

  /// Takes all shared features back.
  @inline(__always)
  mutating func unshareAll() {
    shared = 0
    if Record.isKept { record.unshareAll() }
  }

  /// Begins a candidate; `add` names its features and `close` ends it.
  @inline(__always)
  mutating func begin(_ span: TokenSpan?, _ place: Place) {
    open = Pick(span, place)
    sum = shared
    if Record.isKept { record.begin(span, place) }
  }

  @inline(__always)
  mutating func add(_ feature: Feature) {
    sum &+= Int32(weights[Int(feature.id)])
    if Record.isKept { record.add(feature) }
  }

  @inline(__always)
  mutating func add(_ compound: Compound, _ place: Place, _ a: WordKind, _ b: WordKind) {
    sum &+= compounds[compound.index(place, Int(a.rawValue), Int(b.rawValue))]
    if Record.isKept { record.add(compound.features(place, Int(a.rawValue), Int(b.rawValue))) }
  }

  @inline(__always)
  mutating func add(_ compound: Compound, _ place: Place, _ kind: WordKind, step: Int) {
    sum &+= compounds[compound.index(place, Int(kind.rawValue), step)]
    if Record.isKept { record.add(compound.features(place, Int(kind.rawValue), step)) }
  }

  /// Adds a sum that is known already; `name` gives an observer the features of which it is made.
  @inline(__always)
  mutating func add(_ known: Int32, named name: ((Feature) -> Void) -> Void) {
    sum &+= known
    if Record.isKept { name(record.add) }
  }

  /// Takes over what leads in a copy that has weighed a row of candidates.
  ///
  /// Such a copy is a function's own, so that its sums stay in registers while the row is weighed.
  @inline(__always)
  mutating func take(_ row: Self) {
    bestScore = row.bestScore
    bestPick = row.bestPick
  }

  /// What a feature weighs in this decision.
  @inline(__always)
  func weight(_ feature: Feature) -> Int32 { Int32(weights[Int(feature.id)]) }

  @inline(__always)
  func weight(_ features: (Feature, Feature, Feature, Feature)) -> Int32 {
    weight(features.0) &+ weight(features.1) &+ weight(features.2) &+ weight(features.3)
  }

  /// Whether the open candidate can still lead, if it gets no more than this.
  @inline(__always)
  func canLead(_ most: Int32) -> Bool { sum &+ most > bestScore }

  /// Whether a later candidate can still lead, if it gets no more than this beside what is shared.
  @inline(__always)
  func canLead(sharing most: Int32) -> Bool { shared &+ most > bestScore }

  /// Of equal candidates the first wins; `lead` is what the others must have more than this one
  /// beside the sum of its weights.
  @inline(__always)
  mutating func close(lead: Int32 = 0) {
    let score = sum &+ lead
    if Record.isKept { record.close(lead: lead) }
    guard score > bestScore else { return }
    bestScore = score
    bestPick = open
  }
}

/// A candidate's words and place in one number, as loops that weigh candidates carry it along.
private struct Pick {
  private let bits: UInt64

  /// Words are never none, and a text has fewer than 2^30 tokens.
  @inline(__always)
  init(_ span: TokenSpan?, _ place: Place) {
    let start = span?.start ?? 0
    let end = span?.end ?? 0
    assert(span == nil || end > start && end < 1 << 30)
    bits = UInt64(truncatingIfNeeded: (start &<< 30 | end) &<< 4 | place.rawValue)
  }

  @inline(__always)
  var span: TokenSpan? {
    let end = Int(bits >> 4 & 0x3FFF_FFFF)
    return end == 0 ? nil : TokenSpan(Int(bits >> 34), end)
  }

  @inline(__always)
  var place: Place { Place(rawValue: Int(bits & 15)) ?? .none }
}
