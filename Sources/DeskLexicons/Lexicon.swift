import DeskText

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
    /// Of the file, from 1; so are all lines here.
    public var line: Int
    /// The file's further columns, for the analyzer that knows them.
    public var fields: Fields

    /// Which of the list's patterns is its own.
    var shape: Patterns.Index
    var conditions: [Condition]
  }

  /// What the further columns of a row say.
  public struct Fields: Hashable, Sendable {
    private var columns: [String] = []
    private var cells: [String] = []

    /// None.
    public init() {}

    /// - Parameters:
    ///   - columns: the names of the columns.
    ///   - cells: their cells in the same order, empty where nothing stands.
    init(columns: [String], cells: [String]) {
      self.columns = columns
      self.cells = cells
    }

    /// The cell of a column by its name; nil when the column or the cell is not there or empty.
    public subscript(column: String) -> String? {
      guard let index = columns.firstIndex(of: column), !cells[index].isEmpty else { return nil }
      return cells[index]
    }
  }

  /// A sentence of the file that shows what it finds, or does not.
  public struct Example: Hashable, Sendable {
    /// What is to be found stands between `⟦` and `⟧`; nothing is marked in what is ignored.
    public var marked: String
    public var line: Int
  }

  /// What usage guides say of the words of a category.
  public struct Guide: Hashable, Sendable {
    public var category: String
    /// Ends with the keys of `sources.tsv` in brackets.
    public var text: String
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
  /// The file's `#@ guide: CATEGORY: ...` lines.
  public let guides: [Guide]
  public let entries: [Entry]
  /// What `precision.tsv` says of the entries; nil where there is none.
  public let precisions: ListPrecisions?
  /// What the entries' patterns say.
  let patterns: Patterns
  public let columns: [String]
  /// What is wrong in the file; a lexicon with faults can still be shown, but not be used.
  public let faults: [LexiconFault]

  /// Reads a table as a lexicon, with every fault it has.
  ///
  /// `inflections` gives the forms of `{say/v}` and `{claim/n}`.
  public init(_ table: Table, inflections: Inflections) {
    self.init(table, inflections: inflections, measured: nil)
  }

  /// The same with what was measured, joined to the entries when somebody asks.
  init(_ table: Table, inflections: Inflections, measured: Deferred<MeasuredPrecisions>?) {
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
    guides = table.directives.filter { $0.name == "guide" }.compactMap { line in
      guard let colon = line.value.firstIndex(of: ":") else {
        faults.append(
          LexiconFault(
            file: table.file, line: line.line,
            reason: "a guide is written '#@ guide: CATEGORY: what it says'"))
        return nil
      }
      return Guide(
        category: trimmed(line.value[..<colon]),
        text: trimmed(line.value[line.value.index(after: colon)...]), line: line.line)
    }
    for needed in ["entry", "category", "source"] where !columns.isEmpty {
      if table.columnIndex(needed) == nil {
        faults.append(
          LexiconFault(file: table.file, line: 1, reason: "no column '\(needed)'"))
      }
    }
    var reader = EntryReader(table, inflections: inflections)
    var entries: [Entry] = []
    let rows = table.rows
    entries.reserveCapacity(rows.count)
    for row in rows {
      do throws(LexiconFault) {
        entries.append(try reader.entry(row))
      } catch {
        faults.append(error)
      }
    }
    self.entries = entries
    patterns = reader.patterns
    self.faults = faults
    precisions = measured.map { ListPrecisions($0, file: table.file, entries: entries) }
  }

  /// Takes the entries of a user's dictionary.
  init(file: String, title: String, entries: [Entry], patterns: Patterns) {
    self.file = file
    self.patterns = patterns
    self.title = title
    analyzer = title
    (version, licence, measures) = ("", "", "")
    (finds, ignores, guides, columns, faults) = ([], [], [], [], [])
    precisions = nil
    self.entries = entries
  }

  /// Every sequence of words that an entry stands for, spelt out.
  func forms(of entry: Entry) -> [Pattern.Sequence] { patterns.pattern(entry.shape).forms }

  /// What `precision.tsv` says of an entry, the corpus to be told first; empty where nothing was
  /// measured.
  public func precision(of entry: Entry) -> [MeasuredPrecision] {
    precisions?.rows(ofLine: entry.line) ?? []
  }

  /// Reads a lexicon file.
  ///
  /// - Throws: its first fault.
  public init(file: String, parsing bytes: [UInt8], inflections: Inflections = .regular)
    throws(LexiconFault)
  {
    self.init(Table(file: file, parsing: bytes), inflections: inflections)
    if let first = faults.first { throw first }
  }
}
