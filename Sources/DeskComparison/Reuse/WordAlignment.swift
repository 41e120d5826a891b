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
  private static let band = 11

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
  ///   - weights: what each word of the newer article adds where it stands in both.
  /// - Returns: the segment with the highest score.
  static func best(
    _ older: [UInt32], in olderStretch: Range<Int>, _ newer: [UInt32],
    in newerStretch: Range<Int>, along clues: ArraySlice<Clue>, weights: [Float]
  ) -> Segment? {
    guard let first = clues.first, let last = clues.last else { return nil }
    return older.withUnsafeBufferPointer { older in
      newer.withUnsafeBufferPointer { newer in
        withUnsafeTemporaryAllocation(of: Cell.self, capacity: 2 * (width + 2)) { cells in
          cells.initialize(repeating: Cell())
          var table = Table(
            older: older, olderStretch: olderStretch, cells: cells,
            left: first.older - first.newer + newerStretch.lowerBound - 1 - band)
          var rest = clues
          var clue = first
          for place in newerStretch {
            while let next = rest.first, next.newer <= place {
              clue = next
              rest = rest.dropFirst()
            }
            table.fill(
              place, hash: newer[place], gain: weights[place],
              from: clue.older - clue.newer + place - band)
            // Behind the last clue nothing begins any more.
            if place > last.newer + GramIndex.shortest, !table.isAlive { break }
          }
          return table.best
        }
      }
    }
  }

  private static let width = 2 * band + 1

  /// The rows of the alignment: one a word of the newer article, and in it the cells of the band.
  private struct Table {
    let older: UnsafeBufferPointer<UInt32>
    let olderStretch: Range<Int>
    /// Two rows by turns, each between two empty cells.
    let cells: UnsafeMutableBufferPointer<Cell>
    /// The older word of the first cell in the row above.
    var left: Int
    var isOdd = false
    /// Whether a segment that is worth anything reaches the last row.
    var isAlive = false
    var top = Cell()
    var end = (older: 0, newer: 0)

    var best: Segment? {
      guard top.score > 0 else { return nil }
      return Segment(
        older: Int(top.older)..<end.older + 1, newer: Int(top.newer)..<end.newer + 1,
        matched: Int(top.matched), score: top.score)
    }

    /// Fills the row of a word.
    ///
    /// - Parameters:
    ///   - place: the word's place in the newer article.
    ///   - hash: the word.
    ///   - gain: what it adds where it stands in both.
    ///   - from: the older word of the first cell.
    mutating func fill(_ place: Int, hash: UInt32, gain: Float, from: Int) {
      let row = isOdd ? width + 2 : 0
      let above = isOdd ? 0 : width + 2
      isOdd.toggle()
      isAlive = false
      let shift = from - left
      left = from
      var before = Cell()
      for column in 0..<width {
        let olderPlace = from + column
        var cell = Cell()
        if olderPlace >= olderStretch.lowerBound, olderPlace < olderStretch.upperBound {
          // Where the words before both lie in the row above; what is outside it is empty.
          let diagonal = min(max(column + shift, 0), width + 1)
          cell = cells[above + diagonal]
          let isSame = older[olderPlace] == hash
          if isSame {
            if cell.score <= 0 { cell = Cell(older: Int32(olderPlace), newer: Int32(place)) }
            cell.score += gain
            cell.matched += 1
          } else {
            cell.score -= change
          }
          let up = min(max(column + shift + 1, 0), width + 1)
          if cells[above + up].score - gap > cell.score {
            cell = cells[above + up]
            cell.score -= gap
          }
          if before.score - gap > cell.score {
            cell = before
            cell.score -= gap
          }
          if cell.score <= 0 || cell.score < cell.peak - drop {
            cell = Cell()
          } else {
            isAlive = true
            cell.peak = max(cell.peak, cell.score)
            if isSame, cell.score > top.score {
              top = cell
              end = (olderPlace, place)
            }
          }
        }
        cells[row + column + 1] = cell
        before = cell
      }
    }
  }
}
