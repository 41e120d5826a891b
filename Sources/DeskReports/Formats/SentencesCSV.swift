public import DeskAnalysis
public import DeskComparison
import DeskReading
import DeskText

/// One row a sentence in which a loaded word stands: how loaded it is, and the words that make it so.
public struct SentencesCSV: StreamedReport {
  public static let name = "sentences"
  public static let fileName = "sentences.csv"

  /// - Parameters:
  ///   - columns: the input's own; they stand in `articles.csv` alone, not on every row here.
  ///   - measures: of no account here.
  public init(columns: [String], measures: Measures) {}

  public func writeHeader(to output: inout Output) {
    var csv = CSVWriter()
    csv.row(Self.codebook.map(\.column), to: &output)
  }

  public func write(_ analysis: Analysis, to output: inout Output) {
    for score in SentenceScore.all(in: analysis) {
      let bytes = analysis.sentences[score.sentence].bytes
      var csv = CSVWriter()
      csv.cell(analysis.article.id, to: &output)
      csv.cell(analysis.article.outlet, to: &output)
      csv.cell(score.sentence + 1, to: &output)
      csv.cell(analysis.wordCount(in: bytes), to: &output)
      csv.cell(score.own, digits: 2, to: &output)
      csv.cell(score.quoted, digits: 2, to: &output)
      csv.cell(score.words(in: analysis).joined(separator: "; "), to: &output)
      csv.cell(analysis.article.text[bytes], to: &output)
      csv.endRow(to: &output)
    }
  }

  /// What each column holds.
  public static let codebook: [CodebookRow] = [
    CodebookRow("article", "The article's id."),
    CodebookRow("outlet", "The outlet that wrote it; empty where nothing tells."),
    CodebookRow("sentence_number", "The number of the sentence, from 1."),
    CodebookRow("words", "Its words and numbers."),
    CodebookRow(
      "loaded_own",
      "How loaded it is in the outlet's own voice: the sum of the weights of its different loaded "
        + "entries. Grows with the log odds that annotators call such a sentence biased; no "
        + "probability."),
    CodebookRow("loaded_quoted", "The same of what stands inside quotation marks."),
    CodebookRow("loaded_words", "The words in the outlet's own voice, the heaviest first."),
    CodebookRow("sentence", "The sentence."),
  ]
}
