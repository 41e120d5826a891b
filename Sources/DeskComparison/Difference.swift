/// One measure of two outlets, compared.
public struct Difference: Sendable {
  public var measure: Measure
  public var first: String
  public var second: String
  /// The values of each, in the measure's unit.
  public var values: (first: Double, second: Double)
  public var ratio: RateRatio
  /// How much more often an article of the first outlet has a higher value than one of the second
  /// than a lower one, from -1 to 1; nil where not all articles are at hand.
  public var cliffsDelta: Double?
  public var test: DifferenceTest
  /// Nil without a test.
  public var p: Double?
  /// The same after Holm's correction over all rows of the program's own measures, or of one
  /// dictionary's.
  public var adjusted: Double?

  /// More outlets are not compared pair by pair: the table would be too long to read.
  static let mostOutlets = 8
  /// Up to so many ways are all tried.
  static let mostArrangements = 200_000
  static let draws = 9_999
  /// Beyond so many articles, or so many steps, Student's t takes over.
  static let mostArticles = 2_000
  static let mostSteps = 200_000_000
  /// Beyond so many pairs of articles there is no effect size by ranks.
  static let mostComparisons = 1_000_000

  /// Every pair of outlets that have several articles each, for every measure that both carry.
  ///
  /// - Parameters:
  ///   - results: with every figure but these.
  ///   - haveAllArticles: whether `results.articles` is no sample.
  ///   - seed: of the random ways.
  /// - Returns: by measure, then first and second outlet.
  static func all(in results: Results, haveAllArticles: Bool, seed: UInt64) -> [Difference] {
    let outlets = comparable(results)
    guard outlets.count > 1 else { return [] }
    let records = haveAllArticles ? Dictionary(grouping: results.articles, by: \.outlet) : [:]
    let articles = outlets.reduce(0) { $0 + $1.articles }
    let pairs = outlets.count * (outlets.count - 1) / 2
    var out: [Difference] = []
    for family in results.measures.families {
      let maySimulate =
        haveAllArticles && articles <= mostArticles
        && articles * pairs * family.count * draws <= mostSteps * outlets.count
      var rows: [Difference] = []
      for index in family {
        for (number, first) in outlets.enumerated() {
          for second in outlets[(number + 1)...] {
            let pair = Pair(
              measure: results.measures.members[index], number: index, first: first, second: second,
              seed: seed)
            if let difference = pair.difference(records: records, maySimulate: maySimulate) {
              rows.append(difference)
            }
          }
        }
      }
      let tested = rows.indices.filter { rows[$0].p != nil }
      for (index, p) in zip(tested, Adjustment.holm(tested.compactMap { rows[$0].p })) {
        rows[index].adjusted = p
      }
      out += rows
    }
    return out
  }

  /// The outlets that have several articles; of very many those with most.
  static func comparable(_ results: Results) -> [OutletResult] {
    results.outlets.filter { $0.isStated && $0.articles >= 2 }
      .enumerated().sorted {
        $0.element.articles != $1.element.articles
          ? $0.element.articles > $1.element.articles : $0.offset < $1.offset
      }.prefix(mostOutlets).sorted { $0.offset < $1.offset }.map(\.element)
  }

  /// Two outlets and a measure, before the test.
  private struct Pair {
    var measure: Measure
    /// Its number among the figures.
    var number: Int
    var first: OutletResult
    var second: OutletResult
    var seed: UInt64

    func difference(
      records: [String: [ArticleRecord]], maySimulate: Bool
    ) -> Difference? {
      let (a, b) = (first.figures[number], second.figures[number])
      guard let ours = a.value, let theirs = b.value, let ratio = RateRatio(a.sums, b.sums) else {
        return nil
      }
      var out = Difference(
        measure: measure, first: first.name, second: second.name,
        values: (ours, theirs), ratio: ratio, cliffsDelta: nil, test: .t, p: ratio.p, adjusted: nil)
      if let ours = records[first.name], let theirs = records[second.name],
        ours.count * theirs.count <= mostComparisons
      {
        out.cliffsDelta = RankTests.cliffsDelta(values(ours), values(theirs))
      }
      let ways = PermutationTest.arrangements(first.articles, second.articles)
      if ways != .max, 2 / Double(ways) > 0.05 {
        out.test = .none
        out.p = nil
      } else if maySimulate {
        let test = PermutationTest(
          counts(records[first.name] ?? []), counts(records[second.name] ?? []))
        if ways <= mostArrangements {
          out.test = .exact
          out.p = test.exact().p
        } else {
          out.test = .random
          out.p = test.random(draws: draws, seed: seed).p
        }
      }
      return out
    }

    /// The values of the articles that have something to divide by.
    private func values(_ records: [ArticleRecord]) -> [Double] {
      counts(records).filter { $0.of > 0 }.map { Double($0.count) / Double($0.of) }
    }

    private func counts(_ records: [ArticleRecord]) -> [(count: Int, of: Int)] {
      records.map {
        ($0.counts.counts[number], $0.counts.denominator(measure.base))
      }
    }
  }
}

/// By what two outlets are tested against each other.
public enum DifferenceTest: String, Sendable {
  /// All ways to deal the articles to the two outlets, or to exchange their names within stories.
  case exact
  /// 9,999 random ones.
  case random
  /// Student's t, where there are too many for draws.
  case t
  /// There are too few articles, or shared stories, for any test to reach 5%.
  case none
}
