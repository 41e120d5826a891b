import Copydesk
import Testing

struct SentenceScoreTests {
  private static let analysts: Analysts = {
    let head = ["title", "version", "licence", "measures"].map { "#@ \($0): x\n" }.joined()
    let list =
      head + """
        #@ analyzer: loaded
        entry\tcategory\tweight\tsource
        entire\tintensifier\t0.2\tx
        sham\tridicule\t0.6\tx
        “one to three words”\tscare_quote\t0.3\tx

        """
    let table = Table(file: "loaded.tsv", parsing: Array(list.utf8))
    return Analysts(Lexicons([table]), analyzers: [LoadedAnalyzer.self])
  }()

  @Test("a sentence's score adds up its different entries, own voice apart from quoted voice")
  func score() throws {
    let analysis = Self.analysis(
      "A sham, a sham, the entire Łódź plan. All was well in Málaga. “A sham,” said Zoë.")
    let scores = SentenceScore.all(in: analysis)
    #expect(scores.map(\.sentence) == [0, 2])
    #expect(abs(scores[0].own - 0.8) < 1e-9 && scores[0].quoted == 0)
    #expect(scores[1].own == 0 && abs(scores[1].quoted - 0.6) < 1e-9)
    #expect(scores[0].words(in: analysis) == ["sham", "entire"])
  }

  @Test("the most loaded sentences come first, those of the sources do not come at all")
  func highest() {
    let analysis = Self.analysis(
      "The entire plan fell. It was a sham. “A sham, an entire sham,” said Øyvind.")
    #expect(SentenceScore.highest(in: analysis, most: 5).map(\.sentence) == [1, 0])
    #expect(SentenceScore.highest(in: analysis, most: 1).map(\.sentence) == [1])
  }

  @Test("per token and per type: an entry that comes again is one type")
  func types() {
    let counts = ArticleCounts(Self.analysis("A sham, a sham and a “new” sham; the “new” Łódź."))
    #expect(counts["loaded_own"] == 5)
    #expect(counts["loaded_own_types"] == 2)
  }

  private static func analysis(_ text: String) -> Analysis {
    let article = Article(id: "a", text: Text(text), origin: Origin(input: "a.txt"))
    let reading = Reading(article.text)
    return Analysis(
      article: article, reading: reading, findings: analysts.findings(in: reading))
  }
}
