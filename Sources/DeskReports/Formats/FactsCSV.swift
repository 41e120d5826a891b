public import DeskComparison
import DeskText

/// One row a telling; articles that leave a fact out have a row that says so.
public struct FactsCSV: FactFormat, ReportFormat {
  public static let name = "csv"
  public static let fileName = "facts.csv"

  public init() {}

  public func write(_ facts: [Fact], to output: inout Output) {
    var csv = CSVWriter()
    csv.row(Self.codebook.map(\.column), to: &output)
    for fact in facts {
      func begin(_ article: Fact.Article, stance: String) {
        csv.cell(fact.number, to: &output)
        csv.cell(fact.story, to: &output)
        csv.cell(fact.articleCount, to: &output)
        csv.cell(article.id, to: &output)
        csv.cell(article.outlet, to: &output)
        csv.cell(stance, to: &output)
      }
      for (place, telling) in fact.tellings.enumerated() {
        begin(telling.article, stance: telling.stance.rawValue)
        csv.cell(telling.source, to: &output)
        csv.cell(telling.text, to: &output)
        csv.cell(telling.extent.start, to: &output)
        csv.cell(telling.extent.end, to: &output)
        csv.cell(fact.contradicted(inTelling: place), to: &output)
        csv.endRow(to: &output)
      }
      for article in fact.leftOut {
        begin(article, stance: "left-out")
        for _ in 0..<5 { csv.cell(nil as String?, to: &output) }
        csv.endRow(to: &output)
      }
    }
  }

  public func write(_ results: Results, run: Run, to output: inout Output) {
    write(results.facts, to: &output)
  }

  /// What each column holds.
  public static let codebook: [CodebookRow] = [
    CodebookRow("fact", "The number of the fact: by story, then by how many articles tell it."),
    CodebookRow("story", "The number of the story, as in stories.csv."),
    CodebookRow("fact_articles", "How many articles tell the fact."),
    CodebookRow("article_id", "The article's id."),
    CodebookRow("outlet", "The article's outlet; empty where it is not stated."),
    CodebookRow(
      "stance",
      "asserted, attributed-named, attributed-unnamed, hedged or unverified; left-out where "
        + "another article of the story tells the fact and this one does not."),
    CodebookRow("source", "The words that name the source, where the telling has one."),
    CodebookRow("text", "The sentence that tells it."),
    CodebookRow("start", "Where it begins in the article's text, in Unicode code points."),
    CodebookRow("end", "Where it ends, exclusive."),
    CodebookRow(
      "figures", "Figures of the sentence that other articles contradict, with what they count."),
  ]
}

extension Fact {
  /// The figures of a telling that others contradict: "30 Taliban".
  func contradicted(inTelling place: Int) -> String? {
    let figures = contradictions.flatMap { contradiction in
      contradiction.figures.filter { $0.telling == place }
        .map { "\($0.written) \(contradiction.counted)" }
    }
    return figures.isEmpty ? nil : figures.joined(separator: "; ")
  }
}
