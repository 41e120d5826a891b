/// Sets sentences of different articles of one story side by side that tell the same fact.
///
/// Cost grows with the number of sentences that share a stem, not with the square of all. The same
/// articles in the same order give the same facts.
public struct Facts: Sendable {
  private let weights: FactWeights

  public init(weights: FactWeights = .embedded) { self.weights = weights }

  /// The facts that two or more articles of a story tell, numbered from `first`.
  ///
  /// By how many articles tell them, the most first; then by the place where they are told first.
  public func facts(
    of told: [FactArticle], story: Int = 1, numberedFrom first: Int = 1
  ) -> [Fact] {
    let pairs = FactPairs(told)
    let likely = pairs.pairs(by: weights)
    var found: [(group: [Int], articles: Int)] = []
    let groups = groups(of: likely, among: pairs)
    for group in groups + tornApart(likely, by: groups, among: pairs) {
      let articles = Set(group.map { pairs.articles[$0] }).count
      if articles > 1 { found.append((group, articles)) }
    }
    found.sort {
      $0.articles != $1.articles
        ? $0.articles > $1.articles : $0.group.lexicographicallyPrecedes($1.group)
    }
    return found.enumerated().map { place, entry in
      fact(entry.group, of: told, pairs, number: first + place, story: story)
    }
  }

  /// Every pair of sentences of a story that share a stem which is not everywhere.
  public func pairs(
    of told: [FactArticle]
  ) -> [(pair: FactPair, first: Fact.Telling, second: Fact.Telling)] {
    let pairs = FactPairs(told)
    return pairs.pairs(by: weights, from: 0).map { pair in
      (
        pair, telling(pair.first, of: told, pairs, shared: []),
        telling(pair.second, of: told, pairs, shared: [])
      )
    }
  }

  /// Sentences that hang together, each group ascending; those that stand alone are left out.
  private func groups(of likely: [FactPair], among pairs: FactPairs) -> [[Int]] {
    let used = Set(likely.lazy.flatMap { [$0.first, $0.second] }).sorted()
    let places = Dictionary(uniqueKeysWithValues: zip(used, used.indices))
    let ties = likely.compactMap { pair in
      places[pair.first].flatMap { first in
        places[pair.second].map { (first: first, second: $0, similarity: pair.probability) }
      }
    }
    let rule = Linkage.Rule(meanShare: 1, threshold: weights.threshold)
    // Sentences of one article are not compared, so they say nothing against each other.
    let articles = used.map { pairs.articles[$0] }
    return Linkage.groups(of: used.count, ties, kinds: articles, by: rule).filter { $0.count > 1 }
      .map { $0.map { used[$0] } }
  }

  /// Two sentences that are each other's likeliest among their articles' and yet stand in no fact
  /// together: one of them tells two facts, and its group is the other one's.
  private func tornApart(
    _ likely: [FactPair], by groups: [[Int]], among pairs: FactPairs
  ) -> [[Int]] {
    struct Side: Hashable {
      var sentence: Int
      var article: Int
    }
    var groupOf: [Int: Int] = [:]
    for (number, group) in groups.enumerated() { for place in group { groupOf[place] = number } }
    var best: [Side: Float] = [:]
    for pair in likely where pair.probability >= weights.pairThreshold {
      for (one, other) in [(pair.first, pair.second), (pair.second, pair.first)] {
        let side = Side(sentence: one, article: pairs.articles[other])
        best[side] = max(best[side] ?? 0, pair.probability)
      }
    }
    return likely.filter { pair in
      let (first, second) = (pair.first, pair.second)
      return pair.probability >= weights.pairThreshold
        && (groupOf[first] == nil || groupOf[first] != groupOf[second])
        && best[Side(sentence: first, article: pairs.articles[second])] == pair.probability
        && best[Side(sentence: second, article: pairs.articles[first])] == pair.probability
    }.map { [$0.first, $0.second] }
  }

  private func fact(
    _ group: [Int], of told: [FactArticle], _ pairs: FactPairs, number: Int, story: Int
  ) -> Fact {
    let tellings = group.map { place in
      let shared = group.reduce(into: Set<UInt32>()) { shared, other in
        guard pairs.articles[other] != pairs.articles[place] else { return }
        shared.formUnion(pairs.sentences[other].terms.lazy.map(\.stem))
      }
      return telling(place, of: told, pairs, shared: shared)
    }
    let tellers = Set(group.map { pairs.articles[$0] })
    return Fact(
      number: number, story: story, tellings: tellings,
      contradictions: Contradictions.find(
        in: group.map { (pairs.articles[$0], pairs.sentences[$0].quantities) }),
      leftOut: told.indices.filter { !tellers.contains($0) }.map { Self.article(told[$0]) })
  }

  /// A sentence as a telling; its stance is that of the words it shares with the others.
  private func telling(
    _ place: Int, of told: [FactArticle], _ pairs: FactPairs, shared: Set<UInt32>
  ) -> Fact.Telling {
    let sentence = pairs.sentences[place]
    let words = sentence.terms.filter { shared.contains($0.stem) }
      .map { ToldWord(place: $0.start, weight: pairs.weight($0.stem), isQuoted: $0.isQuoted) }
    let (stance, source) = sentence.grounds.stance(of: words)
    return Fact.Telling(
      article: Self.article(told[pairs.articles[place]]), extent: sentence.extent,
      bytes: sentence.bytes, text: sentence.text, stance: stance, source: source)
  }

  private static func article(_ told: FactArticle) -> Fact.Article {
    Fact.Article(id: told.id, outlet: told.outlet)
  }
}
