public import DeskComparison

/// One row an outlet, actor and label: what each side is called.
public struct LabelsCSV: ReportFormat {
  public static let fileName = "labels.csv"

  public init() {}

  public func write(_ results: Results, run: Run, to output: inout Output) {
    var csv = CSVWriter()
    csv.row(Self.codebook.map(\.column), to: &output)
    for label in results.labels {
      csv.cell(label.outlet, to: &output)
      csv.cell(label.actor, to: &output)
      csv.cell(label.label, to: &output)
      csv.cell(label.category, to: &output)
      csv.cell(label.isInQuote, to: &output)
      csv.cell(label.count, to: &output)
      csv.cell(label.articles, to: &output)
      for index in 0..<3 {
        csv.cell(index < label.examples.count ? label.examples[index].sentence : nil, to: &output)
      }
      csv.endRow(to: &output)
    }
  }

  /// What each column holds.
  public static let codebook: [CodebookRow] = [
    CodebookRow("outlet", "The outlet; or \"outlet not stated: \" and the article's id."),
    CodebookRow(
      "actor",
      "Who is called so, by the name beside the label or by whom the article uses the word for "
        + "elsewhere; anti-X are those against X; empty where it does not tell."),
    CodebookRow("label", "The word as used, in lower case."),
    CodebookRow("category", "The family of the label."),
    CodebookRow("in_quote", "Whether it stands inside quotation marks."),
    CodebookRow("count", "How often."),
    CodebookRow("articles", "In how many articles."),
    CodebookRow("example_1", "A sentence that holds it."),
    CodebookRow("example_2", "Another one."),
    CodebookRow("example_3", "Another one."),
  ]
}
