import DeskAnalysis
import DeskComparison
import DeskText
import Foundation
import Testing

@testable import DeskReports

@Suite("Formats")
struct FormatTests {
  private func object(_ line: String) throws -> [String: Any] {
    try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
  }

  @Test("the NDJSON of analyze has the members that others rely on, in code points")
  func analysis() throws {
    let analysis = Made.attributed()
    let line = Made.written { AnalysisNDJSON(columns: []).write(analysis, to: &$0) }
    let object = try object(line)
    #expect(object["id"] as? String == "æ.txt")
    #expect(object["outlet"] as? String == "Äther")
    #expect(object["words"] as? Int == 8)
    #expect(object["sentences"] as? Int == analysis.sentences.count)
    #expect(object["metrics"] is [String: Any])
    let scalars = Array((object["text"] as? String ?? "").unicodeScalars)
    let findings = try #require(object["findings"] as? [[String: Any]])
    #expect(findings.count == 3)
    func words(_ part: Any?) -> String? {
      guard let part = part as? [String: Any], let start = part["start"] as? Int,
        let end = part["end"] as? Int
      else { return nil }
      return String(String.UnicodeScalarView(scalars[start..<end]))
    }
    let attribution = findings[0]
    #expect(words(attribution["cue"]) == "said")
    #expect(words(attribution["source"]) == "Zoë")
    #expect((attribution["source"] as? [String: Any])?["type"] as? String == "named-person")
    let content = try #require(attribution["content"] as? [String: Any])
    #expect(content["form"] as? String == "direct")
    let spans = try #require(content["spans"] as? [[Int]])
    #expect(
      spans.map { String(String.UnicodeScalarView(scalars[$0[0]..<$0[1]])) } == [
        "“Go,”", "“now 🌉.”",
      ])
    #expect(attribution["second_hand"] as? Bool == true)
    let hedge = findings[2]
    #expect(words(hedge) == "may")
    #expect(hedge["text"] as? String == "may")
    #expect(hedge["category"] as? String == "modal")
    #expect(hedge["lexicon"] as? String == "hedging.tsv")
    #expect(hedge["line"] as? Int == 12)
    #expect(hedge["entry"] as? String == "may")
    #expect(hedge["in_quote"] as? Bool == false)
  }

  @Test("an attribution without a source says null, not nothing")
  func nulls() throws {
    var analysis = Made.attributed()
    analysis.findings[0].parts.removeAll { $0.role == .source }
    let line = Made.written { AnalysisNDJSON(columns: []).write(analysis, to: &$0) }
    let findings = try #require(try object(line)["findings"] as? [[String: Any]])
    #expect(findings[0]["source"] is NSNull)
  }

  @Test("the NDJSON of clean has the members that others rely on")
  func article() throws {
    var article = Made.attributed().article
    article.removals = [Removal(text: "Share “this”", reason: "share-prompt", rule: "b.tsv:3")]
    let object = try object(Made.written { ArticleNDJSON(columns: []).write(article, to: &$0) })
    for name in ["id", "outlet", "title", "byline", "date", "url", "text", "paragraphs", "removed"]
    {
      #expect(object[name] != nil, "\(name)")
    }
    #expect(object["url"] is NSNull)
    let removed = try #require(object["removed"] as? [[String: Any]])
    #expect(removed.first?["text"] as? String == "Share “this”")
    #expect(removed.first?["reason"] as? String == "share-prompt")
  }

  /// Two paragraphs, with pieces set aside before, between and after them.
  private func cutArticle() -> Article {
    let first = "Es regnet in Köln."
    let second = "Zoë said so."
    let start = first.utf8.count + 2
    return Article(
      id: "a", title: "Rain", text: Text(repairing: Array("\(first)\n\n\(second)".utf8)),
      paragraphs: [
        Paragraph(Extent(0, first.utf8.count)),
        Paragraph(Extent(start, start + second.utf8.count)),
      ],
      removals: [
        Removal(text: "Menü", reason: "navigation", rule: "markup.tsv:9"),
        Removal(text: "Share\nthis", reason: "share-prompt", rule: "b.tsv:3", after: 1),
        Removal(text: "2.4k", reason: "count", rule: "count-only", after: 1),
        Removal(text: "© 2021", reason: "copyright", rule: "b.tsv:7", after: 2),
      ], origin: Origin(input: "a"))
  }

  @Test("removed pieces stand where they were cut, each beside its rule")
  func removedPieces() {
    let article = cutArticle()
    let text = Made.written {
      ArticleText(columns: [], showsRemovals: true).write(article, to: &$0)
    }
    #expect(
      text == """
        Rain

            [navigation, markup.tsv:9] Menü

        Es regnet in Köln.

            [share-prompt, b.tsv:3] Share this
            [count, count-only] 2.4k

        Zoë said so.

            [copyright, b.tsv:7] © 2021

        ------------------------------------------------------------------------


        """)
    let markdown = Made.written {
      ArticleMarkdown(columns: [], showsRemovals: true).write(article, to: &$0)
    }
    #expect(markdown.contains("- ~~Share this~~ (share-prompt, `b.tsv:3`)\n- ~~2.4k~~ (count"))
    let plain = Made.written { ArticleText(columns: []).write(article, to: &$0) }
    #expect(!plain.contains("Menü"))
  }

  @Test("the input's own columns go along, under names that clash with none of ours")
  func columns() {
    let analysis = Made.analysis(
      "a", outlet: nil, text: "Es regnet.",
      columns: [Column(name: "words", value: "viele"), Column(name: "küche", value: "1,5")])
    let text = Made.written {
      let format = ArticlesCSV(columns: ["words", "küche"])
      format.writeHeader(to: &$0)
      format.write(analysis, to: &$0)
    }
    #expect(text.contains("input_words,küche,"))
    #expect(text.contains("viele,\"1,5\","))
  }

  @Test("every row of a CSV has as many cells as its header", arguments: streamedReports.indices)
  func rectangular(_ number: Int) {
    let format = streamedReports[number].init(columns: ["küche"])
    let text = Made.written {
      format.writeHeader(to: &$0)
      format.write(Made.attributed(), to: &$0)
      format.write(
        Made.analysis(
          "ł.txt", outlet: "Łódź Post", text: "A “sham”, a disgrace, and a sham again.",
          [("loaded/ridicule", "sham"), ("loaded/ridicule", "disgrace")]), to: &$0)
      format.writeEnd(to: &$0)
    }
    let rows = CSVRows.parse(text)
    #expect(rows.count > 1)
    #expect(Set(rows.map(\.count)).count == 1, "\(rows)")
  }

  @Test("outlets.csv and labels.csv have a meaning for each of their columns")
  func codebooks() {
    let results = Made.results([Made.attributed()])
    for (format, codebook) in [
      (OutletsCSV() as any ReportFormat, OutletsCSV.codebook), (LabelsCSV(), LabelsCSV.codebook),
    ] {
      let rows = CSVRows.parse(
        Made.written { format.write(results, run: Made.run(), to: &$0) })
      #expect(rows[0] == codebook.map(\.column))
      #expect(Set(rows.map(\.count)).count == 1)
    }
  }

  @Test("run.json names what the run can be repeated from")
  func run() throws {
    let text = Made.written {
      RunJSON().write(Made.results([Made.attributed()]), run: Made.run(), to: &$0)
    }
    let object = try object(text)
    #expect(object["version"] as? String == "1.2.3")
    let lexicons = try #require(object["lexicons"] as? [[String: Any]])
    #expect((lexicons.first?["sha256"] as? String)?.count == 64)
  }

  @Test("a terminal shows marks by signs, and by colour only where asked")
  func terminal() {
    let plain = Made.written {
      ShowTerminal(options: ShowOptions()).write(Made.attributed(), to: &$0)
    }
    #expect(plain.contains("{Zoë} ~reportedly~ <said>"))
    #expect(plain.contains("It ~may~ fall."))
    #expect(!plain.contains("\u{1B}"))
    let coloured = Made.written {
      ShowTerminal(options: ShowOptions(isColoured: true)).write(Made.attributed(), to: &$0)
    }
    #expect(coloured.contains("\u{1B}[33m"))
  }

  @Test("an escape sequence in an article does not reach the terminal")
  func control() {
    let analysis = Made.analysis("a", outlet: nil, text: "Rot \u{1B}[31mrot\u{9B}2J.")
    let text = Made.written {
      ShowTerminal(options: ShowOptions(isColoured: false)).write(analysis, to: &$0)
    }
    #expect(!text.contains("\u{1B}"))
    #expect(!text.unicodeScalars.contains("\u{9B}"))
  }

  @Test("--why tells entry, line, category and literature under the sentence")
  func why() {
    let text = Made.written {
      ShowTerminal(options: ShowOptions(showsReasons: true, citations: Made.citations))
        .write(Made.attributed(), to: &$0)
    }
    #expect(text.contains("hedging: modal"))
    #expect(text.contains("may (hedging.tsv:12)"))
    #expect(text.contains("Szarvas et al."))
  }

  @Test("Markdown shows each finding with a letter and number, and its reason in a table")
  func markdown() {
    let text = Made.written {
      ShowMarkdown(options: ShowOptions()).write(Made.attributed(), to: &$0)
    }
    #expect(text.contains("**may**<sup>H3</sup>"))
    #expect(text.contains("| H3"))
  }
}

/// Rows of CSV, as a spreadsheet reads them.
enum CSVRows {
  static func parse(_ text: String) -> [[String]] {
    var rows: [[String]] = []
    var row: [String] = []
    var cell = ""
    var isQuoted = false
    var characters = Array(text.unicodeScalars)[...]
    while let next = characters.popFirst() {
      switch (next, isQuoted) {
      case ("\"", true) where characters.first == "\"":
        cell.unicodeScalars.append("\"")
        characters.removeFirst()
      case ("\"", _): isQuoted.toggle()
      case (",", false):
        row.append(cell)
        cell = ""
      case ("\n", false):
        rows.append(row + [cell])
        (row, cell) = ([], "")
      default: cell.unicodeScalars.append(next)
      }
    }
    return rows
  }
}
