import Copydesk
import Testing

/// Limits on what is measured in an article.
@Suite struct LimitTests {
  private func analysis(_ text: String) throws -> Analysis {
    try Desk().analysis(
      of: Document(id: "a", content: .rawText(Array(text.utf8)), origin: Origin(input: "a.txt")))
  }

  /// Twenty words, two hedges.
  private let text =
    "The mayor of Zlín may leave, and the bridge might stay shut until the winter, its owner told us on Friday."

  @Test("a rate is passed when it is more, not when it is as much")
  func upper() throws {
    let analysis = try analysis(text)
    let counts = ArticleCounts(analysis)
    #expect(counts["hedges"] == 2)
    let rate = 2000 / Double(counts.words)
    let kept = try Limit("hedges<=\(rate)", measures: .own)
    #expect(kept.breach(in: analysis, measures: .own) == nil)
    let passed = try Limit(" hedges <= \(rate - 0.01) ", measures: .own)
    let breach = try #require(passed.breach(in: analysis, measures: .own))
    #expect(breach.count == 2)
    #expect(breach.denominator == counts.words)
    #expect(abs(breach.value - rate) < 1e-9)
    #expect(breach.findings.map { analysis.article.text[$0.extent] } == ["may", "might"])
  }

  @Test("a count, and a least value")
  func others() throws {
    let analysis = try analysis(text)
    func isPassed(_ limit: String) throws -> Bool {
      try Limit(limit, measures: .own).breach(in: analysis, measures: .own) != nil
    }
    #expect(try isPassed("hedges:count<=1"))
    #expect(try !isPassed("hedges:count<=2"))
    #expect(try isPassed("sources>=9"))
    #expect(try !isPassed("hedges:count>=2"))
  }

  @Test("an article with nothing to divide by passes no limit on a rate")
  func empty() throws {
    let limit = try Limit("source_named_person>=0.5", measures: .own)
    #expect(limit.breach(in: try analysis("Nothing."), measures: .own) == nil)
  }

  @Test(
    "what is no limit is told",
    arguments: [
      ("hedges", "no '<=' or '>='"), ("nothing<=3", "'nothing' is no measure"),
      ("hedges<=many", "'many' in 'hedges<=many' is no number"), ("hedges<=-1", "is no number"),
    ])
  func faults(_ written: String, _ reason: String) {
    let fault = #expect(throws: Limit.Fault.self) { try Limit(written, measures: .own) }
    #expect(fault?.reason.contains(reason) == true)
  }
}
