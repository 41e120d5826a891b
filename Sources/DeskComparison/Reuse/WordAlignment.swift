/// Where the words of two articles run alike, word for word or nearly.
///
/// The best local alignment (Smith and Waterman 1981) inside a band around the clues.
struct WordAlignment {
  /// The words that run alike, in the older and in the newer article.
  struct Segment {
    var older: Range<Int>
    var newer: Range<Int>
    /// How many words stand in both.
    var matched: Int
    var score: Float
  }

  /// A run of words that stands in both.
  struct Clue {
    var older: Int
    var newer: Int
  }

  /// A word that stands in one text only.
  static let gap: Float = 0.4
  /// A word in place of another one.
  static let change: Float = 0.5
  /// A segment ends where its score has fallen by so much: more of the same is another passage.
  private static let drop: Float = 5
  /// How far the articles may drift apart between clues, in words.
  private static let band = 14

  private struct Cell {
    var score: Float = 0
    /// The highest score on the way to this one.
    var peak: Float = 0
    var matched: Int32 = 0
    var older: Int32 = 0
    var newer: Int32 = 0
  }

  /// The best segment of two stretches of words; nil where nothing runs alike.
  ///
  /// - Parameters:
  ///   - older: the words of one article.
  ///   - olderStretch: those of them that may belong to the segment.
  ///   - newer: the words of the other.
  ///   - newerStretch: those of them that may belong to it.
  ///   - clues: by their place in the newer article; the band follows them.
  ///   - weight: what each word of the newer article adds where it stands in both.
  /// - Returns: the segment with the highest score.
  static func best(
    _ older: [ReuseArticle.Word], in olderStretch: Range<Int>, _ newer: [ReuseArticle.Word],
    in newerStretch: Range<Int>, along clues: ArraySlice<Clue>, weight: (Int) -> Float
  ) -> Segment? {
    guard var clue = clues.first else { return nil }
    var rest = clues.dropFirst()
    let width = 2 * band + 1
    var above = [Cell](repeating: Cell(), count: width + 2)
    var row = above
    var best = Cell()
    var end = (older: 0, newer: 0)
    /// The older word in the first place of the row above.
    var left = clue.older - clue.newer + newerStretch.lowerBound - 1 - band
    for place in newerStretch {
      while let next = rest.first, next.newer <= place {
        clue = next
        rest = rest.dropFirst()
      }
      let from = clue.older - clue.newer + place - band
      // Where a place of this row lies in the row above.
      let shift = from - left
      let hash = newer[place].hash
      let gain = weight(place)
      var before = Cell()
      for column in 0..<width {
        let olderPlace = from + column
        var cell = Cell()
        if olderStretch.contains(olderPlace) {
          let diagonal = column + shift - 1
          let previous = diagonal >= 0 && diagonal < width ? above[diagonal] : Cell()
          let isSame = older[olderPlace].hash == hash
          if isSame {
            cell = previous
            if cell.score <= 0 {
              cell = Cell(older: Int32(olderPlace), newer: Int32(place))
            }
            cell.score += gain
            cell.matched += 1
          } else {
            cell = previous
            cell.score -= change
          }
          let up = diagonal + 1
          if up >= 0, up < width, above[up].score - gap > cell.score {
            cell = above[up]
            cell.score -= gap
          }
          if before.score - gap > cell.score {
            cell = before
            cell.score -= gap
          }
          if cell.score <= 0 || cell.score < cell.peak - drop { cell = Cell() }
          if cell.score > cell.peak { cell.peak = cell.score }
          if isSame, cell.score > best.score {
            best = cell
            end = (olderPlace, place)
          }
        }
        row[column] = cell
        before = cell
      }
      swap(&above, &row)
      left = from
    }
    guard best.score > 0 else { return nil }
    return Segment(
      older: Int(best.older)..<end.older + 1, newer: Int(best.newer)..<end.newer + 1,
      matched: Int(best.matched), score: best.score)
  }
}
