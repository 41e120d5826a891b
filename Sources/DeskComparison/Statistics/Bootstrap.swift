import Foundation

/// Intervals of statistics without a formula, by drawing articles anew.
///
/// The weight of an article in a replicate is a pure function of its id, the replicate and the
/// seed (Chamandy, Muralidharan, Najmi and Naidu, Estimating uncertainty for massive data streams,
/// 2012): no state, any order, any machine, and what is summed up are integers.
public enum PoissonBootstrap {
  /// So many give order statistics at whole numbers, and an end that moves little by chance.
  public static let replicates = 1999

  /// How often an article stands in a replicate: drawn from the Poisson distribution with mean 1.
  public static func weight(_ id: String, replicate: Int, seed: UInt64) -> Int {
    let place = StableHash.fnv1a(id) ^ seed
    let step = UInt64(replicate + 1) &* 0x9E37_79B9_7F4A_7C15
    let unit = Double(StableHash.mix(place &+ step) >> 11) * 0x1p-53
    return cumulative.firstIndex { unit < $0 } ?? cumulative.count
  }

  /// The distribution's running sums.
  static let cumulative: [Double] = {
    var term = exp(-1.0)
    var total = term
    var out: [Double] = []
    for k in 1...20 {
      out.append(total)
      term /= Double(k)
      total += term
    }
    return out
  }()

  /// The middle 95% of a ratio's values over the replicates.
  ///
  /// Covers 94 to 96% from about 40 articles on; at three it covers 70% and must not be printed.
  ///
  /// - Parameters:
  ///   - articles: id, count, and what it is divided by.
  ///   - replicates: how often articles are drawn anew.
  ///   - seed: of the draws.
  /// - Returns: nil where every replicate is empty.
  public static func interval(
    _ articles: [(id: String, count: Int, of: Int)], replicates: Int = replicates, seed: UInt64
  ) -> (interval: Interval, used: Int, mean: Double)? {
    var values: [Double] = []
    for replicate in 0..<replicates {
      var (y, w) = (0, 0)
      for article in articles {
        let weight = weight(article.id, replicate: replicate, seed: seed)
        y += weight * article.count
        w += weight * article.of
      }
      if w > 0 { values.append(Double(y) / Double(w)) }
    }
    guard !values.isEmpty else { return nil }
    let mean = values.reduce(0, +) / Double(values.count)
    values.sort()
    let rank = Double(values.count + 1) * (1 - RateInterval.level) / 2
    // A product that is whole in arithmetic may fall a hair below in floating point.
    let cut = max(1, Int((rank + 1e-9).rounded(.down)))
    return (
      Interval(low: values[cut - 1], high: values[values.count - cut]), values.count, mean
    )
  }
}
