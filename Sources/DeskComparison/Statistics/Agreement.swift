/// How far people who coded the same things agree beyond chance.
public enum Agreement {
  /// Cohen's kappa of two coders (Educational and Psychological Measurement 20, 1960).
  ///
  /// - Parameter codes: what each coder said of each thing.
  /// - Returns: nil without codes; kappa is 1 where chance alone would agree always.
  public static func cohen(
    _ codes: [(String, String)]
  ) -> (observed: Double, expected: Double, kappa: Double)? {
    guard !codes.isEmpty else { return nil }
    let n = Double(codes.count)
    let observed = Double(codes.count { $0.0 == $0.1 }) / n
    var first: [String: Int] = [:]
    var second: [String: Int] = [:]
    for (a, b) in codes {
      first[a, default: 0] += 1
      second[b, default: 0] += 1
    }
    let meetings = first.reduce(0) { $0 + $1.value * (second[$1.key] ?? 0) }
    let expected = Double(meetings) / (n * n)
    return (observed, expected, expected < 1 ? (observed - expected) / (1 - expected) : 1)
  }

  /// Krippendorff's alpha for names of categories (Computing Krippendorff's alpha-reliability,
  /// 2011); any number of coders, some of whom may have left things out.
  ///
  /// - Parameter units: the codes that each thing got.
  /// - Returns: 1 for full agreement, 0 for what chance would give; nil where no thing was coded
  ///   twice.
  public static func krippendorff(_ units: [[String]]) -> Double? {
    var totals: [String: Int] = [:]
    var n = 0
    var disagreement = 0.0
    for unit in units where unit.count > 1 {
      var counts: [String: Int] = [:]
      for code in unit { counts[code, default: 0] += 1 }
      let same = counts.values.reduce(0) { $0 + $1 * $1 }
      disagreement += Double(unit.count * unit.count - same) / Double(unit.count - 1)
      for (code, count) in counts { totals[code, default: 0] += count }
      n += unit.count
    }
    guard n > 0 else { return nil }
    let same = totals.values.reduce(0) { $0 + $1 * $1 }
    let expected = Double(n * n - same) / Double(n * (n - 1))
    return expected > 0 ? 1 - disagreement / Double(n) / expected : 1
  }
}
