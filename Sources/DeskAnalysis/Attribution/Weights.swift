import DeskLexicons

/// Weights learned on annotated news; a decision adds up those of a candidate's features.
///
/// They are hundredths, as the file writes them, so that sums are exact and the same on every
/// machine, in whatever order they are taken.
struct Weights: Sendable {
  private var tables: [[Int16]]

  /// Reads `attribution-weights.tsv`: decision, aspect, value, weight.
  ///
  /// A row that names nothing known is left out: an entry may have gone from the list of cues
  /// since the weights were measured.
  init(_ table: Table?, cues: CueList) {
    let size = Aspect.allCases.count * Feature.values
    tables = DecisionKind.allCases.map { _ in [Int16](repeating: 0, count: size) }
    guard let table else { return }
    let names = FeatureNames(cues)
    var kinds: [UInt32: Int] = [:]
    for kind in DecisionKind.allCases {
      kinds[FeatureNames.key(Array("\(kind)".utf8)[...])] = Int(kind.rawValue)
    }
    for row in table.rows {
      guard let kind = kinds[FeatureNames.key(table.bytes(row, at: 0))],
        let feature = names.feature(table.bytes(row, at: 1), table.bytes(row, at: 2)),
        let weight = table.cell(row, at: 3).flatMap(Double.init)
      else { continue }
      tables[kind][Int(feature.id)] = Int16(clamping: Int((weight * 100).rounded()))
    }
  }

  /// The weights of one kind of decision, by the number of the feature.
  func table(_ kind: DecisionKind) -> [Int16] { tables[Int(kind.rawValue)] }
}
