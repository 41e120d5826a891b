import Foundation

/// The gamma function's logarithm and the regularized incomplete gamma and beta functions.
///
/// Good to about 1e-13; series and continued fractions as in Press et al., Numerical Recipes,
/// 2007, chapter 6.
enum GammaFunctions {
  /// The natural logarithm of the gamma function, for positive arguments (Stirling's series).
  static func logGamma(_ x: Double) -> Double {
    var x = x
    var product = 1.0
    while x < 20 {
      product *= x
      x += 1
    }
    let z = 1 / (x * x)
    let series =
      (1 / 12 - z * (1 / 360 - z * (1 / 1260 - z * (1 / 1680 - z * (1 / 1188 - z * 691 / 360360)))))
      / x
    return (x - 0.5) * log(x) - x + 0.5 * log(2 * Double.pi) + series - log(product)
  }

  /// The share of a gamma distribution of this shape (scale 1) below and above `x`; the smaller
  /// one is the exact one.
  static func incomplete(shape a: Double, _ x: Double) -> (below: Double, above: Double) {
    guard x > 0 else { return (0, 1) }
    let front = exp(a * log(x) - x - logGamma(a))
    if x < a + 1 {
      var term = 1 / a
      var sum = term
      var n = a
      while term > sum * 1e-17 {
        n += 1
        term *= x / n
        sum += term
      }
      let below = min(1, front * sum)
      return (below, 1 - below)
    }
    let above = min(1, front * gammaFraction(a, x))
    return (1 - above, above)
  }

  /// Lentz's method for the continued fraction of the upper incomplete gamma function.
  private static func gammaFraction(_ a: Double, _ x: Double) -> Double {
    var b = x + 1 - a
    var c = 1e300
    var d = 1 / b
    var h = d
    for i in 1...100_000 {
      let an = -Double(i) * (Double(i) - a)
      b += 2
      d = 1 / nonZero(an * d + b)
      c = nonZero(b + an / c)
      let step = d * c
      h *= step
      if abs(step - 1) < 1e-16 { break }
    }
    return h
  }

  /// The regularized incomplete beta function: the share of a beta distribution below `x`.
  static func incompleteBeta(_ a: Double, _ b: Double, _ x: Double) -> Double {
    guard x > 0 else { return 0 }
    guard x < 1 else { return 1 }
    let front = exp(
      logGamma(a + b) - logGamma(a) - logGamma(b) + a * log(x) + b * log1p(-x))
    if x < (a + 1) / (a + b + 2) { return front * betaFraction(a, b, x) / a }
    return 1 - front * betaFraction(b, a, 1 - x) / b
  }

  private static func betaFraction(_ a: Double, _ b: Double, _ x: Double) -> Double {
    var c = 1.0
    var d = 1 / nonZero(1 - (a + b) * x / (a + 1))
    var h = d
    for m in 1...100_000 {
      let m = Double(m)
      let even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
      d = 1 / nonZero(1 + even * d)
      c = nonZero(1 + even / c)
      h *= d * c
      let odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
      d = 1 / nonZero(1 + odd * d)
      c = nonZero(1 + odd / c)
      let step = d * c
      h *= step
      if abs(step - 1) < 1e-16 { break }
    }
    return h
  }

  private static func nonZero(_ x: Double) -> Double { abs(x) < 1e-300 ? 1e-300 : x }
}
