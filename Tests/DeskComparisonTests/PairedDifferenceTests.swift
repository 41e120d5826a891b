import DeskAnalysis
import DeskText
import Testing

@testable import DeskComparison

/// Outlets over the stories that both tell.
@Suite("Paired differences")
struct PairedDifferenceTests {
  /// An article on a story whose words no other story has.
  private func article(_ story: Int, _ outlet: String, hedges: Int, words: Int = 300) -> Analysis {
    let letter = String(UnicodeScalar(UInt8(97 + story)))
    let event = ["flood", "dam", "mayor", "market", "tower"].map { $0 + letter + letter }
    let text = (0..<words).map { event[$0 % event.count] }.joined(separator: " ") + "."
    return Made.analysis("\(outlet)-\(letter)", outlet: outlet, text: text) { _ in
      (0..<hedges).map {
        Finding(
          analyzer: "hedging", extent: Extent($0, $0 + 1), sentence: 0, category: "modal",
          isInQuote: false)
      }
    }
  }

  private func results(_ analyses: [Analysis]) -> Results {
    var comparison = Comparison()
    for analysis in analyses { comparison.add(analysis) }
    return comparison.results()
  }

  private func hedges(_ results: Results) -> PairedDifference? {
    results.pairedDifferences.first { $0.measure.name == "hedges" }
  }

  @Test("articles of both outlets on one story are a pair; lone stories play no part")
  func pairs() throws {
    var articles = (0..<6).flatMap {
      [article($0, "Äther", hedges: 6 + $0), article($0, "Bote", hedges: 3)]
    }
    articles.append(article(10, "Äther", hedges: 90))
    let paired = try #require(hedges(results(articles)))
    #expect(paired.first == "Bote" && paired.second == "Äther")
    #expect(paired.stories == 6)
    #expect(paired.values.first == 10)
    #expect(abs(paired.values.second - 1000.0 * 51 / 1800) < 1e-9)
    #expect(paired.test == .exact)
    #expect(paired.p == 0.03125)
    let difference = try #require(paired.difference)
    #expect(abs(difference.value - (10 - 1000.0 * 51 / 1800)) < 1e-9)
  }

  @Test("two articles of one outlet on a story are added up before they are compared")
  func several() throws {
    let articles =
      (0..<6).flatMap { [article($0, "Äther", hedges: 6), article($0, "Bote", hedges: 3)] }
      + [
        Made.analysis(
          "Äther-again", outlet: "Äther", text: article(0, "x", hedges: 0).article.text.string)
      ]
    let paired = try #require(hedges(results(articles)))
    #expect(paired.stories == 6)
    #expect(abs(paired.values.second - 1000.0 * 36 / 2100) < 1e-9)
  }

  @Test("under six stories there is no test, and no story for both gives no row")
  func few() throws {
    let five = (0..<5).flatMap {
      [article($0, "Äther", hedges: 6), article($0, "Bote", hedges: 3)]
    }
    let paired = try #require(hedges(results(five)))
    #expect(paired.test == .none)
    #expect(paired.p == nil)
    #expect(paired.difference == nil)
    let apart = (0..<4).map { article($0, $0.isMultiple(of: 2) ? "Äther" : "Bote", hedges: 6) }
    #expect(hedges(results(apart)) == nil)
  }

  @Test("Holm's correction runs over all tested rows")
  func correction() {
    let articles = (0..<7).flatMap {
      [
        article($0, "Äther", hedges: 6 + $0), article($0, "Bote", hedges: 3),
        article($0, "Çan", hedges: 4),
      ]
    }
    let tested = results(articles).pairedDifferences.filter { $0.p != nil }
    #expect(tested.count >= 3)
    #expect(tested.compactMap(\.adjusted) == Adjustment.holm(tested.compactMap(\.p)))
  }
}
