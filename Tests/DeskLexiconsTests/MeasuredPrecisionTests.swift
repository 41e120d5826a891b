import DeskLexicons
import Foundation
import Testing

@Suite struct MeasuredPrecisionTests {
  private static let list = """
    #@ title: t
    #@ analyzer: hedging
    #@ version: 1
    #@ licence: CC0-1.0
    #@ measures: m
    entry\tcategory\twhen\tsource
    may\tmodal\tlower\tdesk2026
    may\tmodal\tcapital\tdesk2026
    might\tmodal\t\tdesk2026

    """
  private static let measured = """
    #@ title: p
    lexicon\tentry\twhen\tcorpus\tunit\thits\tright\tlow\thigh
    h.tsv\tmay\tlower\tNüws\tcue\t10\t8\t0.49\t0.94
    h.tsv\tmay\tlower\tPapers\tcue\t40\t40\t0.91\t1.00
    h.tsv\tmay\tcapital\tNüws\tcue\t3\tnine\t0\t0

    """

  @Test("what was measured is joined to the entry and its condition, in the file's order")
  func joined() throws {
    let lexicons = Lexicons([
      Table(file: "h.tsv", parsing: Array(Self.list.utf8)),
      Table(file: "precision.tsv", parsing: Array(Self.measured.utf8)),
    ])
    let list = try #require(lexicons.lists.first)
    let entries = list.entries
    #expect(list.precision(of: entries[0]).map(\.corpus) == ["Nüws", "Papers"])
    #expect(list.precision(of: entries[0]).first?.share == 0.8)
    // A row that is no count is nothing measured.
    #expect(list.precision(of: entries[1]).isEmpty && list.precision(of: entries[2]).isEmpty)
  }

  @Test(
    "the interval is Wilson's",
    arguments: [
      // Worked out with statsmodels 0.14, proportion_confint(right, hits, method="wilson").
      (8, 10, 0.4902, 0.9433), (0, 20, 0.0, 0.1611), (40, 40, 0.9124, 1.0),
      (15, 148, 0.0624, 0.1605),
    ])
  func wilson(_ right: Int, _ hits: Int, _ low: Double, _ high: Double) {
    let interval = MeasuredPrecision(corpus: "c", unit: "cue", hits: hits, right: right).interval
    #expect(abs(interval.low - low) < 5e-5 && abs(interval.high - high) < 5e-5)
  }

  @Test("every row of precision.tsv measures an entry that is there, with the interval it states")
  func sound() throws {
    let table = try #require(Lexicons.embedded.table("precision.tsv"))
    var known: Set<[String]> = []
    for list in Lexicons.embedded.lists {
      for entry in list.entries { known.insert([list.file, entry.pattern, entry.when ?? ""]) }
    }
    for row in table.rows {
      func cell(_ name: String) -> String { table.cell(row, name) ?? "" }
      #expect(
        known.contains([cell("lexicon"), cell("entry"), cell("when")]),
        "precision.tsv:\(row.line): run Tests/Evaluation/measure_precision.py")
      let hits = try #require(Int(cell("hits")))
      let right = try #require(Int(cell("right")))
      let interval = MeasuredPrecision(corpus: "", unit: "", hits: hits, right: right).interval
      #expect(abs(interval.low - (Double(cell("low")) ?? -1)) <= 0.0051, "line \(row.line)")
      #expect(abs(interval.high - (Double(cell("high")) ?? -1)) <= 0.0051, "line \(row.line)")
    }
    #expect(table.rows.count > 1000)
  }

  @Test("statistics add up what was measured, by category and corpus")
  func statistics() throws {
    let lexicons = Lexicons([
      Table(file: "h.tsv", parsing: Array(Self.list.utf8)),
      Table(file: "precision.tsv", parsing: Array(Self.measured.utf8)),
    ])
    let statistics = LexiconStatistics(try #require(lexicons.lists.first))
    #expect(statistics.all.judged == 1 && statistics.all.conditioned == 2)
    #expect(statistics.judgements.map(\.category) == ["all", "all", "modal", "modal"])
    #expect(statistics.judgements.map(\.precision.right) == [8, 40, 8, 40])
  }

  @Test("a guide names a category that the list has")
  func guides() throws {
    let text = Self.list.replacingOccurrences(
      of: "#@ measures: m\n",
      with:
        "#@ measures: m\n#@ guide: modal: AP: sparingly. (x)\n#@ guide: mood: no. (x)\n#@ guide: x\n"
    )
    let lexicons = Lexicons([Table(file: "h.tsv", parsing: Array(text.utf8))])
    #expect(lexicons.lists.first?.guides.map(\.text) == ["AP: sparingly. (x)", "no. (x)"])
    let faults = lexicons.check().faults.map(\.description)
    #expect(faults.contains("h.tsv:7:1: a guide on 'mood', but no entry of that category"))
    #expect(faults.contains("h.tsv:8:1: a guide is written '#@ guide: CATEGORY: what it says'"))
  }
}
