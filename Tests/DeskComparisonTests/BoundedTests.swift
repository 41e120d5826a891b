import DeskAnalysis
import DeskText
import Testing

@testable import DeskComparison

/// What keeps memory from growing with the input.
@Suite struct BoundedTests {
  @Test("of too many labels the rare ones go, and how much may be missing is told")
  func labels() throws {
    let analysis = Made.analysis("a", outlet: "Äther", text: "The rebels came.")
    let finding = Made.finding("labels", "rebels", in: analysis.article.text, category: "fighters")
    var tally = LabelTally()
    func use(_ actor: Int, times: Int) {
      var key = LabelKey(
        outlet: OutletKey(name: "Äther", isUnstated: false), finding, in: analysis)
      key.actor = "Actor \(actor)"
      for _ in 0..<times { tally.add(finding, key, in: analysis) }
      tally.addArticle([key])
    }
    for actor in 0..<50 { use(actor, times: 5) }
    #expect(tally.lost == 0)
    for actor in 50..<40_000 { use(actor, times: 1) }
    #expect(tally.sums.count <= 30_000)
    #expect(tally.lost == 1)
    for actor in 0..<50 {
      let key = try #require(tally.sums.keys.first { $0.actor == "Actor \(actor)" })
      #expect(tally.sums[key]?.count == 5)
    }
  }

  @Test("what needs all articles is let go where there are too many, however they were split")
  func allOrNone() {
    var some = AllOrNone<Int>(limit: 3)
    for number in 0..<3 { some.add(number) }
    #expect(some.members == [0, 1, 2])
    var other = AllOrNone<Int>(limit: 3)
    other.add(3)
    other.merge(some)
    #expect(!other.isComplete)
    #expect(other.members.isEmpty)
    some.add(3)
    #expect(some.total == 4)
    #expect(some.members.isEmpty)
  }
}
