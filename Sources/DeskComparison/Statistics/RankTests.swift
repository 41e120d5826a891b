/// Tests and effect sizes that look at the order of values alone.
public enum RankTests {
  /// How much more often a value of `a` is above one of `b` than below, from -1 to 1 (Cliff,
  /// Psychological Bulletin 114, 1993).
  public static func cliffsDelta(_ a: [Double], _ b: [Double]) -> Double {
    guard !a.isEmpty, !b.isEmpty else { return 0 }
    var wins = 0
    for x in a { for y in b { wins += x > y ? 1 : x < y ? -1 : 0 } }
    return Double(wins) / Double(a.count * b.count)
  }

  /// Mann and Whitney's test, exact and two-sided; values must not be tied.
  ///
  /// - Returns: how many pairs `a` wins, and the share of all orders that are as uneven.
  public static func mannWhitney(_ a: [Double], _ b: [Double]) -> (u: Double, p: Double) {
    var u = 0.0
    for x in a { for y in b { u += x > y ? 1 : x == y ? 0.5 : 0 } }
    // ways[i][s]: orders of i values of `a` among those of `b` seen so far in which `a` wins s pairs.
    let most = a.count * b.count
    var ways = [[Double]](repeating: [Double](repeating: 0, count: most + 1), count: a.count + 1)
    ways[0][0] = 1
    for place in 0..<(a.count + b.count) {
      for i in stride(from: min(place + 1, a.count), through: 1, by: -1) {
        // The value of `a` at this place is above those of `b` before it.
        let below = place - (i - 1)
        guard below <= b.count else { continue }
        for sum in stride(from: most, through: below, by: -1) {
          ways[i][sum] += ways[i - 1][sum - below]
        }
      }
    }
    return (u, twoSided(ways[a.count], at: max(u, Double(most) - u)))
  }

  /// Wilcoxon's signed-rank test, exact and two-sided; differences of 0 are left out, and others
  /// must not be tied.
  ///
  /// - Returns: the smaller of the rank sums of gains and losses, and the share of all ways to
  ///   give signs that are as uneven.
  public static func wilcoxon(_ differences: [Double]) -> (w: Double, p: Double) {
    let ranked = differences.filter { $0 != 0 }.sorted { abs($0) < abs($1) }
    let n = ranked.count
    let most = n * (n + 1) / 2
    let gains = ranked.enumerated().reduce(0) { $0 + ($1.element > 0 ? $1.offset + 1 : 0) }
    var ways = [Double](repeating: 0, count: most + 1)
    ways[0] = 1
    for rank in stride(from: 1, through: n, by: 1) {
      for sum in stride(from: most, through: rank, by: -1) { ways[sum] += ways[sum - rank] }
    }
    let larger = max(gains, most - gains)
    return (Double(most - larger), twoSided(ways, at: Double(larger)))
  }

  /// The share of the ways whose sum is as large as the larger of the two sums, on both sides.
  private static func twoSided(_ ways: [Double], at larger: Double) -> Double {
    let total = ways.reduce(0, +)
    let upper = ways.enumerated().reduce(0) {
      $0 + (Double($1.offset) >= larger ? $1.element : 0)
    }
    return min(1, 2 * upper / total)
  }
}
