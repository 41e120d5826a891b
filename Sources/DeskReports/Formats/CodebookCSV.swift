public import DeskComparison

/// One row a column of every table that `compare` writes: what a researcher must know to use it.
///
/// The input's own columns, which go along in `articles.csv`, are whoever made the input's to explain.
public struct CodebookCSV: ReportFormat {
  public static let fileName = "codebook.csv"

  public init() {}

  public func write(_ results: Results, run: Run, to output: inout Output) {
    var csv = CSVWriter()
    csv.row(Self.codebook.map(\.column), to: &output)
    for book in codebooks {
      for row in book.rows { csv.row([book.file, row.column, row.meaning], to: &output) }
      guard book.file == ArticlesCSV.fileName else { continue }
      for row in ArticlesCSV.codebook(ofDictionariesIn: results.measures) {
        csv.row([book.file, row.column, row.meaning], to: &output)
      }
    }
  }

  /// What each column holds.
  public static let codebook: [CodebookRow] = [
    CodebookRow("file", "The table."),
    CodebookRow("column", "The name of the column, in the order of the table."),
    CodebookRow("meaning", "What it holds."),
  ]
}
