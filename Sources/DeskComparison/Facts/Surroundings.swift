/// What stands in each sentence of a story and, at a lower weight, in those beside it.
///
/// A sentence names with "it" or "the group" what the one before it names by name.
struct Surroundings {
  /// How much a stem counts that stands only in the sentence before, and only in the one after.
  private static let shareBefore: Float = 0.3
  private static let shareAfter: Float = 0.15

  /// A stem and how much of it the sentence has.
  private struct Part {
    var stem: UInt32
    var share: Float
    /// Its share of its rarity.
    var mass: Float
  }

  /// For each sentence its parts, by stem.
  private let parts: [[Part]]
  /// For each sentence the sum of its parts' masses.
  let masses: [Float]

  init(of told: [FactArticle], rarities: [UInt32: Float]) {
    var parts: [[Part]] = []
    for article in told {
      for place in article.sentences.indices {
        var shares: [UInt32: Float] = [:]
        if place > 0 {
          for term in article.sentences[place - 1].terms { shares[term.stem] = Self.shareBefore }
        }
        if place + 1 < article.sentences.count {
          for term in article.sentences[place + 1].terms {
            shares[term.stem] = max(shares[term.stem] ?? 0, Self.shareAfter)
          }
        }
        for term in article.sentences[place].terms { shares[term.stem] = 1 }
        parts.append(
          shares.map { Part(stem: $0, share: $1, mass: $1 * (rarities[$0] ?? 0)) }
            .sorted { $0.stem < $1.stem })
      }
    }
    self.parts = parts
    masses = parts.map { $0.reduce(0) { $0 + $1.mass } }
  }

  /// What two sentences share, by rarity.
  func shared(_ first: Int, _ second: Int) -> Float {
    let (a, b) = (parts[first], parts[second])
    var sum: Float = 0
    var (i, j) = (0, 0)
    while i < a.count, j < b.count {
      let (x, y) = (a[i], b[j])
      if x.stem == y.stem { sum += x.share * y.mass }
      if x.stem <= y.stem { i += 1 }
      if y.stem <= x.stem { j += 1 }
    }
    return sum
  }
}
