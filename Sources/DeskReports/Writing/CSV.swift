/// For whom a table is written.
public enum CSVForm: Hashable, Sendable {
  /// For programs: RFC 4180, UTF-8, lines ended by LF, every cell as it is.
  case plain
  /// For spreadsheets such as Excel: with a byte order mark and CRLF, no cell too long for them, and
  /// no words from articles that they would take for a formula.
  case excel

  /// What stands before the first line.
  public var opening: [UInt8] { self == .excel ? [0xEF, 0xBB, 0xBF] : [] }
}

/// Writes rows of CSV to an output, cell by cell, in the output's form.
package struct CSVWriter {
  private var isFirst = true

  package init() {}

  package mutating func cell(_ text: String?, to output: inout Output) {
    separate(to: &output)
    guard let text else { return }
    var cell = output.csv == .excel ? SpreadsheetCell.safe(text) : text
    cell.withUTF8 { bytes in
      guard bytes.contains(where: { $0 == 0x2C || $0 == 0x22 || $0 == 0x0A || $0 == 0x0D }) else {
        output.write(contentsOf: bytes)
        return
      }
      output.write(0x22)
      for byte in bytes {
        if byte == 0x22 { output.write(0x22) }
        output.write(byte)
      }
      output.write(0x22)
    }
  }

  package mutating func cell(_ number: Int?, to output: inout Output) {
    separate(to: &output)
    if let number { output.write(number: number) }
  }

  package mutating func cell(_ number: Double?, digits: Int, to output: inout Output) {
    separate(to: &output)
    if let number { output.write(number, digits: digits) }
  }

  package mutating func cell(_ value: Bool, to output: inout Output) {
    separate(to: &output)
    output.write(value ? "true" : "false")
  }

  package mutating func endRow(to output: inout Output) {
    if output.csv == .excel { output.write(0x0D) }
    output.write(0x0A)
    isFirst = true
  }

  package mutating func row(_ cells: [String], to output: inout Output) {
    for text in cells { cell(text, to: &output) }
    endRow(to: &output)
  }

  private mutating func separate(to output: inout Output) {
    if !isFirst { output.write(0x2C) }
    isFirst = false
  }
}
