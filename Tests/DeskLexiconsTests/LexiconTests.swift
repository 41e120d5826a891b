import DeskLexicons
import Testing

@Suite struct LexiconTests {
  static let head = """
    #@ title: Hedges
    #@ analyzer: hedging
    #@ version: 1
    #@ licence: CC0-1.0
    #@ measures: doubt
    entry\tcategory\tweight\twhen\tnote\tsource

    """

  private func faults(_ lines: String) -> [String] {
    let table = Table(file: "h.tsv", parsing: Array((Self.head + lines).utf8))
    return Lexicon(table, inflections: .regular).faults.map(\.description)
  }

  @Test("a sound file gives its entries with their lines")
  func sound() throws {
    let text = Self.head + "# a remark\nreportedly\tevidential\t0.5\t\tÉtienne\tdesk2026\r\n"
    let list = try Lexicon(file: "h.tsv", parsing: Array(text.utf8))
    #expect(list.entries.map(\.line) == [8])
    #expect(list.entries[0].weight == 0.5)
    #expect(list.entries[0].note == "Étienne")
    #expect(list.analyzer == "hedging")
  }

  @Test(
    "a fault names file, line, column and what would be right",
    arguments: [
      ("may\tmodal\thihg\t\t\tx", "h.tsv:7:11: 'hihg' is no weight; write a number from 0 to 1"),
      ("é\tmodal\t2\t\t\tx", "h.tsv:7:9: '2' is no weight; write a number from 0 to 1"),
      ("may\t\t1\t\t\tx", "h.tsv:7:5: 'may' has no category"),
      (
        "may\tmodal\t1",
        "h.tsv:7:13: 'may' has no source; write a key of sources.tsv, desk2026 for your own"
      ),
      ("[may\tmodal\t1\t\t\tx", "h.tsv:7:1: '[may' leaves a bracket open"),
      ("{may/x}\tm\t1\t\t\tx", "h.tsv:7:1: '{may/x}' is no inflection; write {say/v} or {claim/n}"),
      ("may\tm\t1\tnext=<colour>\t\tx", "h.tsv:7:9: '<colour>' is no class of words"),
      ("a*\tm\t1\t\t\tx", "h.tsv:7:1: 'a*': at least three letters stand before '*'"),
      ("a\tm\t1\t\t\tx\ty", "h.tsv:7:11: 7 cells, but the file names 6 columns"),
    ])
  func fault(_ line: String, _ wanted: String) {
    #expect(faults(line).contains(wanted), "got \(faults(line))")
  }

  @Test("every fault of a file is told, not only the first")
  func allFaults() { #expect(faults("a\tm\tx\t\t\td\nb\t\t\t\t\td\n").count == 2) }

  @Test("a missing directive and missing columns are faults")
  func head() {
    let list = Lexicon(
      Table(file: "x.tsv", parsing: Array("#@ title: T\nentry\tweight\n".utf8)),
      inflections: .regular)
    #expect(list.faults.count == 6)
  }

  @Test("the check finds doubles, unknown sources, disorder and hidden entries")
  func check() {
    let lines = """
      b\tm\t\t\t\tdesk2026
      a\tm\t\t\t\tnobody1999
      c\tm\t\t\t\tdesk2026
      c\tm\t\t\t\tdesk2026
      c\tm\t\tlower\t\tdesk2026
      é\tm\t\t\t\tdesk2026
      é\tn\t\tlower\t\tdesk2026

      """
    let sources = "#@ title: s\nkey\tcitation\ndesk2026\tus\n"
    let lexicons = Lexicons([
      Table(file: "h.tsv", parsing: Array((Self.head + lines).utf8)),
      Table(file: "sources.tsv", parsing: Array(sources.utf8)),
    ])
    let verdict = lexicons.check()
    #expect(
      verdict.faults.map(\.description) == [
        "h.tsv:8:1: source 'nobody1999' is no key of sources.tsv",
        "h.tsv:10:1: 'c' stands in line 9 already",
        "h.tsv:8:1: 'a' comes before 'b'; `lexicon check --fix` sorts",
      ])
    #expect(verdict.warnings.map(\.line) == [10, 11])
  }

  @Test("sorting a file twice changes nothing more, and loses no line")
  func sorting() {
    let lines = "zebra\tm\t\t\t\td\n# why\nábaco\tm\t\t\t\td\nb\ta\t\t\t\td\n"
    let table = Table(file: "h.tsv", parsing: Array((Self.head + lines).utf8))
    let once = Lexicon.sorted(table, inflections: .regular)
    let twice = Lexicon.sorted(Table(file: "h.tsv", parsing: once), inflections: .regular)
    #expect(once == twice)
    let text = String(decoding: once, as: UTF8.self)
    #expect(text.contains("# why\n"))
    #expect(text.hasSuffix("b\ta\t\t\t\td\nzebra\tm\t\t\t\td\nábaco\tm\t\t\t\td\n"))
  }
}
