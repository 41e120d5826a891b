public import DeskComparison
import DeskAnalysis
import DeskText

/// The comparison as one page: opens from disk, needs no network, leads every number to its
/// sentences.
public struct ReportPage: ReportFormat {
  public static let fileName = "report.html"

  public init() {}

  public func write(_ results: Results, run: Run, to output: inout Output) {
    let telling = Telling(results)
    let articles = telling.pageArticles(citations: run.citations)
    PageFrame.writeHead(title: "How it is told: \(telling.extent)", to: &output)
    writeOpening(telling, to: &output)
    if results.articleCount > 0 {
      writeSummary(telling, to: &output)
      writeTables(telling, to: &output)
      writeArticles(articles, telling, to: &output)
    }
    writeEnd(telling, run: run, to: &output)
    PageFrame.writePanel(to: &output)
    PageData(
      outlets: results.outlets.map(\.name), isSampled: articles.count < results.articleCount,
      citations: run.citations
    ).write(to: &output)
    PageFrame.writeEnd(to: &output)
  }

  private func writeOpening(_ telling: Telling, to output: inout Output) {
    output.write("<header class=\"top wide\"><h1>How it is told</h1>\n")
    if telling.results.articleCount == 0 {
      output.write("<p class=\"deck\">No article could be read.</p>")
    }
    for sentence in telling.results.articleCount > 0 ? telling.opening : [] {
      output.write("<p class=\"deck\">")
      write(sentence, to: &output)
      output.write("</p>\n")
    }
    output.write("<p class=\"motto\">\(HTML.escaped(Honesty.sentence))</p></header>\n")
    let parts = telling.tables.map { ($0.anchor, $0.title) }
    output.write("<nav class=\"parts\" aria-label=\"Parts of this page\"><ul class=\"wide\">")
    for (anchor, title) in [("articles", "Side by side")] + parts + [
      ("limits", "What this cannot show")
    ] {
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
    "voices": ["source_named_person", "quoted_words"],
    "certainty": ["hedges_own", "boosters"],
    "loading": ["loaded_own", "loaded_quoted"],
  ]

  private func writeTables(_ telling: Telling, to output: inout Output) {
    for table in telling.tables {
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
      PageTable(table: table).write(to: &output)
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
    PageFrame.writeTools(outlets: telling.results.outlets.map(\.name), to: &output)
    output.write("<div class=\"articles\">\n")
    var seen = Set<Int>()
    for article in articles {
      if let outlet = article.outlet, seen.insert(outlet).inserted {
        output.write("<div id=\"o\(outlet)\">")
        article.write(to: &output)
        output.write("</div>\n")
      } else {
        article.write(to: &output)
      }
    }
    output.write("</div>\n")
    PageTable(table: telling.articlesTable).write(to: &output)
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
  /// So many bytes of text the page can hold with their marks and stay under 5 MB.
  private static let mostText = 300_000

  /// The articles that the page shows in full: the sample, without its longest where it is too
  /// much for a page.
  func pageArticles(citations: [Citation]) -> [PageArticle] {
    let literature = citations.places
    var left = results.sample.reduce(0) { $0 + $1.article.text.count }
    var dropped = Set<Int>()
    let byLength = results.sample.enumerated().sorted {
      $0.element.article.text.count != $1.element.article.text.count
        ? $0.element.article.text.count > $1.element.article.text.count : $0.offset < $1.offset
    }
    for (index, analysis) in byLength where left > Self.mostText {
      dropped.insert(index)
      left -= analysis.article.text.count
    }
    let guesses = Dictionary(
      results.articles.map { ($0.id, $0.guess) }, uniquingKeysWith: { first, _ in first })
    let shown = results.sample.enumerated().filter { !dropped.contains($0.offset) }
    return shown.enumerated().map { number, entry in
      PageArticle(
        analysis: entry.element, number: number, outlet: outletNumber(of: entry.element),
        outletName: results.outletName(of: entry.element),
        guess: guesses[entry.element.article.id] ?? nil, literature: literature)
    }
  }
}
