/// Figures of one fact that do not agree.
enum Contradictions {
  private struct Place: Hashable {
    var telling: Int
    var quantity: Quantity
  }

  /// What tellings count alike in different numbers.
  ///
  /// "Killed 30 Taliban" against "15 Taliban fighters were killed": the same thing counted, and no
  /// number of it on which the two agree. So "20 captured" does not contradict "30 killed".
  static func find(
    in tellings: [(article: Int, quantities: [Quantity])]
  ) -> [Fact.Contradiction] {
    let opposed = tellings.enumerated().flatMap { place, telling in
      telling.quantities.filter { quantity in
        tellings.contains {
          $0.article != telling.article && oppose(quantity, in: telling.quantities, $0.quantities)
        }
      }.map { Place(telling: place, quantity: $0) }
    }
    var out: [Fact.Contradiction] = []
    var isTaken = [Bool](repeating: false, count: opposed.count)
    for first in opposed.indices where !isTaken[first] {
      var group = [first]
      isTaken[first] = true
      var next = 0
      while next < group.count {
        let quantity = opposed[group[next]].quantity
        for other in opposed.indices
        where !isTaken[other] && quantity.isAlike(opposed[other].quantity) {
          isTaken[other] = true
          group.append(other)
        }
        next += 1
      }
      let places = group.sorted().map { opposed[$0] }
      guard Set(places.map(\.telling)).count > 1,
        let noun = places.lazy.map(\.quantity.noun).first(where: { !$0.isEmpty })
      else { continue }
      out.append(
        Fact.Contradiction(
          counted: noun,
          figures: places.map {
            Fact.Figure(written: $0.quantity.written, telling: $0.telling)
          }))
    }
    return out
  }

  /// Whether others have numbers of what a quantity counts, and none on which the two agree.
  private static func oppose(
    _ quantity: Quantity, in own: [Quantity], _ others: [Quantity]
  ) -> Bool {
    let alike = others.filter { quantity.isAlike($0) }
    guard !alike.isEmpty else { return false }
    return !own.contains { mine in
      (mine == quantity || mine.isAlike(quantity)) && alike.contains { mine.agrees(with: $0) }
    }
  }
}
