import DeskText

/// The most that a content can add to the sum by which a cue is taken.
///
/// Half of all candidates are no cues, and most of these have too low a sum already before their
/// content is known: for them none need be looked for.
struct ContentBounds: Sendable {
  private let sums = WeightTable<Int32>(count: Self.firstSide.rawValue + 3 << 6)
  private static var firstSide: Place { .right }

  /// - Parameter weights: those of the decision whether a word is a cue.
  init(_ weights: WeightTable<Int16>) {
    func weight(_ feature: Feature) -> Int32 { Int32(weights[Int(feature.id)]) }
    for side in [Place.right, .left, .both] {
      let length = (0..<64).map { weight(Feature(.length, side, $0)) }.max() ?? 0
      // Content before the cue alone does not begin behind it.
      let begins = side == .left ? [.edge] : WordKind.allCases
      for source in WordKind.allCases {
        let begin = begins.map {
          weight(Feature(.left, source, $0)) + weight(Feature(.first, side, $0))
        }
        sums.set(Self.index(side, source), length + (begin.max() ?? 0))
      }
    }
  }

  /// By its length and by its first word, for a side of the cue and the word on which the source
  /// turns.
  @inline(__always)
  func most(_ side: Place, _ source: WordKind) -> Int32 { sums[Self.index(side, source)] }

  @inline(__always)
  private static func index(_ side: Place, _ source: WordKind) -> Int {
    (side.rawValue - firstSide.rawValue) << 6 | source.rawValue
  }
}
