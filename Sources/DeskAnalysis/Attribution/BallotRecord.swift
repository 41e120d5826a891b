import DeskText

/// What becomes of a decision's candidates beside the sums of their weights.
protocol BallotRecording {
  /// Whether they are kept.
  static var isKept: Bool { get }

  init()
  func share(_ feature: Feature)
  func share(_ features: (Feature, Feature, Feature?))
  func unshare(_ feature: Feature)
  func unshareAll()
  func begin(_ span: TokenSpan?, _ place: Place)
  func add(_ feature: Feature)
  func add(_ features: (Feature, Feature, Feature?))
  func close(lead: Int32)
  func ordered(for kind: DecisionKind) -> [Decision.Candidate]
}

/// Keeps nothing, for nobody looks.
struct NoRecord: BallotRecording {
  static var isKept: Bool { false }

  func share(_ feature: Feature) {}
  func share(_ features: (Feature, Feature, Feature?)) {}
  func unshare(_ feature: Feature) {}
  func unshareAll() {}
  func begin(_ span: TokenSpan?, _ place: Place) {}
  func add(_ feature: Feature) {}
  func add(_ features: (Feature, Feature, Feature?)) {}
  func close(lead: Int32) {}
  func ordered(for kind: DecisionKind) -> [Decision.Candidate] { [] }
}

/// The candidates of a decision with all of their features, for an observer.
final class BallotRecord: BallotRecording {
  static var isKept: Bool { true }

  private var candidates: [Decision.Candidate] = []
  private var shared: [Feature] = []

  func share(_ feature: Feature) { shared.append(feature) }

  func share(_ features: (Feature, Feature, Feature?)) {
    shared += [features.0, features.1] + (features.2.map { [$0] } ?? [])
  }

  func unshare(_ feature: Feature) {
    if let index = shared.lastIndex(of: feature) { shared.remove(at: index) }
  }

  func unshareAll() { shared = [] }

  func begin(_ span: TokenSpan?, _ place: Place) {
    candidates.append(Decision.Candidate(span: span, place: place, features: shared))
  }

  func add(_ feature: Feature) { candidates[candidates.count - 1].features.append(feature) }

  func add(_ features: (Feature, Feature, Feature?)) {
    add(features.0)
    add(features.1)
    if let third = features.2 { add(third) }
  }

  func close(lead: Int32) { candidates[candidates.count - 1].lead = lead }

  /// The candidates, the features of each in the order in which the decision names its aspects.
  ///
  /// Features are added in whatever order is the fastest; of those that weigh the same, readers
  /// are shown the first.
  func ordered(for kind: DecisionKind) -> [Decision.Candidate] {
    let aspects = kind.aspects
    guard !aspects.isEmpty else { return candidates }
    func rank(_ feature: Feature) -> Int {
      // Whether an entry has a source is asked behind its other answers.
      if kind == .cue, feature.aspect == .entry, feature.id & 3 < 2 {
        return aspects.lastIndex { $0.contains(.entry) } ?? aspects.count
      }
      return aspects.firstIndex { $0.contains(feature.aspect) } ?? aspects.count
    }
    return candidates.map { candidate in
      var candidate = candidate
      candidate.features = candidate.features.enumerated().map { ($0, rank($1), $1) }
        .sorted { ($0.1, $0.0) < ($1.1, $1.0) }.map(\.2)
      return candidate
    }
  }
}

extension DecisionKind {
  /// Its aspects in the order in which features are named, those of one rank together; empty where
  /// they are added in that order.
  fileprivate var aspects: [[Aspect]] {
    switch self {
    case .source:
      [
        [.bias], [.previous], [.next], [.quoted], [.category], [.inside, .context], [.before],
        [.first], [.last], [.after], [.left], [.right], [.length], [.beyond], [.verb], [.rest],
        [.opening],
      ]
    case .begin:
      [
        [.inside], [.before], [.first], [.left], [.right], [.length], [.category], [.order],
        [.bias], [.entry],
      ]
    case .start:
      [
        [.bias], [.before], [.first], [.left], [.length], [.category], [.context], [.quoted],
        [.commas], [.trailing], [.inside],
      ]
    case .end:
      [
        [.inside], [.first], [.next], [.right], [.left], [.last], [.length], [.category], [.type],
        [.bias], [.order], [.quoted], [.entry], [.context], [.beyond], [.verb], [.rest],
        [.opening], [.commas], [.around], [.segment], [.joint],
      ]
    case .cue:
      [
        [.bias], [.category], [.entry], [.precision], [.previous], [.next], [.context], [.before],
        [.after], [.head], [.beyond], [.verb], [.right], [.entry], [.left], [.first], [.quoted],
        [.length], [.order], [.position], [.group], [.entryNext], [.entryForm], [.clause],
        [.subordinate], [.agreement], [.concord], [.governor],
      ]
    case .side, .nested: []
    }
  }
}
