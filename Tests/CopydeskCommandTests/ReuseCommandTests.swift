import DeskTestSupport
import Foundation
import Testing

@Suite struct ReuseCommandTests {
  /// A row of `reuse seeds/ --format ndjson`.
  private struct Row {
    var from: String
    var to: String
    var words: Int
    var kind: String
    var credited: Bool?
    var text: String
  }

  private static let post = "001"
  private static let times = "000"

  private func rows() throws -> [Row] {
    let seeds = Checkout.root.appending(path: "seeds").path()
    let run = try ProgramRun(["reuse", seeds, "--format", "ndjson", "--quiet"])
    #expect(run.status == 0, "\(run.errors)")
    return try run.output.split(separator: "\n").map { line in
      let json = try #require(
        try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
      let from = try #require(json["from"] as? [String: Any])
      let to = try #require(json["to"] as? [String: Any])
      #expect(json["wire"] is NSNull || json["wire"] == nil)
      return Row(
        from: String(try #require(from["id"] as? String).prefix(3)),
        to: String(try #require(to["id"] as? String).prefix(3)),
        words: try #require(json["words"] as? Int), kind: try #require(json["kind"] as? String),
        credited: json["credited"] as? Bool, text: try #require(to["text"] as? String))
    }
  }

  @Test("South Front has sentences of The New York Times, and does not say so")
  func uncredited() throws {
    let rows = try rows().filter { $0.to == "004" }
    #expect(rows.map(\.from) == Array(repeating: Self.times, count: rows.count))
    #expect(rows.map(\.words) == [31, 30, 37, 14])
    #expect(rows.allSatisfy { $0.credited == false && $0.kind == "text" })
    #expect(
      rows.first?.text
        == "The fighting took place in three districts — Pul-e-Hesar, Deh-e-Salah and Bano — that "
        + "are about 100 miles north of Kabul but are only reachable by poor roads that wind "
        + "through the mountains.")
  }

  @Test("two outlets quote The Washington Post, and say so", arguments: ["002", "003"])
  func credited(_ id: String) throws {
    let rows = try rows().filter { $0.to == id && $0.from == Self.post }
    let block = try #require(rows.max { $0.words < $1.words })
    #expect(block.words == (id == "002" ? 111 : 60))
    #expect(block.credited == true)
    #expect(rows.contains { $0.kind == "quotation" && $0.credited == true })
  }

  @Test("the same passages come on any number of threads", arguments: ["table", "csv", "ndjson"])
  func threads(_ format: String) throws {
    let runs = try ["1", "3"].map {
      try ProgramRun(["reuse", "seeds", "--format", format, "--threads", $0, "--quiet"]).output
    }
    #expect(!runs[0].isEmpty)
    #expect(runs[0] == runs[1])
  }
}
