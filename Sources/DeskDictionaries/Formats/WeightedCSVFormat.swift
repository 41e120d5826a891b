public import DeskLexicons

/// A table of terms and their weights in categories, as lingmatch reads: one column a category; or
/// one row a term and category, in columns `category` and `weight`.
public struct WeightedCSVFormat: DictionaryFormat {
  public static let name = "csv"
  public static let fileExtensions = ["csv"]
  public static let wildCards = UserDictionary.WildCards.anywhere
  public static let hasWeights = true

  private static let termColumns = ["term", "terms", "word", "words", "entry", "dicterm", "token"]
  private static let empty: Set<String> = ["", "na", "nan"]

  public static func read(_ file: DictionaryFile, into draft: inout DictionaryDraft)
    throws(LexiconFault)
  {
    let table = CSVRows(DictionaryText(file).string)
    if let line = table.openQuote { throw file.fault(line, "a quotation mark is not closed") }
    guard let head = table.rows.first, head.cells.count > 1 else {
      throw file.fault(
        table.rows.first?.line ?? 1, "the first line names the columns: term, then categories")
    }
    let names = head.cells.map { $0.lowercased() }
    let term = names.firstIndex { termColumns.contains($0) } ?? 0
    for row in table.rows where row.cells.count > head.cells.count {
      throw file.fault(
        row.line, "\(row.cells.count) cells, but there are \(head.cells.count) columns")
    }
    if let category = names.firstIndex(of: "category"), category != term {
      try readLong(
        table, file, term: term, category: category, weight: names.firstIndex(of: "weight"),
        into: &draft)
      return
    }
    let columns = head.cells.indices.filter { column in
      guard column != term, !head.cells[column].isEmpty else { return false }
      guard
        let bad = table.rows.dropFirst().first(where: { row in
          column < row.cells.count && weight(row.cells[column]) == nil
        })
      else { return true }
      draft.note(
        bad.line,
        "'\(bad.cells[column])' is no weight: the column '\(head.cells[column])' is no category")
      return false
    }
    guard !columns.isEmpty else { throw file.fault(head.line, "no column holds weights") }
    for column in columns { draft.declare(head.cells[column]) }
    for row in table.rows.dropFirst() {
      guard let entry = term < row.cells.count ? row.cells[term] : nil, !entry.isEmpty else {
        draft.note(row.line, "no term in this line")
        continue
      }
      for column in columns where column < row.cells.count {
        if let weight = weight(row.cells[column]), weight != 0 {
          try draft.add(
            entry.singleSpaced, to: head.cells[column], weight: weight, line: row.line)
        }
      }
    }
  }

  /// A cell's weight, 0 where nothing stands; nil for other words.
  private static func weight(_ cell: String) -> Double? {
    if empty.contains(cell.lowercased()) { return 0 }
    if cell == "X" || cell == "x" { return 1 }
    return plainNumber(cell)
  }

  private static func readLong(
    _ table: CSVRows, _ file: DictionaryFile, term: Int, category: Int, weight column: Int?,
    into draft: inout DictionaryDraft
  ) throws(LexiconFault) {
    for row in table.rows.dropFirst() {
      func cell(_ index: Int) -> String { index < row.cells.count ? row.cells[index] : "" }
      guard !cell(term).isEmpty, !cell(category).isEmpty else {
        draft.note(row.line, "no term or no category in this line")
        continue
      }
      var weight = 1.0
      if let column, !cell(column).isEmpty {
        guard let number = plainNumber(cell(column)) else {
          throw file.fault(row.line, "'\(cell(column))' is no weight")
        }
        weight = number
      }
      try draft.add(cell(term).singleSpaced, to: cell(category), weight: weight, line: row.line)
    }
  }

  public static func write(_ dictionary: WritableDictionary, to output: inout String) {
    LIWC22Format.writeTable(dictionary, term: "term", to: &output, cell: written)
  }
}
