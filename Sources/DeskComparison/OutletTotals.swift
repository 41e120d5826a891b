public import DeskAnalysis
import DeskText

/// The sums of every outlet of a run.
///
/// All of them are whole numbers: whatever the order in which articles are added or totals are
/// merged, the figures are the same to the last digit.
public struct OutletTotals: Sendable {
  /// Up to so many articles without an outlet stand for themselves; above, they are one group.
  static let unstatedLimit = 20

  public let measures: Measures
  private(set) var outlets: [OutletKey: OutletSums] = [:]
  private var unstatedCount = 0

  /// - Parameter measures: what is counted; the same in all totals that are merged.
  public init(measures: Measures = .own) { self.measures = measures }

  /// Whether articles without an outlet are one group.
  var gathersUnstated: Bool { unstatedCount > Self.unstatedLimit }

  /// Adds an article to its outlet's sums.
  public mutating func add(_ article: CountedArticle) { add(article.counts, of: article.key) }

  /// Adds an article's counts, and tells for whom they count.
  @discardableResult
  mutating func add(_ counts: ArticleCounts, of outlet: OutletKey) -> OutletKey {
    var key = outlet
    if key.isUnstated {
      unstatedCount += 1
      if unstatedCount == Self.unstatedLimit + 1 { gatherUnstated() }
      if gathersUnstated { key = .unstated }
    }
    outlets[key, default: OutletSums(measures)].add(counts, measures)
    return key
  }

  /// Adds the sums of another part.
  public mutating func merge(_ other: OutletTotals) {
    for (key, sums) in other.outlets { outlets[key, default: OutletSums(measures)] += sums }
    unstatedCount += other.unstatedCount
    if gathersUnstated { gatherUnstated() }
  }

  /// Puts the articles without an outlet into one group.
  private mutating func gatherUnstated() {
    for (key, sums) in outlets where key.isUnstated && key != .unstated {
      outlets[key] = nil
      outlets[.unstated, default: OutletSums(measures)] += sums
    }
  }

  /// The outlets by name, those without a name after the others.
  var keys: [OutletKey] {
    outlets.keys.sorted {
      $0.isUnstated != $1.isUnstated ? !$0.isUnstated : $0.name < $1.name
    }
  }

  /// Works out every outlet's figures.
  public func results() -> [OutletResult] {
    let keys = keys
    let sums = keys.compactMap { outlets[$0] }
    func rows(of count: Int) -> [[Figure]] {
      sums.indices.map { _ in
        var row: [Figure] = []
        row.reserveCapacity(count)
        return row
      }
    }
    var figures = rows(of: measures.isCounted.count { $0 })
    for (index, measure) in measures.members.enumerated() where measures.isCounted[index] {
      let row = FigureMaker(
        measure: measure, outlets: sums.map { $0.sums[index] }, words: sums.map(\.words)
      ).figures()
      for (outlet, figure) in row.enumerated() { figures[outlet].append(figure) }
    }
    let all = Set(sums.flatMap { $0.categories.keys }).filter { measures.isCounted[$0.measure] }
      .sorted()
    var categories = rows(of: all.count)
    for category in all {
      let row = FigureMaker(
        measure: measures.members[category.measure], category: category.name,
        outlets: sums.map { $0.sums(of: category) }, words: sums.map(\.words)
      ).figures()
      for (outlet, figure) in row.enumerated() { categories[outlet].append(figure) }
    }
    return keys.indices.map { index in
      OutletResult(
        name: keys[index].label, isStated: !keys[index].isUnstated,
        articles: sums[index].articles, words: sums[index].words,
        quotedWords: sums[index].quotedWords, figures: figures[index],
        categories: categories[index])
    }
  }
}

/// What an article adds to its outlet's sums.
public struct CountedArticle: Sendable {
  let key: OutletKey
  let counts: ArticleCounts

  public init(_ analysis: Analysis, measures: Measures = .own) {
    key = OutletKey(analysis.article)
    counts = ArticleCounts(analysis, measures: measures)
  }
}

extension OutletTotals {
  /// One line of totals on paper: an outlet's size, or its sums of one measure or category.
  public struct Line: Hashable, Sendable {
    /// The outlet's name; of an article without one its id, of many together nothing.
    public var outlet: String
    public var isUnstated: Bool
    /// Nil for the outlet's size: articles in `n`, words in `w`, quoted words in `y`.
    public var measure: String?
    public var category: String?
    public var sums: Sums

    public init(
      outlet: String, isUnstated: Bool, measure: String?, category: String?, sums: Sums
    ) {
      self.outlet = outlet
      self.isUnstated = isUnstated
      self.measure = measure
      self.category = category
      self.sums = sums
    }
  }

  /// All that was added up, in an order that depends on nothing else.
  public func forEachLine(_ body: (Line) -> Void) {
    for key in keys {
      guard let own = outlets[key] else { continue }
      var size = Sums()
      (size.n, size.w, size.y) = (own.articles, own.words, own.quotedWords)
      var line = Line(
        outlet: key.name, isUnstated: key.isUnstated, measure: nil, category: nil, sums: size)
      body(line)
      for (index, measure) in measures.members.enumerated() where measures.isCounted[index] {
        line.measure = measure.name
        line.sums = own.sums[index]
        body(line)
      }
      for category in own.categories.keys.sorted() where measures.isCounted[category.measure] {
        line.measure = measures.members[category.measure].name
        line.category = category.name
        line.sums = own.categories[category] ?? Sums()
        body(line)
      }
    }
  }

  /// Adds a line; false where no measure goes by its name.
  public mutating func add(_ line: Line) -> Bool {
    let key = OutletKey(name: line.outlet, isUnstated: line.isUnstated)
    guard let name = line.measure else {
      outlets[key, default: OutletSums(measures)].addSize(line.sums)
      if key.isUnstated {
        unstatedCount += line.sums.n
        if gathersUnstated { gatherUnstated() }
      }
      return true
    }
    guard let index = measures.index(name) else { return false }
    let target = key.isUnstated && gathersUnstated ? .unstated : key
    if let category = line.category {
      let key = ArticleCounts.Category(measure: index, name: category)
      outlets[target, default: OutletSums(measures)].categories[key, default: Sums()] += line.sums
    } else {
      outlets[target, default: OutletSums(measures)].sums[index] += line.sums
    }
    return true
  }
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
  private(set) var articles = 0
  private(set) var words = 0
  private(set) var quotedWords = 0

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

  /// Adds articles, words and quoted words, as a line on paper has them.
  mutating func addSize(_ size: Sums) {
    articles += size.n
    words += size.w
    quotedWords += size.y
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
