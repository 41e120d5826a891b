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
    var figures = outlets.indices.map { figure(of: $0, common: common, pooled: pooled) }
    for (outlet, shrunk) in shrunk(pooled, common: common) where figures[outlet].value != nil {
      figures[outlet].shrunk = shrunk.rate * measure.base.scale
    }
    return figures
  }

  /// A ranked list has so many outlets.
  static let leastRanked = 3

  /// The values of the outlets that have words, drawn toward the common one; none where there are
  /// too few outlets to rank, or too few articles to know how far they vary by chance.
  private func shrunk(
    _ pooled: PooledDispersion, common: Double
  ) -> [(outlet: Int, value: Shrinkage.Outlet)] {
    let told = outlets.indices.filter { outlets[$0].w > 0 }
    guard told.count >= Self.leastRanked, pooled.df >= Self.leastDegrees, common > 0 else {
      return []
    }
    // How many times as much as a Poisson count an article's varies, at the mean article.
    let articles = told.reduce(0) { $0 + outlets[$1].n }
    let amount = told.reduce(0) { $0 + outlets[$1].w }
    let phi = 1 + pooled.alpha * common * Double(amount) / Double(articles)
    guard let shrinkage = Shrinkage(told.map { outlets[$0] }, dispersion: phi) else { return [] }
    return Array(zip(told, shrinkage.outlets)).map { (outlet: $0.0, value: $0.1) }
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
