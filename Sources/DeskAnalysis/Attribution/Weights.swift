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
    Self.readRows(table, cues) { kind, feature, _, weight in
      guard let hundredths = Self.hundredths(weight) else { return }
      tables[Int(kind.rawValue)][Int(feature.id)] = Int16(clamping: hundredths)
    }
  }

  /// Calls `body` with each row that names a decision and a property that are known, and with the
  /// bytes of its weight.
  static func readRows(
    _ table: Table, _ cues: CueList,
    _ body: (DecisionKind, Feature, Table.Row, ArraySlice<UInt8>) -> Void
  ) {
    let names = FeatureNames(cues)
    var kinds: [UInt32: DecisionKind] = [:]
    for kind in DecisionKind.allCases {
      kinds[FeatureNames.key(Array("\(kind)".utf8)[...])] = kind
    }
    var cells: [Range<Int>] = []
    for row in table.rows {
      table.split(row, into: &cells)
      guard cells.count >= 4, let kind = kinds[FeatureNames.key(table.bytes[cells[0]])],
        let feature = names.feature(table.bytes[cells[1]], table.bytes[cells[2]])
      else { continue }
      body(kind, feature, row, table.bytes[cells[3]])
    }
  }

  /// A number as the file writes it, `-0.41`, in hundredths.
  private static func hundredths(_ written: ArraySlice<UInt8>) -> Int? {
    let isNegative = written.first == 0x2D
    let digits = isNegative ? written.dropFirst() : written
    var value = 0
    var behindPoint = -1
    for byte in digits {
      if byte == 0x2E, behindPoint < 0 {
        behindPoint = 0
      } else if byte &- 0x30 < 10, behindPoint < 2, value < 1_000_000 {
        value = value * 10 + Int(byte - 0x30)
        if behindPoint >= 0 { behindPoint += 1 }
      } else {
        return Double(String(decoding: written, as: UTF8.self)).map {
          Int(($0 * 100).rounded())
        }
      }
    }
    guard digits.count > (behindPoint < 0 ? 0 : 1) else { return nil }
    for _ in max(behindPoint, 0)..<2 { value *= 10 }
    return isNegative ? -value : value
  }

  /// The weights of one kind of decision, by the number of the feature.
  func table(_ kind: DecisionKind) -> [Int16] { tables[Int(kind.rawValue)] }
}
