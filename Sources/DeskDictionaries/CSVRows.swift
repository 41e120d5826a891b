/// The rows of a table with quoted cells (RFC 4180), each with its first line's number.
struct CSVRows {
  struct Row {
    var line: Int
    var cells: [String]
  }

  private(set) var rows: [Row] = []
  /// The line of a quotation mark that nothing closes.
  private(set) var openQuote: Int?

  /// Cells are parted by what parts most in the first line: a comma, a tab or a semicolon.
  init(_ text: String) {
    let bytes = Array(text.utf8)
    let head = bytes.prefix { $0 != 0x0A && $0 != 0x0D }
    var delimiter: UInt8 = 0x2C
    for other in [UInt8(0x09), 0x3B]
    where head.count(where: { $0 == other }) > head.count(where: { $0 == delimiter }) {
      delimiter = other
    }
    var cells: [String] = []
    var cell: [UInt8] = []
    var line = 1
    var first = 1
    var index = 0
    var quote: Int?
    func isRowEmpty() -> Bool { cells.isEmpty && cell.isEmpty }
    func closeCell() {
      cells.append(String(decoding: cell, as: UTF8.self).bare)
      cell = []
    }
    while index < bytes.count {
      let byte = bytes[index]
      index += 1
      if quote != nil {
        if byte == 0x22 {
          if index < bytes.count, bytes[index] == 0x22 {
            cell.append(byte)
            index += 1
          } else {
            quote = nil
          }
        } else {
          if byte == 0x0A { line += 1 }
          cell.append(byte)
        }
      } else if byte == 0x22, cell.isEmpty {
        quote = line
      } else if byte == delimiter {
        closeCell()
      } else if byte == 0x0A || byte == 0x0D {
        if byte == 0x0D, index < bytes.count, bytes[index] == 0x0A { index += 1 }
        if !isRowEmpty() {
          closeCell()
          rows.append(Row(line: first, cells: cells))
          cells = []
        }
        line += 1
        first = line
      } else {
        cell.append(byte)
      }
    }
    openQuote = quote
    if !isRowEmpty() {
      closeCell()
      rows.append(Row(line: first, cells: cells))
    }
  }

  /// A cell as it is written, in quotation marks where it needs them.
  static func cell(_ text: String) -> String {
    let needs = text.utf8.contains { [0x2C, 0x22, 0x0A, 0x0D, 0x3B, 0x09].contains($0) }
    guard needs || text != text.bare else { return text }
    return "\""
      + text.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"")
      + "\""
  }
}
