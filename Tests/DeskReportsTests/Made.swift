import DeskAnalysis
import DeskComparison
import DeskLexicons
import DeskReading
import DeskText

@testable import DeskReports

/// Articles and runs made for tests.
enum Made {
  /// Findings by their words; `analyzer/category:words`.
  static func analysis(
    _ id: String, outlet: String?, title: String? = nil, text: String,
    _ findings: [(what: String, words: String)] = [], columns: [Column] = []
  ) -> Analysis {
    let text = Text(text)
    let reading = Reading(text)
    let article = Article(
      id: id, outlet: outlet, title: title, byline: ["Zoë Ødegård"], date: "2026-01-31", text: text,
      paragraphs: paragraphs(of: text), origin: Origin(input: id), columns: columns)
    return Analysis(
      article: article, reading: reading,
      findings: findings.map { what, words in
        let names = what.split(separator: "/").map(String.init)
        let place = extent(words, in: text)
        return Finding(
          analyzer: names[0], extent: place,
          sentence: reading.sentences.lastIndex { $0.bytes.start <= place.start } ?? 0,
          category: names.count > 1 ? names[1] : nil, weight: 0.5, isInQuote: false,
          evidence: Evidence(
            lexicon: "\(names[0]).tsv", line: 12, entry: words, source: "szarvas2012"))
      }.sorted { $0.extent < $1.extent })
  }

  static func paragraphs(of text: Text) -> [Paragraph] {
    var out: [Paragraph] = []
    var start = 0
    for line in text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false) {
      if !line.isEmpty { out.append(Paragraph(Extent(line.startIndex, line.endIndex))) }
      start = line.endIndex
    }
    precondition(start == text.count)
    return out
  }

  static func extent(_ words: String, in text: Text) -> Extent<Unit.Byte> {
    if let range = text.utf8.firstRange(of: Array(words.utf8)) {
      return Extent(range.lowerBound, range.upperBound)
    }
    preconditionFailure("'\(words)' does not stand in the text")
  }

  /// "Zoë said the bridge may fall.": an attribution in three parts, its content in two pieces.
  static func attributed() -> Analysis {
    var analysis = analysis(
      "æ.txt", outlet: "Äther", text: "“Go,” Zoë reportedly said, “now 🌉.” It may fall.",
      [("hedging/evidential", "reportedly"), ("hedging/modal", "may")])
    let text = analysis.article.text
    analysis.findings.insert(
      Finding(
        analyzer: "attribution", extent: extent("“Go,” Zoë reportedly said, “now 🌉.”", in: text),
        sentence: 0, isInQuote: false,
        parts: [
          Part(role: .cue, pieces: [extent("said", in: text)]),
          Part(role: .source, pieces: [extent("Zoë", in: text)], kind: "named-person"),
          Part(
            role: .content,
            pieces: [extent("“Go,”", in: text), extent("“now 🌉.”", in: text)], kind: "direct"),
        ], details: [Detail(name: "second_hand", value: "true")]), at: 0)
    return analysis
  }

  static let citations = [
    Citation(key: "szarvas2012", citation: "Szarvas et al., Computational Linguistics 38, 2012")
  ]

  static func run() -> Run {
    var run = Run(
      version: "1.2.3",
      lexicons: Lexicons([Table(file: "hedging.tsv", parsing: Array("entry\n".utf8))]),
      inputs: ["seeds/"], documentCount: 3,
      rejectedCount: 1)
    run.citations = citations
    return run
  }

  static func results(_ analyses: [Analysis]) -> Results {
    var comparison = Comparison()
    for analysis in analyses { comparison.add(analysis) }
    return comparison.results()
  }

  static func written(_ write: (inout Output) -> Void) -> String {
    var output = Output()
    write(&output)
    return String(decoding: output.bytes, as: UTF8.self)
  }
}
