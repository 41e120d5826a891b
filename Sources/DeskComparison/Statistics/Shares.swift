import Foundation

/// Shares: so many of so many.
public enum Shares {
  /// Wilson's interval of a share (JASA 22, 1927); for one article's display, and for annotated
  /// cases that were judged one by one.
  public static func wilson(_ count: Int, of total: Int) -> (share: Double, interval: Interval)? {
    guard total > 0 else { return nil }
    let z = StandardNormal.quantile((1 + RateInterval.level) / 2)
    let (n, p) = (Double(total), Double(count) / Double(total))
    let middle = (p + z * z / (2 * n)) / (1 + z * z / n)
    let half = z / (1 + z * z / n) * (p * (1 - p) / n + z * z / (4 * n * n)).squareRoot()
    return (p, Interval(low: max(0, middle - half), high: min(1, middle + half)))
  }

  /// Fisher's exact test of a table of two rows and two columns: two-sided, all tables as unlikely
  /// as this one.
  public static func fisher(_ a: Int, _ b: Int, _ c: Int, _ d: Int) -> (p: Double, odds: Double) {
    func logWays(_ n: Int, _ k: Int) -> Double {
      GammaFunctions.logGamma(Double(n + 1)) - GammaFunctions.logGamma(Double(k + 1))
        - GammaFunctions.logGamma(Double(n - k + 1))
    }
    let (row, column, total) = (a + b, a + c, a + b + c + d)
    func chance(_ x: Int) -> Double {
      exp(
        logWays(row, x) + logWays(total - row, column - x) - logWays(total, column))
    }
    let seen = chance(a)
    let p = (max(0, column - (total - row))...min(row, column)).reduce(0.0) { sum, x in
      let chance = chance(x)
      return chance <= seen * (1 + 1e-7) ? sum + chance : sum
    }
    return (min(1, p), Double(a) * Double(d) / (Double(b) * Double(c)))
  }
}
