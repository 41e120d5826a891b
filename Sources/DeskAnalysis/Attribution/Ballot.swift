import DeskText

/// A decision being taken: each candidate's weights are added up, and the best one is kept.
///
/// The candidates themselves, with what spoke for each, are written down only where an observer
/// wants to see them: an article of a thousand words has some ten thousand.
struct Ballot {
  let kind: DecisionKind
  let cue: TokenSpan
  private(set) var best: Decision.Choice?
  private(set) var isEmpty = true
  private let weights: [Int16]
  private var shared: Int32 = 0
  private var sum: Int32 = 0
  private var open = Decision.Choice(span: nil, place: .none, score: 0)
  private let isObserved: Bool
  private var sharedFeatures: [Feature] = []
  private var candidates: [Decision.Candidate] = []

  init(_ kind: DecisionKind, cue: TokenSpan, weights: Weights, isObserved: Bool) {
    self.kind = kind
    self.cue = cue
    self.weights = weights.table(kind)
    self.isObserved = isObserved
  }

  /// All candidates, for an observer.
  var decision: Decision { Decision(kind: kind, cue: cue, candidates: candidates) }

  /// The choice of one of the candidates that an observer has seen.
  func choice(_ number: Int) -> Decision.Choice {
    let candidate = candidates[number]
    let score = candidate.features.reduce(candidate.lead) { $0 + Int32(weights[Int($1.id)]) }
    return Decision.Choice(span: candidate.span, place: candidate.place, score: score)
  }

  /// A feature of every candidate from here on.
  @inline(__always)
  mutating func share(_ feature: Feature) {
    shared += Int32(weights[Int(feature.id)])
    if isObserved { sharedFeatures.append(feature) }
  }

  /// Takes a shared feature back.
  @inline(__always)
  mutating func unshare(_ feature: Feature) {
    shared -= Int32(weights[Int(feature.id)])
    if isObserved, let index = sharedFeatures.lastIndex(of: feature) {
      sharedFeatures.remove(at: index)
    }
  }

  /// Takes all shared features back.
  mutating func unshareAll() {
    shared = 0
    sharedFeatures.removeAll()
  }

  /// Begins a candidate; `add` names its features and `close` ends it.
  @inline(__always)
  mutating func begin(_ span: TokenSpan?, _ place: Place) {
    open.span = span
    open.place = place
    sum = shared
    isEmpty = false
    if isObserved {
      candidates.append(Decision.Candidate(span: span, place: place, features: sharedFeatures))
    }
  }

  @inline(__always)
  mutating func add(_ feature: Feature) {
    sum += Int32(weights[Int(feature.id)])
    if isObserved { candidates[candidates.count - 1].features.append(feature) }
  }

  /// Of equal candidates the first wins; `lead` is what the others must have more than this one
  /// beside the sum of its weights.
  @inline(__always)
  mutating func close(lead: Int32 = 0) {
    let score = sum + lead
    if isObserved { candidates[candidates.count - 1].lead = lead }
    if let best, best.score >= score { return }
    open.score = score
    best = open
  }
}
