import Copydesk

/// Rows of words under headings, aligned for reading on a screen.
struct Grid {
  private var rows: [[String]]
  private let numbers: Set<Int>

  /// - Parameters:
  ///   - headings: one for each column.
  ///   - numbers: the columns that are aligned at their right.
  init(_ headings: [String], numbers: Set<Int> = []) {
    rows = [headings]
    self.numbers = numbers
  }

  mutating func add(_ cells: [String]) { rows.append(cells) }

  /// Writes to standard output; a closed pipe ends it quietly.
  func print(under title: String? = nil) throws(Trouble) {
    let sink = Sink()
    if let title { sink.output.write(title + "\n\n") }
    let widths = rows[0].indices.map { column in
      rows.reduce(0) { max($0, $1[column].unicodeScalars.count) }
    }
    for row in rows {
      var line = ""
      for (column, cell) in row.enumerated() {
        let padding = String(
          repeating: " ", count: widths[column] - cell.unicodeScalars.count)
        line += numbers.contains(column) ? padding + cell : cell + padding
        line += "  "
      }
      while line.last == " " { line.removeLast() }
      sink.output.write(line + "\n")
    }
    try sink.flush()
  }
}
