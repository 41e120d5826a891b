public import DeskAnalysis
import DeskText

/// A comparison with its figures worked out: what reports print.
public struct Results: Sendable {
  /// What was counted.
  public var measures: Measures
  /// What was found and left out because a reader rejects it.
  public var suppressed: Suppressed
  /// By name; those without a name after the others.
  public var outlets: [OutletResult]
  /// By outlet, then id; a sample where there are very many.
  public var articles: [ArticleRecord]
  /// Of all outlets.
  public var articleCount: Int
  /// Of all articles.
  public var wordCount: Int
  /// By outlet, actor, then count.
  public var labels: [LabelResult]
  /// How often a label that is not among them may have been used, and by how much the count of one
  /// may be short; 0 while there are not too many to hold.
  public var lostLabels: Int
  /// Whole analyses, by outlet, then id: all, or a sample where there are many.
  public var sample: [Analysis]

  /// Pairs of outlets, measure by measure; none where no two outlets have several articles.
  public var differences: [Difference]
  /// The articles by the event that they tell; nil where there are too many to set side by side.
  public var stories: [ToldStory]?
  /// Pairs of outlets over the stories that both tell, measure by measure.
  public var pairedDifferences: [PairedDifference]
  /// What sets outlets apart that have three articles or more; by outlet, own voice first, the most
  /// telling first.
  public var words: [OutletWord]
  /// How many articles these words come from, where that is a sample.
  public var wordSample: Int?
  /// The passages that several outlets have; nil where there are too many articles.
  public var reuse: ReuseMap?
  /// What several articles of a story tell, by story, then by how many tell it.
  public var facts: [Fact]
  /// Of how many articles facts were looked for, where that is a sample.
  public var factSample: Int?
  /// What did not take all articles, because there are too many.
  public var partlyCompared: [PartlyCompared] = []

  public var isSampled: Bool { sample.count < articleCount }
}

/// One outlet's figures.
public struct OutletResult: Sendable {
  /// As reports call it: its name, or "outlet not stated: " and the article's id.
  public var name: String
  public var isStated: Bool
  public var articles: Int
  public var words: Int
  public var quotedWords: Int
  /// In the order of the run's measures.
  public var figures: [Figure]
  /// Figures of categories, by measure, then name.
  public var categories: [Figure]

  /// The figure of a measure by its name; nil for a name that is none.
  public func figure(_ measure: String) -> Figure? {
    figures.first { $0.measure.name == measure }
  }
}

extension ArticleRecord {
  /// Whether the manifest says that the outlet is a guess.
  public var isOutletGuessed: Bool {
    guard let guess else { return false }
    return guess.split(separator: ";").contains { clause in
      clause.drop { $0 == " " }.hasPrefix("outlet")
    }
  }
}

/// What is kept of every article.
public struct ArticleRecord: Sendable {
  public var id: String
  /// As reports call it.
  public var outlet: String
  /// Whether neither the article nor a manifest names the outlet.
  public var isUnstated: Bool
  public var republisher: String?
  public var title: String?
  public var date: String?
  /// What the manifest says about guesses, in its column `guess`: which fields, and on what
  /// grounds.
  public var guess: String?
  public var counts: ArticleCounts

  init(_ article: Article, _ counts: ArticleCounts) {
    id = article.id
    let key = OutletKey(article)
    outlet = key.label
    isUnstated = key.isUnstated
    republisher = article.republisher
    title = article.title
    date = article.date
    guess = article.columns.first { $0.name == "guess" && !$0.value.isEmpty }?.value
    self.counts = counts
  }
}

/// How one outlet calls one actor.
public struct LabelResult: Sendable {
  public var outlet: String
  public var actor: String
  public var label: String
  public var category: String
  public var isInQuote: Bool
  public var count: Int
  public var articles: Int
  public var examples: [LabelExample]
}

extension Results {
  /// The name under which an article's outlet is reported.
  public func outletName(of analysis: Analysis) -> String {
    let key = OutletKey(analysis.article)
    guard key.isUnstated else { return key.label }
    return outlets.contains { $0.name == OutletKey.unstated.label }
      ? OutletKey.unstated.label : key.label
  }
}
