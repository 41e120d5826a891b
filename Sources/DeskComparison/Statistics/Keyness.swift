import Foundation

/// How much more one text uses a word than another.
public enum Keyness {
  /// A word's log-odds in one text against another.
  public struct LogOdds: Hashable, Sendable {
    /// The difference of the logarithms of its odds: above 0 the first text uses it more.
    public var delta: Double
    public var variance: Double
    /// What words are ranked by.
    ///
    /// It tells no significance: words of one article are no independent draws.
    public var z: Double { delta / variance.squareRoot() }
  }

  /// Weighted log-odds with an informative Dirichlet prior (Monroe, Colaresi and Quinn, Political
  /// Analysis 16, 2008, equations 15 to 22).
  ///
  /// - Parameters:
  ///   - counts: how often each text has the word.
  ///   - totals: how many words each text has.
  ///   - prior: how often the word was expected before looking: its share in a background, times
  ///     `priorTotal`; above 0.
  ///   - priorTotal: how many words the prior is worth.
  /// - Returns: above 0 where the first text has more of the word.
  public static func logOdds(
    _ counts: (Int, Int), of totals: (Int, Int), prior: Double, priorTotal: Double
  ) -> LogOdds {
    func half(_ count: Int, _ total: Int) -> (log: Double, variance: Double) {
      let y = Double(count) + prior
      return (log(y / (Double(total) + priorTotal - y)), 1 / y)
    }
    let (a, b) = (half(counts.0, totals.0), half(counts.1, totals.1))
    return LogOdds(delta: a.log - b.log, variance: a.variance + b.variance)
  }

  /// Dunning's log-likelihood (Computational Linguistics 19, 1993) and the binary logarithm of the
  /// ratio; for comparison with other programs alone, since its p values take words for
  /// independent and are too small.
  public static func logLikelihood(
    _ counts: (Int, Int), of totals: (Int, Int)
  ) -> (g2: Double, p: Double, logRatio: Double) {
    let (n1, n2) = (Double(totals.0), Double(totals.1))
    let both = Double(counts.0 + counts.1)
    func part(_ count: Int, _ n: Double) -> Double {
      count == 0 ? 0 : Double(count) * log(Double(count) / (n * both / (n1 + n2)))
    }
    let g2 = 2 * (part(counts.0, n1) + part(counts.1, n2))
    let ratio = ((Double(counts.0) + 0.5) / (n1 + 1)) / ((Double(counts.1) + 0.5) / (n2 + 1))
    return (g2, ChiSquare.upperP(g2, df: 1), log2(ratio))
  }
}
