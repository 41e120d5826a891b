import DeskIngest
public import DeskReports
public import DeskText

/// The table that people fill in: a row a sentence and category, a question, an empty cell.
public enum ValidationSheet {
  /// Writes a sample as a sheet.
  public static func write(_ items: [ValidationSample.Item], to output: inout Output) {
    var csv = CSVWriter()
    csv.row(codebook.map(\.column), to: &output)
    for (number, item) in items.enumerated() {
      csv.cell(number + 1, to: &output)
      csv.cell(item.article, to: &output)
      csv.cell(item.outlet, to: &output)
      csv.cell(item.sentence, to: &output)
      csv.cell(item.before, to: &output)
      csv.cell(item.words, to: &output)
      csv.cell(item.category.name, to: &output)
      csv.cell(item.category.question, to: &output)
      csv.cell(nil as String?, to: &output)
      csv.cell(nil as String?, to: &output)
      csv.cell(
        item.stratum.key(
          article: item.article, sentence: item.sentence, category: item.category.name),
        to: &output)
      csv.endRow(to: &output)
    }
  }

  /// What each column holds.
  public static let codebook: [CodebookRow] = [
    CodebookRow("item", "The number of the row, from 1."),
    CodebookRow("article", "The article's id."),
    CodebookRow("outlet", "The article's outlet; empty where it is not stated."),
    CodebookRow("sentence_number", "The number of the sentence in its article, from 1."),
    CodebookRow("before", "The sentence before it, to understand it by."),
    CodebookRow("sentence", "The sentence to code."),
    CodebookRow("category", "What it is coded for: an analyzer, or analyzer/category."),
    CodebookRow("question", "What to ask of the sentence."),
    CodebookRow("code", "To be filled in: yes, no, or ? where it cannot be told."),
    CodebookRow("remark", "For whoever codes."),
    CodebookRow(
      "key", "Where the row comes from, scrambled so that coders do not see what was found."),
  ]

  /// What somebody says of one row.
  public enum Code: Sendable { case yes, no, unsure }

  /// A coded row.
  public struct Row: Sendable {
    var category: String
    var outlet: String
    var stratum: Stratum
    var code: Code
  }

  /// The rows of a filled sheet.
  ///
  /// - Returns: the rows with a code, those without one by their lines, and what is wrong.
  /// - Throws: a reject where it is no sheet of ours.
  public static func read(
    bytes: [UInt8], input: String
  ) throws(Reject) -> (rows: [Row], empty: [Int], rejects: [Reject]) {
    let table = try TableFile(bytes: bytes, input: input)
    var columns: [String: Int] = [:]
    for name in ["article", "outlet", "sentence_number", "category", "code", "key"] {
      guard let column = table.column(name) else {
        throw Reject(
          origin: Origin(input: input, line: 1),
          reason: "no column '\(name)'; a sheet that 'copydesk validate --sample' wrote has one")
      }
      columns[name] = column
    }
    var rows: [Row] = []
    var empty: [Int] = []
    var rejects = table.rejects
    for row in table.rows {
      func cell(_ name: String) -> String {
        columns[name].map { SpreadsheetCell.unguarded(row.cells[$0]) } ?? ""
      }
      func reject(_ reason: String) {
        rejects.append(Reject(origin: Origin(input: input, line: row.line), reason: reason))
      }
      guard let sentence = Int(cell("sentence_number")),
        let stratum = Stratum(
          key: cell("key"), article: cell("article"), sentence: sentence,
          category: cell("category"))
      else {
        reject(
          "the key does not fit the row; article, sentence_number, category or key was changed")
        continue
      }
      guard !cell("code").isEmpty else {
        empty.append(row.line)
        continue
      }
      guard let code = code(cell("code")) else {
        reject("'\(cell("code"))' is no code; write yes, no or ?")
        continue
      }
      rows.append(
        Row(category: cell("category"), outlet: cell("outlet"), stratum: stratum, code: code))
    }
    return (rows, empty, rejects)
  }

  private static func code(_ written: String) -> Code? {
    switch written.lowercased() {
    case "yes", "y", "1", "true", "x", "✓": .yes
    case "no", "n", "0", "false", "-", "none": .no
    case "?", "unsure", "unclear": .unsure
    default: nil
    }
  }
}
