import DeskText

/// The most that some properties can add to a sum, so that what can not win is weighed no further.
///
/// A bound leaves every choice as it is: it only spares the rest of a sum that is too low already.
struct WeightBounds: Sendable {
  private let begins = WeightTable<Int32>(count: 3)
  private let firsts = WeightTable<Int32>(count: 3 << 6)
  private let lengths = WeightTable<Int32>(count: 3)
  private let openings = WeightTable<Int32>(count: 16)
  private let closings = WeightTable<Int32>(count: 16)
  private let ends = WeightTable<Int32>(count: 4 << 6)

  /// - Parameters:
  ///   - tables: the weights of each kind of decision.
  ///   - compounds: the sums of those that come together.
  init(_ tables: [WeightTable<Int16>], _ compounds: WeightTable<Int32>) {
    let source = Weighing(table: tables[DecisionKind.source.rawValue])
    let beyond = WordKind.allCases.map { one in source.most { Feature(.beyond, one, $0) } }
    let verb = WordKind.allCases.map { one in source.most { Feature(.verb, one, $0) } }
    for place in Place.allCases where place.rawValue <= Place.named.rawValue {
      let rest =
        Self.most(.sourceLength, place, compounds)
        + source.most(upTo: 64) { Feature(.rest, place, $0) }
      let opening = Self.most(.sourceOpening, place, compounds) + (beyond.max() ?? 0)
      let closing = Self.most(.sourceClosing, place, compounds) + (verb.max() ?? 0)
      openings.set(place.rawValue, opening + rest)
      closings.set(place.rawValue, closing + rest)
    }
    let begin = Weighing(table: tables[DecisionKind.begin.rawValue])
    let next = WordKind.allCases.map { one in begin.most { Feature(.right, one, $0) } }
    for side in Self.sides {
      let length = begin.most(upTo: 64) { Feature(.length, side, $0) }
      begins.set(
        Self.number(side),
        Self.most(.beginOpening, side, compounds) + (next.max() ?? 0) + length)
    }
    let cue = Weighing(table: tables[DecisionKind.cue.rawValue])
    let end = Weighing(table: tables[DecisionKind.end.rawValue])
    for side in Self.sides {
      lengths.set(Self.number(side), cue.most(upTo: 64) { Feature(.length, side, $0) })
    }
    for kind in WordKind.allCases {
      for side in Self.sides {
        // Content before the cue alone does not begin behind it.
        let firsts = side == .left ? [.edge] : WordKind.allCases
        let first = firsts.map {
          cue.weight(Feature(.left, kind, $0)) + cue.weight(Feature(.first, side, $0))
        }
        self.firsts.set(Self.number(side) << 6 | kind.rawValue, first.max() ?? 0)
      }
      let rest =
        end.most(upTo: 64) { Feature(.commas, kind, $0) }
        + end.most(upTo: 64) { Feature(.segment, kind, $0) }
        + end.most { Feature(.verb, kind, $0) }
      for own in 0..<4 {
        let joint = end.most(upTo: 16) { Feature(.joint, kind, own * 16 + $0) }
        ends.set(own << 6 | kind.rawValue, rest + joint)
      }
    }
  }

  /// The highest of a compound's sums; what was never set is 0.
  private static func most(
    _ compound: Compound, _ place: Place, _ compounds: WeightTable<Int32>
  ) -> Int32 {
    var most: Int32 = 0
    for a in 0..<64 where compounds.isFilled(around: compound.index(place, a, 0)) {
      for b in 0..<64 { most = max(most, compounds[compound.index(place, a, b)]) }
    }
    return most
  }

  private static let sides: [Place] = [.right, .left, .both]

  @inline(__always)
  private static func number(_ side: Place) -> Int { side.rawValue &- Place.right.rawValue }

  /// What content adds to the sum of a cue by its first word, for a side of the cue and the word on
  /// which the source turns.
  @inline(__always)
  func first(_ side: Place, _ source: WordKind) -> Int32 {
    firsts[Self.number(side) &<< 6 | source.rawValue]
  }

  /// What it adds by its length.
  @inline(__always)
  func length(_ side: Place) -> Int32 { lengths[Self.number(side)] }

  /// What a phrase adds to what all share that end with the same word.
  @inline(__always)
  func opening(_ place: Place) -> Int32 { openings[place.rawValue] }

  /// What a phrase adds to what all share that begin with the same word.
  @inline(__always)
  func closing(_ place: Place) -> Int32 { closings[place.rawValue] }

  /// What a word adds as the beginning of a content to what all share by then.
  @inline(__always)
  func begin(_ side: Place) -> Int32 { begins[Self.number(side)] }

  /// What a word adds as that before which content ends by the commas and verbs around it, the cue
  /// being inflected as `ownVerb` tells.
  @inline(__always)
  func end(_ here: WordKind, _ ownVerb: Int) -> Int32 {
    // It counts in sixteens.
    ends[ownVerb &<< 2 | here.rawValue]
  }
}

/// The weights of a decision, asked for the highest of an aspect.
private struct Weighing {
  let table: WeightTable<Int16>

  func weight(_ feature: Feature) -> Int32 { Int32(table[Int(feature.id)]) }

  func most(_ feature: (WordKind) -> Feature) -> Int32 {
    WordKind.allCases.reduce(Int32.min) { max($0, weight(feature($1))) }
  }

  func most(upTo end: Int, _ feature: (Int) -> Feature) -> Int32 {
    (0..<end).reduce(Int32.min) { max($0, weight(feature($1))) }
  }
}
