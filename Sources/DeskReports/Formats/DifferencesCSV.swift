public import DeskComparison

/// One row a measure and pair of outlets: first over the stories that both tell, then over all
/// their articles.
public struct DifferencesCSV: ReportFormat {
  public static let fileName = "differences.csv"

  public init() {}

  public func write(_ results: Results, run: Run, to output: inout Output) {
    var csv = CSVWriter()
    csv.row(Self.codebook.map(\.column), to: &output)
    for paired in results.pairedDifferences {
      begin("shared_stories", paired.measure, paired.first, paired.second, &csv, &output)
      csv.cell(paired.stories, to: &output)
      csv.cell(paired.values.first, digits: 4, to: &output)
      csv.cell(paired.values.second, digits: 4, to: &output)
      csv.cell(paired.difference?.value, digits: 4, to: &output)
      csv.cell(paired.difference?.interval.low, digits: 4, to: &output)
      csv.cell(paired.difference?.interval.high, digits: 4, to: &output)
      for _ in 0..<4 { csv.cell(nil as String?, to: &output) }
      end(paired.test.rawValue, paired.p, paired.adjusted, &csv, &output)
    }
    for pooled in results.differences {
      begin("all_articles", pooled.measure, pooled.first, pooled.second, &csv, &output)
      csv.cell(nil as String?, to: &output)
      csv.cell(pooled.values.first, digits: 4, to: &output)
      csv.cell(pooled.values.second, digits: 4, to: &output)
      for _ in 0..<3 { csv.cell(nil as String?, to: &output) }
      csv.cell(pooled.ratio.ratio, digits: 4, to: &output)
      csv.cell(pooled.ratio.interval.low, digits: 4, to: &output)
      csv.cell(pooled.ratio.interval.high, digits: 4, to: &output)
      csv.cell(pooled.cliffsDelta, digits: 4, to: &output)
      end(pooled.test.rawValue, pooled.p, pooled.adjusted, &csv, &output)
    }
  }

  private func begin(
    _ within: String, _ measure: Measure, _ first: String, _ second: String,
    _ csv: inout CSVWriter, _ output: inout Output
  ) {
    csv.cell(within, to: &output)
    csv.cell(measure.name, to: &output)
    csv.cell(measure.base.unit, to: &output)
    csv.cell(first, to: &output)
    csv.cell(second, to: &output)
  }

  private func end(
    _ test: String, _ p: Double?, _ adjusted: Double?, _ csv: inout CSVWriter,
    _ output: inout Output
  ) {
    csv.cell(test, to: &output)
    csv.cell(p, digits: 6, to: &output)
    csv.cell(adjusted, digits: 6, to: &output)
    csv.endRow(to: &output)
  }

  /// What each column holds.
  public static let codebook: [CodebookRow] = [
    CodebookRow(
      "within",
      "shared_stories: over the stories that both outlets tell; all_articles: over all they wrote, "
        + "where different stories may make the difference."),
    CodebookRow("measure", "What is compared."),
    CodebookRow("unit", "What the values are: per_1000_words, share_of_attributions, ..."),
    CodebookRow("first", "An outlet with several articles."),
    CodebookRow("second", "Another one, by name after the first."),
    CodebookRow("stories", "How many stories both tell."),
    CodebookRow("first_value", "The first outlet's value over these articles."),
    CodebookRow("second_value", "The second's."),
    CodebookRow("difference", "First less second; empty under 6 shared stories."),
    CodebookRow("difference_low", "Lower end of its 95% interval, by stories."),
    CodebookRow("difference_high", "Its upper end."),
    CodebookRow("ratio", "How many times as high the first value is."),
    CodebookRow("ratio_low", "Lower end of its 95% interval; the unit is the article."),
    CodebookRow("ratio_high", "Its upper end."),
    CodebookRow(
      "cliffs_delta",
      "How much more often an article of the first has a higher value than one of the second than "
        + "a lower one, from -1 to 1 (Cliff 1993)."),
    CodebookRow(
      "test",
      "exact or random: by dealing articles anew, or exchanging names within stories; t: Student's; "
        + "none: too few articles, or fewer than 6 shared stories."),
    CodebookRow("p", "Its p value; empty without a test."),
    CodebookRow("p_holm", "The same, corrected for all rows of its kind (Holm 1979)."),
  ]
}
