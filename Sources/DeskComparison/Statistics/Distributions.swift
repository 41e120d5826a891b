import Foundation

/// Student's t distribution; degrees of freedom need not be whole.
enum StudentT {
  /// The share of the distribution farther from 0 than `t`, on both sides.
  static func twoSidedP(_ t: Double, df: Double) -> Double {
    let square = t * t
    // Two forms of one value: each is exact where the other cancels.
    return square < df
      ? 1 - GammaFunctions.incompleteBeta(0.5, df / 2, square / (df + square))
      : GammaFunctions.incompleteBeta(df / 2, 0.5, df / (df + square))
  }

  /// The value below which the share `p` of the distribution lies.
  static func quantile(_ p: Double, df: Double) -> Double {
    if p == 0.5 { return 0 }
    let tail = 2 * min(p, 1 - p)
    let size = root { twoSidedP($0, df: df) > tail }
    return p < 0.5 ? -size : size
  }
}

/// The gamma distribution with scale 1.
enum GammaDistribution {
  static func quantile(_ p: Double, shape: Double) -> Double {
    root {
      let share = GammaFunctions.incomplete(shape: shape, $0)
      return p < 0.5 ? share.below < p : share.above > 1 - p
    }
  }
}

/// The chi-square distribution.
enum ChiSquare {
  static func quantile(_ p: Double, df: Double) -> Double {
    2 * GammaDistribution.quantile(p, shape: df / 2)
  }

  /// The share of the distribution above `x`.
  static func upperP(_ x: Double, df: Double) -> Double {
    GammaFunctions.incomplete(shape: df / 2, x / 2).above
  }
}

/// The normal distribution with mean 0 and variance 1.
enum StandardNormal {
  static func quantile(_ p: Double) -> Double {
    if p == 0.5 { return 0 }
    // Its square follows the chi-square distribution with one degree of freedom.
    let size = ChiSquare.quantile(1 - 2 * min(p, 1 - p), df: 1).squareRoot()
    return p < 0.5 ? -size : size
  }
}

/// The beta distribution.
enum BetaDistribution {
  static func quantile(_ p: Double, _ a: Double, _ b: Double) -> Double {
    // Where most of it lies near 1, the logarithm of the distance from 1 is the finer scale.
    p < GammaFunctions.incompleteBeta(a, b, 0.5)
      ? root { GammaFunctions.incompleteBeta(a, b, $0) < p }
      : 1 - root { GammaFunctions.incompleteBeta(b, a, $0) < 1 - p }
  }
}

/// The positive number at which `isBelow` turns from true to false, by halving its logarithm.
private func root(_ isBelow: (Double) -> Bool) -> Double {
  var low = -1.0
  var high = 1.0
  while !isBelow(exp(low)), low > -600 { low *= 2 }
  while isBelow(exp(high)), high < 600 { high *= 2 }
  for _ in 0..<200 {
    let middle = (low + high) / 2
    if middle == low || middle == high { break }
    if isBelow(exp(middle)) { low = middle } else { high = middle }
  }
  return exp((low + high) / 2)
}
