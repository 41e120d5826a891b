import DeskTestSupport
import Foundation
import Testing

/// `--excel` as a process: what a spreadsheet is given, verb by verb.
@Suite struct ExcelTests {
  private static let mark = "\u{FEFF}"

  /// A corpus whose words a spreadsheet would work out.
  private func hostile(_ corpus: borrowing Corpus) throws -> String {
    let text = "The plan may fail, an official said. It reportedly cost 3 million."
    return try corpus.write(
      "a.csv",
      """
      id,outlet,title,score,text
      =1,@Bote,"=HYPERLINK(""x"")",-0.5,"\(text)"
      a2,Äther,+49 30 1234,-,"\(text)"

      """)
  }

  private func bytes(_ path: String) throws -> String {
    String(decoding: try Data(contentsOf: URL(filePath: path)), as: UTF8.self)
  }

  @Test("every table of compare has the mark and CRLF, and no cell that is a formula")
  func compare() throws {
    let corpus = try Corpus()
    let folder = corpus.path("report")
    let run = try ProgramRun([
      "compare", try hostile(corpus), "--output", folder, "--excel", "--quiet",
    ])
    #expect(run.status == 0, "\(run.errors)")
    let names = try FileManager.default.contentsOfDirectory(atPath: folder)
    #expect(names.filter { $0.hasSuffix(".csv") }.count > 9)
    for name in names {
      let text = try bytes("\(folder)/\(name)")
      guard name.hasSuffix(".csv") else {
        #expect(!text.unicodeScalars.starts(with: Self.mark.unicodeScalars), "\(name)")
        continue
      }
      #expect(text.unicodeScalars.starts(with: Self.mark.unicodeScalars), "\(name)")
      #expect(text.utf8.count > 20, "\(name)")
      #expect(!text.replacing("\r\n", with: "").contains("\n"), "\(name)")
      for opening in [",=", ",@", ",\"=", "\r\n=", ",+"] {
        #expect(!text.contains(opening), "\(name): \(opening)")
      }
    }
    let articles = try bytes("\(folder)/articles.csv")
    #expect(articles.contains("\r\n'=1,'@Bote,,\"'=HYPERLINK(\"\"x\"\")\","))
    // A number of the input's own column stays one; a lone sign is none.
    #expect(articles.contains(",-0.5,"))
    #expect(articles.contains(",'-,"))
    #expect(try bytes("\(folder)/run.json").contains("\"excel\""))
  }

  @Test(
    "each verb that writes CSV writes it for spreadsheets, and means CSV where nothing else is said",
    arguments: [
      ["clean"], ["analyze"], ["stories"], ["facts"], ["reuse"], ["validate", "--sample", "4"],
    ])
  func verbs(_ verb: [String]) throws {
    let corpus = try Corpus()
    let path = try hostile(corpus)
    let run = try ProgramRun([verb[0], path, "--excel", "--quiet"] + verb.dropFirst())
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.output.unicodeScalars.starts(with: Self.mark.unicodeScalars))
    #expect(run.output.unicodeScalars.contains("\r"))
    let plain = try ProgramRun(
      [verb[0], path, "--quiet"] + (verb[0] == "validate" ? [] : ["--format", "csv"])
        + verb.dropFirst())
    #expect(!plain.output.unicodeScalars.contains("\r"))
    #expect(!plain.output.unicodeScalars.starts(with: Self.mark.unicodeScalars))
    #expect(plain.output.split(separator: "\n").count == run.output.split(separator: "\r\n").count)
  }

  @Test("coders' agreement, and the files beside a verb's output")
  func beside() throws {
    let corpus = try Corpus()
    let differing = corpus.path("differing.csv")
    let agreed = try ProgramRun([
      "agree", "Examples/coders", "--articles", "seeds", "--format", "table",
      "--disagreements", differing, "--excel",
    ])
    #expect(agreed.status == 0, "\(agreed.errors)")
    #expect(!agreed.output.unicodeScalars.contains("\u{FEFF}"))
    #expect(try bytes(differing).unicodeScalars.starts(with: Self.mark.unicodeScalars))
    let findings = corpus.path("findings.csv")
    let run = try ProgramRun([
      "analyze", try hostile(corpus), "--format", "ndjson", "--findings", findings, "--excel",
    ])
    #expect(run.output.hasPrefix("{"))
    #expect(try bytes(findings).unicodeScalars.starts(with: Self.mark.unicodeScalars))
  }

  @Test("merged sums are a table for a spreadsheet too")
  func merged() throws {
    let corpus = try Corpus()
    let sums = corpus.path("sums.csv")
    let made = try ProgramRun(["analyze", "seeds", "--partial", sums, "--quiet"])
    #expect(made.status == 0)
    let run = try ProgramRun(["merge", sums, "--excel"])
    #expect(run.status == 0)
    #expect(run.output.unicodeScalars.starts(with: Self.mark.unicodeScalars))
    let plain = try ProgramRun(["merge", sums])
    #expect(!plain.output.unicodeScalars.starts(with: Self.mark.unicodeScalars))
  }

  @Test("--excel without a table is wrong usage, and says what it goes with")
  func usage() throws {
    let run = try ProgramRun(["analyze", "seeds", "--format", "ndjson", "--excel"])
    #expect(run.status == 64)
    #expect(run.errors.contains("--excel goes with --format csv, --findings and --rejects."))
  }

  @Test("a sheet drawn for a spreadsheet is read again, guarded ids and all")
  func sheet() throws {
    let corpus = try Corpus()
    let sheet = corpus.path("sheet.csv")
    let drawn = try ProgramRun([
      "validate", try hostile(corpus), "--category", "hedging", "--sample", "4", "--excel",
      "--output", sheet, "--quiet",
    ])
    #expect(drawn.status == 0, "\(drawn.errors)")
    let filled = try bytes(sheet).replacing(",,,", with: ",yes,,")
    let path = try corpus.write("filled.csv", filled)
    let told = try ProgramRun(["validate", "--coded", path])
    #expect(told.status == 0, "\(told.errors)")
    #expect(told.errors.isEmpty)
  }
}
