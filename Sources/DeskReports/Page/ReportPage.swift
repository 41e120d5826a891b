public import DeskComparison
import DeskAnalysis
import DeskLexicons
import DeskText

/// The comparison as one page: opens from disk, needs no network, leads every number to its
/// sentences.
public struct ReportPage: ReportFormat {
  public static let fileName = "report.html"

  public init() {}

  public func write(_ results: Results, run: Run, to output: inout Output) {
    let telling = Telling(results)
    let articles = telling.pageArticles(citations: run.citations)
    PageFrame.writeHead(
      title: "How it is told: \(telling.extent)", marks: telling.marks, to: &output)
    writeOpening(telling, run: run, to: &output)
    if results.articleCount > 0 {
      writeSummary(telling, to: &output)
      writeTables(telling.tables(guides: run.guides), telling, to: &output)
      writeArticles(articles, telling, to: &output)
    }
    writeEnd(telling, run: run, to: &output)
    PageFrame.writePanel(to: &output)
    PageData(
      outlets: results.outlets.map(\.name), isSampled: articles.count < results.articleCount,
      citations: run.citations, measures: results.measures
    ).write(to: &output)
    PageFrame.writeEnd(to: &output)
  }

  private func writeOpening(_ telling: Telling, run: Run, to output: inout Output) {
    output.write("<header class=\"top wide\"><h1>How it is told</h1>\n")
    if telling.results.articleCount == 0 {
      output.write("<p class=\"deck\">No article could be read.</p>")
    }
    if telling.results.articleCount > 0 {
      output.write("<p class=\"deck\">")
      for sentence in telling.opening {
        write(sentence, to: &output)
        output.write(" ")
      }
      output.write("</p>\n")
    }
    output.write("<p class=\"motto\">\(HTML.escaped(Honesty.sentence))</p></header>\n")
    let parts = telling.tables(guides: run.guides).map { ($0.anchor, $0.title) }
    output.write("<nav class=\"parts\" aria-label=\"Parts of this page\"><ul class=\"wide\">")
    let last = [("articles", "Side by side"), ("limits", "What this cannot show")]
    for (anchor, title) in parts + last {
      output.write("<li><a href=\"#\(anchor)\">\(HTML.escaped(title))</a></li>")
    }
    output.write("</ul></nav>\n<main id=\"main\" class=\"wide\">\n")
  }

  private func write(_ sentence: TellingSentence, to output: inout Output) {
    for piece in sentence.pieces {
      switch piece {
      case .words(let text), .foreign(let text): output.writeEscaped(text)
      case .number(let text, let outlet, let measure, let category):
        PageNumber(
          text: text, outlet: outlet, measure: measure, category: category,
          isEmpty: text.hasPrefix("0 ")
        ).write(to: &output)
      }
    }
  }

  private func writeSummary(_ telling: Telling, to output: inout Output) {
    output.write("<section class=\"summary\" aria-label=\"What the comparison shows\">\n")
    for passage in telling.passages {
      output.write(
        "<div><h2><a href=\"#\(passage.anchor)\">\(HTML.escaped(passage.heading))</a></h2>\n")
      for sentence in passage.sentences {
        output.write("<p>")
        write(sentence, to: &output)
        output.write("</p>\n")
      }
      output.write("</div>\n")
    }
    output.write("</section>\n")
  }

  /// The measures plotted above a table.
  private static let plots = [
    "glance": ["attributions", "hedges", "loaded_own"],
    "voices": ["source_named_person", "source_unnamed_official", "source_organisation"],
    "sourcing": ["effective_sources", "attributed_words", "quoted_words"],
    "stances": ["doubting_cues", "endorsing_cues", "direct_quotations"],
    "certainty": ["hedges_own", "vague_sources", "boosters"],
    "loading": ["loaded_own", "loaded_quoted"],
  ]

  private func writeTables(
    _ tables: [ReportTable], _ telling: Telling, to output: inout Output
  ) {
    for table in tables {
      output.write("<section id=\"\(table.anchor)\" aria-labelledby=\"h-\(table.anchor)\">\n")
      output.write("<h2 id=\"h-\(table.anchor)\">\(HTML.escaped(table.title))</h2>\n")
      output.write("<p class=\"caption\">\(HTML.escaped(table.caption))</p>\n")
      if let plots = Self.plots[table.anchor] {
        output.write("<div class=\"plots\">\n")
        for measure in plots {
          PagePlot(measure: measure, outlets: telling.results.outlets).write(to: &output)
        }
        output.write("</div>\n")
      }
      PageTable(table: table, measures: telling.results.measures).write(to: &output)
      output.write("</section>\n")
    }
  }

  private func writeArticles(
    _ articles: [PageArticle], _ telling: Telling, to output: inout Output
  ) {
    output.write("<section id=\"articles\" aria-labelledby=\"h-articles\">\n")
    output.write("<h2 id=\"h-articles\">Side by side</h2>\n<p class=\"caption\">")
    output.write("Click a mark, or move to it with the tab key and press Enter, to see what it ")
    output.write("rests on. Each mark has a letter and a line of its own, beside its colour.</p>\n")
    PageFrame.writeTools(
      outlets: telling.results.outlets.map(\.name), marks: telling.marks, to: &output)
    output.write("<div class=\"articles\">\n")
    var seen = Set<Int>()
    for article in articles {
      let isFirst = article.outlet.map { seen.insert($0).inserted } ?? false
      article.write(isFirstOfOutlet: isFirst, to: &output)
    }
    output.write("</div>\n")
    PageTable(table: telling.articlesTable, measures: telling.results.measures).write(to: &output)
    output.write("</section>\n")
  }

  private func writeEnd(_ telling: Telling, run: Run, to output: inout Output) {
    output.write("<section id=\"limits\" aria-labelledby=\"h-limits\">")
    output.write("<h2 id=\"h-limits\">What this cannot show</h2><ul class=\"plain\">\n")
    for line in Honesty.limits(of: telling) {
      output.write("<li>\(HTML.escaped(line))</li>\n")
    }
    output.write("</ul></section></main>\n<footer class=\"wide\">\n")
    for line in Honesty.making(of: telling, run: run) {
      output.write("<p>\(HTML.escaped(line))</p>\n")
    }
    output.write("</footer>\n")
  }
}

extension Telling {
  /// So many bytes of articles the page can hold and stay under 5 MB.
  private static let mostBytes = 4_000_000
  /// What a finding takes up: its marks in the text, its sentence and reasons beside it.
  private static let bytesPerFinding = 620

  /// The kinds of marks that may stand on the page.
  fileprivate var marks: [MarkKind] {
    MarkKind.legend(hasDictionaries: !results.measures.ofDictionaries.isEmpty)
  }

  /// The articles that the page shows in full: the sample, without its longest where it is too
  /// much for a page.
  func pageArticles(citations: [Citation]) -> [PageArticle] {
    let literature = citations.places
    let sizes = results.sample.map {
      $0.article.text.count + $0.findings.count * Self.bytesPerFinding
    }
    var left = sizes.reduce(0, +)
    var dropped = Set<Int>()
    let bySize = sizes.indices.sorted { sizes[$0] != sizes[$1] ? sizes[$0] > sizes[$1] : $0 < $1 }
    for index in bySize where left > Self.mostBytes {
      dropped.insert(index)
      left -= sizes[index]
    }
    let guesses = Dictionary(
      results.articles.map { ($0.id, $0.guess) }, uniquingKeysWith: { first, _ in first })
    let shown = results.sample.enumerated().filter { !dropped.contains($0.offset) }
    return shown.enumerated().map { number, entry in
      PageArticle(
        analysis: entry.element, number: number, outlet: outletNumber(of: entry.element),
        outletName: results.outletName(of: entry.element),
        guess: guesses[entry.element.article.id] ?? nil, literature: literature,
        measures: results.measures)
    }
  }
}
