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
  let seed: UInt64
  let measures: Measures
  private(set) var totals: OutletTotals
  private(set) var labels = LabelTally()
  private(set) var records: Sample<ArticleRecord>
  private(set) var sample: Sample<Analysis>
  private(set) var told = AllOrNone<StoryRecord>(limit: StoryRecord.limit)
  private(set) var tallies: Sample<WordTally>
  private(set) var vocabulary = Vocabulary()
  private(set) var texts = AllOrNone<ReuseArticle>(limit: reuseLimit)
  private(set) var factArticles: Sample<FactArticle>
  /// What was found and left out because a reader rejects it.
  public private(set) var suppressed = Suppressed()

  /// - Parameters:
  ///   - seed: chooses the sample where there are more articles than a page can hold.
  ///   - measures: what is counted; the same in all comparisons that are merged.
  public init(seed: UInt64 = 1, measures: Measures = .own) {
    self.seed = seed
    self.measures = measures
    totals = OutletTotals(measures: measures)
    records = Sample(limit: Self.recordLimit, seed: seed)
    sample = Sample(limit: Self.sampleLimit, seed: seed)
    tallies = Sample(limit: Self.wordLimit, seed: seed)
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
    let gathered = totals.gathersUnstated
    let key = totals.add(counts, of: OutletKey(article))
    if totals.gathersUnstated, !gathered { labels.gatherUnstated() }
    var seen = Set<LabelKey>()
    for finding in analysis.findings where finding.analyzer == "labels" {
      let label = LabelKey(outlet: key, finding, in: analysis)
      labels.add(finding, label, in: analysis)
      seen.insert(label)
    }
    labels.addArticle(seen)
    let tie = article.origin.description
    records.add(id: article.id, tie: tie, ArticleRecord(article, counts))
    sample.add(id: article.id, tie: tie, analysis)
    told.add(StoryRecord(digest, counts, measures))
    texts.add(digest.reuse)
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
    totals.merge(other.totals)
    labels.merge(other.labels)
    suppressed += other.suppressed
    if totals.gathersUnstated { labels.gatherUnstated() }
    records.merge(other.records)
    sample.merge(other.sample)
    told.merge(other.told)
    tallies.merge(other.tallies)
    texts.merge(other.texts)
    factArticles.merge(other.factArticles)
    vocabulary += other.vocabulary
  }

  /// Whether articles without an outlet are one group.
  var gathersUnstated: Bool { totals.gathersUnstated }
}
