public import DeskAnalysis
import DeskComparison
import DeskText

/// One row an article and source: who is given a voice, how often, how early, in which words.
public struct SourcesCSV: StreamedReport {
  public static let name = "sources"
  public static let fileName = "sources.csv"

  /// - Parameter columns: the input's own; they stand in `articles.csv` alone, not on every row
  ///   here.
  public init(columns: [String]) {}

  public func writeHeader(to output: inout Output) {
    var csv = CSVWriter()
    csv.row(Self.codebook.map(\.column), to: &output)
  }

  public func write(_ analysis: Analysis, to output: inout Output) {
    for source in ArticleSource.all(in: analysis, includingNobody: true) {
      var csv = CSVWriter()
      csv.cell(analysis.article.id, to: &output)
      csv.cell(analysis.article.outlet, to: &output)
      csv.cell(source.name, to: &output)
      csv.cell(source.type.rawValue, to: &output)
      csv.cell(source.attributions, to: &output)
      csv.cell(source.quotations, to: &output)
      csv.cell(source.secondHand, to: &output)
      csv.cell(source.words, to: &output)
      csv.cell(source.firstPosition, digits: 3, to: &output)
      csv.cell(source.cues.joined(separator: "; "), to: &output)
      csv.cell(source.stances.joined(separator: "; "), to: &output)
      csv.endRow(to: &output)
    }
  }

  /// What each column holds.
  public static let codebook: [CodebookRow] = [
    CodebookRow("article", "The article's id."),
    CodebookRow("outlet", "The outlet that wrote it; empty where nothing tells."),
    CodebookRow("source", "Who is cited; empty for what is attributed to nobody."),
    CodebookRow("source_type", "named-person, unnamed-official, unnamed-people, ..."),
    CodebookRow("attributions", "How often something is attributed to it."),
    CodebookRow("quotations", "How many of these are quotations, wholly or partly."),
    CodebookRow("second_hand", "How many of these are taken from another outlet's report."),
    CodebookRow("words", "Words of what is attributed to it."),
    CodebookRow("first_position", "Where it first speaks: 0 the beginning of the text, 1 its end."),
    CodebookRow("cues", "The words that attribute, each once."),
    CodebookRow("stances", "The stances of the cues, each once: neutral, doubting, endorsing, ..."),
  ]
}
