public import DeskAnalysis
import DeskReading
import DeskText

/// Many analyses, added up: sums for every outlet, and a bounded sample of articles to look at.
///
/// Whatever the order in which analyses are added or comparisons merged, the results are the same.
public struct Comparison: Sendable {
  /// Whole analyses kept for the page; lighter records kept for tests and lists.
  static let sampleLimit = 60
  static let recordLimit = 2_000
  /// So many articles have their words compared.
  static let wordLimit = 1_000
  /// Of more articles, `copydesk reuse` finds the passages: a sample would hide most.
  static let reuseLimit = 2_000
  /// Up to so many articles have their facts set side by side.
  static let factLimit = 500
  /// Up to so many articles without an outlet stand for themselves; above, they are one group.
  static let unstatedLimit = 20

  let seed: UInt64
  let measures: Measures
  private(set) var outlets: [OutletKey: OutletSums] = [:]
  private(set) var labels: [LabelKey: LabelSums] = [:]
  private(set) var records: Sample<ArticleRecord>
  private(set) var sample: Sample<Analysis>
  private(set) var told = StoryRecords()
  private(set) var tallies: Sample<WordTally>
  private(set) var vocabulary = Vocabulary()
  private(set) var texts: Sample<ReuseArticle>
  private(set) var factArticles: Sample<FactArticle>
  private var unstatedCount = 0
  /// What was found and left out because a reader rejects it.
  public private(set) var suppressed = Suppressed()

  /// - Parameters:
  ///   - seed: chooses the sample where there are more articles than a page can hold.
  ///   - measures: what is counted; the same in all comparisons that are merged.
  public init(seed: UInt64 = 1, measures: Measures = .own) {
    self.seed = seed
    self.measures = measures
    records = Sample(limit: Self.recordLimit, seed: seed)
    sample = Sample(limit: Self.sampleLimit, seed: seed)
    tallies = Sample(limit: Self.wordLimit, seed: seed)
    texts = Sample(limit: Self.reuseLimit, seed: seed)
    factArticles = Sample(limit: Self.factLimit, seed: seed)
  }

  /// Adds an article that was analyzed elsewhere; reads its text once more.
  public mutating func add(_ analysis: Analysis) {
    add(Digest(analysis, Reading(analysis.article.text)))
  }

  /// Adds an article, read and analyzed: `Desk.digest(of:)` makes it.
  public mutating func add(_ digest: Digest) {
    let analysis = digest.analysis
    let article = analysis.article
    let counts = ArticleCounts(analysis, measures: measures)
    suppressed += analysis.suppressed
    var key = OutletKey(article)
    if article.outlet == nil {
      unstatedCount += 1
      if unstatedCount > Self.unstatedLimit { gatherUnstated() }
      if unstatedCount > Self.unstatedLimit { key = .unstated }
    }
    outlets[key, default: OutletSums(measures)].add(counts, measures)
    var seen = Set<LabelKey>()
    for finding in analysis.findings where finding.analyzer == "labels" {
      let label = LabelKey(outlet: key, finding, in: analysis)
      labels[label, default: LabelSums()].add(finding, in: analysis)
      seen.insert(label)
    }
    for label in seen { labels[label]?.articles += 1 }
    let tie = article.origin.description
    records.add(id: article.id, tie: tie, ArticleRecord(article, counts))
    sample.add(id: article.id, tie: tie, analysis)
    told.add(StoryRecord(digest, counts))
    texts.add(id: article.id, tie: tie, digest.reuse)
    factArticles.add(id: article.id, tie: tie, digest.facts)
    if article.outlet != nil { add(digest.words, tie: tie, of: article) }
  }

  private mutating func add(_ tally: WordTally, tie: String, of article: Article) {
    guard tallies.takes(id: tally.id) else {
      tallies.pass()
      return
    }
    vocabulary.add(tally, of: article.text)
    var tally = tally
    tally.forgetPlaces()
    tallies.add(id: tally.id, tie: tie, tally)
  }

  /// Adds the articles of another comparison, of the same seed and measures.
  public mutating func merge(_ other: Comparison) {
    for (key, sums) in other.outlets { outlets[key, default: OutletSums(measures)] += sums }
    for (key, sums) in other.labels { labels[key, default: LabelSums()] += sums }
    unstatedCount += other.unstatedCount
    suppressed += other.suppressed
    if unstatedCount > Self.unstatedLimit { gatherUnstated() }
    records.merge(other.records)
    sample.merge(other.sample)
    told.merge(other.told)
    tallies.merge(other.tallies)
    texts.merge(other.texts)
    factArticles.merge(other.factArticles)
    vocabulary += other.vocabulary
  }

  /// Puts the articles without an outlet into one group.
  private mutating func gatherUnstated() {
    for (key, sums) in outlets where key.isUnstated && key != .unstated {
      outlets[key] = nil
      outlets[.unstated, default: OutletSums(measures)] += sums
    }
    for (key, sums) in labels where key.outlet.isUnstated && key.outlet != .unstated {
      labels[key] = nil
      labels[key.gathered, default: LabelSums()] += sums
    }
  }

  /// Whether articles without an outlet are one group.
  var gathersUnstated: Bool { unstatedCount > Self.unstatedLimit }
}

/// Whom an article is counted for: its outlet, or itself where no outlet is stated.
struct OutletKey: Hashable, Sendable {
  var name: String
  var isUnstated: Bool

  static let unstated = OutletKey(name: "", isUnstated: true)

  init(name: String, isUnstated: Bool) {
    self.name = name
    self.isUnstated = isUnstated
  }

  init(_ article: Article) {
    if let outlet = article.outlet {
      self.init(name: outlet, isUnstated: false)
    } else {
      self.init(name: article.id, isUnstated: true)
    }
  }

  /// As it stands in reports.
  var label: String {
    guard isUnstated else { return name }
    return name.isEmpty ? "outlet not stated" : "outlet not stated: \(name)"
  }
}

/// The sums of one outlet.
struct OutletSums: Sendable {
  /// In the order of the run's measures.
  var sums: [Sums]
  /// Of each category the counts alone: what they are divided by is the measure's.
  var categories: [ArticleCounts.Category: Sums] = [:]
  var articles = 0
  var words = 0
  var quotedWords = 0

  init(_ measures: Measures) {
    sums = Array(repeating: Sums(), count: measures.members.count)
  }

  mutating func add(_ counts: ArticleCounts, _ measures: Measures) {
    articles += 1
    words += counts.words
    quotedWords += counts.quotedWords
    for (index, measure) in measures.members.enumerated() {
      sums[index].add(count: counts.counts[index], of: counts.denominator(measure.base))
    }
    for category in counts.categoryCounts {
      categories[category.key, default: Sums()].add(
        count: category.count, of: counts.denominator(category.key))
    }
  }

  static func += (a: inout OutletSums, b: OutletSums) {
    for index in a.sums.indices { a.sums[index] += b.sums[index] }
    for (key, sums) in b.categories { a.categories[key, default: Sums()] += sums }
    a.articles += b.articles
    a.words += b.words
    a.quotedWords += b.quotedWords
  }

  /// A category's sums over all articles of the outlet, those without it included.
  func sums(of category: ArticleCounts.Category) -> Sums {
    var sums = categories[category] ?? Sums()
    let all = self.sums[category.measure]
    sums.n = all.n
    // A type that an article does not cite adds nothing to what its counts are divided by.
    guard measures[category.measure].breakdown != .sourceType else { return sums }
    sums.w = all.w
    sums.ww = all.ww
    return sums
  }
}
