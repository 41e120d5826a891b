import DeskText

/// How often an entry was right where people annotated texts: a row of `precision.tsv`.
///
/// What `right` means hangs on what people marked: a `cue` or `word` is right where they marked it
/// too, a `sentence` where they gave the whole sentence the quality in question. The file is written
/// by `Tests/Evaluation/measure_precision.py`, never by hand, and joined to the lists when somebody
/// asks what was measured of them.
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
  static let file = "precision.tsv"

  /// A row, and the next one of the same hash; an entry may stand twice in a file, under different
  /// conditions, and may have been measured on several corpora.
  private struct Item {
    var name: Range<Int>
    var next: Int32
    var precision: MeasuredPrecision
  }

  private let table: Table
  private var items: [Item] = []
  /// By the hash of lexicon, entry and condition as the file has them, the last of its rows.
  private var lasts: [UInt32: Int32] = [:]

  init(_ table: Table) {
    self.table = table
    let all = table.memory.all
    let names = ["lexicon", "entry", "when", "corpus", "unit", "hits", "right"]
    guard table.columns.starts(with: names) else { return }
    items.reserveCapacity(table.rows.count)
    lasts.reserveCapacity(table.rows.count)
    var cells: [Range<Int>] = []
    var corpus = RecurringCell()
    var unit = RecurringCell()
    for row in table.rows {
      table.split(row, into: &cells)
      guard cells.count >= names.count, let hits = number(cells[5]), let right = number(cells[6]),
        right <= hits
      else { continue }
      // The three cells that name the entry, with the tabs between.
      let name = cells[0].lowerBound..<cells[2].upperBound
      let hash = Folding.hash(folded: all[name])
      items.append(
        Item(
          name: name, next: lasts[hash] ?? -1,
          precision: MeasuredPrecision(
            corpus: corpus.words(all[cells[3]]), unit: unit.words(all[cells[4]]),
            hits: hits, right: right)))
      lasts[hash] = Int32(items.count - 1)
    }
  }

  private func number(_ cell: Range<Int>) -> Int? {
    let digits = table.memory.all[cell]
    guard (1..<10).contains(digits.count), digits.allSatisfy({ $0 &- 0x30 < 10 }) else {
      return nil
    }
    return digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
  }

  /// What was measured of the entries of one list.
  func of(file: String) -> OfFile { OfFile(all: self, file: file) }

  /// The rows of one list, whose name is hashed once for all entries.
  struct OfFile {
    private let all: MeasuredPrecisions
    private let name: [UInt8]
    private let hash: UInt32

    fileprivate init(all: MeasuredPrecisions, file: String) {
      self.all = all
      name = Array(file.utf8) + [0x09]
      hash = Folding.hash(folded: name)
    }

    /// What was measured of an entry, in the order of the file.
    func rows(of entry: Lexicon.Entry) -> [MeasuredPrecision] {
      var (pattern, when) = (entry.pattern, entry.when ?? "")
      var hash = pattern.withUTF8 { Folding.hash(folded: $0, behind: self.hash) }
      hash = Folding.mix(hash, 0x09)
      hash = when.withUTF8 { Folding.hash(folded: $0, behind: hash) }
      var out: [MeasuredPrecision] = []
      var index = all.lasts[hash] ?? -1
      while index >= 0 {
        let item = all.items[Int(index)]
        if all.table.memory.all[item.name].elementsEqual(
          name + pattern.utf8 + [0x09] + when.utf8)
        {
          out.append(item.precision)
        }
        index = item.next
      }
      return out.count > 1 ? out.reversed() : out
    }
  }
}

/// What `precision.tsv` says of the entries of one list.
///
/// Most runs tell nobody's precision: the file is read, and joined to the list, when somebody asks.
public final class ListPrecisions: Sendable {
  private let byLine: Deferred<[Int: [MeasuredPrecision]]>

  init(_ measured: Deferred<MeasuredPrecisions>, file: String, entries: [Lexicon.Entry]) {
    byLine = Deferred {
      let ofFile = measured.value.of(file: file)
      var out: [Int: [MeasuredPrecision]] = [:]
      for entry in entries {
        let rows = ofFile.rows(of: entry)
        if !rows.isEmpty { out[entry.line] = rows }
      }
      return out
    }
  }

  /// The rows that measure the entry of a line, the corpus to be told first; empty where nothing was
  /// measured.
  public func rows(ofLine line: Int) -> [MeasuredPrecision] { byLine.value[line] ?? [] }
}
