import Copydesk
import Testing

/// What a reader rejects counts nowhere, and is counted.
@Suite struct SuppressionTests {
  private static let sentence = "The brutal regime fell, and the brutal militants won."

  private func analysis(_ text: String, id: String = "a", ignoring list: String? = nil) throws
    -> Analysis
  {
    let document = Document(
      id: id, content: .text(Array(text.utf8)), origin: Origin(input: "a.txt"))
    let ignoring = try list.map { try IgnoreList(file: "ignore.tsv", parsing: Array($0.utf8)) }
    return try Desk(ignoring: ignoring).analysis(of: document)
  }

  private func words(_ analysis: Analysis) -> [String] {
    analysis.findings.map { "\($0.analyzer) \(analysis.article.text[$0.extent])" }
  }

  @Test func `a line of an ignore list takes out what fits all its cells`() throws {
    let all = words(try analysis(Self.sentence))
    #expect(all.count { $0 == "loaded brutal" } == 2)
    let byEntry = try analysis(Self.sentence, ignoring: "lexicon\tentry\nloaded.tsv\tBRUTAL\n")
    #expect(words(byEntry) == all.filter { $0 != "loaded brutal" })
    #expect(byEntry.suppressed.byRule == [0: 2])
    let elsewhere = "entry\tarticle\nbrutal\tb\n"
    #expect(words(try analysis(Self.sentence, ignoring: elsewhere)) == all)
    #expect(try analysis(Self.sentence, id: "b", ignoring: elsewhere).suppressed.total == 2)
    let labels = try analysis(Self.sentence, ignoring: "lexicon\nlabels\n")
    #expect(!words(labels).contains { $0.hasPrefix("labels") })
    #expect(words(labels).contains("loaded brutal"))
  }

  @Test func `a mark in a text takes out its entries and is no text itself`() throws {
    let plain = words(try analysis(Self.sentence))
    let marked = try analysis("<!-- copydesk-ignore: brutal; nothing -->\n\n" + Self.sentence)
    #expect(words(marked) == plain.filter { $0 != "loaded brutal" })
    #expect(marked.suppressed.byMark == 2)
    #expect(marked.article.text.string == Self.sentence)
    #expect(
      marked.article.removals.map(\.text) == ["<!-- copydesk-ignore: brutal; nothing -->"])
  }

  @Test func `a mark in a page is a comment`() throws {
    let page =
      "<html><body><article><p>\(Self.sentence)</p><!-- copydesk-ignore: brutal --></article>"
    let document = Document(
      id: "a", content: .html(Array(page.utf8), charset: nil), origin: Origin(input: "a.html"))
    let analysis = try Desk().analysis(of: document)
    #expect(analysis.article.ignoredEntries == ["brutal"])
    #expect(!words(analysis).contains("loaded brutal"))
  }

  @Test func `a comparison adds up what was left out, and run.json tells it`() throws {
    let list = try IgnoreList(
      file: "ignore.tsv", parsing: Array("entry\tcategory\nbrutal\t\n\tnone\n".utf8))
    var comparison = Comparison()
    for id in ["a", "b"] {
      comparison.add(try analysis(Self.sentence, id: id, ignoring: "entry\nbrutal\n"))
    }
    var run = Run(version: "1", lexicons: .embedded)
    run.ignoreList = list
    var output = Output()
    RunJSON().write(comparison.results(), run: run, to: &output)
    let json = String(decoding: output.take(), as: UTF8.self)
    #expect(json.contains("\"suppressed\":{\"findings\":4,\"by_marks\":0,\"file\":\"ignore.tsv\""))
    #expect(json.contains("{\"line\":2,\"entry\":\"brutal\",\"findings\":4}"))
    #expect(json.contains("{\"line\":3,\"category\":\"none\",\"findings\":0}"))
  }

  @Test(arguments: [("word\nbrutal\n", 1), ("entry\tarticle\n\ta\n", 2), ("", 1)])
  func `a damaged ignore list is refused with its line`(text: String, line: Int) throws {
    let fault = try #require(throws: LexiconFault.self) {
      try IgnoreList(file: "ignore.tsv", parsing: Array(text.utf8))
    }
    #expect(fault.line == line)
  }
}
