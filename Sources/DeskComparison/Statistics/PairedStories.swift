/// Two outlets over the stories that both told: what one outlet covers and the other does not
/// cannot pass for a difference in wording.
public struct PairedStories: Sendable {
  /// The counts and denominators of one outlet's articles on a story, added up.
  public struct Side: Hashable, Sendable {
    public var count: Int
    public var of: Int

    public init(count: Int, of: Int) {
      self.count = count
      self.of = of
    }
  }

  /// With fewer, no exchange of names can reach 5%.
  public static let least = 6
  /// Up to so many stories all exchanges are tried.
  public static let mostExact = 16

  let stories: [(first: Side, second: Side)]
  private let seen: Double

  /// Ties count as hits; so much may rounding take from a difference.
  private static let slack = 1 - 1e-12

  /// Nil where an outlet has nothing to divide by.
  public init?(_ stories: [(first: Side, second: Side)]) {
    guard stories.contains(where: { $0.first.of > 0 }),
      stories.contains(where: { $0.second.of > 0 })
    else { return nil }
    self.stories = stories
    seen = Self.distance(stories) { _ in false }
  }

  /// The rates of both outlets over these stories.
  var rates: (first: Double, second: Double)? {
    let (w1, w2) = stories.reduce((0, 0)) { ($0.0 + $1.first.of, $0.1 + $1.second.of) }
    guard w1 > 0, w2 > 0 else { return nil }
    let (y1, y2) = stories.reduce((0, 0)) { ($0.0 + $1.first.count, $0.1 + $1.second.count) }
    return (Double(y1) / Double(w1), Double(y2) / Double(w2))
  }

  /// How far apart the rates lie when the outlets' names are exchanged in some stories.
  private static func distance(
    _ stories: [(first: Side, second: Side)], _ isExchanged: (Int) -> Bool
  ) -> Double {
    var sums = (y1: 0, w1: 0, y2: 0, w2: 0)
    for (index, story) in stories.enumerated() {
      let (a, b) = isExchanged(index) ? (story.second, story.first) : (story.first, story.second)
      sums.y1 += a.count
      sums.w1 += a.of
      sums.y2 += b.count
      sums.w2 += b.of
    }
    return abs(Double(sums.y1) / Double(sums.w1) - Double(sums.y2) / Double(sums.w2))
  }

  /// The test by all exchanges of the outlets' names within stories.
  public func exactSwap() -> (p: Double, arrangements: Int) {
    let ways = 1 << stories.count
    var hits = 0
    for way in 0..<ways {
      let distance = Self.distance(stories) { way >> $0 & 1 == 1 }
      if distance >= seen * Self.slack { hits += 1 }
    }
    return (Double(hits) / Double(ways), ways)
  }

  /// The test by random exchanges, with the observed one counted in (Phipson and Smyth 2010).
  public func randomSwap(draws: Int, seed: UInt64) -> (p: Double, hits: Int) {
    var generator = Xoshiro256(seed: seed)
    var hits = 0
    for _ in 0..<draws {
      let distance = Self.distance(stories) { _ in generator.next() >> 63 == 1 }
      if distance >= seen * Self.slack { hits += 1 }
    }
    return (Double(hits + 1) / Double(draws + 1), hits)
  }

  /// The difference of the two rates with its interval, the variance taken from the stories.
  public struct Difference: Hashable, Sendable {
    /// The first outlet's rate less the second's.
    public var value: Double
    public var standardError: Double
    public var interval: Interval
    /// Degrees of freedom: stories less one.
    public var df: Int
    /// Of Student's t, two-sided.
    public var p: Double
  }

  /// Nil for a single story.
  public func difference() -> Difference? {
    guard stories.count > 1 else { return nil }
    let w1 = Double(stories.reduce(0) { $0 + $1.first.of })
    let w2 = Double(stories.reduce(0) { $0 + $1.second.of })
    let r1 = Double(stories.reduce(0) { $0 + $1.first.count }) / w1
    let r2 = Double(stories.reduce(0) { $0 + $1.second.count }) / w2
    let squares = stories.reduce(0.0) { sum, story in
      let first = (Double(story.first.count) - r1 * Double(story.first.of)) / w1
      let second = (Double(story.second.count) - r2 * Double(story.second.of)) / w2
      return sum + (first - second) * (first - second)
    }
    let n = Double(stories.count)
    let error = (n / (n - 1) * squares).squareRoot()
    let half = StudentT.quantile((1 + RateInterval.level) / 2, df: n - 1) * error
    return Difference(
      value: r1 - r2, standardError: error,
      interval: Interval(low: r1 - r2 - half, high: r1 - r2 + half), df: stories.count - 1,
      p: error > 0 ? StudentT.twoSidedP(abs(r1 - r2) / error, df: n - 1) : (r1 == r2 ? 1 : 0))
  }
}
