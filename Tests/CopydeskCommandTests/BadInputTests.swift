import DeskTestSupport
import Foundation
import Testing

/// What goes wrong is told in one line each, and the rest is done.
@Suite struct BadInputTests {
  private func lines(_ text: String) -> [String] {
    text.split(separator: "\n").map(String.init)
  }

  @Test("an input that is not there: one line, exit 2, the others done")
  func missing() throws {
    let run = try ProgramRun(["clean", "none.txt", "seeds", "--format", "ndjson"])
    #expect(run.status == 2)
    #expect(lines(run.errors) == ["none.txt: no such file or folder"])
    #expect(lines(run.output).count == 5)
  }

  @Test("a missing column says which columns there are and how to name one")
  func column() throws {
    let corpus = try Corpus()
    let path = try corpus.write("é.csv", "nr,story\n1,Zoë left.\n")
    let run = try ProgramRun(["analyze", path])
    #expect(run.status == 2)
    #expect(lines(run.errors).count == 1)
    #expect(run.errors.hasPrefix("\(path):1: no column 'text'"))
    #expect(run.errors.contains("'nr', 'story'"))
    #expect(run.errors.contains("--column text=NAME"))
    let named = try ProgramRun(["analyze", path, "--column", "text=story", "--format", "ndjson"])
    #expect(named.status == 0)
    #expect(named.output.contains("Zoë left."))
  }

  @Test("broken records are told with their place and kept in a table; --strict exits with 3")
  func records() throws {
    let corpus = try Corpus()
    let path = try corpus.write(
      "a.ndjson",
      "{\"id\":\"é\",\"text\":\"Zoë left.\"}\n{\"id\":\n{\"id\":\"c\",\"text\":\"He, too.\"}\n")
    let rejects = corpus.path("rejects.csv")
    let run = try ProgramRun(["analyze", path, "--format", "ndjson", "--rejects", rejects])
    #expect(run.status == 0)
    #expect(lines(run.output).count == 2)
    #expect(lines(run.errors) == ["\(path):2: no sound JSON at column 7: the line ends early"])
    let table = try String(contentsOf: URL(filePath: rejects), encoding: .utf8)
    #expect(
      table == "input,line,reason\n\(path),2,no sound JSON at column 7: the line ends early\n")
    #expect(try ProgramRun(["analyze", path, "--strict"]).status == 3)
  }

  @Test("empty, binary and half-tagged files in a folder stop nothing")
  func folder() throws {
    let corpus = try Corpus()
    try corpus.write("1-empty.txt", "")
    try corpus.write("2-binary.html", "\u{0}\u{1}\u{2}\u{3}PNG\u{0}\u{0}")
    try corpus.write(
      "3-half.html", "<html><body><p>Zoë said that the talks had failed and she would go hom")
    try corpus.write("4-half.html", "<a hre")
    try corpus.write("5-good.txt", "Où?\n\nZoë left, officials said.\n")
    let run = try ProgramRun(["clean", corpus.folder.path(), "--format", "ndjson"])
    #expect(run.status == 0)
    #expect(run.errors.contains("1-empty.txt: empty; nothing to read"))
    #expect(run.errors.contains("2-binary.html: a binary file"))
    #expect(run.output.contains("Zoë said that the talks had failed"))
    #expect(run.output.contains("Zoë left, officials said."))
    #expect(lines(run.output).count + lines(run.errors).count == 5)
  }

  @Test("compare keeps rejects beside the reports, and takes an old table away")
  func compare() throws {
    let corpus = try Corpus()
    let path = try corpus.table("a.csv", articles: 30, brokenEvery: 10)
    let folder = corpus.path("report")
    let run = try ProgramRun(["compare", path, "--output", folder])
    #expect(run.status == 0)
    #expect(run.errors.contains("27 articles compared, 3 not read"))
    let table = try String(contentsOf: URL(filePath: folder + "/rejects.csv"), encoding: .utf8)
    #expect(lines(table).count == 4)
    #expect(try ProgramRun(["compare", "seeds", "--output", folder, "--quiet"]).status == 0)
    #expect(!FileManager.default.fileExists(atPath: folder + "/rejects.csv"))
    let nothing = try ProgramRun(["compare", "none.txt", "--output", corpus.path("other")])
    #expect(nothing.status == 2)
    #expect(nothing.errors.contains("no report was written"))
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: corpus.path("other")) == ["rejects.csv"])
  }

  @Test("a folder of faulty word lists is not used")
  func lexicons() throws {
    let corpus = try Corpus()
    try corpus.write(
      "x.tsv",
      "#@ title: x\n#@ analyzer: hedging\n#@ version: 1\n#@ licence: CC0-1.0\n#@ measures: x\nentry\tcategory\tweight\tsource\nmaybe\tépistemic\thihg\tdesk2026\n"
    )
    let run = try ProgramRun(["clean", "seeds", "--lexicons", corpus.folder.path()])
    #expect(run.status == 2)
    #expect(run.errors.contains("x.tsv:7:"))
    #expect(run.errors.contains("'hihg' is no weight"))
    #expect(try ProgramRun(["lexicon", "check", "--lexicons", corpus.folder.path()]).status == 1)
    #expect(try ProgramRun(["clean", "seeds", "--lexicons", "none"]).status == 2)
  }
}
