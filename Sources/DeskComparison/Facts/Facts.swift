/// Sets sentences of different articles of one story side by side that tell the same fact.
///
/// Cost grows with the number of sentences that share a stem, not with the square of all. The same
/// articles in the same order give the same facts.
public struct Facts: Sendable {
  private let weights: FactWeights

  public init(weights: FactWeights = .embedded) { self.weights = weights }

  /// The facts that two or more articles of a story tell, numbered from `first`.
  ///
  /// By how many articles tell them, the most first; then by how likely it is that their tellings
  /// tell the same.
  public func facts(
    of told: [FactArticle], story: Int = 1, numberedFrom first: Int = 1
  ) -> [Fact] {
    let pairs = FactPairs(told)
    let likely = pairs.pairs(by: weights)
    var found: [(group: FactGroups.Group, articles: Int)] = []
    for group in FactGroups.groups(of: likely, among: pairs, by: weights) {
      let articles = Set(group.sentences.map { pairs.articles[$0] }).count
      if articles > 1 { found.append((group, articles)) }
    }
    found.sort { a, b in
      if a.articles != b.articles { return a.articles > b.articles }
      return a.group.likelihood != b.group.likelihood
        ? a.group.likelihood > b.group.likelihood
        : a.group.sentences.lexicographicallyPrecedes(b.group.sentences)
    }
    return found.enumerated().map { place, entry in
      fact(entry.group.sentences, of: told, pairs, number: first + place, story: story)
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
