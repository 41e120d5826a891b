import Foundation

@testable import DeskComparison

/// One case of the statistics study, and what we give for it.
struct Vector {
  /// A number of ours beside the study's.
  typealias Pairs = [(Double, Double)]

  var input: [String: Any]
  var output: Any?

  /// By the function's name in the study.
  var answers: [String: () -> Pairs] {
    [random, distributions, rates, tests, stories, words].reduce(into: [:]) {
      $0.merge($1) { first, _ in first }
    }
  }

  // MARK: Reading a case

  func number(_ value: Any?) -> Double { (value as? NSNumber)?.doubleValue ?? .nan }
  func numbers(_ value: Any?) -> [Double] { (value as? [NSNumber] ?? []).map(\.doubleValue) }
  func integers(_ value: Any?) -> [Int] { (value as? [NSNumber] ?? []).map(\.intValue) }

  func given(_ name: String) -> Double { number(input[name]) }
  var seed: UInt64 { UInt64(input["seed"] as? String ?? "") ?? 0 }
  var draws: Int { Int(given("draws")) }

  var out: [String: Any] { output as? [String: Any] ?? [:] }

  /// Numbers of ours beside fields of the output.
  func pairs(_ ours: [(String, Double?)]) -> Pairs {
    ours.map { ($0.1 ?? .nan, number(out[$0.0])) }
  }

  func articles(_ suffix: String = "") -> [(count: Int, of: Int)] {
    zip(integers(input["counts\(suffix)"]), integers(input["words\(suffix)"])).map { ($0, $1) }
  }

  func sums(_ articles: [(count: Int, of: Int)]) -> Sums {
    articles.reduce(into: Sums()) { $0.add(count: $1.count, of: $1.of) }
  }

  /// The outlets of a case in the order of their names.
  var outlets: [Sums] {
    (input["outlets"] as? [String: [String: Any]] ?? [:]).sorted { $0.key < $1.key }.map {
      sums(Vector(input: $0.value).articles())
    }
  }

  // MARK: What we give

  private var random: [String: () -> Pairs] {
    [
      "splitmix64": { [self] in
        var generator = SplitMix64(seed: seed)
        return exactly((output as? [String] ?? []).map { ("\(generator.next())", $0) })
      },
      "xoshiro256**": { [self] in
        var generator = Xoshiro256(seed: seed)
        return exactly((output as? [String] ?? []).map { ("\(generator.next())", $0) })
      },
      "fnv1a64": { [self] in
        exactly([
          ("\(StableHash.fnv1a(input["text"] as? String ?? "-"))", output as? String ?? "")
        ])
      },
      "unit": { [self] in
        var generator = Xoshiro256(seed: seed)
        return numbers(output).map { (generator.unit(), $0) }
      },
      "below": { [self] in
        var generator = Xoshiro256(seed: seed)
        let n = UInt64(given("n"))
        return numbers(output).map { (Double(generator.below(n)), $0) }
      },
      "shuffle": { [self] in
        var generator = Xoshiro256(seed: seed)
        var items = integers(input["items"])
        generator.shuffle(&items)
        return zip(items, integers(output)).map { (Double($0), Double($1)) }
      },
      "poisson_weight": { [self] in
        let id = input["id"] as? String ?? ""
        return numbers(output).enumerated().map {
          (Double(PoissonBootstrap.weight(id, replicate: $0, seed: seed)), $1)
        }
      },
      "poisson_cdf": { [self] in Array(zip(PoissonBootstrap.cumulative, numbers(output))) },
    ]
  }

  /// 64 bits do not fit a floating-point number: words must be the same to the letter.
  private func exactly(_ words: [(String, String)]) -> Pairs {
    words.map { ($0 == $1 ? 1 : .nan, 1) }
  }

  private var distributions: [String: () -> Pairs] {
    [
      "normal_quantile": { [self] in
        [(StandardNormal.quantile(given("p")), number(output))]
      },
      "t_quantile": { [self] in
        [(StudentT.quantile(given("p"), df: given("df")), number(output))]
      },
      "t_two_sided_p": { [self] in
        [(StudentT.twoSidedP(given("t"), df: given("df")), number(output))]
      },
      "chi2_quantile": { [self] in
        [(ChiSquare.quantile(given("p"), df: given("df")), number(output))]
      },
      "chi2_upper_p": { [self] in
        [(ChiSquare.upperP(given("x"), df: given("df")), number(output))]
      },
      "gamma_quantile": { [self] in
        [
          (GammaDistribution.quantile(given("p"), shape: given("shape")), number(output))
        ]
      },
      "beta_quantile": { [self] in
        [(BetaDistribution.quantile(given("p"), given("a"), given("b")), number(output))]
      },
    ]
  }

  private var tests: [String: () -> Pairs] {
    [
      "exact_permutation": { [self] in
        let result = PermutationTest(articles("_1"), articles("_2")).exact()
        return pairs([("p", result.p), ("arrangements", Double(result.arrangements))])
      },
      "random_permutation": { [self] in
        let result = PermutationTest(articles("_1"), articles("_2"))
          .random(draws: draws, seed: seed)
        return pairs([("p", result.p), ("hits", Double(result.hits))])
      },
      "wilcoxon_signed_rank": { [self] in
        let result = RankTests.wilcoxon(numbers(input["differences"]))
        return pairs([("p", result.p), ("w", result.w)])
      },
      "mann_whitney": { [self] in
        let result = RankTests.mannWhitney(numbers(input["a"]), numbers(input["b"]))
        return pairs([("p", result.p), ("u", result.u)])
      },
      "cliffs_delta": { [self] in
        [(RankTests.cliffsDelta(numbers(input["a"]), numbers(input["b"])), number(output))]
      },
      "fisher_exact": { [self] in
        let rows = (input["table"] as? [Any] ?? []).map { integers($0) }
        let result = Shares.fisher(rows[0][0], rows[0][1], rows[1][0], rows[1][1])
        return pairs([("p", result.p), ("odds_ratio", result.odds)])
      },
      "adjust": { [self] in
        let p = numbers(input["p"])
        return Array(zip(Adjustment.holm(p), numbers(out["holm"])))
          + Array(zip(Adjustment.benjaminiHochberg(p), numbers(out["bh"])))
          + Array(zip(Adjustment.benjaminiYekutieli(p), numbers(out["by"])))
      },
    ]
  }

  private var stories: [String: () -> Pairs] {
    [
      "swap_within_story": { [self] in
        let result = paired?.exactSwap()
        return pairs([("p", result?.p), ("arrangements", result.map { Double($0.arrangements) })])
      },
      "random_swap_within_story": { [self] in
        let result = paired?.randomSwap(draws: draws, seed: seed)
        return pairs([("p", result?.p), ("hits", result.map { Double($0.hits) })])
      },
      "paired_difference": { [self] in
        let result = paired?.difference()
        return pairs([
          ("difference", result.map { 1000 * $0.value }),
          ("se", result.map { 1000 * $0.standardError }),
          ("low", result.map { 1000 * $0.interval.low }),
          ("high", result.map { 1000 * $0.interval.high }),
          ("df", result.map { Double($0.df) }), ("p", result?.p),
        ])
      },
    ]
  }

  private var paired: PairedStories? {
    PairedStories(
      (input["stories"] as? [[Any]] ?? []).map { story in
        let sides = story.map { integers($0) }.map {
          PairedStories.Side(count: $0[0], of: $0[1])
        }
        return (sides[0], sides[1])
      })
  }
}
