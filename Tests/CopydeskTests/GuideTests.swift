import Copydesk
import DeskTestSupport
import Foundation
import Testing

/// The examples of the guides, which stand in `Guides/` and in the articles, do what these say.
@Suite struct GuideTests {
  private static let seeds = Checkout.root.appending(path: "seeds").path()

  private func table(_ name: String) throws -> Table {
    let path = "Tests/CopydeskTests/Guides/\(name)"
    return Table(file: name, parsing: Array(try Checkout.text(path).utf8))
  }

  private func document(_ text: String, id: String = "a") -> Document {
    Document(id: id, content: .rawText(Array(text.utf8)), origin: Origin(input: id))
  }

  @Test func `the entry fits its list, which finds what its examples mark`() throws {
    let hedging = try #require(Lexicons.embedded.table("hedging.tsv"))
    let lines = try Checkout.text("Tests/CopydeskTests/Guides/entry.tsv").split(separator: "\n")
    #expect(lines.count == 3)
    var list = String(decoding: hedging.bytes, as: UTF8.self)
    list.replace("entry\tcategory\t", with: lines[0] + "\n" + lines[1] + "\nentry\tcategory\t")
    list += lines[2] + "\n"
    let unsorted = Table(file: hedging.file, parsing: Array(list.utf8))
    let sorted = Table(
      file: hedging.file,
      parsing: Lexicon.sorted(unsorted, inflections: Lexicons.embedded.inflections))
    let others = Lexicons.embedded.tables.filter { $0.file != hedging.file }
    let lexicons = Lexicons(others + [sorted])
    #expect(lexicons.check().faults == [])
    let examples = try #require(lexicons.lists(for: "hedging").first)
    for example in [examples.finds.last, examples.ignores.last].compactMap({ $0 }) {
      let marked = MarkedText(example.marked)
      let found = Analysts(lexicons, analyzers: [HedgingAnalyzer.self])
        .findings(in: Reading(marked.text)).map(\.extent)
      #expect(found == marked.marked)
      #expect(
        Analysts(.embedded, analyzers: [HedgingAnalyzer.self])
          .findings(in: Reading(marked.text)).isEmpty, "the entry is in the list already")
    }
  }

  @Test func `the list is sound, in order, and its examples hold`() throws {
    let causes = try table("causes.tsv")
    let lexicons = Lexicons(Lexicons.embedded.tables + [causes])
    #expect(lexicons.check().faults == [])
    let sorted = Lexicon.sorted(causes, inflections: lexicons.inflections)
    #expect(
      String(decoding: sorted, as: UTF8.self) == String(decoding: causes.bytes, as: UTF8.self))
    let list = try #require(lexicons.lists(for: "causes").first)
    let analysts = Analysts(lexicons, analyzers: [CausesAnalyzer.self])
    for example in list.finds + list.ignores {
      let marked = MarkedText(example.marked)
      #expect(
        analysts.findings(in: Reading(marked.text)).map(\.extent) == marked.marked,
        "causes.tsv:\(example.line)")
    }
  }

  @Test func `the analyzer marks what is only asked, and tells own voice from quoted`() throws {
    let lexicons = Lexicons(Lexicons.embedded.tables + [try table("causes.tsv")])
    let analysts = Analysts(lexicons, analyzers: [CausesAnalyzer.self])
    let reading = Reading(
      Text("Did the café fire lead to arrests? It came amid “riots due to hunger”, he said."))
    let findings = analysts.findings(in: reading)
    #expect(findings.map { reading.text[$0.extent] } == ["lead to", "amid", "due to"])
    #expect(findings.map(\.category) == ["claimed", "suggested", "claimed"])
    #expect(findings.map { $0.detail("asked") } == ["true", nil, nil])
    #expect(findings.map(\.isInQuote) == [false, false, true])
    #expect(findings.map { $0.evidence?.lexicon } == Array(repeating: "causes.tsv", count: 3))
  }

  @Test func `the report's file lists outlets, those without a rate last`() throws {
    let desk = Desk()
    var comparison = Comparison()
    let hedged = String(repeating: "It may perhaps rain in Łódź, they said. ", count: 40)
    let plain = String(repeating: "It rained all day in the old town of Łódź. ", count: 40)
    for (outlet, text) in [("Short", "It may rain."), ("Plain", plain + hedged), ("Coy", hedged)] {
      var document = document(text, id: outlet)
      document.outlet = outlet
      comparison.add(try desk.digest(of: document))
    }
    var output = Output()
    HedgesMarkdown().write(
      comparison.results(), run: Run(version: Desk.version, lexicons: .embedded), to: &output)
    let lines = String(decoding: output.take(), as: UTF8.self).split(separator: "\n")
    #expect(
      lines == [
        "# Hedges per 1,000 words",
        "- Coy: 250.0, 80 in 320 words, one article",
        "- Plain: 111.1, 80 in 720 words, one article",
        "- Short: no rate, 1 in 3 words, one article",
      ])
  }

  @Test func `the --format writes a line a finding, places in code points`() throws {
    let format = FindingLines(columns: [])
    var output = Output()
    format.writeHeader(to: &output)
    format.write(try Desk().analysis(of: document("Zoë reportedly left.")), to: &output)
    format.writeEnd(to: &output)
    let lines = String(decoding: output.take(), as: UTF8.self).split(separator: "\n")
    #expect(lines.contains("a:4: hedging/reportative: reportedly"))
  }

  private static let clippings = """

    === The Łódź Courier: Ferry late
    The ferry was late.

    It may be late again.
    === Without outlet
    Nobody came.
    === Empty: Nothing below
    """

  private func read(_ bytes: [UInt8], limit: Int = 1 << 20) -> [Result<Document, Reject>] {
    var source = ByteSource(bytes: bytes, input: "week.clippings")
    var out: [Result<Document, Reject>] = []
    ClippingsFormat(InputOptions(takesRawText: true, recordLimit: limit)).read(&source) {
      out.append($0)
      return true
    }
    return out
  }

  @Test func `the input format reads article by article and says what it cannot read`() throws {
    let results = read(Array(Self.clippings.utf8))
    #expect(results.count == 3)
    let first = try results[0].get()
    #expect(first.id == "week.clippings:2")
    #expect(first.outlet == "The Łódź Courier")
    #expect(first.title == "Ferry late")
    guard case .rawText(let text) = first.content else {
      Issue.record("no raw text")
      return
    }
    #expect(
      String(decoding: text, as: UTF8.self) == "The ferry was late.\n\nIt may be late again.\n")
    #expect(try results[1].get().outlet == nil)
    let reject = try #require(throws: Reject.self) { try results[2].get() }
    #expect(reject.description == "week.clippings:8: a heading without a text")
  }

  @Test func `the input format survives input cut at every byte, and long records`() {
    let bytes = Array(Self.clippings.utf8)
    for end in bytes.indices { #expect(read(Array(bytes[..<end])).count <= 3, "cut at \(end)") }
    let limited = read(bytes, limit: 30)
    #expect(limited.count == 3)
    #expect(throws: Reject.self) { try limited[0].get() }
  }

  @Test func `the way of a document ends in the files that compare writes`() throws {
    let (files, rejects) = report(on: [Self.seeds])
    #expect(rejects == [])
    let folder = FileManager.default.temporaryDirectory.appending(
      path: "copydesk-guide-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    let run = try ProgramRun(["compare", "seeds", "--output", folder.path(), "--quiet"])
    #expect(run.status == 0, "\(run.errors)")
    for name in ["outlets.csv", "labels.csv", "words.csv", "stories.csv", "codebook.csv"] {
      let file = try #require(files.first { $0.name == name })
      #expect(Data(file.bytes) == (try Data(contentsOf: folder.appending(path: name))), "\(name)")
    }
  }
}
