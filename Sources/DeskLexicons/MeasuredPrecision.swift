/// How often an entry was right where people annotated texts: a row of `precision.tsv`.
///
/// What `right` means hangs on what people marked: a `cue` or `word` is right where they marked it
/// too, a `sentence` where they gave the whole sentence the quality in question. The file is written
/// by `Tests/Evaluation/measure_precision.py`, never by hand, and joined to the lists when they are
/// loaded.
public struct MeasuredPrecision: Hashable, Sendable {
  /// The annotated texts: `BABE, development half`.
  public var corpus: String
  /// What people marked: `cue`, `word`, `sentence`, `label`.
  public var unit: String
  /// How often the entry was found there.
  public var hits: Int
  /// How often people agreed.
  public var right: Int

  public init(corpus: String, unit: String, hits: Int, right: Int) {
    self.corpus = corpus
    self.unit = unit
    self.hits = hits
    self.right = right
  }

  /// The share of hits that were right.
  public var share: Double { hits > 0 ? Double(right) / Double(hits) : 0 }

  /// Its 95% interval (Wilson 1927, Journal of the American Statistical Association 22).
  public var interval: (low: Double, high: Double) {
    guard hits > 0 else { return (0, 1) }
    let z = 1.959964
    let n = Double(hits)
    let middle = share + z * z / (2 * n)
    let reach = z * (share * (1 - share) / n + z * z / (4 * n * n)).squareRoot()
    let whole = 1 + z * z / n
    return (max(0, (middle - reach) / whole), min(1, (middle + reach) / whole))
  }
}

/// The rows of `precision.tsv`, by the entry that they measure.
struct MeasuredPrecisions {
  /// An entry may stand twice in a file, under different conditions.
  private struct Key: Hashable {
    var lexicon: String
    var entry: String
    var when: String
  }

  static let file = "precision.tsv"

  private var rows: [Key: [MeasuredPrecision]] = [:]

  init(_ table: Table) {
    let names = ["lexicon", "entry", "when", "corpus", "unit", "hits", "right"]
    let columns = names.compactMap { table.columnIndex($0) }
    guard columns.count == names.count else { return }
    rows.reserveCapacity(table.rows.count)
    for row in table.rows {
      func cell(_ number: Int) -> String { table.cell(row, at: columns[number]) ?? "" }
      guard let hits = Int(cell(5)), let right = Int(cell(6)), (0...hits).contains(right) else {
        continue
      }
      rows[Key(lexicon: cell(0), entry: cell(1), when: cell(2)), default: []].append(
        MeasuredPrecision(corpus: cell(3), unit: cell(4), hits: hits, right: right))
    }
  }

  func of(_ entry: Lexicon.Entry, in file: String) -> [MeasuredPrecision] {
    rows[Key(lexicon: file, entry: entry.pattern, when: entry.when ?? "")] ?? []
  }
}
