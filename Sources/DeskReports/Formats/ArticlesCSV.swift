public import DeskAnalysis
import DeskComparison
import DeskText

/// One row an article: what is known of it, and what was counted in it.
public struct ArticlesCSV: StreamedReport {
  public static let name = "csv"
  public static let fileName = "articles.csv"

  private static let before = [
    "article", "outlet", "republisher", "title", "date", "url", "language",
  ]
  private static let after = ["sentences", "removed", "words"]
  private static var own: [String] { before + after + measures.map(\.name) }

  private let columns: InputColumns

  public init(columns: [String]) { self.columns = InputColumns(columns, beside: Self.own) }

  public func writeHeader(to output: inout Output) {
    var csv = CSVWriter()
    csv.row(
      Self.before + columns.headings + Self.after + measures.map(\.name), to: &output)
  }

  public func write(_ analysis: Analysis, to output: inout Output) {
    let article = analysis.article
    let counts = ArticleCounts(analysis)
    var csv = CSVWriter()
    csv.cell(article.id, to: &output)
    csv.cell(article.outlet, to: &output)
    csv.cell(article.republisher, to: &output)
    csv.cell(article.title, to: &output)
    csv.cell(article.date, to: &output)
    csv.cell(article.url, to: &output)
    csv.cell(article.language, to: &output)
    for value in columns.values(of: article) { csv.cell(value, to: &output) }
    csv.cell(analysis.sentences.count, to: &output)
    csv.cell(article.removals.count, to: &output)
    csv.cell(counts.words, to: &output)
    for count in counts.counts { csv.cell(count, to: &output) }
    csv.endRow(to: &output)
  }

  /// What each column holds.
  public static let codebook: [CodebookRow] =
    [
      CodebookRow("article", "The article's id: its file, or the input's own id."),
      CodebookRow("outlet", "The outlet that wrote it; empty where nothing tells."),
      CodebookRow("republisher", "The outlet that printed it again, where that is another one."),
      CodebookRow("title", "Its headline."),
      CodebookRow("date", "YYYY-MM-DD; empty where nothing tells."),
      CodebookRow("url", "Its address."),
      CodebookRow("language", "A BCP 47 tag, by the page or by its words; empty where unknown."),
      CodebookRow("sentences", "Sentences, and what stands for one: headings, list items."),
      CodebookRow("removed", "Pieces that cleaning set aside; `copydesk clean` shows them."),
      CodebookRow("words", "Words and numbers of the cleaned text."),
    ] + measures.map { CodebookRow($0.name, "Count. \($0.counted)") }
}
