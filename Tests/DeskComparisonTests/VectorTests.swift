import DeskTestSupport
import Foundation
import Testing

@testable import DeskComparison

/// All cases of the statistics study for the functions that are implemented here, where the study
/// is at hand; `StatisticsTests` holds a few of them by heart.
@Suite("Statistics against scipy's vectors")
struct VectorTests {
  static let file = Checkout.root.appending(path: "../shared/eval/statistics/vectors.json")
  static var isAtHand: Bool { FileManager.default.fileExists(atPath: file.path()) }

  private static func number(_ value: Any?) -> Double { (value as? NSNumber)?.doubleValue ?? .nan }
  private static func integers(_ value: Any?) -> [Int] {
    (value as? [NSNumber])?.map(\.intValue) ?? []
  }
  private static func seed(_ input: [String: Any]) -> UInt64 {
    UInt64(input["seed"] as? String ?? "") ?? 0
  }
  private static func sums(_ counts: Any?, _ words: Any?) -> Sums {
    var sums = Sums()
    for (y, w) in zip(integers(counts), integers(words)) { sums.add(count: y, of: w) }
    return sums
  }
  private static func pair(_ input: [String: Any]) -> (Sums, Sums, PermutationTest) {
    func articles(_ n: Int) -> [(count: Int, of: Int)] {
      Array(zip(integers(input["counts_\(n)"]), integers(input["words_\(n)"])))
        .map { (count: $0.0, of: $0.1) }
    }
    return (
      sums(input["counts_1"], input["words_1"]), sums(input["counts_2"], input["words_2"]),
      PermutationTest(articles(1), articles(2))
    )
  }

  /// What we give for a case, beside what scipy gives; nil for a function we do not have.
  private static func values(
    _ function: String, _ input: [String: Any], _ output: Any
  ) -> [(Double, Double)]? {
    let out = output as? [String: Any] ?? [:]
    func wanted(_ names: String...) -> [Double] { names.map { number(out[$0]) } }
    switch function {
    case "t_quantile":
      return [(StudentT.quantile(number(input["p"]), df: number(input["df"])), number(output))]
    case "t_two_sided_p":
      return [(StudentT.twoSidedP(number(input["t"]), df: number(input["df"])), number(output))]
    case "chi2_quantile":
      return [(ChiSquare.quantile(number(input["p"]), df: number(input["df"])), number(output))]
    case "chi2_upper_p":
      return [(ChiSquare.upperP(number(input["x"]), df: number(input["df"])), number(output))]
    case "gamma_quantile":
      return [
        (
          GammaDistribution.quantile(number(input["p"]), shape: number(input["shape"])),
          number(output)
        )
      ]
    case "rate":
      let sums = sums(input["counts"], input["words"])
      return [(1000 * (sums.ratio ?? .nan), number(out["per_thousand"]))]
    case "log_t_interval":
      let sums = sums(input["counts"], input["words"])
      let interval = RateInterval.logT(sums)
      return Array(
        zip(
          [RateInterval.logVariance(sums), interval?.low, interval?.high].map { $0 ?? .nan },
          [number(out["log_variance"]), number(out["low"]) / 1000, number(out["high"]) / 1000]))
    case "garwood":
      let interval = RateInterval.garwood(
        count: Int(number(input["count"])), of: Int(number(input["words"])))
      return Array(
        zip([1000 * interval.low, 1000 * interval.high], wanted("low", "high")))
    case "pooled_intervals", "pooled_alpha":
      let groups = (input["outlets"] as? [String: [String: Any]] ?? [:]).sorted { $0.key < $1.key }
        .map { sums($0.value["counts"], $0.value["words"]) }
      let pooled = PooledDispersion(groups)
      var pairs = [(pooled.alpha, number(out["alpha"])), (Double(pooled.df), number(out["df"]))]
      for (group, row) in zip(groups, out["outlets"] as? [[String: Any]] ?? []) {
        let interval = pooled.interval(group)
        pairs.append((1000 * (interval?.low ?? .nan), number(row["low"])))
        pairs.append((1000 * (interval?.high ?? .nan), number(row["high"])))
      }
      return pairs
    case "rate_ratio":
      let (a, b, _) = pair(input)
      guard let ratio = RateRatio(a, b) else { return [(.nan, 0)] }
      return Array(
        zip(
          [ratio.ratio, ratio.interval.low, ratio.interval.high, ratio.df, ratio.t, ratio.p],
          wanted("ratio", "low", "high", "df", "t", "p")))
    case "exact_permutation":
      let result = pair(input).2.exact()
      return Array(
        zip([result.p, Double(result.arrangements)], wanted("p", "arrangements")))
    case "random_permutation":
      let result = pair(input).2.random(
        draws: Int(number(input["draws"])), seed: seed(input))
      return Array(zip([result.p, Double(result.hits)], wanted("p", "hits")))
    case "adjust":
      let p = (input["p"] as? [NSNumber] ?? []).map(\.doubleValue)
      return Array(
        zip(Adjustment.holm(p), (out["holm"] as? [NSNumber] ?? []).map(\.doubleValue)))
    case "concentration":
      let result = Concentration(mentions: integers(input["mentions"]))
      return Array(
        zip(
          [result?.index ?? .nan, result?.effectiveNumber ?? .nan], wanted("hhi", "effective")))
    case "unit":
      var generator = Xoshiro256(seed: seed(input))
      return (output as? [NSNumber] ?? []).map { (generator.unit(), $0.doubleValue) }
    case "below":
      var generator = Xoshiro256(seed: seed(input))
      let n = UInt64(number(input["n"]))
      return integers(output).map { (Double(generator.below(n)), Double($0)) }
    case "shuffle":
      var generator = Xoshiro256(seed: seed(input))
      var items = integers(input["items"])
      generator.shuffle(&items)
      return zip(items, integers(output)).map { (Double($0), Double($1)) }
    default: return nil
    }
  }

  @Test(
    "every case of a function we have agrees to nine digits",
    .enabled(if: isAtHand, "the statistics study (../shared/eval/statistics) is not here"))
  func vectors() throws {
    let all = try #require(
      try JSONSerialization.jsonObject(with: Data(contentsOf: Self.file)) as? [String: Any])
    var checked = 0
    for entry in all["cases"] as? [[String: Any]] ?? [] {
      guard let function = entry["function"] as? String,
        let input = entry["input"] as? [String: Any], let output = entry["output"],
        let pairs = Self.values(function, input, output)
      else { continue }
      checked += 1
      #expect(!pairs.isEmpty)
      for (ours, theirs) in pairs {
        #expect(
          abs(ours - theirs) <= max(1e-12, 1e-9 * abs(theirs)),
          "\(function) \(input): \(ours) instead of \(theirs)")
      }
    }
    #expect(checked > 150)
  }
}
