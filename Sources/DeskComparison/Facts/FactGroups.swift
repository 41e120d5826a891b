/// Sentences that tell one fact, put together from the likely pairs of a story.
///
/// First groups by average linkage, in which a sentence stands once. But a sentence may tell two
/// facts. So the pairs that linkage tore apart are looked at again, the likeliest first, by what
/// they tell: the stems that both sentences have. A pair whose part of both sentences no other row
/// tells, and no likelier pair with the same articles, is a row of its own; where one of the two
/// tells it in a row already, the other joins that row or the pair is dropped. So no part of a
/// sentence stands in two rows.
struct FactGroups {
  /// Of two parts of a sentence, so much weight of one in the other makes them the same.
  private static let samePart: Float = 0.5

  /// A row of the table, and who tells each stem in it.
  private struct Row {
    var members: [Int]
    /// The article that has a stem; -1 where several do.
    var tellers: [UInt32: Int] = [:]

    func isTold(_ stem: UInt32, besides article: Int) -> Bool {
      tellers[stem].map { $0 != article } ?? false
    }
  }

  /// A sentence, and an article with which it shares something.
  private struct Side: Hashable {
    var sentence: Int
    var article: Int
  }

  /// Two sentences, the earlier one first.
  private struct Tie: Hashable {
    var first: Int
    var second: Int
  }

  private let pairs: FactPairs
  private let likely: [FactPair]
  private let weights: FactWeights
  private var rows: [Row] = []
  /// The rows in which a sentence stands.
  private var rowsOf: [Int: [Int]] = [:]
  private var probabilities: [Tie: Float] = [:]

  /// Sentences that tell one fact.
  struct Group {
    /// Ascending.
    var sentences: [Int]
    /// The mean probability of its pairs.
    var likelihood: Float
  }

  /// The groups among likely pairs.
  static func groups(
    of likely: [FactPair], among pairs: FactPairs, by weights: FactWeights
  ) -> [Group] {
    var groups = FactGroups(pairs: pairs, likely: likely, weights: weights)
    groups.link()
    groups.addTornPairs()
    groups.addFigures()
    return groups.rows.map { row in
      Group(sentences: row.members.sorted(), likelihood: groups.likelihood(of: row.members))
    }
  }

  private init(pairs: FactPairs, likely: [FactPair], weights: FactWeights) {
    self.pairs = pairs
    self.likely = likely
    self.weights = weights
    for pair in likely {
      probabilities[Tie(first: pair.first, second: pair.second)] = pair.probability
    }
  }

  // MARK: Groups

  private mutating func link() {
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
    for group in Linkage.groups(of: used.count, ties, kinds: articles, by: rule)
    where group.count > 1 {
      add(group.map { used[$0] })
    }
  }

  private mutating func add(_ members: [Int]) {
    rows.append(Row(members: []))
    for member in members { join(member, to: rows.count - 1) }
  }

  private mutating func join(_ sentence: Int, to row: Int) {
    let article = pairs.articles[sentence]
    rows[row].members.append(sentence)
    rowsOf[sentence, default: []].append(row)
    for term in pairs.sentences[sentence].terms {
      let known = rows[row].tellers[term.stem]
      rows[row].tellers[term.stem] = known == nil || known == article ? article : -1
    }
  }

  /// Pairs of sentences of one article do not count.
  private func likelihood(of members: [Int]) -> Float {
    var (sum, count): (Float, Float) = (0, 0)
    for (place, one) in members.enumerated() {
      for other in members[..<place] where pairs.articles[one] != pairs.articles[other] {
        sum += probability(one, other)
        count += 1
      }
    }
    return count > 0 ? sum / count : 0
  }

  // MARK: Torn pairs

  private mutating func addTornPairs() {
    var told: [Side: [[UInt32]]] = [:]
    let ordered = likely.filter { $0.probability >= weights.pairThreshold }.sorted {
      $0.probability != $1.probability
        ? $0.probability > $1.probability : ($0.first, $0.second) < ($1.first, $1.second)
    }
    for pair in ordered {
      let part = pair.shared.map(\.stem)
      let sides = [
        Side(sentence: pair.first, article: pairs.articles[pair.second]),
        Side(sentence: pair.second, article: pairs.articles[pair.first]),
      ]
      let isNew = sides.allSatisfy { side in
        told[side, default: []].allSatisfy { other in
          share(of: part) { other.contains($0) } < Self.samePart
        }
      }
      for side in sides { told[side, default: []].append(part) }
      if isNew, !stand(pair.first, pair.second) { place(pair, telling: part) }
    }
  }

  /// Whether two sentences stand in a row together.
  private func stand(_ first: Int, _ second: Int) -> Bool {
    rowsOf[first, default: []].contains { rowsOf[second, default: []].contains($0) }
  }

  private mutating func place(_ pair: FactPair, telling part: [UInt32]) {
    switch (row(where: pair.first, tells: part), row(where: pair.second, tells: part)) {
    case (nil, nil): add([pair.first, pair.second])
    case (let row?, nil): joinIfLikely(pair.second, to: row)
    case (nil, let row?): joinIfLikely(pair.first, to: row)
    default: break
    }
  }

  /// The row in which a sentence tells a part of it most nearly; nil where none tells it.
  private func row(where sentence: Int, tells part: [UInt32]) -> Int? {
    let article = pairs.articles[sentence]
    var best: (row: Int, share: Float)?
    for row in rowsOf[sentence, default: []] {
      let share = share(of: part) { rows[row].isTold($0, besides: article) }
      if share >= Self.samePart, share > best?.share ?? 0 { best = (row, share) }
    }
    return best?.row
  }

  private mutating func joinIfLikely(_ sentence: Int, to row: Int) {
    let others = rows[row].members.filter { pairs.articles[$0] != pairs.articles[sentence] }
    let sum = others.reduce(Float(0)) { $0 + probability(sentence, $1) }
    if sum >= weights.threshold * Float(others.count) { join(sentence, to: row) }
  }

  private func probability(_ one: Int, _ other: Int) -> Float {
    probabilities[Tie(first: min(one, other), second: max(one, other))] ?? 0
  }

  /// The share of some stems' weight that a test holds for.
  private func share(of part: [UInt32], where test: (UInt32) -> Bool) -> Float {
    var (sum, all): (Float, Float) = (0, 0)
    for stem in part {
      let weight = pairs.weight(stem)
      all += weight
      if test(stem) { sum += weight }
    }
    return all > 0 ? sum / all : 0
  }

  // MARK: Figures

  /// A sentence with the figure that a row tells joins it: "killed dozens of
  /// militants" tells that 30 were killed, whatever else it says.
  ///
  /// Of several such rows it joins the longest.
  private mutating func addFigures() {
    let near = sentencesWithSharedFigures()
    guard !near.isEmpty else { return }
    var isDropped = [Bool](repeating: false, count: rows.count)
    let longestFirst = rows.indices.sorted {
      (-rows[$0].members.count, $0) < (-rows[$1].members.count, $1)
    }
    // For each sentence the figures by which it stands in a row.
    var told: [Int: [Quantity]] = [:]
    for row in longestFirst {
      isDropped[row] = stand(rows[row].members, besides: row, unless: isDropped)
      if isDropped[row] { continue }
      let figures = sharedFigures(of: rows[row].members)
      for (figure, members) in figures {
        let candidates = Set(members.flatMap { near[$0] ?? [] }).subtracting(rows[row].members)
        for sentence in candidates.sorted()
        where counts(sentence, figure)
          && !told[sentence, default: []].contains(where: { $0.tellsSame(as: figure) })
        {
          join(sentence, to: row)
        }
      }
      for member in rows[row].members {
        told[member, default: []] += figures.map(\.figure).filter { counts(member, $0) }
      }
    }
    rows = rows.indices.filter { !isDropped[$0] }.map { rows[$0] }
  }

  private func counts(_ sentence: Int, _ figure: Quantity) -> Bool {
    pairs.sentences[sentence].quantities.contains { $0.tellsSame(as: figure) }
  }

  /// For each sentence the likely ones that have a figure of it.
  private func sentencesWithSharedFigures() -> [Int: [Int]] {
    var out: [Int: [Int]] = [:]
    for pair in likely
    where pair.probability >= weights.pairThreshold
      && pairs.sentences[pair.first].quantities.contains(where: { counts(pair.second, $0) })
    {
      out[pair.first, default: []].append(pair.second)
      out[pair.second, default: []].append(pair.first)
    }
    return out
  }

  /// The figures that sentences of two articles and half of all have, with those sentences: what
  /// the others tell besides is not what the row tells.
  private func sharedFigures(of members: [Int]) -> [(figure: Quantity, members: [Int])] {
    var out: [(figure: Quantity, members: [Int])] = []
    for figure in members.flatMap({ pairs.sentences[$0].quantities })
    where !out.contains(where: { $0.figure.tellsSame(as: figure) }) {
      let tellers = members.filter { counts($0, figure) }
      guard 2 * tellers.count >= members.count,
        Set(tellers.map { pairs.articles[$0] }).count > 1
      else { continue }
      out.append((figure, tellers))
    }
    return out
  }

  /// Whether some sentences stand together in another row.
  private func stand(_ members: [Int], besides row: Int, unless isDropped: [Bool]) -> Bool {
    rowsOf[members[0], default: []].contains { other in
      other != row && !isDropped[other] && members.allSatisfy(rows[other].members.contains)
    }
  }
}
