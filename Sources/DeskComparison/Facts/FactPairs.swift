import Foundation

/// Two sentences of different articles that were compared, and what they were compared by.
public struct FactPair: Sendable {
  /// Their places among the sentences of the story.
  public var first: Int
  public var second: Int
  /// Whether both stand in the leads of their articles.
  public var areLeads: Bool
  /// In the order of `FactAspect`.
  public var aspects: [Float]
  public var probability: Float
  /// The stems that both have, ascending, and what each weighs in the story.
  public var shared: [(stem: UInt32, weight: Float)]

  /// The names of the aspects.
  public static let aspectNames = FactAspect.allCases.map(\.rawValue)
}

/// Finds the pairs of a story's sentences that may tell the same, without looking at all of them.
///
/// An inverted index over stems: whoever shares a stem that is not everywhere is a candidate. Stems
/// weigh by how few sentences of the story have them: what all sentences say tells none of them
/// apart. `CentralWords` weighs them the other way round.
struct FactPairs {
  /// A stem in more sentences of the story makes no candidates.
  private static let longest = 200
  /// Pairs less likely than this count as not likely at all.
  static let leastProbability: Float = 0.05
  /// A story of fewer sentences gives its stems the weights of one of so many.
  private static let fewestSentences = 60
  /// Tversky's index: how much the shorter of two sentences counts, and what is added so that
  /// short sentences are not alike by one word.
  private static let shorterShare: Float = 0.7
  private static let damping: Float = 3
  /// `rare` divides what a word weighs in news at large by it, so that a common one weighs about 1.
  private static let usualRarity: Float = 5
  /// How many sentences of an article are its lead, a headline among them counted.
  private static let leadLength = 5

  let sentences: [FactSentence]
  /// For each sentence the number of its article.
  let articles: [Int]
  private let weights: [UInt32: Float]
  private let postings: [UInt32: [Int]]
  private let counted: [Set<Pair>]
  private let central: CentralWords
  private let surroundings: Surroundings
  /// How rare a stem is in the story and in news at large.
  private let rarities: [UInt32: Float]
  /// Whether a sentence stands in its article's lead.
  private let isLead: [Bool]

  /// A number and a word that it counts, or that is said of it.
  private struct Pair: Hashable {
    var value: Double
    var counted: UInt32
  }

  init(_ told: [FactArticle]) {
    sentences = told.flatMap(\.sentences)
    articles = told.enumerated().flatMap { number, article in
      article.sentences.map { _ in number }
    }
    var postings: [UInt32: [Int]] = [:]
    for (number, sentence) in sentences.enumerated() {
      for term in sentence.terms { postings[term.stem, default: []].append(number) }
    }
    let total = Float(max(sentences.count, Self.fewestSentences))
    let weights = postings.mapValues { max(0, log((1 + total) / (1 + Float($0.count)))) }
    counted = sentences.map { sentence in
      Set(
        sentence.quantities.flatMap { quantity in
          (quantity.counted + quantity.said).map { Pair(value: quantity.value, counted: $0) }
        })
    }
    var rarities: [UInt32: Float] = [:]
    for term in sentences.lazy.flatMap(\.terms) {
      let rarity = (weights[term.stem] ?? 0) * term.rarity / Self.usualRarity
      rarities[term.stem] = max(rarities[term.stem] ?? 0, rarity)
    }
    self.postings = postings
    self.weights = weights
    self.rarities = rarities
    surroundings = Surroundings(of: told, rarities: rarities)
    central = CentralWords(told)
    isLead = told.flatMap { article in article.sentences.indices.map { $0 < Self.leadLength } }
  }

  func weight(_ stem: UInt32) -> Float { weights[stem] ?? 0 }

  /// The candidates that are likely enough, by their first sentence, then the second.
  func pairs(by model: FactWeights, from least: Float = leastProbability) -> [FactPair] {
    var out: [FactPair] = []
    var isCandidate = [Bool](repeating: false, count: sentences.count)
    for (first, sentence) in sentences.enumerated() {
      var candidates: [Int] = []
      for term in sentence.terms {
        guard let places = postings[term.stem], places.count <= Self.longest else { continue }
        for second in places.reversed() {
          guard second > first else { break }
          guard articles[second] != articles[first], !isCandidate[second] else { continue }
          isCandidate[second] = true
          candidates.append(second)
        }
      }
      for second in candidates.sorted() {
        isCandidate[second] = false
        let aspects = aspects(first, second)
        let areLeads = isLead[first] && isLead[second]
        let probability = model.probability(aspects, areLeads: areLeads)
        guard probability >= least else { continue }
        out.append(
          FactPair(
            first: first, second: second, areLeads: areLeads, aspects: aspects,
            probability: probability,
            shared: sharedStems(first, second).map { ($0, weight($0)) }))
      }
    }
    return out
  }

  private func aspects(_ first: Int, _ second: Int) -> [Float] {
    var shared: (count: Float, central: Float, rarity: Float) = (0, 0, 0)
    let (a, b) = (sentences[first].terms, sentences[second].terms)
    var (i, j) = (0, 0)
    while i < a.count, j < b.count {
      let (x, y) = (a[i], b[j])
      if x.stem == y.stem {
        shared.count += 1
        shared.rarity += rarities[x.stem] ?? 0
        if x.isSmall, y.isSmall { shared.central += central.weight(x.stem) }
      }
      if x.stem <= y.stem { i += 1 }
      if y.stem <= x.stem { j += 1 }
    }
    return FactAspect.allCases.map { aspect in
      switch aspect {
      case .bias: 1
      case .quantity: counted[first].isDisjoint(with: counted[second]) ? 0 : 1
      case .central:
        Self.alike(shared.central, of: central.masses[first], and: central.masses[second])
      case .shared: shared.count
      case .around:
        Self.alike(
          surroundings.shared(first, second), of: surroundings.masses[first],
          and: surroundings.masses[second])
      case .rare: log(1 + shared.rarity)
      case .phrases: Self.sharedCount(sentences[first].phrases, sentences[second].phrases)
      }
    }
  }

  /// The stems that two sentences have in common, ascending.
  func sharedStems(_ first: Int, _ second: Int) -> [UInt32] {
    var out: [UInt32] = []
    let (a, b) = (sentences[first].terms, sentences[second].terms)
    var (i, j) = (0, 0)
    while i < a.count, j < b.count {
      let (x, y) = (a[i].stem, b[j].stem)
      if x == y { out.append(x) }
      if x <= y { i += 1 }
      if y <= x { j += 1 }
    }
    return out
  }

  /// How many numbers stand in both of two ascending lists.
  private static func sharedCount(_ a: [UInt64], _ b: [UInt64]) -> Float {
    var count: Float = 0
    var (i, j) = (0, 0)
    while i < a.count, j < b.count {
      if a[i] == b[j] { count += 1 }
      let (x, y) = (a[i], b[j])
      if x <= y { i += 1 }
      if y <= x { j += 1 }
    }
    return count
  }

  /// Tversky's index of two sentences that weigh so much and share so much of it.
  private static func alike(_ shared: Float, of first: Float, and second: Float) -> Float {
    shared
      / (shorterShare * min(first, second) + (1 - shorterShare) * max(first, second) + damping)
  }
}
