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
  private(set) var isEmpty = true
  private var shared: Int32 = 0
  private var sum: Int32 = 0
  private var openSpan: TokenSpan?
  private var openPlace = Place.none
  private var bestScore = Int32.min
  private var bestSpan: TokenSpan?
  private var bestPlace = Place.none

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

  /// The candidate that leads; nil where there is none.
  @inline(__always)
  var best: Decision.Choice? {
    isEmpty ? nil : Decision.Choice(span: bestSpan, place: bestPlace, score: bestScore)
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
    openSpan = span
    openPlace = place
    sum = shared
    isEmpty = false
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
    isEmpty = row.isEmpty
    bestScore = row.bestScore
    bestSpan = row.bestSpan
    bestPlace = row.bestPlace
  }

  /// What a feature weighs in this decision.
  @inline(__always)
  func weight(_ feature: Feature) -> Int32 { Int32(weights[Int(feature.id)]) }

  /// Of equal candidates the first wins; `lead` is what the others must have more than this one
  /// beside the sum of its weights.
  @inline(__always)
  mutating func close(lead: Int32 = 0) {
    let score = sum &+ lead
    if Record.isKept { record.close(lead: lead) }
    guard score > bestScore else { return }
    bestScore = score
    bestSpan = openSpan
    bestPlace = openPlace
  }
}
