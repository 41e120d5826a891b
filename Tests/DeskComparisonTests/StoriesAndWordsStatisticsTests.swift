import Testing

@testable import DeskComparison

/// Known answers for paired stories, ranks, shares, words and coders, worked out elsewhere.
@Suite("Statistics of stories, words and coders")
struct StoriesAndWordsStatisticsTests {
  private func near(_ a: Double?, _ b: Double, _ tolerance: Double = 1e-9) -> Bool {
    a.map { abs($0 - b) <= tolerance * max(1, abs(b)) } ?? false
  }

  private func paired(_ stories: [(Int, Int, Int, Int)]) -> PairedStories? {
    PairedStories(
      stories.map {
        (PairedStories.Side(count: $0.0, of: $0.1), PairedStories.Side(count: $0.2, of: $0.3))
      })
  }

  @Test("five stories cannot carry a test, six of one direction can just")
  func leastStories() {
    let story = (5, 100, 1, 100)
    #expect(paired(Array(repeating: story, count: 5))?.exactSwap().p == 0.0625)
    let six = paired(Array(repeating: story, count: PairedStories.least))?.exactSwap()
    #expect(six?.p == 0.03125)
    #expect(six?.arrangements == 64)
  }

  @Test("an exchange at random comes near the exact one")
  func randomSwap() {
    let stories = [
      (3, 612, 1, 505), (7, 894, 4, 980), (2, 401, 2, 610), (5, 733, 0, 350), (9, 1120, 3, 777),
      (4, 650, 5, 700), (8, 905, 2, 640),
    ]
    let exact = paired(stories)?.exactSwap().p
    let random = paired(stories)?.randomSwap(draws: 9_999, seed: 7).p
    #expect(near(exact, random ?? .nan, 0.01))
  }

  @Test("a single story has no difference with an interval; equal outlets differ by 0")
  func paired() {
    #expect(paired([(1, 100, 2, 100)])?.difference() == nil)
    let equal = paired([(1, 100, 1, 100), (2, 100, 2, 100)])?.difference()
    #expect(equal?.value == 0)
    #expect(equal?.p == 1)
    #expect(PairedStories([]) == nil)
  }

  @Test("ranks as printed in tables: U of 4 and 5 values all apart has p 2/126 (Siegel 1956)")
  func mannWhitney() {
    let test = RankTests.mannWhitney([1, 2, 3, 4], [5, 6, 7, 8, 9])
    #expect(test.u == 0)
    #expect(near(test.p, 2.0 / 126))
    #expect(RankTests.cliffsDelta([1, 2], [3, 4]) == -1)
    #expect(RankTests.cliffsDelta([], [3]) == 0)
  }

  @Test("six differences of one sign have p 2/64 (Wilcoxon 1945)")
  func wilcoxon() {
    let test = RankTests.wilcoxon([1, 2, 3, 4, 5, 6])
    #expect(test.w == 0)
    #expect(near(test.p, 2.0 / 64))
    #expect(RankTests.wilcoxon([0, 0]).p == 1)
  }

  @Test("a share of 0 of 7 may be as much as 35% (Wilson 1927)")
  func wilson() {
    let share = Shares.wilson(0, of: 7)
    #expect(share?.interval.low == 0)
    #expect(near(share?.interval.high, 0.35433, 1e-4))
    #expect(Shares.wilson(0, of: 0) == nil)
  }

  @Test("the lady who tastes tea: 3 of 4 right is 0.486 (Fisher 1935)")
  func fisher() {
    #expect(near(Shares.fisher(3, 1, 1, 3).p, 0.4857142857))
  }

  @Test("the worked example of Krippendorff 2011 has alpha 0.743")
  func krippendorff() {
    let units = [
      "111", "2232", "3333", "3333", "2222", "1234", "4444", "1121", "2222", "555", "11", "3",
    ].map { $0.map(String.init) }
    #expect(near(Agreement.krippendorff(units), 0.743, 5e-4))
    #expect(Agreement.krippendorff([["a"], ["b"]]) == nil)
    #expect(Agreement.cohen([("a", "a"), ("b", "b")])?.kappa == 1)
  }

  @Test("a word as frequent in both has log-odds 0; the rarer it is, the surer the prior holds it")
  func logOdds() {
    let equal = Keyness.logOdds((5, 5), of: (1000, 1000), prior: 2, priorTotal: 500)
    #expect(equal.delta == 0)
    let weak = Keyness.logOdds((5, 1), of: (1000, 1000), prior: 2, priorTotal: 500)
    let strong = Keyness.logOdds((5, 1), of: (1000, 1000), prior: 40, priorTotal: 10_000)
    #expect(weak.delta > strong.delta)
    #expect(strong.delta > 0)
  }

  @Test("Benjamini and Hochberg leave more than Holm")
  func benjaminiHochberg() {
    let p = [0.01, 0.02, 0.03, 0.5]
    #expect(
      Adjustment.benjaminiHochberg(p).enumerated().allSatisfy {
        near($0.element, [0.04, 0.04, 0.04, 0.5][$0.offset])
      })
    #expect(zip(Adjustment.benjaminiHochberg(p), Adjustment.holm(p)).allSatisfy { $0 <= $1 })
    #expect(
      zip(Adjustment.benjaminiHochberg(p), Adjustment.benjaminiYekutieli(p)).allSatisfy { $0 <= $1 }
    )
  }

  @Test("weights of a bootstrap do not know the order of articles")
  func bootstrap() {
    let articles = (0..<40).map { (id: "article \($0)", count: $0 % 7, of: 400 + 10 * $0) }
    let one = PoissonBootstrap.interval(articles, replicates: 199, seed: 3)
    let other = PoissonBootstrap.interval(articles.reversed(), replicates: 199, seed: 3)
    #expect(one?.interval == other?.interval)
    #expect(one?.mean == other?.mean)
    #expect(PoissonBootstrap.interval([], replicates: 9, seed: 3) == nil)
  }

  @Test("outlets that do not differ are all drawn to the common rate")
  func shrinkage() {
    func sums(_ count: Int) -> Sums {
      var sums = Sums()
      for _ in 0..<4 { sums.add(count: count, of: 500) }
      return sums
    }
    let equal = Shrinkage([sums(3), sums(3)])
    #expect(equal?.outlets.allSatisfy { $0.rate == equal?.mean && $0.interval == nil } == true)
    let apart = Shrinkage([sums(30), sums(3)])
    #expect((apart?.outlets[0].rate ?? 0) < 30.0 / 500)
    #expect((apart?.outlets[1].rate ?? 0) > 3.0 / 500)
    #expect(Shrinkage([]) == nil)
  }
}
