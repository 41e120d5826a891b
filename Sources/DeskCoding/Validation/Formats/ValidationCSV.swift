public import DeskReports

/// One row a category, and one a category and outlet.
public struct ValidationCSV: ValidationFormat {
  public static let name = "csv"

  public init() {}

  public func write(_ validation: Validation, to output: inout Output) {
    var csv = CSVWriter()
    csv.row(Self.codebook.map(\.column), to: &output)
    for row in validation.rows {
      csv.cell(row.category, to: &output)
      csv.cell(row.outlet, to: &output)
      csv.cell(row.found.coded, to: &output)
      csv.cell(row.found.right, to: &output)
      csv.cell(row.notFound.coded, to: &output)
      csv.cell(row.notFound.missed, to: &output)
      for estimate in [row.precision, row.recall] {
        csv.cell(estimate?.value, digits: 4, to: &output)
        csv.cell(estimate?.low, digits: 4, to: &output)
        csv.cell(estimate?.high, digits: 4, to: &output)
      }
      csv.cell(row.prevalence, digits: 4, to: &output)
      csv.cell(row.remark, to: &output)
      csv.endRow(to: &output)
    }
  }

  /// What each column holds.
  public static let codebook: [CodebookRow] = [
    CodebookRow("category", "What was coded: an analyzer, or analyzer/category."),
    CodebookRow("outlet", "The outlet; empty for all together."),
    CodebookRow("found_coded", "Coded sentences in which the program finds something."),
    CodebookRow("found_right", "Those of them in which people do, too."),
    CodebookRow("not_found_coded", "Coded sentences in which the program finds nothing."),
    CodebookRow("not_found_missed", "Those of them in which people do find something."),
    CodebookRow("precision", "The share of what is found that is right, strata by their sizes."),
    CodebookRow("precision_low", "Lower end of its 95% interval (Wilson)."),
    CodebookRow("precision_high", "Its upper end."),
    CodebookRow(
      "recall", "The share of what people find that the program finds; empty for outlets."),
    CodebookRow("recall_low", "Lower end of its 95% interval (Donner and Zou)."),
    CodebookRow("recall_high", "Its upper end."),
    CodebookRow("prevalence", "The share of all sentences in which people would find something."),
    CodebookRow("remark", "What keeps the figures from being read as they stand."),
  ]
}
