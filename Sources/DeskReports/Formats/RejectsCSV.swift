public import DeskText

/// `rejects.csv`: what could not be read, where it stands, and why.
public enum RejectsCSV {
  public static let fileName = "rejects.csv"

  /// Writes the names of the columns.
  public static func writeHeader(to output: inout Output) {
    var writer = CSVWriter()
    writer.row(codebook.map(\.column), to: &output)
  }

  /// Writes one row.
  public static func write(_ reject: Reject, to output: inout Output) {
    var writer = CSVWriter()
    writer.cell(reject.origin.input, to: &output)
    writer.cell(reject.origin.line, to: &output)
    writer.cell(reject.reason, to: &output)
    writer.endRow(to: &output)
  }

  /// What each column holds.
  public static let codebook: [CodebookRow] = [
    CodebookRow("input", "The file, as it was named."),
    CodebookRow("line", "The line on which the record begins, from 1; empty for a whole file."),
    CodebookRow("reason", "Why it could not be read, and what to do."),
  ]
}
