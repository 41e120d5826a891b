import DeskTestSupport
import Foundation
import Testing

/// `worksheet` as a process.
@Suite struct WorksheetCommandTests {
  @Test("an exercise and its key, apart; the same bytes again")
  func seeds() throws {
    let corpus = try Corpus()
    let key = corpus.path("key.md")
    let run = try ProgramRun(["worksheet", "seeds", "--key", key])
    #expect(run.status == 0)
    #expect(run.errors.isEmpty, "\(run.errors)")
    #expect(run.output.hasPrefix("# Reading the news closely\n"))
    #expect(run.output.contains("## E: Video: Taliban Rule Faces Its First Challenges"))
    #expect(run.output.contains("The articles beside each other"))
    let answers = try String(contentsOf: URL(filePath: key), encoding: .utf8)
    #expect(answers.hasPrefix("# Answer key\n"))
    #expect(answers.contains("Cited by C (PJ Media) alone"))
    #expect(try ProgramRun(["worksheet", "seeds", "--threads", "1"]).output == run.output)
  }

  @Test("wrong usage and nothing to read")
  func faults() throws {
    #expect(
      try ProgramRun(["worksheet", "seeds", "--output", "a.md", "--key", "a.md"]).status == 64)
    #expect(try ProgramRun(["worksheet", "seeds", "--format", "pdf"]).status == 64)
    let run = try ProgramRun(["worksheet", "none.txt"])
    #expect(run.status == 2)
    #expect(run.errors.contains("no article could be read"))
  }
}
