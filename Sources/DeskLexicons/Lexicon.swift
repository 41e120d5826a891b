/// A word list: what one analyzer counts, entry by entry, each with its line and its source.
public struct Lexicon: Sendable {
  /// One line of a lexicon.
  public struct Entry: Hashable, Sendable {
    /// The pattern as written: `{claim/v}`, `could not [independently]? be verified`.
    public var pattern: String
    public var category: String
    /// From 0 to 1; 1 where the file says nothing.
    public var weight: Double
    /// The conditions as written in `when`.
    public var when: String?
    public var note: String?
    /// A key of `sources.tsv`.
    public var source: String?
    public var line: Int
    /// The file's further columns, for the analyzer that knows them.
    public var fields: [String: String]

    var forms: [Pattern.Sequence]
    var conditions: [Condition]
  }

  /// A sentence of the file that shows what it finds, or does not.
  public struct Example: Hashable, Sendable {
    /// What is to be found stands between `⟦` and `⟧`; nothing is marked in what is ignored.
    public var marked: String
    public var line: Int
  }

  public let file: String
  public let title: String
  /// The name of the analyzer that reads it.
  public let analyzer: String
  public let version: String
  public let licence: String
  public let measures: String
  public let finds: [Example]
  public let ignores: [Example]
  public let entries: [Entry]
  public let columns: [String]
  /// What is wrong in the file; a lexicon with faults can still be shown, but not be used.
  public let faults: [LexiconFault]

  static let ownColumns: Set<String> = ["entry", "category", "weight", "when", "note", "source"]

  /// Reads a table as a lexicon, with every fault it has.
  ///
  /// `inflections` gives the forms of `{say/v}` and `{claim/n}`.
  public init(_ table: Table, inflections: Inflections) {
    var faults = table.faults
    file = table.file
    columns = table.columns
    func demand(_ name: String) -> String {
      if let value = table.directive(name), !value.isEmpty { return value }
      faults.append(
        LexiconFault(file: table.file, line: 1, reason: "no '#@ \(name): ...' line"))
      return ""
    }
    title = demand("title")
    analyzer = demand("analyzer")
    version = demand("version")
    licence = demand("licence")
    measures = demand("measures")
    finds = table.directives.filter { $0.name == "finds" }.map {
      Example(marked: $0.value, line: $0.line)
    }
    ignores = table.directives.filter { $0.name == "ignores" }.map {
      Example(marked: $0.value, line: $0.line)
    }
    for needed in ["entry", "category", "source"] where !table.columns.isEmpty {
      if table.columnIndex(needed) == nil {
        faults.append(
          LexiconFault(file: table.file, line: 1, reason: "no column '\(needed)'"))
      }
    }
    var entries: [Entry] = []
    entries.reserveCapacity(table.rows.count)
    for row in table.rows {
      do throws(LexiconFault) {
        entries.append(try Self.entry(row, of: table, inflections: inflections))
      } catch {
        faults.append(error)
      }
    }
    self.entries = entries
    self.faults = faults
  }

  /// Reads a lexicon file and stops at its first fault.
  public init(file: String, parsing bytes: [UInt8], inflections: Inflections = .regular)
    throws(LexiconFault)
  {
    self.init(Table(file: file, parsing: bytes), inflections: inflections)
    if let first = faults.first { throw first }
  }

  private static func entry(_ row: Table.Row, of table: Table, inflections: Inflections)
    throws(LexiconFault) -> Entry
  {
    func fault(_ column: String, _ reason: String) -> LexiconFault {
      let index = table.columnIndex(column) ?? 0
      let before = row.cells.prefix(index).reduce(0) { $0 + $1.unicodeScalars.count + 1 }
      return LexiconFault(
        file: table.file, line: row.line, column: before + 1, reason: reason)
    }
    guard let pattern = table.cell(row, "entry") else { throw fault("entry", "no entry") }
    guard let category = table.cell(row, "category") else {
      throw fault("category", "'\(pattern)' has no category")
    }
    guard let source = table.cell(row, "source") else {
      throw fault(
        "source", "'\(pattern)' has no source; write a key of sources.tsv, desk2026 for your own")
    }
    var weight = 1.0
    if let written = table.cell(row, "weight") {
      guard let number = Double(written), (0...1).contains(number) else {
        throw fault("weight", "'\(written)' is no weight; write a number from 0 to 1")
      }
      weight = number
    }
    let when = table.cell(row, "when")
    let forms: [Pattern.Sequence]
    switch Pattern.parse(pattern, inflections: inflections) {
    case .success(let parsed): forms = parsed
    case .failure(let error): throw fault("entry", error.reason)
    }
    let conditions: [Condition]
    switch Condition.parse(when ?? "") {
    case .success(let parsed): conditions = parsed
    case .failure(let error): throw fault("when", error.reason)
    }
    var fields: [String: String] = [:]
    for column in table.columns where !ownColumns.contains(column) {
      fields[column] = table.cell(row, column)
    }
    return Entry(
      pattern: pattern, category: category, weight: weight, when: when,
      note: table.cell(row, "note"), source: source, line: row.line, fields: fields, forms: forms,
      conditions: conditions)
  }
}
