/// What must be known of many articles to give a rate and its interval: integers, so that adding
/// them up gives the same in any order.
public struct Sums: Hashable, Sendable {
  /// The number of articles.
  public var n = 0
  /// The sum of counts.
  public var y = 0
  /// The sum of what they are divided by.
  public var w = 0
  /// The sums of squared counts, of counts by denominators, of squared denominators.
  public var yy = 0
  public var yw = 0
  public var ww = 0

  public init() {}

  /// Adds an article.
  public mutating func add(count: Int, of denominator: Int) {
    n += 1
    y += count
    w += denominator
    yy += count * count
    yw += count * denominator
    ww += denominator * denominator
  }

  /// Adds the articles of another.
  public static func += (a: inout Sums, b: Sums) {
    a.n += b.n
    a.y += b.y
    a.w += b.w
    a.yy += b.yy
    a.yw += b.yw
    a.ww += b.ww
  }

  /// Count by denominator; nil where there is nothing to divide by.
  public var ratio: Double? { w > 0 ? Double(y) / Double(w) : nil }

  /// The sum over articles of the squared distance from what the common rate expects.
  public var squaredDeviations: Double {
    guard let r = ratio else { return 0 }
    return max(0, Double(yy) - 2 * r * Double(yw) + r * r * Double(ww))
  }

  /// The standard error of the ratio, from the distances of articles (Cochran, Sampling
  /// Techniques, 1977, chapter 6); nil for a single article.
  public var standardError: Double? {
    guard n >= 2, w > 0 else { return nil }
    return (Double(n) / Double(n - 1) * squaredDeviations).squareRoot() / Double(w)
  }
}
