import DeskAnalysis
import DeskReading
import DeskText
import Testing

@testable import DeskComparison

/// Words that set outlets apart.
@Suite("Words of outlets")
struct OutletWordsTests {
  /// Articles of an outlet, each with the given sentence in a text of common words.
  private func articles(
    _ outlet: String, _ count: Int, _ sentence: String, byline: [String] = []
  ) -> [Analysis] {
    (0..<count).map { number in
      let filler = (0..<40).map {
        "The stone lay by water \(["often", "today"][($0 + number) % 2])."
      }
      let text = Text("\(sentence) \(filler.joined(separator: " ")) \(sentence)")
      let article = Article(
        id: "\(outlet)\(number)", outlet: outlet, byline: byline, text: text,
        origin: Origin(input: "\(outlet)\(number)"))
      return Analysis(article: article, reading: Reading(text), findings: [])
    }
  }

  private func words(_ analyses: [Analysis]) -> [OutletWord] {
    var comparison = Comparison()
    for analysis in analyses { comparison.add(analysis) }
    return comparison.results().words
  }

  @Test("a word that one outlet has and others have not comes first, own voice and quoted apart")
  func apart() throws {
    let found = words(
      articles("Äther", 6, "They saw, a regime, and lost. “It was, a junta, then.”")
        + articles("Bote", 6, "They saw, a cabinet, and lost. “It was, a council, then.”"))
    let own = found.filter { $0.outlet == "Äther" && !$0.isQuoted }
    #expect(own.first?.words == "regime")
    #expect(own.first?.count == 12)
    #expect(own.first?.articles == 6)
    #expect(own.first?.othersCount == 0)
    #expect((own.first?.q ?? 1) < 0.1)
    #expect(found.first { $0.outlet == "Äther" && $0.isQuoted }?.words == "junta")
    #expect(!own.contains { $0.words == "junta" })
    #expect(!own.contains { $0.words == "stone" && $0.q < 0.1 })
  }

  @Test("a phrase stands for its words where they hardly stand alone")
  func phrases() {
    let found = words(
      articles("Äther", 5, "The deep state spoke.") + articles("Bote", 5, "The cabinet spoke."))
    let own = found.filter { $0.outlet == "Äther" }.map(\.words)
    #expect(own.first == "deep state")
    #expect(!own.contains("deep") && !own.contains("state"))
  }

  @Test("names of the outlet and its writers are left out")
  func names() {
    let found = words(
      articles("Äther Daily", 5, "Zoë Brandt of Äther saw – ruin –", byline: ["Zoë Brandt"])
        + articles("Bote", 5, "The cabinet spoke."))
    let own = found.filter { $0.outlet == "Äther Daily" }.map(\.words)
    #expect(own.contains("ruin"))
    #expect(!own.contains { $0.contains("zoë") || $0.contains("brandt") || $0.contains("äther") })
  }

  @Test("fewer than three articles, or one outlet, say nothing about words")
  func tooFew() {
    #expect(
      words(articles("Äther", 2, "The regime spoke.") + articles("Bote", 2, "The cabinet spoke."))
        .isEmpty)
    #expect(words(articles("Äther", 9, "The regime spoke.")).isEmpty)
  }

  @Test("order and splitting change nothing")
  func merging() {
    let all =
      articles("Äther", 5, "The regime spoke.") + articles("Bote", 4, "The cabinet spoke.")
    var (left, right) = (Comparison(), Comparison())
    for (number, analysis) in all.reversed().enumerated() {
      if number.isMultiple(of: 3) { left.add(analysis) } else { right.add(analysis) }
    }
    left.merge(right)
    let merged = left.results().words
    let whole = words(all)
    #expect(merged.map(\.words) == whole.map(\.words))
    #expect(merged.map(\.p) == whole.map(\.p))
    #expect(merged.map(\.logOdds) == whole.map(\.logOdds))
  }
}
