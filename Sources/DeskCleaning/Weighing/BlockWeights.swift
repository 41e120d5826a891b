import DeskLexicons

/// Weights learned on pages whose articles people marked: how much a property of a block speaks for
/// keeping it, or against.
struct BlockWeights: Sendable {
  private var keys: [UInt64]
  private var rows: [Row]
  /// What removals by weights of each aspect are called.
  private var categories = [String](repeating: "", count: BlockAspect.allCases.count)
  private let file: String

  private struct Row {
    var weight: Float = 0
    var line: Int32 = 0
  }

  /// Reads `cleaning-weights.tsv`: aspect, value, weight, category; a row that names no aspect is
  /// left out.
  init(_ table: Table?) {
    file = table?.file ?? ""
    var size = 256
    while size < (table?.rows.count ?? 0) * 2 { size *= 2 }
    keys = Array(repeating: .max, count: size)
    rows = Array(repeating: Row(), count: size)
    guard let table else { return }
    for row in table.rows {
      guard let aspect = table.cell(row, at: 0).flatMap({ BlockAspect.byName[$0] }),
        let value = table.cell(row, at: 1),
        let weight = table.cell(row, at: 2).flatMap(Float.init)
      else { continue }
      let number = aspect.isWritten ? WordHash.of(value) : UInt32(value) ?? 0
      let slot = self.slot(Self.key(aspect, number))
      keys[slot] = Self.key(aspect, number)
      rows[slot] = Row(weight: weight, line: Int32(row.line))
      categories[Int(aspect.rawValue)] = table.cell(row, at: 3) ?? ""
    }
  }

  @inline(__always)
  private static func key(_ aspect: BlockAspect, _ value: UInt32) -> UInt64 {
    UInt64(aspect.rawValue) << 32 | UInt64(value)
  }

  /// Where a key stands, or would.
  @inline(__always)
  private func slot(_ key: UInt64) -> Int {
    var slot = Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 33) & (keys.count - 1)
    while keys[slot] != .max, keys[slot] != key { slot = (slot + 1) & (keys.count - 1) }
    return slot
  }

  /// The sum of a block's weights, and the one that speaks most against it.
  struct Sum: PropertyReceiver {
    private let weights: BlockWeights
    private(set) var total: Float = 0
    private var strongest = BlockAspect.bias
    private var lowest = Row()

    init(_ weights: BlockWeights) { self.weights = weights }

    /// Begins the sum of the next block.
    mutating func clear() {
      total = 0
      strongest = .bias
      lowest = Row()
    }

    /// The weight that speaks most against the block, as its rule.
    var verdict: Verdict {
      Verdict(
        reason: weights.categories[Int(strongest.rawValue)],
        rule: "\(weights.file):\(lowest.line)")
    }

    mutating func take(_ aspect: BlockAspect, _ number: Int) {
      add(aspect, UInt32(truncatingIfNeeded: number))
    }

    mutating func take(_ aspect: BlockAspect, hash: UInt32, _ spelled: () -> String) {
      add(aspect, hash)
    }

    @inline(__always)
    private mutating func add(_ aspect: BlockAspect, _ value: UInt32) {
      let row = weights.rows[weights.slot(BlockWeights.key(aspect, value))]
      total += row.weight
      if aspect == .bias {
        // Speaks against every block; named only where nothing else does.
        lowest.line = row.line
      } else if row.weight < lowest.weight {
        lowest = row
        strongest = aspect
      }
    }
  }
}
