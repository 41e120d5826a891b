import Foundation

/// How many times as high the rate of one outlet is as another's.
///
/// The variance of the logarithm comes from the articles of each outlet, floored at Poisson's;
/// degrees of freedom after Welch and Satterthwaite.
public struct RateRatio: Hashable, Sendable {
  /// The first rate by the second.
  public var ratio: Double
  public var interval: Interval
  /// Degrees of freedom.
  public var df: Double
  public var t: Double
  /// Two-sided.
  public var p: Double

  /// Nil where an outlet has a single article or nothing was found in it.
  init?(_ a: Sums, _ b: Sums) {
    guard let ra = a.ratio, let rb = b.ratio, let va = RateInterval.logVariance(a),
      let vb = RateInterval.logVariance(b)
    else { return nil }
    let v = va + vb
    df = v * v / (va * va / Double(a.n - 1) + vb * vb / Double(b.n - 1))
    ratio = ra / rb
    let half = StudentT.quantile((1 + RateInterval.level) / 2, df: df) * v.squareRoot()
    interval = RateInterval.around(ratio, half)
    t = log(ratio) / v.squareRoot()
    p = StudentT.twoSidedP(abs(t), df: df)
  }
}
