/// Words with what each of them tells, as a direction: of unit length together.
struct WeightedWords: Sendable {
  /// Words by the hash of their folded form, ascending.
  let words: [UInt32]
  /// In the order of `words`.
  let weights: [Float]

  /// - Parameter weighted: each word once, in any order.
  init(_ weighted: [(word: UInt32, weight: Float)]) {
    let sorted = weighted.sorted { $0.word < $1.word }
    let length = sorted.reduce(0) { $0 + $1.weight * $1.weight }.squareRoot()
    words = sorted.map(\.word)
    weights = sorted.map { length > 0 ? $0.weight / length : 0 }
  }

  /// The words that weigh most, ascending, with their weights.
  func heaviest(_ count: Int) -> [(word: UInt32, weight: Float)] {
    zip(words, weights).sorted { $0.1 != $1.1 ? $0.1 > $1.1 : $0.0 < $1.0 }
      .prefix(count).map { ($0.0, $0.1) }.sorted { $0.0 < $1.0 }
  }

  /// The cosine of the angle between two directions; 0 where one has no words.
  func cosine(to other: WeightedWords) -> Float {
    var sum: Float = 0
    var (i, j) = (0, 0)
    while i < words.count, j < other.words.count {
      let (a, b) = (words[i], other.words[j])
      if a == b { sum += weights[i] * other.weights[j] }
      if a <= b { i += 1 }
      if b <= a { j += 1 }
    }
    return sum
  }
}
