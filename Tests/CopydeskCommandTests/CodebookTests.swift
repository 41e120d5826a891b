import DeskTestSupport
import Foundation
import Testing

/// `codebook.csv` against the tables that it explains.
@Suite struct CodebookTests {
  @Test("every column of every table that compare writes has a meaning, in the table's order")
  func complete() throws {
    let corpus = try Corpus()
    let path = try corpus.table("a.csv", articles: 12, brokenEvery: 6)
    let folder = corpus.path("report")
    let run = try ProgramRun(["compare", path, "seeds", "--output", folder, "--quiet"])
    #expect(run.status == 0, "\(run.errors)")
    func lines(_ name: String) throws -> [String] {
      try String(contentsOf: URL(filePath: "\(folder)/\(name)"), encoding: .utf8)
        .split(separator: "\n").map(String.init)
    }
    var columns: [String: [String]] = [:]
    for line in try lines("codebook.csv").dropFirst() {
      let cells = line.split(separator: ",", maxSplits: 2).map(String.init)
      #expect(cells.count == 3 && !cells[2].isEmpty, "\(line)")
      columns[cells[0], default: []].append(cells[1])
    }
    let tables = try FileManager.default.contentsOfDirectory(atPath: folder)
      .filter { $0.hasSuffix(".csv") }
    #expect(Set(tables) == Set(columns.keys))
    for table in tables {
      let header = try lines(table)[0].split(separator: ",").map(String.init)
      // The inputs' own columns go along with the articles.
      let own = ["ort", "guess"]
      #expect(header.filter { !own.contains($0) } == columns[table], "\(table)")
    }
  }
}
