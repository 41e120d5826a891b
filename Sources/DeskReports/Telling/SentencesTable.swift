import DeskAnalysis
import DeskComparison
import DeskReading
import DeskText

extension Telling {
  /// So many articles get their own sentences; of more, the sentences are those of all together.
  private static let mostArticles = 12
  private static let mostPerArticle = 3
  private static let mostInAll = 20

  /// The sentences that outlets themselves word most loadedly.
  var sentencesTable: ReportTable {
    let isEach = results.sample.count <= Self.mostArticles
    var ranked: [(analysis: Analysis, score: SentenceScore)] = results.sample.flatMap { analysis in
      SentenceScore.highest(in: analysis, most: Self.mostPerArticle).map { (analysis, $0) }
    }
    if !isEach {
      // A stable order where scores are equal: that of the sample, which is sorted by outlet.
      ranked = Array(
        ranked.enumerated().sorted {
          $0.element.score.own != $1.element.score.own
            ? $0.element.score.own > $1.element.score.own : $0.offset < $1.offset
        }.prefix(Self.mostInAll).map(\.element))
    }
    let rows = ranked.enumerated().map { number, entry in
      let (analysis, score) = entry
      let extent = analysis.sentences[score.sentence].bytes
      return ReportTable.Row(
        cells: [
          .foreign(results.outletName(of: analysis)),
          .words(Wording.decimal(score.own, digits: 2)),
          .foreign(score.words(in: analysis).joined(separator: ", ")),
          .foreign(analysis.article.text[extent]),
        ], outlet: outletNumber(of: analysis),
        places: [
          Place(
            id: "s\(number)", told: "in the article", article: analysis.article.id,
            start: extent.start)
        ])
    }
    let which =
      isEach
      ? "Up to \(Self.mostPerArticle == 3 ? "three" : "\(Self.mostPerArticle)") sentences of each article."
      : "The \(rows.count) highest of the \(results.sample.count) articles looked at here."
    return ReportTable(
      anchor: "sentences", title: "The most loaded sentences",
      caption: "\(which) The score adds up the weights of a sentence’s different loaded words in "
        + "the outlet’s own voice; long sentences have more room for them. All are in sentences.csv.",
      headings: ["outlet", "score", "words that make it so", "sentence"], numeric: [1], rows: rows,
      isProse: true)
  }
}
