public import DeskAnalysis
public import DeskComparison
import DeskLexicons
import DeskText

/// One row a finding, with its sentence, and the line of the word list that it rests on.
public struct FindingsCSV: StreamedReport {
  public static let name = "findings"
  public static let fileName = "findings.csv"

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
    for finding in analysis.findings {
      write(finding, of: analysis, places: places, to: &output)
    }
  }

  private func write(
    _ finding: Finding, of analysis: Analysis, places: CodePoints, to output: inout Output
  ) {
    let text = analysis.article.text
    let place = places.extent(finding.extent)
    func part(_ role: Part.Role) -> String? { finding.part(role).map { text[$0.extent] } }
    var csv = CSVWriter()
    csv.cell(analysis.article.id, to: &output)
    csv.cell(analysis.article.outlet, to: &output)
    csv.cell(finding.analyzer, to: &output)
    csv.cell(finding.category, to: &output)
    csv.cell(text[finding.extent], to: &output)
    csv.cell(place.start, to: &output)
    csv.cell(place.end, to: &output)
    csv.cell(finding.isInQuote, to: &output)
    csv.cell(part(.source), to: &output)
    csv.cell(finding.part(.source)?.kind, to: &output)
    csv.cell(finding.detail("source_id"), to: &output)
    csv.cell(part(.cue), to: &output)
    csv.cell(part(.content), to: &output)
    csv.cell(finding.part(.content)?.kind, to: &output)
    csv.cell(finding.sentence + 1, to: &output)
    csv.cell(analysis.sentence(of: finding), to: &output)
    csv.cell(finding.evidence?.entry, to: &output)
    csv.cell(finding.evidence?.lexicon, to: &output)
    csv.cell(finding.evidence?.line, to: &output)
    csv.cell(finding.evidence?.source, to: &output)
    csv.cell(finding.weight, digits: 3, to: &output)
    csv.cell(
      finding.details.filter { $0.name != "source_id" }.map { "\($0.name)=\($0.value)" }.joined(
        separator: "; "), to: &output)
    let precision = finding.evidence?.precision
    csv.cell(precision?.share, digits: 3, to: &output)
    csv.cell(precision?.interval.low, digits: 3, to: &output)
    csv.cell(precision?.interval.high, digits: 3, to: &output)
    csv.cell(precision?.hits, to: &output)
    csv.cell(precision.map { "\($0.corpus): \($0.unit)" }, to: &output)
    csv.endRow(to: &output)
  }

  /// What each column holds.
  public static let codebook: [CodebookRow] = [
    CodebookRow("article", "The article's id."),
    CodebookRow("outlet", "The outlet that wrote it; empty where nothing tells."),
    CodebookRow("analyzer", "What found it: attribution, hedging, loaded, labels."),
    CodebookRow("category", "The category of the entry it rests on."),
    CodebookRow("text", "The words found; of an attribution from its first part to its last."),
    CodebookRow("start", "Where it begins: Unicode code points into the cleaned text, from 0."),
    CodebookRow("end", "Where it ends, exclusive."),
    CodebookRow("in_quote", "Whether it stands inside quotation marks."),
    CodebookRow("source", "Of an attribution: the words that name the source."),
    CodebookRow("source_type", "Of an attribution: named-person, unnamed-official, ..."),
    CodebookRow(
      "source_id",
      "Of an attribution: which source of the article, as in sources.csv; empty where left open."),
    CodebookRow("cue", "Of an attribution: the words that attribute."),
    CodebookRow(
      "content", "Of an attribution: what is attributed, from its first piece to its last."),
    CodebookRow("content_form", "direct, indirect or mixed."),
    CodebookRow("sentence_number", "The number of the sentence in which it begins, from 1."),
    CodebookRow("sentence", "That sentence."),
    CodebookRow("entry", "The entry of the word list it rests on."),
    CodebookRow("lexicon", "The word list's file."),
    CodebookRow("line", "The entry's line in that file, from 1."),
    CodebookRow("literature", "The entry's source, a key of sources.tsv."),
    CodebookRow(
      "weight", "The entry's weight: 0 to 1 in the program's lists, any number in a dictionary."),
    CodebookRow("details", "What else is known, as name=value; ..."),
    CodebookRow(
      "precision",
      "How often the entry was right on annotated texts, as a share; empty where not measured."),
    CodebookRow("precision_low", "Lower end of its 95% interval (Wilson)."),
    CodebookRow("precision_high", "Its upper end."),
    CodebookRow("precision_hits", "How often the entry was found there."),
    CodebookRow(
      "precision_of",
      "The annotated texts, and what people marked in them: cue, word, sentence, label."),
  ]
}
