/// Deals the articles of two outlets anew, and asks how often their rates lie as far apart as they
/// do: a test that assumes nothing but that the outlets write alike.
struct PermutationTest: Sendable {
  /// Counts and denominators of all articles, the first outlet's first.
  private let counts: [Int]
  private let amounts: [Int]
  private let first: Int
  private let seen: Double

  /// Ties count as hits; so much may rounding take from a difference.
  private static let slack = 1 - 1e-12

  init(_ a: [(count: Int, of: Int)], _ b: [(count: Int, of: Int)]) {
    counts = (a + b).map(\.count)
    amounts = (a + b).map(\.of)
    first = a.count
    seen = Self.difference(
      a.reduce(0) { $0 + $1.count }, a.reduce(0) { $0 + $1.of },
      b.reduce(0) { $0 + $1.count }, b.reduce(0) { $0 + $1.of })
  }

  private static func difference(_ y1: Int, _ w1: Int, _ y2: Int, _ w2: Int) -> Double {
    abs(Double(y1) / Double(w1) - Double(y2) / Double(w2))
  }

  /// How many ways there are to deal `n1 + n2` articles; `Int.max` where they are beyond counting.
  static func arrangements(_ n1: Int, _ n2: Int) -> Int {
    var total = 1
    for i in 1...max(1, min(n1, n2)) {
      let (product, overflow) = total.multipliedReportingOverflow(by: max(n1, n2) + i)
      if overflow { return .max }
      total = product / i
    }
    return total
  }

  /// All ways to deal them.
  func exact() -> (p: Double, arrangements: Int) {
    let n = counts.count
    let (allY, allW) = (counts.reduce(0, +), amounts.reduce(0, +))
    var hits = 0
    var total = 0
    func deal(_ next: Int, _ left: Int, _ y: Int, _ w: Int) {
      guard left > 0 else {
        total += 1
        if Self.difference(y, w, allY - y, allW - w) >= seen * Self.slack { hits += 1 }
        return
      }
      guard n - next >= left else { return }
      deal(next + 1, left - 1, y + counts[next], w + amounts[next])
      deal(next + 1, left, y, w)
    }
    deal(0, first, 0, 0)
    return (Double(hits) / Double(total), total)
  }

  /// So many random ways, with the observed one counted in.
  ///
  /// Phipson and Smyth, Statistical Applications in Genetics and Molecular Biology 9, 2010.
  func random(draws: Int, seed: UInt64) -> (p: Double, hits: Int) {
    var generator = Xoshiro256(seed: seed)
    let (allY, allW) = (counts.reduce(0, +), amounts.reduce(0, +))
    var hits = 0
    for _ in 0..<draws {
      var order = Array(counts.indices)
      generator.shuffle(&order)
      var y = 0
      var w = 0
      for index in order[..<first] {
        y += counts[index]
        w += amounts[index]
      }
      if Self.difference(y, w, allY - y, allW - w) >= seen * Self.slack { hits += 1 }
    }
    return (Double(hits + 1) / Double(draws + 1), hits)
  }
}
