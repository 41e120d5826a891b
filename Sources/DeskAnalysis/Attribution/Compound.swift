/// Features of the same two values that always come together, so that their weights are added up
/// beforehand and a candidate looks up one sum instead of three weights.
enum Compound: Int, CaseIterable {
  /// The words at a source's beginning: the one before it and its first.
  case sourceOpening
  /// Its last word and the one after it.
  case sourceClosing
  /// Its first word and its length.
  case sourceLength
  /// The words where content after its cue begins, and where content before it does.
  case beginOpening, startOpening
  /// Where content ends: the word there and the next; the one before and the word there; the word
  /// there and the length of what is left.
  case endClosing, endEdge, endRest

  var decision: DecisionKind {
    switch self {
    case .sourceOpening, .sourceClosing, .sourceLength: .source
    case .beginOpening: .begin
    case .startOpening: .start
    case .endClosing, .endEdge, .endRest: .end
    }
  }

  /// Its features for a place and two values, which are kinds or a length.
  @inline(__always)
  func features(_ place: Place, _ a: Int, _ b: Int) -> (Feature, Feature, Feature?) {
    switch self {
    case .sourceOpening, .beginOpening, .startOpening:
      (
        Feature(.before, place, a), Feature(.first, place, b), Feature(pair: .left, a, b)
      )
    case .sourceClosing:
      (Feature(.last, place, a), Feature(.after, place, b), Feature(pair: .right, a, b))
    case .sourceLength: (Feature(.length, place, b), Feature(pair: .opening, a, b), nil)
    case .endClosing:
      (Feature(.first, place, a), Feature(.next, place, b), Feature(pair: .right, a, b))
    case .endEdge: (Feature(.last, place, a), Feature(pair: .left, a, b), nil)
    case .endRest: (Feature(.rest, place, b), Feature(pair: .opening, a, b), nil)
    }
  }

  /// The places that its candidates can have.
  private var places: ClosedRange<Int> {
    switch self {
    case .sourceOpening, .sourceClosing, .sourceLength: Place.none.rawValue...Place.named.rawValue
    case .beginOpening, .startOpening, .endClosing, .endEdge, .endRest:
      Place.right.rawValue...Place.both.rawValue
    }
  }

  /// How many places those before it have together.
  @inline(__always)
  private var firstRow: Int {
    switch self {
    case .sourceOpening: 0
    case .sourceClosing: 9
    case .sourceLength: 18
    case .beginOpening: 27
    case .startOpening: 30
    case .endClosing: 33
    case .endEdge: 36
    case .endRest: 39
    }
  }
  private static let rows = 42

  /// Where the sum for a place and two values stands.
  @inline(__always)
  func index(_ place: Place, _ a: Int, _ b: Int) -> Int {
    let first = rawValue <= Self.sourceLength.rawValue ? Place.none : Place.right
    return (firstRow &+ place.rawValue &- first.rawValue) &<< 12 | a &<< 6 | b
  }

  /// All sums, from the weights of each kind of decision.
  static func sums(of tables: [WeightTable<Int16>]) -> WeightTable<Int32> {
    let out = WeightTable<Int32>(count: rows << 12)
    let count = WordKind.allCases.count
    withUnsafeTemporaryAllocation(of: Int32.self, capacity: count) { sums in
      for compound in allCases {
        let weights = tables[Int(compound.decision.rawValue)]
        for place in compound.places.compactMap({ Place(rawValue: $0) }) {
          for a in 0..<count {
            // Features stand in the order of their values, so that a row is read with steps of 1 or 0.
            let first = compound.features(place, a, 0)
            let second = compound.features(place, a, 1)
            sums.initialize(repeating: 0)
            var isFilled = weights.add(first.0, second.0, to: sums)
            if weights.add(first.1, second.1, to: sums) { isFilled = true }
            if let one = first.2, let other = second.2, weights.add(one, other, to: sums) {
              isFilled = true
            }
            // Memory that holds nothing but zeros stays as it came.
            if isFilled { out.set(compound.index(place, a, 0), sums) }
          }
        }
      }
    }
    return out
  }
}

extension WeightTable<Int16> {
  /// Adds the weights of a feature and of those behind it, or that of the one that stays the same, to
  /// some sums; whether there are any.
  fileprivate func add(
    _ feature: Feature, _ next: Feature, to sums: UnsafeMutableBufferPointer<Int32>
  ) -> Bool {
    let id = Int(feature.id)
    // With a step of 1 they are 64 that stand together.
    guard isFilled(around: id) else { return false }
    guard next.id > feature.id else {
      let weight = Int32(self[id])
      for b in sums.indices { sums[b] &+= weight }
      return weight != 0
    }
    for b in sums.indices { sums[b] &+= Int32(self[id + b]) }
    return true
  }
}
