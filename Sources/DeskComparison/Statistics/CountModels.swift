import Foundation

/// Models of counts beside the ones that reports rest on, for comparison with other programs.
public enum CountModels {
  /// Two rates compared with a dispersion common to all articles.
  public struct QuasiPoisson: Hashable, Sendable {
    /// Pearson's chi-square by degrees of freedom, at least 1.
    public var dispersion: Double
    public var ratio: Double
    public var interval: Interval
    public var df: Int
    public var p: Double
  }

  /// Quasi-Poisson regression of counts on two outlets (Cameron and Trivedi, Regression Analysis
  /// of Count Data, 2013).
  ///
  /// - Returns: nil where an outlet has no words or nothing was found in it, or there are fewer
  ///   than three articles.
  public static func quasiPoisson(
    _ a: [(count: Int, of: Int)], _ b: [(count: Int, of: Int)]
  ) -> QuasiPoisson? {
    let df = a.count + b.count - 2
    let (y1, y2) = (a.reduce(0) { $0 + $1.count }, b.reduce(0) { $0 + $1.count })
    let (w1, w2) = (a.reduce(0) { $0 + $1.of }, b.reduce(0) { $0 + $1.of })
    guard df > 0, y1 > 0, y2 > 0, w1 > 0, w2 > 0 else { return nil }
    func pearson(_ articles: [(count: Int, of: Int)], _ rate: Double) -> Double {
      articles.reduce(0) { sum, article in
        let expected = rate * Double(article.of)
        let distance = Double(article.count) - expected
        return expected > 0 ? sum + distance * distance / expected : sum
      }
    }
    let (r1, r2) = (Double(y1) / Double(w1), Double(y2) / Double(w2))
    let phi = max(1, (pearson(a, r1) + pearson(b, r2)) / Double(df))
    let error = (phi * (1 / Double(y1) + 1 / Double(y2))).squareRoot()
    let t = StudentT.quantile((1 + RateInterval.level) / 2, df: Double(df))
    return QuasiPoisson(
      dispersion: phi, ratio: r1 / r2, interval: RateInterval.around(r1 / r2, t * error), df: df,
      p: StudentT.twoSidedP(abs(log(r1 / r2)) / error, df: Double(df)))
  }

  /// A common rate and dispersion of articles by greatest likelihood.
  public struct NegativeBinomial: Hashable, Sendable {
    public var rate: Double
    /// Var(y) = mu + alpha mu^2.
    public var alpha: Double
    /// The standard error of the rate's logarithm.
    public var standardError: Double
    public var logLikelihood: Double
  }

  /// Fits the negative binomial distribution by Newton's method.
  ///
  /// - Returns: nil where nothing was found, or where articles vary no more than chance, so that
  ///   there is no dispersion to fit.
  public static func negativeBinomial(_ articles: [(count: Int, of: Int)]) -> NegativeBinomial? {
    let total = articles.reduce(0) { $0 + $1.count }
    let amount = articles.reduce(0) { $0 + $1.of }
    guard total > 0, amount > 0 else { return nil }
    var sums = Sums()
    for article in articles { sums.add(count: article.count, of: article.of) }
    var beta = log(Double(total) / Double(amount))
    var alpha = max(0.01, PooledDispersion([sums]).alpha)
    for _ in 0..<200 {
      let slope = Slope(articles, beta, alpha)
      let determinant = slope.bb * slope.aa - slope.ab * slope.ab
      guard determinant.isFinite, determinant != 0 else { return nil }
      let stepBeta = (slope.aa * slope.b - slope.ab * slope.a) / determinant
      let stepAlpha = (slope.bb * slope.a - slope.ab * slope.b) / determinant
      beta -= stepBeta
      // Never below 0, where the distribution ends.
      alpha = max(alpha / 4, alpha - stepAlpha)
      if abs(stepBeta) < 1e-12, abs(stepAlpha) < 1e-12 * max(1, alpha) { break }
      if alpha < 1e-9 { return nil }
    }
    let slope = Slope(articles, beta, alpha)
    let determinant = slope.bb * slope.aa - slope.ab * slope.ab
    let variance = -slope.aa / determinant
    guard variance > 0 else { return nil }
    return NegativeBinomial(
      rate: exp(beta), alpha: alpha, standardError: variance.squareRoot(),
      logLikelihood: slope.logLikelihood)
  }

  /// The log-likelihood with its first and second derivatives by the logarithm of the rate (b) and
  /// by the dispersion (a).
  private struct Slope {
    var logLikelihood = 0.0
    var b = 0.0
    var a = 0.0
    var bb = 0.0
    var ab = 0.0
    var aa = 0.0

    init(_ articles: [(count: Int, of: Int)], _ beta: Double, _ alpha: Double) {
      for article in articles where article.of > 0 {
        let y = Double(article.count)
        let mu = exp(beta) * Double(article.of)
        let one = 1 + alpha * mu
        logLikelihood +=
          y * log(mu) - (y + 1 / alpha) * log(one) - GammaFunctions.logGamma(y + 1)
        b += (y - mu) / one
        a += log(one) / (alpha * alpha) - (y + 1 / alpha) * mu / one
        bb -= (1 + alpha * y) * mu / (one * one)
        ab -= (y - mu) * mu / (one * one)
        aa +=
          2 * mu / (alpha * alpha * one) - 2 * log(one) / (alpha * alpha * alpha)
          + (y + 1 / alpha) * mu * mu / (one * one)
        for j in 0..<article.count {
          let step = 1 + alpha * Double(j)
          logLikelihood += log(step)
          a += Double(j) / step
          aa -= Double(j * j) / (step * step)
        }
      }
    }
  }
}
