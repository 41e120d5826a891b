import Foundation

/// Two ends, in the unit of the value between them.
public struct Interval: Hashable, Sendable {
  public var low: Double
  public var high: Double
}

/// Intervals of a rate whose unit is the article: words of one article are no independent draws.
enum RateInterval {
  static let level = 0.95

  /// On the log scale, from the variance between articles, never below Poisson's.
  ///
  /// Cochran, Sampling Techniques, 1977, chapter 6, for the ratio estimator. Covers 95% from about
  /// 15 articles on.
  static func logT(_ sums: Sums) -> Interval? {
    guard let r = sums.ratio, let v = logVariance(sums) else { return nil }
    let t = StudentT.quantile((1 + level) / 2, df: Double(sums.n - 1))
    return around(r, t * v.squareRoot())
  }

  /// The variance of a rate's logarithm between articles; nil for one article or none found.
  static func logVariance(_ sums: Sums) -> Double? {
    guard sums.n >= 2, sums.y > 0 else { return nil }
    let (n, y) = (Double(sums.n), Double(sums.y))
    return max(n / (n - 1) * sums.squaredDeviations / (y * y), 1 / y)
  }

  static func around(_ r: Double, _ half: Double) -> Interval {
    Interval(low: r * exp(-half), high: r * exp(half))
  }

  /// Garwood's interval of a count over an amount, words counted as independent (Biometrika 28,
  /// 1936); for nothing found, where its upper end is all there is to say.
  static func garwood(count: Int, of amount: Int) -> Interval {
    let tail = (1 - level) / 2
    let low = count > 0 ? ChiSquare.quantile(tail, df: Double(2 * count)) / 2 : 0
    let high = ChiSquare.quantile(1 - tail, df: Double(2 * count + 2)) / 2
    return Interval(low: low / Double(amount), high: high / Double(amount))
  }
}

/// How much counts of articles vary beyond chance, common to all outlets of a run.
///
/// Negative binomial, Var(y) = mu + alpha mu^2, by moments (Cameron and Trivedi, Regression
/// Analysis of Count Data, 2013); carries intervals where an outlet alone has too few articles.
struct PooledDispersion: Sendable {
  let alpha: Double
  /// Articles less outlets.
  let df: Int
  private let t: Double

  init(_ outlets: [Sums]) {
    var above = 0.0
    var below = 0.0
    var articles = 0
    var df = 0
    for sums in outlets where sums.n > 0 && sums.w > 0 {
      let (r, ww, w) = (Double(sums.y) / Double(sums.w), Double(sums.ww), Double(sums.w))
      above += sums.squaredDeviations - r * (w - ww / w)
      below += r * r * ww
      articles += sums.n
      df += sums.n - 1
    }
    alpha = below > 0 && df > 0 ? max(0, above / below * Double(articles) / Double(df)) : 0
    self.df = df
    t = df > 0 ? StudentT.quantile((1 + RateInterval.level) / 2, df: Double(df)) : .infinity
  }

  func logVariance(_ sums: Sums) -> Double {
    1 / Double(sums.y) + alpha * Double(sums.ww) / (Double(sums.w) * Double(sums.w))
  }

  func interval(_ sums: Sums) -> Interval? {
    guard df > 0, sums.y > 0, let r = sums.ratio else { return nil }
    return RateInterval.around(r, t * logVariance(sums).squareRoot())
  }
}
