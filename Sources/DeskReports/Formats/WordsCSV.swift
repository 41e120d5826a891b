public import DeskComparison

/// One row an outlet, voice and term that sets the outlet apart.
public struct WordsCSV: ReportFormat {
  public static let fileName = "words.csv"

  public init() {}

  public func write(_ results: Results, run: Run, to output: inout Output) {
    var csv = CSVWriter()
    csv.row(Self.codebook.map(\.column), to: &output)
    for word in results.words {
      csv.cell(word.outlet, to: &output)
      csv.cell(word.isQuoted ? "quoted" : "own", to: &output)
      csv.cell(word.words, to: &output)
      csv.cell(word.count, to: &output)
      csv.cell(word.articles, to: &output)
      csv.cell(word.rate, digits: 4, to: &output)
      csv.cell(word.othersCount, to: &output)
      csv.cell(word.othersRate, digits: 4, to: &output)
      csv.cell(word.logOdds.delta, digits: 4, to: &output)
      csv.cell(word.logOdds.z, digits: 4, to: &output)
      csv.cell(word.test.rawValue, to: &output)
      csv.cell(word.p, digits: 6, to: &output)
      csv.cell(word.q, digits: 6, to: &output)
      csv.endRow(to: &output)
    }
  }

  /// What each column holds.
  public static let codebook: [CodebookRow] = [
    CodebookRow("outlet", "An outlet with three articles or more."),
    CodebookRow("voice", "own: the outlet's; quoted: inside quotation marks."),
    CodebookRow("words", "A word, or two that follow each other, in lower case."),
    CodebookRow("count", "How often the outlet has it in this voice."),
    CodebookRow("articles", "How many of its articles have it; at least 3."),
    CodebookRow("rate", "Per 1,000 words of the outlet in this voice."),
    CodebookRow("others_count", "How often all other outlets have it in this voice."),
    CodebookRow("others_rate", "Per 1,000 of their words in this voice."),
    CodebookRow(
      "log_odds",
      "Weighted log-odds with an informative Dirichlet prior of 500 words (Monroe, Colaresi and "
        + "Quinn 2008)."),
    CodebookRow("z", "Log-odds by their standard error: the rank; it tells no significance."),
    CodebookRow(
      "test",
      "paired: t over the stories that the outlet and others tell; welch: t over article rates."),
    CodebookRow("p", "Its p value."),
    CodebookRow(
      "q",
      "The same, corrected over the outlet's terms in this voice (Benjamini and Hochberg 1995): of "
        + "rows below 0.1 one in ten may be chance."),
  ]
}
