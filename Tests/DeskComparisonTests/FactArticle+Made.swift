import DeskAnalysis
import DeskComparison
import DeskLexicons
import DeskReading
import DeskText

extension FactArticle {
  private static let analysts = Analysts(.embedded)

  /// An article of the outlet "The ID", read and analyzed.
  static func made(_ id: String, _ text: String) -> FactArticle {
    let text = Text(text)
    let reading = Reading(text)
    let article = Article(id: id, outlet: "The \(id)", text: text, origin: Origin(input: id))
    let analysis = Analysis(
      article: article, reading: reading, findings: analysts.findings(in: reading))
    return FactArticle(analysis, reading)
  }
}
