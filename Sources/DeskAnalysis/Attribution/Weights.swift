import DeskLexicons

/// Weights learned on annotated news; a decision adds up those of a candidate's features.
struct Weights: Sendable {
  private var tables: [[Float]]

  /// Reads `attribution-weights.tsv`: decision, aspect, value, weight.
  ///
  /// A row that names nothing known is left out: an entry may have gone from the list of cues
  /// since the weights were measured.
  init(_ table: Table?, cues: CueList) {
    let size = Aspect.allCases.count * Feature.values
    tables = DecisionKind.allCases.map { _ in [Float](repeating: 0, count: size) }
    guard let table else { return }
    let names = FeatureNames(cues)
    var kinds: [UInt32: Int] = [:]
    for kind in DecisionKind.allCases {
      kinds[FeatureNames.key(Array("\(kind)".utf8)[...])] = Int(kind.rawValue)
    }
    for row in table.rows {
      guard let kind = kinds[FeatureNames.key(table.bytes(row, at: 0))],
        let feature = names.feature(table.bytes(row, at: 1), table.bytes(row, at: 2)),
        let weight = table.cell(row, at: 3).flatMap(Float.init)
      else { continue }
      tables[kind][Int(feature.id)] = weight
    }
  }

  func score(_ kind: DecisionKind, _ features: [Feature]) -> Float {
    tables[Int(kind.rawValue)].withUnsafeBufferPointer { table in
      var sum: Float = 0
      for feature in features { sum += table[Int(feature.id)] }
      return sum
    }
  }

  /// The number of the candidate with the highest sum; the first of equal ones.
  func best(_ decision: Decision) -> Int {
    var best = 0
    var highest = -Float.infinity
    for (number, candidate) in decision.candidates.enumerated() {
      let sum = score(decision.kind, candidate.features)
      if sum > highest {
        highest = sum
        best = number
      }
    }
    return best
  }
}
