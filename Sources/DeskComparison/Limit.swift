public import DeskAnalysis

/// A limit on what is measured in an article, as a newsroom sets for its own texts: `loaded_own<=8`.
///
/// The measure goes by its name in `articles.csv`. Its value has the unit of `outlets.csv`, a rate per
/// 1,000 words or a share; `loaded_own:count<=3` limits the count itself.
public struct Limit: Sendable {
  /// As it was written.
  public let written: String
  public let measure: Measure
  public let isOfCount: Bool
  /// Whether values above it pass the limit, rather than those below.
  public let isUpper: Bool
  /// In the unit of the measure, or a count.
  public let bound: Double
  private let index: Int

  /// Why a limit could not be read: a clause for the user.
  public struct Fault: Error, Sendable {
    public let reason: String
  }

  /// Reads a limit.
  ///
  /// - Parameters:
  ///   - written: `NAME<=NUMBER` or `NAME>=NUMBER`, the name with `:count` behind it for counts.
  ///   - measures: what is counted.
  /// - Throws: what is wrong with it, and what to write.
  public init(_ written: String, measures: Measures) throws(Fault) {
    self.written = written
    let isUpper = written.contains("<=")
    guard let sign = written.firstRange(of: isUpper ? "<=" : ">=") else {
      throw Fault(reason: "'\(written)' has no '<=' or '>='; write loaded_own<=8")
    }
    var name = String(written[..<sign.lowerBound].filter { !$0.isWhitespace })
    isOfCount = name.hasSuffix(":count")
    if isOfCount { name.removeLast(":count".count) }
    guard let index = measures.index(name) else {
      throw Fault(
        reason: "'\(name)' is no measure; the columns of analyze --format csv that are counted are")
    }
    let number = written[sign.upperBound...].filter { !$0.isWhitespace }
    guard let bound = Double(number), bound.isFinite, bound >= 0 else {
      throw Fault(reason: "'\(number)' in '\(written)' is no number")
    }
    self.isUpper = isUpper
    self.bound = bound
    self.index = index
    measure = measures.members[index]
  }

  /// What an article has that passes the limit.
  public struct Breach: Sendable {
    public let limit: Limit
    public let value: Double
    public let count: Int
    public let denominator: Int
    /// The findings that the count rests on.
    public let findings: [Finding]
  }

  /// The breach of an article; nil where it keeps the limit, or has nothing to divide by.
  public func breach(in analysis: Analysis, measures: Measures) -> Breach? {
    let counts = ArticleCounts(analysis, measures: measures)
    let count = counts.counts[index]
    let denominator = counts.denominator(measure.base)
    guard isOfCount || denominator > 0 else { return nil }
    let value = isOfCount ? Double(count) : measure.base.scale * Double(count) / Double(denominator)
    guard isUpper ? value > bound : value < bound else { return nil }
    return Breach(
      limit: self, value: value, count: count, denominator: denominator,
      findings: analysis.findings.filter { measure.includes($0, analysis) })
  }
}
