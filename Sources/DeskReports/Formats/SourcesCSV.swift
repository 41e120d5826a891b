public import DeskAnalysis
public import DeskComparison
import DeskText

/// One row an article and source: who is given a voice, how often, how early, in which words.
public struct SourcesCSV: StreamedReport {
  public static let name = "sources"
  public static let fileName = "sources.csv"

  /// - Parameters:
  ///   - columns: the input's own; they stand in `articles.csv` alone, not on every row here.
  ///   - measures: of no account here.
  public init(columns: [String], measures: Measures) {}

  public func writeHeader(to output: inout Output) {
    var csv = CSVWriter()
    csv.row(Self.codebook.map(\.column), to: &output)
  }

  public func write(_ analysis: Analysis, to output: inout Output) {
    let places = CodePoints(of: analysis.article.text)
    for source in ArticleSource.all(in: analysis, includingNobody: true) {
      var csv = CSVWriter()
      csv.cell(analysis.article.id, to: &output)
      csv.cell(analysis.article.outlet, to: &output)
      csv.cell(source.id, to: &output)
      csv.cell(source.name, to: &output)
      csv.cell(source.head, to: &output)
      csv.cell(source.type.rawValue, to: &output)
      csv.cell(source.isOpen, to: &output)
      csv.cell(source.attributions, to: &output)
      csv.cell(source.quotations, to: &output)
      csv.cell(source.secondHand, to: &output)
      csv.cell(source.words, to: &output)
      csv.cell(source.quotedWords, to: &output)
      csv.cell(
        places.extent(Extent(source.firstStart, source.firstStart)).start, to: &output)
      csv.cell(source.firstPosition, digits: 3, to: &output)
      csv.cell(source.cues.joined(separator: "; "), to: &output)
      for stance in Self.stances { csv.cell(source.stances[stance] ?? 0, to: &output) }
      csv.endRow(to: &output)
    }
  }

  /// The stances of cues, each a column.
  private static let stances = ["neutral", "doubting", "endorsing", "emotive"]

  /// What each column holds.
  public static let codebook: [CodebookRow] = [
    CodebookRow("article", "The article's id."),
    CodebookRow("outlet", "The outlet that wrote it; empty where nothing tells."),
    CodebookRow(
      "source_id",
      "Which source of the article: as in findings.csv; empty for nobody and for a source left open."
    ),
    CodebookRow(
      "source",
      "Who is cited, as first written, a person in full; empty for what is attributed to nobody."),
    CodebookRow("source_head", "The noun its phrase turns on; of a person the last name."),
    CodebookRow("source_type", "named-person, unnamed-official, unnamed-people, ..."),
    CodebookRow(
      "source_open", "Whether the article does not surely tell whom a pronoun or short name means."),
    CodebookRow("attributions", "How often something is attributed to it."),
    CodebookRow("quotations", "How many of these are quotations, wholly or partly."),
    CodebookRow("second_hand", "How many of these are taken from another outlet's report."),
    CodebookRow("words", "Words of what is attributed to it."),
    CodebookRow("quoted_words", "How many of these words stand in quotation marks."),
    CodebookRow(
      "first_start",
      "Where the first attribution to it begins: Unicode code points into the cleaned text, from 0."
    ),
    CodebookRow("first_position", "The same as a share: 0 the beginning of the text, 1 its end."),
    CodebookRow("cues", "The words that attribute, each once."),
    CodebookRow("neutral", "How many of its cues are neutral: said."),
    CodebookRow("doubting", "How many keep their distance: claimed, alleged."),
    CodebookRow("endorsing", "How many vouch for the content: confirmed, revealed."),
    CodebookRow("emotive", "How many tell a feeling or a manner: blasted, insisted."),
  ]
}
