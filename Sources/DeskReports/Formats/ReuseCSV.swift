public import DeskComparison
import DeskText

/// One row a passage that stands in two articles.
public struct ReuseCSV: ReuseFormat, ReportFormat {
  public static let name = "csv"
  public static let fileName = "reuse.csv"

  public init() {}

  public func write(_ reuse: ReuseMap, to output: inout Output) {
    var csv = CSVWriter()
    var places = ReusePlaces(reuse)
    csv.row(Self.codebook.map(\.column), to: &output)
    for passage in reuse.passages {
      for side in [passage.from, passage.to] {
        let article = reuse.articles[side.article]
        let extent = places.extent(side)
        csv.cell(article.id, to: &output)
        csv.cell(article.outlet, to: &output)
        csv.cell(article.date, to: &output)
        csv.cell(extent.start, to: &output)
        csv.cell(extent.end, to: &output)
        csv.cell(reuse.text(side), to: &output)
      }
      csv.cell(passage.to.words, to: &output)
      csv.cell(passage.similarity, digits: 3, to: &output)
      csv.cell(passage.kind.rawValue, to: &output)
      csv.cell(passage.isCredited.map { $0 ? "true" : "false" }, to: &output)
      csv.cell(reuse.credit(passage), to: &output)
      csv.cell(passage.direction.rawValue, to: &output)
      csv.cell(passage.wire?.name, to: &output)
      csv.cell(passage.wire?.agency, to: &output)
      csv.endRow(to: &output)
    }
  }

  public func write(_ results: Results, run: Run, to output: inout Output) {
    write(results.reuse ?? ReuseMap(), to: &output)
  }

  /// What each column holds.
  public static let codebook: [CodebookRow] =
    side("from", "that had the passage first") + side("to", "that has it too") + [
      CodebookRow("words", "How many words the passage has in the article that has it too."),
      CodebookRow(
        "similarity", "The share of the longer side's words that stand in the other, 0 to 1."),
      CodebookRow(
        "kind",
        "quotation: in quotation marks in both, so that both may quote a third text; else text."),
      CodebookRow(
        "credited",
        "Whether the second article names, or links to, the first one's outlet beside the passage, "
          + "or attributes the words to it; empty where that outlet is not known."),
      CodebookRow("credit", "The words that credit it."),
      CodebookRow(
        "direction",
        "By what it is known which was first: date, credit, or unknown."),
      CodebookRow(
        "wire",
        "Wire copy, so that neither outlet need have it from the other. agency: one of the articles "
          + "is an agency's copy, by its outlet, byline, dateline or closing line; shared: three "
          + "outlets or more have the passage; else empty."),
      CodebookRow("agency", "The agency."),
    ]

  private static func side(_ name: String, _ meaning: String) -> [CodebookRow] {
    [
      CodebookRow("\(name)_id", "The id of the article \(meaning)."),
      CodebookRow("\(name)_outlet", "Its outlet; empty where it is not stated."),
      CodebookRow("\(name)_date", "The day it was published, YYYY-MM-DD."),
      CodebookRow("\(name)_start", "Where the passage begins in its text, in code points."),
      CodebookRow("\(name)_end", "Where it ends."),
      CodebookRow("\(name)_text", "The passage as it stands there."),
    ]
  }
}
