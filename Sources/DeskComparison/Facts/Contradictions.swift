/// Figures of one fact that do not agree.
enum Contradictions {
  /// What tellings count alike in different numbers.
  ///
  /// "killed 30 Taliban" against "15 Taliban fighters were killed": the same word counted, a word
  /// beside it shared, and no number in common between the two articles. So "20 captured" does not
  /// contradict "30 killed".
  static func find(
    in tellings: [(article: Int, quantities: [Quantity])]
  ) -> [Fact.Contradiction] {
    var out: [Fact.Contradiction] = []
    for word in words(of: tellings) {
      var figures: [Fact.Figure] = []
      var noun: String?
      for (place, telling) in tellings.enumerated() {
        for quantity in telling.quantities where quantity.counted.contains(word) {
          let opposed = tellings.contains { other in
            other.article != telling.article
              && !values(of: word, in: telling, like: quantity).contains(where: {
                values(of: word, in: other, like: quantity).contains($0)
              })
              && other.quantities.contains { isAlike(quantity, $0, but: word) }
          }
          guard opposed else { continue }
          figures.append(Fact.Figure(written: quantity.written, telling: place))
          if quantity.counted.first == word { noun = noun ?? quantity.noun }
        }
      }
      if Set(figures.map(\.telling)).count > 1, let noun {
        out.append(Fact.Contradiction(counted: noun, figures: figures))
      }
    }
    // "30 Taliban fighters" counts Taliban and fighters; one line is enough.
    return out.enumerated().filter { place, contradiction in
      !out.prefix(place).contains { $0.figures == contradiction.figures }
    }.map(\.element)
  }

  /// What is counted, in the order in which it is first told.
  private static func words(
    of tellings: [(article: Int, quantities: [Quantity])]
  ) -> [UInt32] {
    var seen = Set<UInt32>()
    return tellings.flatMap(\.quantities).flatMap(\.counted).filter { seen.insert($0).inserted }
  }

  private static func values(
    of word: UInt32, in telling: (article: Int, quantities: [Quantity]), like quantity: Quantity
  ) -> Set<Double> {
    Set(
      telling.quantities.filter {
        $0.counted.contains(word) && ($0 == quantity || isAlike(quantity, $0, but: word))
      }.map(\.value))
  }

  /// Whether two quantities count the same and the same is said of it.
  private static func isAlike(_ a: Quantity, _ b: Quantity, but word: UInt32) -> Bool {
    b.counted.contains(word)
      && a.around.contains { $0 != word && b.around.contains($0) }
  }
}
