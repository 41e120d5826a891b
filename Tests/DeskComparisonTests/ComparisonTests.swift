import DeskAnalysis
import DeskText
import Testing

@testable import DeskComparison

@Suite("Comparison")
struct ComparisonTests {
  /// An article of so many words with so many hedges.
  private func article(
    _ id: String, _ outlet: String?, words: Int, hedges: Int
  ) -> Analysis {
    Made.analysis(id, outlet: outlet, text: Made.filler(words)) { _ in
      (0..<hedges).map { number in
        Finding(
          analyzer: "hedging", extent: Extent(number, number + 1), sentence: 0,
          category: number.isMultiple(of: 2) ? "modal" : "evidential", isInQuote: false)
      }
    }
  }

  private func results(_ analyses: [Analysis]) -> Results {
    var comparison = Comparison()
    for analysis in analyses { comparison.add(analysis) }
    return comparison.results()
  }

  private func figure(_ results: Results, _ outlet: Int, _ measure: String) throws -> Figure {
    try #require(results.outlets[outlet].figure(measure))
  }

  @Test("one article gives a rate, and neither interval nor comparison")
  func oneArticle() throws {
    let results = results([
      article("a", "Äther", words: 1000, hedges: 8), article("b", "Bote", words: 500, hedges: 7),
    ])
    let figure = try figure(results, 1, "hedges")
    #expect(results.outlets.map(\.name) == ["Bote", "Äther"])
    #expect(figure.standing == .oneArticle)
    #expect(figure.value == 8)
    #expect(figure.low == nil)
    #expect(results.differences.isEmpty)
  }

  @Test("under 200 words, or under five expected, the count stands alone")
  func countsAlone() throws {
    let short = results([article("a", "Äther", words: 199, hedges: 20)])
    #expect(try figure(short, 0, "hedges").standing == .countOnly)
    #expect(try figure(short, 0, "hedges").value == nil)
    #expect(try figure(short, 0, "hedges").count == 20)
    let rare = results([article("a", "Äther", words: 2000, hedges: 4)])
    #expect(try figure(rare, 0, "hedges").standing == .countOnly)
    let enough = results([article("a", "Äther", words: 2000, hedges: 5)])
    #expect(try figure(enough, 0, "hedges").value == 2.5)
  }

  @Test("what is rare here but common elsewhere has a rate: the run tells what to expect")
  func expectation() throws {
    let results = results([
      article("a", "Äther", words: 1000, hedges: 1), article("b", "Bote", words: 1000, hedges: 20),
    ])
    #expect(try figure(results, 1, "hedges").value == 1)
  }

  @Test("where nothing was found, the upper end of Garwood's interval says what may be missed")
  func noneFound() throws {
    let results = results([article("a", "Äther", words: 650, hedges: 0)])
    let figure = try figure(results, 0, "hedges")
    #expect(figure.standing == .noneFound)
    #expect(figure.value == nil)
    #expect(abs((figure.high ?? 0) - 5.675199160175286) < 1e-9)
  }

  @Test("two to fourteen articles share one dispersion; fifteen have their own")
  func intervals() throws {
    let few =
      (0..<5).map { article("a\($0)", "Äther", words: 500, hedges: 3 + $0) }
      + (0..<4).map { article("b\($0)", "Bote", words: 600, hedges: 6 - $0) }
    let pooled = try figure(results(few), 1, "hedges")
    #expect(pooled.standing == .interval)
    #expect((pooled.low ?? 99) < 10 && (pooled.high ?? 0) > 10)
    let two = results([
      article("a", "Äther", words: 900, hedges: 9), article("b", "Äther", words: 900, hedges: 9),
    ])
    #expect(try figure(two, 0, "hedges").standing == .fewArticles)
    let many = (0..<15).map { article("c\($0)", "Çan", words: 500, hedges: 5) }
    let own = try figure(results(many), 0, "hedges")
    let sums = own.sums
    #expect(own.low == RateInterval.logT(sums).map { 1000 * $0.low })
  }

  @Test("categories count what is theirs, over all words of the outlet")
  func categories() throws {
    let results = results([
      article("a", "Äther", words: 1000, hedges: 11), article("b", "Äther", words: 500, hedges: 0),
    ])
    let modal = try #require(results.outlets[0].categories.first { $0.category == "modal" })
    #expect(modal.count == 6)
    #expect(modal.denominator == 1500)
    #expect(modal.articles == 2)
  }

  @Test("order and splitting change nothing")
  func merging() {
    let all = (0..<40).map {
      article("id-\($0 * 7 % 40)", ["Äther", "Bote", nil][$0 % 3], words: 300 + $0, hedges: $0 % 9)
    }
    let whole = results(all)
    var left = Comparison()
    var right = Comparison()
    for (number, analysis) in all.reversed().enumerated() {
      if number.isMultiple(of: 3) { left.add(analysis) } else { right.add(analysis) }
    }
    var one = right
    one.merge(left)
    var other = left
    other.merge(right)
    for merged in [one.results(), other.results()] {
      #expect(merged.outlets.map(\.name) == whole.outlets.map(\.name))
      #expect(merged.articles.map(\.id) == whole.articles.map(\.id))
      #expect(merged.sample.map(\.article.id) == whole.sample.map(\.article.id))
      for (a, b) in zip(merged.outlets, whole.outlets) {
        #expect(a.figures.map(\.sums) == b.figures.map(\.sums))
        #expect(a.figures.map(\.low) == b.figures.map(\.low))
        #expect(a.categories.map(\.sums) == b.categories.map(\.sums))
      }
      #expect(merged.differences.map(\.p) == whole.differences.map(\.p))
    }
  }

  @Test("a few articles without an outlet stand for themselves, many are one group")
  func unstated() {
    let few = results([article("æ.txt", nil, words: 300, hedges: 1)])
    #expect(few.outlets.map(\.name) == ["outlet not stated: æ.txt"])
    let many = results((0..<21).map { article("\($0)", nil, words: 300, hedges: 1) })
    #expect(many.outlets.map(\.name) == ["outlet not stated"])
    #expect(many.outlets[0].articles == 21)
    #expect(Set(many.articles.map(\.outlet)) == ["outlet not stated"])
  }

  @Test("a sample is the same whatever the order, and never larger than its limit")
  func sampling() {
    var forward = Sample<Int>(limit: 10, seed: 1)
    var backward = Sample<Int>(limit: 10, seed: 1)
    for number in 0..<500 { forward.add(id: "é\(number)", tie: "", number) }
    for number in (0..<500).reversed() { backward.add(id: "é\(number)", tie: "", number) }
    #expect(forward.members == backward.members)
    #expect(forward.members.count == 10)
    #expect(forward.total == 500)
    var reseeded = Sample<Int>(limit: 10, seed: 2)
    for number in 0..<500 { reseeded.add(id: "é\(number)", tie: "", number) }
    #expect(reseeded.members != forward.members)
  }

  @Test("with too few articles for any test to reach 5% there is no p")
  func tooFew() throws {
    let pair = results(
      (0..<3).map { article("a\($0)", "Äther", words: 900, hedges: 9 + $0) }
        + (0..<3).map { article("b\($0)", "Bote", words: 900, hedges: 5 + $0) })
    let difference = try #require(pair.differences.first)
    #expect(difference.test == .none)
    #expect(difference.p == nil)
    let more = results(
      (0..<5).map { article("a\($0)", "Äther", words: 900, hedges: 29 + $0) }
        + (0..<5).map { article("b\($0)", "Bote", words: 900, hedges: 5 + $0) })
    let tested = try #require(more.differences.first { $0.measure.name == "hedges" })
    #expect(tested.test == .exact)
    #expect(abs((tested.p ?? 1) - 2.0 / 252) < 1e-12)
  }
}
