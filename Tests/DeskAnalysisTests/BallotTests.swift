import Copydesk
import DeskTestSupport
import Testing

@testable import DeskAnalysis

@Suite("Decisions of attribution")
struct BallotTests {
  let analyzer = AttributionAnalyzer(lexicons: Lexicons.embedded.lists(for: "attribution"))
  let matcher = Matcher(Lexicons.embedded.lists(for: "attribution"))

  private func scan(_ text: String) throws -> Scan {
    let reading = Reading(Text(text))
    return Scan(
      reading, matches: matcher.matches(in: reading.words), cues: try #require(analyzer.cues),
      sources: analyzer.sources)
  }

  @Test("the properties that an observer sees add up to the sum that decides")
  func sums() throws {
    let cues = try #require(analyzer.cues)
    let weights = try #require(analyzer.weights)
    var seen = 0
    for seed in Checkout.files(below: "seeds", ending: ".txt") {
      let scan = try scan(try Checkout.text(seed))
      var watched = Drafter(scan, cues: cues, weights: weights) { decision in
        let sums = decision.candidates.map { candidate in
          candidate.features.reduce(Int(candidate.lead)) {
            $0 + Int(weights.table(decision.kind)[Int($1.id)])
          }
        }
        seen += 1
        return sums.firstIndex(of: sums.max() ?? 0)
      }
      var alone = Drafter(scan, cues: cues, weights: weights)
      let expected = alone.allDrafts()
      let drafts = watched.allDrafts()
      #expect(drafts.map(\.cue) == expected.map(\.cue))
      #expect(drafts.map(\.source) == expected.map(\.source))
      #expect(drafts.map(\.content) == expected.map(\.content))
    }
    #expect(seen > 1000)
  }
}
