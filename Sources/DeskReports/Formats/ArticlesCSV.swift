public import DeskAnalysis
public import DeskComparison
import DeskText

/// One row an article: what is known of it, and what was counted in it.
public struct ArticlesCSV: StreamedReport {
  public static let name = "csv"
  public static let fileName = "articles.csv"
  public static let tellsPlaces = false

  private static let before = [
    "article", "outlet", "republisher", "title", "date", "url", "language",
  ]
  private static let after = ["sentences", "removed", "words"]
  private let columns: InputColumns
  private let measures: Measures
  /// The numbers of the measures of dictionaries that have a column for their rate.
  private let rated: [Int]
  private let counted: [String]

  public init(columns: [String], measures: Measures) {
    self.measures = measures
    let rated = measures.members.indices.filter {
      measures.members[$0].part.map { !$0.isWeight } ?? false
    }
    counted =
      measures.members.map(\.name) + rated.map { measures.members[$0].name + ".per_1000" }
    self.rated = rated
    self.columns = InputColumns(columns, beside: Self.before + Self.after + counted)
  }

  public func writeHeader(to output: inout Output) {
    var csv = CSVWriter()
    csv.row(
      Self.before + columns.headings + Self.after + counted, to: &output)
  }

  public func write(_ analysis: Analysis, to output: inout Output) {
    let article = analysis.article
    let counts = ArticleCounts(analysis, measures: measures)
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
    for (index, count) in counts.counts.enumerated() {
      csv.cell(measures.isCounted[index] ? count : nil, to: &output)
    }
    for index in rated {
      let rate = counts.words > 0 ? 1000 * Double(counts.counts[index]) / Double(counts.words) : nil
      csv.cell(rate, digits: 4, to: &output)
    }
    csv.endRow(to: &output)
  }

  /// What the columns hold that a run's dictionaries add.
  static func codebook(ofDictionariesIn measures: Measures) -> [CodebookRow] {
    let added = measures.ofDictionaries
    return added.map { CodebookRow($0.name, "Count. \($0.counted)") }
      + added.filter { $0.part?.isWeight == false }.map {
        CodebookRow("\($0.name).per_1000", "Rate. \($0.name) per 1,000 words of the article.")
      }
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
    ] + DeskComparison.measures.map { CodebookRow($0.name, "Count. \($0.counted)") }
}
