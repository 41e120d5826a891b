import DeskTestSupport
import Foundation
import Testing

@Suite struct FactsCommandTests {
  private var seeds: String { Checkout.root.appending(path: "seeds").path }

  @Test("the same facts come on any number of threads", arguments: ["table", "csv", "ndjson"])
  func threads(_ format: String) throws {
    let one = try ProgramRun(["facts", seeds, "--format", format, "--threads", "1"])
    let three = try ProgramRun(["facts", seeds, "--format", format, "--threads", "3"])
    #expect(one.status == 0)
    #expect(!one.output.isEmpty)
    #expect(one.output == three.output)
  }

  @Test("a line is a fact: tellings of two articles or more, each with stance and place")
  func lines() throws {
    let stances: Set<String> = [
      "asserted", "attributed-named", "attributed-unnamed", "hedged", "unverified",
    ]
    let run = try ProgramRun(["facts", seeds, "--format", "ndjson"])
    let lines = run.output.split(separator: "\n")
    #expect(lines.count > 20)
    for (number, line) in lines.enumerated() {
      let fact = try #require(
        try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
      #expect(fact["fact"] as? Int == number + 1)
      let tellings = try #require(fact["tellings"] as? [[String: Any]])
      #expect(Set(tellings.compactMap { $0["id"] as? String }).count > 1)
      for telling in tellings {
        #expect(stances.contains(try #require(telling["stance"] as? String)))
        let start = try #require(telling["start"] as? Int)
        let end = try #require(telling["end"] as? Int)
        let text = try #require(telling["text"] as? String)
        #expect(end - start == text.unicodeScalars.count)
      }
    }
  }

  @Test("about 30 killed: claimed, told by local leaders, reportedly, and left out")
  func killed() throws {
    let run = try ProgramRun(["facts", seeds, "--format", "csv"])
    let rows = run.output.split(separator: "\n").filter {
      $0.contains("kill") && ($0.contains("30") || $0.contains("dozens"))
    }
    #expect(rows.contains { $0.contains("attributed-unnamed,local leaders") })
    #expect(rows.contains { $0.contains("attributed-unnamed,The fighters") })
    #expect(rows.contains { $0.contains("hedged") && $0.contains("reportedly recaptured") })
  }
}
