/// The words that a story is told with, weighted by the share of its articles that have them.
///
/// Names and figures are none: two sentences may name the same people and tell of different things.
struct CentralWords {
  /// Of few articles even a word in all of them may be there by chance: the share is one of so many
  /// more articles.
  private static let damping: Float = 5

  private let weights: [UInt32: Float]
  /// For each sentence of the story the weight of its words.
  let masses: [Float]

  init(_ told: [FactArticle]) {
    var counts: [UInt32: Int] = [:]
    for article in told {
      let stems = Set(
        article.sentences.lazy.flatMap { $0.terms.lazy.filter(\.isSmall).map(\.stem) })
      for stem in stems { counts[stem, default: 0] += 1 }
    }
    let total = Float(told.count) + Self.damping
    let weights = counts.compactMapValues { $0 > 1 ? Float($0) / total : nil }
    masses = told.flatMap(\.sentences).map { sentence in
      sentence.terms.reduce(0) { $0 + ($1.isSmall ? weights[$1.stem] ?? 0 : 0) }
    }
    self.weights = weights
  }

  func weight(_ stem: UInt32) -> Float { weights[stem] ?? 0 }
}
