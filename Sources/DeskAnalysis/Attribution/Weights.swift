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
    tables = DecisionKind.allCases.map { _ in [Int16](repeating: 0, count: Feature.count) }
    guard let table else { return }
    Self.readRows(table, cues) { kind, feature, row in
      guard let weight = table.cell(row, at: 3).flatMap(Double.init) else { return }
      tables[Int(kind.rawValue)][Int(feature.id)] = Int16(clamping: Int((weight * 100).rounded()))
    }
  }

  /// Calls `body` with each row that names a decision and a property that are known.
  static func readRows(
    _ table: Table, _ cues: CueList, _ body: (DecisionKind, Feature, Table.Row) -> Void
  ) {
    let names = FeatureNames(cues)
    var kinds: [UInt32: DecisionKind] = [:]
    for kind in DecisionKind.allCases {
      kinds[FeatureNames.key(Array("\(kind)".utf8)[...])] = kind
    }
    for row in table.rows {
      guard let kind = kinds[FeatureNames.key(table.bytes(row, at: 0))],
        let feature = names.feature(table.bytes(row, at: 1), table.bytes(row, at: 2))
      else { continue }
      body(kind, feature, row)
    }
  }

  /// The weights of one kind of decision, by the number of the feature.
  func table(_ kind: DecisionKind) -> [Int16] { tables[Int(kind.rawValue)] }
}
