/// Articles put together by the event that they tell.
///
/// Cost grows with the number of articles, not with its square; the same articles in the same
/// order give the same stories.
public struct Stories: Sendable {
  /// Articles of one event, by their numbers in the order they came, ascending.
  public struct Story: Hashable, Sendable {
    /// From 1, by first article.
    public var number: Int
    public var articles: [Int]
    /// The article that is most like all others of the story; its title may stand for it.
    public var central: Int
  }

  /// Two articles, and how alike they are.
  typealias Pair = (first: Int, second: Int, similarity: Float)

  /// In the order they came.
  public private(set) var articles: [StoryArticle] = []

  /// Pairs less alike than this are forgotten.
  private static let leastSimilarity: Float = 0.06
  /// How much likelier articles so many days apart tell the same event than undated ones: news of
  /// an event comes within two days; after that it is ever more likely another event of its kind.
  private static let nearness: [Float] = [1.4, 1.4, 1.4, 1.22, 1.04, 0.86, 0.68, 0.5]
  /// Articles whose dates lie further apart tell no common event.
  static let window = nearness.count - 1
  /// Words from another event of the same kind are many, so the least alike pair counts as much as
  /// the mean; and articles that have found each other are rarely half of an event.
  private static let rule = Linkage.Rule(meanShare: 0.5, threshold: 0.146, reserve: 0.25)
  /// In a cluster of candidates up to this size, every pair is looked at.
  private static let smallCluster = 300
  /// In larger ones, pairs among so many of the articles most like a third are looked at too.
  private static let mostNeighbours = 10

  private var candidates = StoryCandidates()
  var pairs: [Pair] = []

  public init() {}

  /// Takes in the next article.
  public mutating func add(_ article: StoryArticle) {
    let number = articles.count
    for earlier in candidates.add(article.terms) {
      let similarity = Self.similarity(articles[earlier].terms, article.terms)
      if similarity >= Self.leastSimilarity { pairs.append((earlier, number, similarity)) }
    }
    articles.append(article)
  }

  /// Takes in an article whose pairs are known.
  mutating func hold(_ article: StoryArticle) {
    _ = candidates.add(article.terms)
    articles.append(article)
  }

  /// How alike two articles are; 0 where their dates lie too far apart for one event.
  private static func similarity(_ a: StoryTerms, _ b: StoryTerms) -> Float {
    let alike = a.similarity(to: b)
    guard let first = a.day, let second = b.day else { return alike }
    let apart = abs(first - second)
    return apart < nearness.count ? alike * nearness[apart] : 0
  }

  /// The stories; every article is in exactly one, lone ones too.
  public func stories() -> [Story] {
    let clusters = clusters()
    let large = pairs(withinLarge: clusters)
    var groups: [[Int]] = []
    for (number, cluster) in clusters.enumerated() {
      guard cluster.count > 1 else {
        groups.append(cluster)
        continue
      }
      groups += Linkage.groups(
        of: cluster.count, large[number] ?? allPairs(within: cluster), by: Self.rule
      ).map { $0.map { cluster[$0] } }
    }
    groups.sort { $0[0] < $1[0] }
    return groups.enumerated().map {
      Story(number: $0.offset + 1, articles: $0.element, central: central($0.element))
    }
  }

  /// Articles that hang together through pairs, each cluster ascending.
  func clusters() -> [[Int]] {
    var parent = Array(articles.indices)
    func root(_ article: Int) -> Int {
      var article = article
      while parent[article] != article {
        parent[article] = parent[parent[article]]
        article = parent[article]
      }
      return article
    }
    for (first, second, _) in pairs {
      let (a, b) = (root(first), root(second))
      parent[max(a, b)] = min(a, b)
    }
    return Dictionary(grouping: articles.indices, by: root).values.map { $0.sorted() }
      .sorted { $0[0] < $1[0] }
  }

  /// The known pairs of each cluster with more articles than every pair of which is looked at, by
  /// places in it.
  private func pairs(withinLarge clusters: [[Int]]) -> [Int: [Pair]] {
    var places = [(cluster: Int, place: Int)?](repeating: nil, count: articles.count)
    for (number, cluster) in clusters.enumerated() where cluster.count > Self.smallCluster {
      for (place, article) in cluster.enumerated() { places[article] = (number, place) }
    }
    var out: [Int: [Pair]] = [:]
    for (first, second, similarity) in pairs {
      guard let a = places[first], let b = places[second] else { continue }
      out[a.cluster, default: []].append((a.place, b.place, similarity))
    }
    for (number, known) in out { out[number]? += pairsOfNeighbours(in: clusters[number], known) }
    return out
  }

  /// Pairs of a large cluster that nobody has looked at though both are like a third article, by
  /// places in it: left out, they would count as not alike at all.
  private func pairsOfNeighbours(in cluster: [Int], _ known: [Pair]) -> [Pair] {
    var neighbours = [[(place: Int, similarity: Float)]](repeating: [], count: cluster.count)
    var knownLater = [[Int]](repeating: [], count: cluster.count)
    for (first, second, similarity) in known {
      knownLater[first].append(second)
      guard similarity >= Self.rule.threshold else { continue }
      neighbours[first].append((second, similarity))
      neighbours[second].append((first, similarity))
    }
    var asked = [[Int]](repeating: [], count: cluster.count)
    for all in neighbours {
      let nearest = all.sorted {
        $0.similarity != $1.similarity ? $0.similarity > $1.similarity : $0.place < $1.place
      }.prefix(Self.mostNeighbours).map(\.place).sorted()
      for (position, first) in nearest.enumerated() {
        asked[first] += nearest[(position + 1)...]
      }
    }
    var out: [Pair] = []
    var lastAskedBy = [Int](repeating: -1, count: cluster.count)
    for first in cluster.indices {
      for second in knownLater[first] { lastAskedBy[second] = first }
      for second in asked[first] where lastAskedBy[second] != first {
        lastAskedBy[second] = first
        let similarity = Self.similarity(
          articles[cluster[first]].terms, articles[cluster[second]].terms)
        if similarity >= Self.leastSimilarity { out.append((first, second, similarity)) }
      }
    }
    return out
  }

  /// The pairs of a small cluster, by places in it.
  private func allPairs(within cluster: [Int]) -> [Pair] {
    var out: [Pair] = []
    for (place, first) in cluster.enumerated() {
      for other in place + 1..<cluster.count {
        let similarity = Self.similarity(articles[first].terms, articles[cluster[other]].terms)
        if similarity >= Self.leastSimilarity { out.append((place, other, similarity)) }
      }
    }
    return out
  }

  /// The article most like all others of a group; of equals the first.
  private func central(_ group: [Int]) -> Int {
    guard group.count > 2 else { return group[0] }
    // Of a long list, the first tell enough.
    let others = group.prefix(40)
    let sums = others.map { article in
      others.reduce(Float(0)) { $0 + articles[article].terms.similarity(to: articles[$1].terms) }
    }
    let best = sums.indices.max { sums[$0] != sums[$1] ? sums[$0] < sums[$1] : $0 > $1 }
    return group[best ?? 0]
  }
}
