import DeskComparison

/// A table of the page.
struct PageTable: Sendable {
  var table: ReportTable
  var measures: Measures

  func write(to output: inout Output) {
    output.write("<div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-label=\"")
    output.writeEscaped(table.title)
    output.write(", table\"><table><thead><tr>")
    for (column, heading) in table.headings.enumerated() {
      output.write("<th scope=\"col\"\(side(column))>")
      output.writeEscaped(heading)
      output.write("</th>")
    }
    output.write("</tr></thead><tbody>\n")
    for row in table.rows {
      output.write("<tr")
      if let outlet = row.outlet { output.write(" data-outlet=\"\(outlet)\"") }
      output.write(">")
      for (column, cell) in row.cells.enumerated() {
        let tag = column == 0 ? "th" : "td"
        output.write("<\(tag)\(column == 0 ? " scope=\"row\"" : "")\(side(column))>")
        write(cell, to: &output)
        output.write("</\(tag)>")
      }
      output.write("</tr>\n")
    }
    output.write("</tbody></table></div>\n")
  }

  private func side(_ column: Int) -> String {
    table.numeric.contains(column) ? " class=\"r\"" : ""
  }

  private func write(_ cell: ReportTable.Cell, to output: inout Output) {
    switch cell {
    case .words(let text), .foreign(let text): output.writeEscaped(text)
    case .number(let text, let outlet, let measure, let category):
      PageNumber(
        text: text, outlet: outlet, measure: measure, category: category, measures: measures
      ).write(to: &output)
    case .source(let text, let outlet, let article, let id):
      output.write("<a class=\"n\" href=\"#o\(outlet)\" data-o=\"\(outlet)\" data-a=\"")
      output.writeEscaped(article)
      output.write("\" data-s=\"")
      output.writeEscaped(id)
      output.write("\">")
      output.writeEscaped(text)
      output.write("</a>")
    }
  }
}
