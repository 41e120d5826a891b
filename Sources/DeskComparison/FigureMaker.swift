/// Turns the sums of all outlets into figures, and says what the numbers can carry.
struct FigureMaker {
  /// Below so many words in all, or so few expected, no rate is given.
  static let leastWords = 200
  static let leastExpected = 5.0
  /// From so many articles on an outlet's own articles carry its interval.
  static let manyArticles = 15
  /// With fewer degrees of freedom in all outlets together there is no interval.
  static let leastDegrees = 4

  var measure: Measure
  var category: String?
  /// One element an outlet.
  var outlets: [Sums]
  /// The outlets' words.
  var words: [Int]

  func figures() -> [Figure] {
    let common = outlets.reduce(into: Sums()) { $0 += $1 }.ratio ?? 0
    let pooled = PooledDispersion(outlets)
    return outlets.indices.map { figure(of: $0, common: common, pooled: pooled) }
  }

  /// `common` is the rate of all outlets together: what it lets expect decides whether a rate is
  /// given, so that few findings do not silence themselves.
  private func figure(of outlet: Int, common: Double, pooled: PooledDispersion) -> Figure {
    let sums = outlets[outlet]
    let scale = measure.base.scale
    var figure = Figure(
      measure: measure, category: category, sums: sums, standing: .countOnly)
    guard let ratio = sums.ratio, words[outlet] >= Self.leastWords else { return figure }
    if measure.base == .weights { return weightFigure(ratio, sums) }
    guard sums.y > 0 else {
      figure.standing = .noneFound
      if measure.base.isRate, sums.w >= Self.leastWords {
        figure.high = scale * RateInterval.garwood(count: 0, of: sums.w).high
      }
      return figure
    }
    guard
      common * Double(sums.w) >= Self.leastExpected || measure.base == .articles
        || measure.base == .articleThousandths
    else {
      return figure
    }
    figure.value = ratio * scale
    figure.standing = sums.n == 1 ? .oneArticle : .fewArticles
    if let interval = interval(of: sums, pooled: pooled) {
      figure.standing = .interval
      figure.low = interval.low * scale
      figure.high = interval.high * scale
      if measure.base.isShare { figure.high = min(1, interval.high) }
    }
    return figure
  }

  /// Weights may be below zero and cancel each other: their interval is Student's, not a rate's.
  private func weightFigure(_ ratio: Double, _ sums: Sums) -> Figure {
    var figure = Figure(
      measure: measure, category: category, sums: sums,
      standing: sums.n == 1 ? .oneArticle : .fewArticles)
    let scale = measure.base.scale
    figure.value = ratio * scale
    if sums.n >= Self.manyArticles, let error = sums.standardError {
      let reach = StudentT.quantile(0.975, df: Double(sums.n - 1)) * error
      figure.standing = .interval
      figure.low = (ratio - reach) * scale
      figure.high = (ratio + reach) * scale
    }
    return figure
  }

  private func interval(of sums: Sums, pooled: PooledDispersion) -> Interval? {
    if sums.n >= Self.manyArticles { return RateInterval.logT(sums) }
    guard sums.n >= 2, pooled.df >= Self.leastDegrees else { return nil }
    return pooled.interval(sums)
  }
}

extension Measure.Base {
  /// Whether a value is a rate per 1,000 words of some kind.
  public var isRate: Bool {
    switch self {
    case .words, .ownWords, .quotedWords: true
    case .shareOfWords, .attributions, .articles, .articleThousandths, .weights: false
    }
  }

  /// Whether a value is a share, from 0 to 1.
  public var isShare: Bool { self == .shareOfWords || self == .attributions }
}
