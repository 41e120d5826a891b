import DeskTestSupport
import Foundation
import Testing

/// `agree` as a process, over three made-up coders of one seed and files in all formats.
@Suite struct AgreeTests {
  private let codings = "Tests/DeskCodingTests/Codings"

  @Test("three coders and the program: figures, words, and the sentences on which they differ")
  func seeds() throws {
    let corpus = try Corpus()
    let path = corpus.path("differ.csv")
    let run = try ProgramRun([
      "agree", "Examples/coders", "--articles", "seeds", "--with-program", "--disagreements", path,
    ])
    #expect(run.status == 0)
    #expect(run.errors.isEmpty, "\(run.errors)")
    #expect(run.output.hasPrefix("Four coders (anna, ben, cho, copydesk), one article, "))
    #expect(run.output.contains("\nhedging "))
    #expect(run.output.contains("cho: hedging; copydesk: "))
    let table = try String(contentsOf: URL(filePath: path), encoding: .utf8)
    #expect(table.hasPrefix("article,sentence_number,coder,category,sentence\n"))
    // What it writes it can read.
    #expect(try ProgramRun(["agree", path]).status == 0)
  }

  @Test("all formats of one text side by side")
  func formats() throws {
    let run = try ProgramRun([
      "agree", "\(codings)/brat", "\(codings)/inception/annotation",
      "\(codings)/inception/older.json",
      "\(codings)/label-studio.json", "--format", "ndjson",
    ])
    #expect(run.status == 0)
    #expect(run.errors.isEmpty, "\(run.errors)")
    #expect(
      run.output.contains("\"category\":\"hedging\",\"coders\":[\"anna\",\"cho\",\"dan\",\"eve\""))
  }

  @Test("damaged files are told with their place; nothing to compare is trouble")
  func damaged() throws {
    let run = try ProgramRun([
      "agree", "\(codings)/damaged/ben/note.ann", "\(codings)/brat", "none.csv",
    ])
    #expect(run.status == 2)
    #expect(run.errors.contains("note.ann:2: 'forty 51' is no stretch"))
    #expect(run.errors.contains("none.csv: no such file or folder"))
    #expect(run.output.contains("hedging"))
    let strict = try ProgramRun([
      "agree", "\(codings)/damaged/ben/note.ann", "\(codings)/brat", "--strict",
    ])
    #expect(strict.status == 3)
    let alone = try ProgramRun(["agree", "anna=Examples/coders/anna.csv"])
    #expect(alone.status == 2)
    #expect(alone.errors.contains("--articles"))
    #expect(try ProgramRun(["agree", "a.csv", "--column", "colour=x"]).status == 64)
  }
}
