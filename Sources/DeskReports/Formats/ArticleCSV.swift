public import DeskText

/// One row an article: its text and what is known of it.
public struct ArticleCSV: ArticleFormat {
  public static let name = "csv"

  private let columns: InputColumns

  public init(columns: [String], showsRemovals: Bool) {
    self.columns = InputColumns(columns, beside: Self.codebook.map(\.column))
  }

  public func writeHeader(to output: inout Output) {
    var csv = CSVWriter()
    csv.row(Self.codebook.map(\.column) + columns.headings, to: &output)
  }

  public func write(_ article: Article, to output: inout Output) {
    var csv = CSVWriter()
    csv.cell(article.id, to: &output)
    csv.cell(article.outlet, to: &output)
    csv.cell(article.republisher, to: &output)
    csv.cell(article.title, to: &output)
    csv.cell(article.byline.joined(separator: "; "), to: &output)
    csv.cell(article.date, to: &output)
    csv.cell(article.url, to: &output)
    csv.cell(article.language, to: &output)
    csv.cell(article.text.string, to: &output)
    csv.cell(article.removals.count, to: &output)
    csv.cell(article.remark, to: &output)
    for value in columns.values(of: article) { csv.cell(value, to: &output) }
    csv.endRow(to: &output)
  }

  /// What each column holds.
  public static let codebook: [CodebookRow] = [
    CodebookRow("article", "The article's id: its file, or the input's own id."),
    CodebookRow("outlet", "The outlet that wrote it; empty where nothing tells."),
    CodebookRow("republisher", "The outlet that printed it again, where that is another one."),
    CodebookRow("title", "Its headline."),
    CodebookRow("byline", "Its writers, with semicolons between."),
    CodebookRow("date", "YYYY-MM-DD; empty where nothing tells."),
    CodebookRow("url", "Its address."),
    CodebookRow("language", "A BCP 47 tag, by the page or by its words; empty where unknown."),
    CodebookRow("text", "The cleaned text."),
    CodebookRow("removed", "How many pieces were set aside; `--format ndjson` shows them."),
    CodebookRow("remark", "Why the text is empty or cut."),
  ]
}
