/// Corrections of p values for many comparisons; each gives them in the order it got them.
public enum Adjustment {
  /// Holm's step-down method (Scandinavian Journal of Statistics 6, 1979): for a table that is
  /// read whole.
  public static func holm(_ p: [Double]) -> [Double] {
    let order = ascending(p)
    var out = p
    var highest = 0.0
    for (rank, index) in order.enumerated() {
      highest = max(highest, min(1, p[index] * Double(p.count - rank)))
      out[index] = highest
    }
    return out
  }

  /// Benjamini and Hochberg's step-up method (Journal of the Royal Statistical Society B 57,
  /// 1995): of what stays below `q` in a long list, a share of `q` may be chance.
  public static func benjaminiHochberg(_ p: [Double]) -> [Double] {
    stepUp(p, factor: 1)
  }

  /// The same whatever the dependence between the comparisons (Benjamini and Yekutieli, Annals of
  /// Statistics 29, 2001).
  public static func benjaminiYekutieli(_ p: [Double]) -> [Double] {
    stepUp(p, factor: p.indices.reduce(0) { $0 + 1 / Double($1 + 1) })
  }

  private static func stepUp(_ p: [Double], factor: Double) -> [Double] {
    var out = p
    var lowest = 1.0
    for (rank, index) in ascending(p).enumerated().reversed() {
      lowest = min(lowest, p[index] * factor * Double(p.count) / Double(rank + 1))
      out[index] = lowest
    }
    return out
  }

  private static func ascending(_ p: [Double]) -> [Int] {
    p.indices.sorted { p[$0] != p[$1] ? p[$0] < p[$1] : $0 < $1 }
  }
}
