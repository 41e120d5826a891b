public import DeskComparison

/// One row an outlet and measure: the count, what it is divided by, the value and its interval.
public struct OutletsCSV: ReportFormat {
  public static let fileName = "outlets.csv"

  public init() {}

  public func write(_ results: Results, run: Run, to output: inout Output) {
    Self.writeHeader(to: &output)
    for outlet in results.outlets { Self.write(outlet, to: &output) }
  }

  /// Writes the names of the columns.
  public static func writeHeader(to output: inout Output) {
    var csv = CSVWriter()
    csv.row(codebook.map(\.column), to: &output)
  }

  /// Writes the rows of one outlet.
  public static func write(_ outlet: OutletResult, to output: inout Output) {
    let categories = Dictionary(grouping: outlet.categories, by: \.measure.name)
    for figure in outlet.figures {
      write(figure, of: outlet, to: &output)
      for category in categories[figure.measure.name] ?? [] {
        write(category, of: outlet, to: &output)
      }
    }
  }

  private static func write(_ figure: Figure, of outlet: OutletResult, to output: inout Output) {
    var csv = CSVWriter()
    csv.cell(outlet.name, to: &output)
    csv.cell(outlet.articles, to: &output)
    csv.cell(outlet.words, to: &output)
    // Categories of a dictionary are measures of their own, and stand here like other categories.
    let part = figure.measure.part
    csv.cell(
      part.map { $0.dictionary + ($0.isWeight ? ".weight" : "") } ?? figure.measure.name,
      to: &output)
    csv.cell(figure.category ?? part?.category, to: &output)
    csv.cell(figure.count, to: &output)
    csv.cell(figure.denominator, to: &output)
    csv.cell(figure.measure.base.unit, to: &output)
    csv.cell(figure.value, digits: 4, to: &output)
    csv.cell(figure.low, digits: 4, to: &output)
    csv.cell(figure.high, digits: 4, to: &output)
    csv.cell(figure.standing.rawValue, to: &output)
    csv.cell(figure.shrunk, digits: 4, to: &output)
    csv.endRow(to: &output)
  }

  /// What each column holds.
  public static let codebook: [CodebookRow] = [
    CodebookRow("outlet", "The outlet; or \"outlet not stated: \" and the article's id."),
    CodebookRow("articles", "Its articles in this run."),
    CodebookRow("words", "Their words."),
    CodebookRow("measure", "What is counted."),
    CodebookRow("category", "A category inside the measure; empty for all of it."),
    CodebookRow("count", "How many were found."),
    CodebookRow("of", "What the count is divided by."),
    CodebookRow("unit", "What the value is: per_1000_words, share_of_attributions, ..."),
    CodebookRow(
      "value", "The rate, share or mean; empty under 200 words or 5 expected findings."),
    CodebookRow("low", "Lower end of the 95% interval; the unit is the article."),
    CodebookRow("high", "Its upper end; with no finding what chance could have hidden."),
    CodebookRow(
      "standing",
      "interval; one_article or few_articles: no interval; none_found; count_only: no rate."),
    CodebookRow(
      "shrunk",
      "The value drawn toward that of all outlets, the more the fewer its articles (Marshall 1991): "
        + "to rank by, beside the value, never in its place; empty under three outlets."),
  ]
}
