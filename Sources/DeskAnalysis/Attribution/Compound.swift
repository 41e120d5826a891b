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
  private var places: ClosedRange<UInt8> {
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
    return (firstRow + Int(place.rawValue) - Int(first.rawValue)) << 12 | a << 6 | b
  }

  /// All sums, from the weights of each kind of decision.
  static func sums(of tables: [WeightTable<Int16>]) -> WeightTable<Int32> {
    let out = WeightTable<Int32>(count: rows << 12)
    for compound in allCases {
      let weights = tables[Int(compound.decision.rawValue)]
      var sums = [Int32](repeating: 0, count: WordKind.allCases.count)
      for place in compound.places.compactMap(Place.init) {
        for a in WordKind.allCases.indices {
          // Features stand in the order of their values, so that a row is read with steps of 1 or 0.
          let first = compound.features(place, a, 0)
          let second = compound.features(place, a, 1)
          let start = compound.index(place, a, 0)
          var isZero = true
          func add(_ feature: Feature, _ next: Feature) {
            let id = Int(feature.id)
            // With a step of 1 they are 64 that stand together.
            guard weights.isFilled(around: id) else { return }
            if next.id > feature.id {
              for b in sums.indices { sums[b] &+= Int32(weights[id + b]) }
              isZero = false
            } else if weights[id] != 0 {
              for b in sums.indices { sums[b] &+= Int32(weights[id]) }
              isZero = false
            }
          }
          add(first.0, second.0)
          add(first.1, second.1)
          if let one = first.2, let other = second.2 { add(one, other) }
          // Memory that holds nothing but zeros stays as it came.
          if isZero { continue }
          for b in sums.indices {
            out.set(start + b, sums[b])
            sums[b] = 0
          }
        }
      }
    }
    return out
  }
}
