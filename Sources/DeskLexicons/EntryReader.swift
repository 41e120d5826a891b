import DeskText

/// Reads the rows of one table as entries; knows where each column stands.
struct EntryReader {
  private let table: Table
  private let inflections: Inflections
  private let entry, category, weight, when, note, source: Int?
  /// The columns that only the list's analyzer knows.
  private let further: [(name: String, index: Int)]

  init(_ table: Table, inflections: Inflections) {
    self.table = table
    self.inflections = inflections
    entry = table.columnIndex("entry")
    category = table.columnIndex("category")
    weight = table.columnIndex("weight")
    when = table.columnIndex("when")
    note = table.columnIndex("note")
    source = table.columnIndex("source")
    let own: Set<String> = ["entry", "category", "weight", "when", "note", "source"]
    further = table.columns.enumerated().filter { !own.contains($0.element) }.map {
      ($0.element, $0.offset)
    }
  }

  func entry(_ row: Table.Row) throws(LexiconFault) -> Lexicon.Entry {
    func cell(_ column: Int?) -> String? { column.flatMap { table.cell(row, at: $0) } }
    func fault(_ column: Int?, _ reason: String) -> LexiconFault {
      LexiconFault(
        file: table.file, line: row.line, column: table.position(row, at: column ?? 0),
        reason: reason)
    }
    guard let pattern = cell(entry) else { throw fault(entry, "no entry") }
    guard let category = cell(self.category) else {
      throw fault(self.category, "'\(pattern)' has no category")
    }
    guard let source = cell(self.source) else {
      throw fault(
        self.source, "'\(pattern)' has no source; write a key of sources.tsv, desk2026 for your own"
      )
    }
    var weight = 1.0
    if let written = cell(self.weight) {
      guard let number = Double(written), (0...1).contains(number) else {
        throw fault(self.weight, "'\(written)' is no weight; write a number from 0 to 1")
      }
      weight = number
    }
    let shape: Pattern
    switch Pattern.parse(pattern, inflections: inflections) {
    case .success(let parsed): shape = parsed
    case .failure(let failure): throw fault(entry, failure.reason)
    }
    let when = cell(self.when)
    var conditions: [Condition] = []
    if let when {
      switch Condition.parse(when) {
      case .success(let parsed): conditions = parsed
      case .failure(let failure): throw fault(self.when, failure.reason)
      }
    }
    var fields: [String: String] = [:]
    for column in further {
      if let value = cell(column.index) { fields[column.name] = value }
    }
    return Lexicon.Entry(
      pattern: pattern, category: category, weight: weight, when: when, note: cell(note),
      source: source, line: row.line, fields: fields, shape: shape, conditions: conditions)
  }
}
