import DeskAnalysis
import DeskText

extension Comparison {
  /// Works out every figure.
  public func results() -> Results {
    let outlets = totals.results()
    var results = Results(
      measures: measures, suppressed: suppressed,
      outlets: outlets,
      articles: sortedRecords, articleCount: records.total,
      wordCount: outlets.reduce(0) { $0 + $1.words }, labels: labelResults,
      lostLabels: labels.lost,
      sample: sortedSample, differences: [], stories: nil, pairedDifferences: [],
      words: [], wordSample: tallies.isComplete ? nil : Self.wordLimit,
      facts: [], factSample: factArticles.isComplete ? nil : Self.factLimit)
    let told = told.sorted
    var stories = Stories()
    for record in told { stories.add(record.article) }
    let groups = stories.stories()
    if self.told.isComplete {
      results.stories = stories.told(groups)
      results.pairedDifferences = PairedDifference.all(
        in: results, told, stories: groups, seed: seed)
    }
    let facts = facts(told, stories: groups)
    results.facts = facts.facts
    results.partlyCompared = partlyCompared(unread: facts.unreadCount)
    results.differences = Difference.all(
      in: results, haveAllArticles: records.isComplete, seed: seed)
    results.words = outletWords(told, stories: groups)
    if texts.isComplete { results.reuse = reuse }
    return results
  }

  /// The facts of all stories, of which a sample of articles is kept where there are many.
  private func facts(_ records: [StoryRecord], stories: [Stories.Story]) -> FactTable {
    let kept = Dictionary(
      factArticles.members.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    var table = FactTable()
    for story in stories where story.articles.count > 1 {
      table.add(
        story.articles.compactMap { kept[records[$0].article.id] }, story: story.number)
    }
    return table
  }

  private var reuse: ReuseMap {
    var reuse = Reuse()
    for article in texts.members.sorted(by: { $0.id < $1.id }) { reuse.add(article) }
    return ReuseMap(reuse)
  }

  private func outletWords(
    _ records: [StoryRecord], stories: [Stories.Story]
  ) -> [OutletWord] {
    var storyNumbers: [String: Int] = [:]
    for story in stories {
      for place in story.articles { storyNumbers[records[place].article.id] = story.number }
    }
    let tallied = tallies.members.map { tally in
      var tally = tally
      tally.story = storyNumbers[tally.id]
      return tally
    }.sorted { ($0.id, $0.outlet ?? "") < ($1.id, $1.outlet ?? "") }
    return OutletWords(tallied, vocabulary: vocabulary).words()
  }

  /// The name under which an article's outlet is reported.
  private func outletName(_ key: OutletKey) -> String {
    key.isUnstated && gathersUnstated ? OutletKey.unstated.label : key.label
  }

  private var sortedRecords: [ArticleRecord] {
    records.members.map { record in
      var named = record
      if record.isUnstated && gathersUnstated { named.outlet = OutletKey.unstated.label }
      return named
    }.sorted {
      ($0.isUnstated ? 1 : 0, $0.outlet, $0.id) < ($1.isUnstated ? 1 : 0, $1.outlet, $1.id)
    }
  }

  private var sortedSample: [Analysis] {
    sample.members.map { (OutletKey($0.article), $0) }.sorted { a, b in
      (a.0.isUnstated ? 1 : 0, outletName(a.0), a.1.article.id)
        < (b.0.isUnstated ? 1 : 0, outletName(b.0), b.1.article.id)
    }.map(\.1)
  }

  private var labelResults: [LabelResult] {
    labels.sums.map { key, sums in
      LabelResult(
        outlet: outletName(key.outlet), actor: key.actor, label: key.label,
        category: key.category, isInQuote: key.isInQuote, count: sums.count,
        articles: sums.articles, examples: sums.examples)
    }.sorted { a, b in
      (a.outlet, a.actor, -a.count, a.label, a.isInQuote ? 1 : 0)
        < (b.outlet, b.actor, -b.count, b.label, b.isInQuote ? 1 : 0)
    }
  }
}
