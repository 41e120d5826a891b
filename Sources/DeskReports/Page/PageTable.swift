import DeskComparison

/// A table of the page.
struct PageTable: Sendable {
  var table: ReportTable
  var measures: Measures
  /// The names of places that articles on the page have.
  var places: Set<String> = []

  func write(to output: inout Output) {
    output.write("<p class=\"caption\"><b>Table \(table.number).</b> ")
    output.writeEscaped(table.caption)
    output.write("</p>\n")
    if table.isFolded {
      output.write("<details><summary>Show the \(Wording.grouped(table.rows.count)) rows of table ")
      output.write("\(table.number)</summary>\n")
    }
    writeRows(to: &output)
    if table.isFolded { output.write("</details>\n") }
  }

  private func writeRows(to output: inout Output) {
    output.write("<div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-label=\"")
    output.writeEscaped(table.title)
    output.write(", table\"><table><thead><tr>")
    for (column, heading) in table.headings.enumerated() {
      output.write("<th scope=\"col\"\(attributes(column))>")
      output.writeEscaped(heading)
      output.write("</th>")
    }
    output.write("</tr></thead><tbody>\n")
    var fact = 0
    for row in table.rows {
      output.write("<tr")
      if let outlet = row.outlet { output.write(" data-outlet=\"\(outlet)\"") }
      if let from = row.from { output.write(" data-from=\"\(from)\"") }
      if let number = row.fact {
        output.write(" data-fact=\"\(number)\"")
        if number != fact { output.write(" id=\"f\(number)\"") }
        fact = number
      }
      output.write(">")
      for (column, cell) in row.cells.enumerated() {
        let tag = column == 0 ? "th" : "td"
        output.write("<\(tag)\(column == 0 ? " scope=\"row\"" : "")\(attributes(column))>")
        output.write(cell.pieces, measures)
        if column == row.cells.count - 1 { writePlaces(of: row, to: &output) }
        output.write("</\(tag)>")
      }
      output.write("</tr>\n")
    }
    output.write("</tbody></table></div>\n")
  }

  /// Links to what the row is about, where its article stands on the page.
  private func writePlaces(of row: ReportTable.Row, to output: inout Output) {
    for place in row.places where places.contains(place.id) {
      output.write(" <a class=\"go\" href=\"#\(place.id)\">")
      output.writeEscaped(place.told)
      output.write("</a>")
    }
  }

  private func attributes(_ column: Int) -> String {
    (table.numeric.contains(column) ? " class=\"r\"" : "")
      + (table.outlets[column].map { " data-outlet=\"\($0)\"" } ?? "")
  }
}
