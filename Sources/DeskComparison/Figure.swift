/// One number of one outlet, with everything that must stand beside it.
public struct Figure: Sendable {
  /// What the numbers can carry.
  public enum Standing: String, Sendable, CaseIterable {
    /// A value with its interval.
    case interval
    /// A value from one article: no interval, no comparison.
    case oneArticle = "one_article"
    /// A value from articles too few for an interval.
    case fewArticles = "few_articles"
    /// Nothing was found; `high` is what chance could have hidden.
    case noneFound = "none_found"
    /// Under 200 words, or fewer than five expected: the count says all there is to say.
    case countOnly = "count_only"
  }

  public var measure: Measure
  /// A category inside the measure; nil for all of it.
  public var category: String?
  public var sums: Sums
  public var standing: Standing
  /// Per 1,000 words, as a share or as a mean, as the measure's base says; nil where the count
  /// stands alone.
  public var value: Double?
  /// Ends of the 95% interval, in the unit of the value; of nothing found `high` alone.
  public var low: Double?
  public var high: Double?
  /// The value drawn toward that of all outlets, the more the fewer articles there are.
  ///
  /// For ranked lists of three outlets or more (`Shrinkage`); never printed without the value.
  public var shrunk: Double?

  /// How many were found.
  public var count: Int { sums.y }
  /// What the count is divided by.
  public var denominator: Int { sums.w }
  public var articles: Int { sums.n }
}

extension Measure.Base {
  /// What count by denominator is multiplied with.
  public var scale: Double {
    switch self {
    case .words, .ownWords, .quotedWords: 1000
    case .shareOfWords, .attributions, .articles, .weights: 1
    case .articleThousandths: 0.001
    }
  }

  /// As it stands in columns beside a value.
  public var unit: String {
    switch self {
    case .words: "per_1000_words"
    case .ownWords: "per_1000_own_words"
    case .quotedWords: "per_1000_quoted_words"
    case .shareOfWords: "share_of_words"
    case .attributions: "share_of_attributions"
    case .articles, .articleThousandths: "per_article"
    case .weights: "weight_per_1000_words"
    }
  }
}
