import DeskText

/// Reads the rows of one table as entries; knows where each column stands.
struct EntryReader {
  private let table: Table
  private let all: UnsafeBufferPointer<UInt8>
  private let inflections: Inflections
  private let entry, category, weight, when, note, source: Int?
  /// The columns that only the list's analyzer knows.
  private let further: [Int]
  private let furtherNames: [String]

  /// The patterns of the entries read.
  private(set) var patterns: Patterns
  /// Where the cells of the row at hand stand.
  private var cells: [Range<Int>] = []
  // Lists are sorted and their cells recur: words are made once.
  private var lastCategory = RecurringCell()
  private var lastSource = RecurringCell()
  /// By the hash of what is written; of two with one hash the first one.
  private var conditions: [UInt32: (written: Table.Cell, parsed: [Condition])] = [:]

  init(_ table: Table, inflections: Inflections) {
    self.table = table
    all = table.memory.all
    self.inflections = inflections
    entry = table.columnIndex("entry")
    category = table.columnIndex("category")
    weight = table.columnIndex("weight")
    when = table.columnIndex("when")
    note = table.columnIndex("note")
    source = table.columnIndex("source")
    let own: Set<String> = ["entry", "category", "weight", "when", "note", "source"]
    further = table.columns.indices.filter { !own.contains(table.columns[$0]) }
    furtherNames = further.map { table.columns[$0] }
    patterns = Patterns(expecting: table.rows.count)
  }

  /// A cell of the row at hand; empty where there is none.
  private func bytes(_ column: Int?) -> Table.Cell {
    guard let column, column < cells.count else { return all[0..<0] }
    return all[cells[column]]
  }

  private func words(_ column: Int?) -> String? {
    let bytes = bytes(column)
    return bytes.isEmpty ? nil : String(decoding: bytes, as: UTF8.self)
  }

  mutating func entry(_ row: Table.Row) throws(LexiconFault) -> Lexicon.Entry {
    table.split(row, into: &cells)
    func fault(_ column: Int?, _ reason: String) -> LexiconFault {
      LexiconFault(
        file: table.file, line: row.line, column: table.position(row, at: column ?? 0),
        reason: reason)
    }
    guard let pattern = words(entry) else { throw fault(entry, "no entry") }
    let category = bytes(self.category)
    guard !category.isEmpty else {
      throw fault(self.category, "'\(pattern)' has no category")
    }
    let source = bytes(self.source)
    guard !source.isEmpty else {
      throw fault(
        self.source, "'\(pattern)' has no source; write a key of sources.tsv, desk2026 for your own"
      )
    }
    var weight = 1.0
    let written = bytes(self.weight)
    if !written.isEmpty {
      guard let number = Self.weight(written) else {
        throw fault(
          self.weight,
          "'\(String(decoding: written, as: UTF8.self))' is no weight; write a number from 0 to 1")
      }
      weight = number
    }
    let shape: Patterns.Index
    do throws(Pattern.Failure) {
      shape = try patterns.add(parsing: bytes(entry), inflections: inflections)
    } catch {
      throw fault(entry, error.reason)
    }
    let when = words(self.when)
    var conditions: [Condition] = []
    if when != nil {
      do throws(Pattern.Failure) {
        conditions = try self.conditions(bytes(self.when))
      } catch {
        throw fault(self.when, error.reason)
      }
    }
    var fields = Lexicon.Fields()
    if further.contains(where: { !bytes($0).isEmpty }) {
      fields = Lexicon.Fields(
        columns: furtherNames,
        cells: further.map { String(decoding: bytes($0), as: UTF8.self) })
    }
    return Lexicon.Entry(
      pattern: pattern, category: lastCategory.words(category), weight: weight, when: when,
      note: words(note), source: lastSource.words(source), line: row.line, fields: fields,
      shape: shape, conditions: conditions)
  }

  private mutating func conditions(
    _ written: Table.Cell
  ) throws(Pattern.Failure) -> [Condition] {
    let hash = Folding.hash(folded: written)
    let known = conditions[hash]
    if let known, known.written.elementsEqual(written) { return known.parsed }
    let parsed = try Condition.parse(written)
    if known == nil { conditions[hash] = (written, parsed) }
    return parsed
  }

  /// A number from 0 to 1: mostly two digits behind a point, which need no library.
  private static func weight(_ written: Table.Cell) -> Double? {
    let digits = written.dropFirst(2)
    if (1...6).contains(digits.count), written.starts(with: [0x30, 0x2E]),
      digits.allSatisfy({ $0 &- 0x30 < 10 })
    {
      let value = digits.reduce(0) { $0 * 10 + Double($1 &- 0x30) }
      return value / [10, 100, 1_000, 10_000, 100_000, 1_000_000][digits.count - 1]
    }
    guard let number = Double(String(decoding: written, as: UTF8.self)), (0...1).contains(number)
    else { return nil }
    return number
  }
}
