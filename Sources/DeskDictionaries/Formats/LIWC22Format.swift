public import DeskLexicons

/// LIWC-22's `.dicx`: a table of terms (`DicTerm`) by categories, an `X` or a weight where one belongs
/// to the other.
public struct LIWC22Format: DictionaryFormat {
  public static let name = "liwc22"
  public static let fileExtensions = ["dicx"]
  public static let wildCards = UserDictionary.WildCards.ending
  public static let hasWeights = true

  public static func read(_ file: DictionaryFile, into draft: inout DictionaryDraft)
    throws(LexiconFault)
  {
    let table = CSVRows(DictionaryText(file).string)
    if let line = table.openQuote { throw file.fault(line, "a quotation mark is not closed") }
    guard let head = table.rows.first, head.cells[0].lowercased() == "dicterm",
      head.cells.count > 1
    else {
      throw file.fault(
        table.rows.first?.line ?? 1, "the first line names the columns: DicTerm, then categories")
    }
    let categories = Array(head.cells.dropFirst())
    for name in categories where !name.isEmpty { draft.declare(name) }
    for row in table.rows.dropFirst() {
      guard row.cells.count <= head.cells.count else {
        throw file.fault(
          row.line, "\(row.cells.count) cells, but there are \(head.cells.count) columns")
      }
      let entry = row.cells[0]
      guard !entry.isEmpty else {
        draft.note(row.line, "no term in this line")
        continue
      }
      if let star = entry.firstIndex(of: "*"), entry.index(after: star) != entry.endIndex {
        draft.note(row.line, "'\(entry)': '*' stands at the end of an entry only; left out")
        continue
      }
      for (category, cell) in zip(categories, row.cells.dropFirst()) where !cell.isEmpty {
        if cell == "X" || cell == "x" {
          try draft.add(entry, to: category, line: row.line)
        } else if let weight = plainNumber(cell) {
          if weight != 0 { try draft.add(entry, to: category, weight: weight, line: row.line) }
        } else {
          draft.note(row.line, "'\(entry)': '\(cell)' under \(category) is neither X nor a weight")
        }
      }
    }
  }

  public static func write(_ dictionary: WritableDictionary, to output: inout String) {
    writeTable(dictionary, term: "DicTerm", to: &output) { weight in
      dictionary.isWeighted ? written(weight) : "X"
    }
  }

  static func writeTable(
    _ dictionary: WritableDictionary, term heading: String, to output: inout String,
    cell: (Double) -> String
  ) {
    let head = [heading] + dictionary.categories
    output += head.map(CSVRows.cell).joined(separator: ",") + "\n"
    for term in dictionary.terms {
      let cells = dictionary.categories.map { category in
        term.weights.first { $0.category == category }.map { cell($0.weight) } ?? ""
      }
      output += ([CSVRows.cell(term.text)] + cells).joined(separator: ",") + "\n"
    }
  }
}
