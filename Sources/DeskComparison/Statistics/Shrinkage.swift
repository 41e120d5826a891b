/// Rates of many outlets, those of the small ones drawn toward the common rate.
///
/// Gamma-Poisson by moments (Marshall, Applied Statistics 40, 1991): for ranked lists, where the
/// outlets with few articles would else stand at both ends. Never printed without the rate itself.
public struct Shrinkage: Sendable {
  /// The rate of one outlet, drawn toward the common one.
  public struct Outlet: Hashable, Sendable {
    public var rate: Double
    /// Nil where the outlets do not differ by more than chance.
    public var interval: Interval?
    /// How much of the rate is the outlet's own, from 0 to 1.
    public var weight: Double
  }

  /// The rate of all outlets together.
  public let mean: Double
  /// The variance between outlets that chance does not explain.
  public let variance: Double
  /// In the order given.
  public let outlets: [Outlet]

  /// Rates per unit of what the counts are divided by; nil where there is nothing to divide by.
  ///
  /// - Parameters:
  ///   - sums: of each outlet.
  ///   - phi: how many times as much as a Poisson count those of articles vary.
  public init?(_ sums: [Sums], dispersion phi: Double = 1) {
    let total = sums.reduce(0) { $0 + Double($1.w) }
    guard total > 0, sums.allSatisfy({ $0.w > 0 }) else { return nil }
    let mean = sums.reduce(0) { $0 + Double($1.y) } / total
    let spread = sums.reduce(0) { sum, outlet in
      let distance = (outlet.ratio ?? 0) - mean
      return sum + Double(outlet.w) * distance * distance
    }
    let squares = sums.reduce(0) { $0 + Double($1.w) * Double($1.w) }
    let least = Double(sums.count - 1) * phi * mean
    let variance = max(0, (spread - least) / (total - squares / total))
    self.mean = mean
    self.variance = variance.isFinite ? variance : 0
    guard variance.isFinite, variance > 0 else {
      outlets = sums.map { _ in Outlet(rate: mean, interval: nil, weight: 0) }
      return
    }
    outlets = sums.map { outlet in
      let shape = mean * mean / variance + Double(outlet.y) / phi
      let amount = mean / variance + Double(outlet.w) / phi
      let tail = (1 - RateInterval.level) / 2
      return Outlet(
        rate: shape / amount,
        interval: Interval(
          low: GammaDistribution.quantile(tail, shape: shape) / amount,
          high: GammaDistribution.quantile(1 - tail, shape: shape) / amount),
        weight: Double(outlet.w) / phi / amount)
    }
  }
}
