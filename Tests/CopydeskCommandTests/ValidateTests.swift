import DeskTestSupport
import Foundation
import Testing

/// `validate` as a process: draw, fill, tell.
@Suite struct ValidateTests {
  @Test("a sheet drawn, filled in and told; the same sheet on any number of threads")
  func roundTrip() throws {
    let corpus = try Corpus()
    let path = try corpus.table("a.csv", articles: 40)
    let sheet = corpus.path("sheet.csv")
    let drawn = try ProgramRun([
      "validate", path, "--sample", "60", "--category", "hedging", "--output", sheet,
    ])
    #expect(drawn.status == 0)
    #expect(drawn.errors.contains("60 rows of "))
    let text = try String(contentsOf: URL(filePath: sheet), encoding: .utf8)
    let other = try ProgramRun([
      "validate", path, "--sample", "60", "--category", "hedging", "--threads", "1", "--quiet",
    ])
    #expect(other.output == text)
    #expect(other.errors.isEmpty)

    let empty = try ProgramRun(["validate", "--coded", sheet])
    #expect(empty.status == 2)
    #expect(empty.errors.contains("\(sheet):2: no code; write yes, no or ?"))
    #expect(empty.errors.contains("50 more rows without a code"))
    #expect(empty.errors.contains("--partial"))

    // Whoever codes says yes to what has "could", "may" or "reportedly" in it.
    let filled = text.split(separator: "\n").map { line in
      let isHedged = ["could fail", "may rain", "reportedly left"].contains { line.contains($0) }
      return line.replacing(",,,", with: isHedged ? ",yes,," : ",no,,")
    }
    let path2 = try corpus.write("filled.csv", filled.joined(separator: "\n") + "\n")
    let told = try ProgramRun(["validate", "--coded", path2])
    #expect(told.status == 0, "\(told.errors)")
    #expect(told.output.hasPrefix("hedging\n  precision "))
    #expect(told.output.contains("Donner and Zou"))
    let table = try ProgramRun(["validate", "--coded", path2, "--format", "csv"])
    #expect(table.output.split(separator: "\n").count > 2)
  }

  @Test("half-filled sheets, changed rows, wrong codes and wrong usage are told")
  func faults() throws {
    let corpus = try Corpus()
    let example = try Checkout.text("Examples/validation/hedging.csv").split(separator: "\n")
    var lines = example.map(String.init)
    lines[3] = lines[3].replacing(",yes,", with: ",,")
    lines[7] = lines[7].replacing(",yes,", with: ",perhaps,")
    lines[8] = lines[8].replacing(",hedging,", with: ",loaded,")
    let path = try corpus.write("half.csv", lines.joined(separator: "\n") + "\n")
    let run = try ProgramRun(["validate", "--coded", path])
    #expect(run.status == 2)
    #expect(run.errors.contains("\(path):4: no code"))
    #expect(run.errors.contains("\(path):8: 'perhaps' is no code; write yes, no or ?"))
    #expect(run.errors.contains("\(path):9: the key does not fit the row"))
    let partial = try ProgramRun(["validate", "--coded", path, "--partial", "--strict"])
    #expect(partial.status == 3)
    #expect(partial.output.hasPrefix("hedging\n"))
    #expect(try ProgramRun(["validate", "seeds", "--format", "csv"]).status == 64)
    #expect(try ProgramRun(["validate", "--coded", path, "--sample", "9"]).status == 64)
    let unknown = try ProgramRun(["validate", "seeds", "--category", "joy"])
    #expect(unknown.status == 2)
    #expect(unknown.errors.contains("no category 'joy'"))
    let foreign = try ProgramRun(["validate", "--coded", "Examples/coders/cho.csv"])
    #expect(foreign.status == 2)
    #expect(foreign.errors.contains("cho.csv:1: no column 'outlet'"))
  }
}
