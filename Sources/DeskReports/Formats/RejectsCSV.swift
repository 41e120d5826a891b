public import DeskText

/// `rejects.csv`: what could not be read, where it stands, and why.
public enum RejectsCSV {
  public static let fileName = "rejects.csv"

  public static func writeHeader(to output: inout Output) {
    var writer = CSVWriter()
    writer.row(["input", "line", "reason"], to: &output)
  }

  public static func write(_ reject: Reject, to output: inout Output) {
    var writer = CSVWriter()
    writer.cell(reject.origin.input, to: &output)
    writer.cell(reject.origin.line, to: &output)
    writer.cell(reject.reason, to: &output)
    writer.endRow(to: &output)
  }
}
