public import DeskReports

/// One row a coefficient: alpha of all coders, kappa of each two.
public struct AgreementCSV: AgreementFormat {
  public static let name = "csv"

  public init() {}

  public func write(_ agreement: CoderAgreement, to output: inout Output) {
    var csv = CSVWriter()
    csv.row(Self.codebook.map(\.column), to: &output)
    let coders = agreement.grid.coders
    for row in agreement.rows {
      func write(
        _ statistic: String, _ first: Int?, _ second: Int?, _ units: Int, _ observed: Double?,
        _ value: Double?
      ) {
        csv.cell(row.scope.name, to: &output)
        csv.cell(statistic, to: &output)
        csv.cell(first.map { coders[$0] }, to: &output)
        csv.cell(second.map { coders[$0] }, to: &output)
        csv.cell(units, to: &output)
        csv.cell(observed, digits: 4, to: &output)
        csv.cell(value, digits: 4, to: &output)
        csv.cell(row.remark, to: &output)
        csv.endRow(to: &output)
      }
      write("alpha", nil, nil, row.units, row.observed, row.alpha)
      if row.characterAlpha != nil {
        write("alpha_by_character", nil, nil, row.units, nil, row.characterAlpha)
      }
      for pair in row.pairs {
        write("kappa", pair.first, pair.second, pair.units, pair.observed, pair.kappa)
      }
    }
  }

  /// What each column holds.
  public static let codebook: [CodebookRow] = [
    CodebookRow("category", "The category; 'all categories' for sets of them, 'any category'."),
    CodebookRow("statistic", "alpha (Krippendorff), alpha_by_character, or kappa (Cohen)."),
    CodebookRow("first", "Of kappa: the first coder; empty for all coders together."),
    CodebookRow("second", "Of kappa: the second coder."),
    CodebookRow("sentences", "How many sentences two coders or more have coded."),
    CodebookRow("observed", "The share of pairs of codes that are the same."),
    CodebookRow("value", "The coefficient; empty where it cannot be told."),
    CodebookRow("remark", "What keeps the figure from being read as it stands."),
  ]
}

/// One row a coder of a sentence in which coders differ.
public struct DisagreementsCSV: Sendable {
  public init() {}

  /// Writes the header and all rows.
  public func write(_ agreement: CoderAgreement, to output: inout Output) {
    var csv = CSVWriter()
    csv.row(Self.codebook.map(\.column), to: &output)
    for number in agreement.disagreements {
      let unit = agreement.grid.units[number]
      for (coder, codes) in zip(agreement.grid.coders, unit.codes) {
        guard let codes else { continue }
        csv.cell(unit.article, to: &output)
        csv.cell(unit.number, to: &output)
        csv.cell(coder, to: &output)
        csv.cell(codes.isEmpty ? "none" : codes.joined(separator: "; "), to: &output)
        csv.cell(unit.words, to: &output)
        csv.endRow(to: &output)
      }
    }
  }

  /// What each column holds; `agree` reads such a table again.
  public static let codebook: [CodebookRow] = [
    CodebookRow("article", "The article's id."),
    CodebookRow("sentence_number", "The number of the sentence, from 1."),
    CodebookRow("coder", "Who says it."),
    CodebookRow("category", "The categories, apart by '; '; none where nothing was found."),
    CodebookRow("sentence", "The sentence."),
  ]
}
