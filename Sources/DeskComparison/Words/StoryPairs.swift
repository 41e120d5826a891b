import Foundation

/// How often an outlet uses each term, less how often others do, story by story.
struct StoryPairs {
  private let stories: Int
  private var sums: [WordTally.Term: (sum: Double, squares: Double)] = [:]

  /// Nil where the outlet and others share too few stories.
  init?(_ tallies: [WordTally], of outlet: String, voice: Int) {
    let spoken = tallies.filter { $0.story != nil && $0.voices[voice].words > 0 }
    let shared = Dictionary(grouping: spoken) { $0.story ?? 0 }.filter { _, told in
      told.contains { $0.outlet == outlet } && told.contains { $0.outlet != outlet }
    }
    guard shared.count >= PairedStories.least else { return nil }
    stories = shared.count
    for story in shared.keys.sorted() {
      let told = shared[story] ?? []
      let ours = told.filter { $0.outlet == outlet }
      let others = told.filter { $0.outlet != outlet }
      var differences: [WordTally.Term: Double] = [:]
      for (side, sign) in [(ours, 1.0), (others, -1.0)] {
        for tally in side {
          let share = sign / Double(side.count) / Double(tally.voices[voice].words)
          for (term, count) in tally.voices[voice].terms {
            differences[term, default: 0] += share * Double(count)
          }
        }
      }
      for (term, difference) in differences {
        sums[term, default: (0, 0)].sum += difference
        sums[term, default: (0, 0)].squares += difference * difference
      }
    }
  }

  /// Student's t on the differences, two-sided.
  func p(of term: WordTally.Term) -> Double {
    let n = Double(stories)
    let (sum, squares) = sums[term] ?? (0, 0)
    let mean = sum / n
    let variance = max(0, squares - n * mean * mean) / (n - 1)
    guard variance > 0 else { return mean == 0 ? 1 : 0 }
    return StudentT.twoSidedP(abs(mean) / (variance / n).squareRoot(), df: n - 1)
  }
}
