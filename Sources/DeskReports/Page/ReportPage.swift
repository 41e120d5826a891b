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
    let chapters = telling.chapters(guides: run.guides)
    let articles = telling.pageArticles(
      citations: run.citations, places: chapters.flatMap(\.tables).flatMap(\.rows).flatMap(\.places)
    )
    PageFrame.writeHead(
      title: "How it is told: \(telling.extent)", marks: telling.marks, to: &output)
    writeOpening(telling, to: &output)
    writeBar(chapters, telling, to: &output)
    output.write("<main id=\"main\" class=\"wide\">\n")
    if results.articleCount > 0 {
      writeSummary(telling, to: &output)
      let places = Set(articles.flatMap(\.places).map(\.id))
      for chapter in chapters where chapter.name != Self.articles {
        write(chapter, telling, places: places, to: &output)
      }
      writeArticles(
        articles, chapters.first { $0.name == Self.articles }?.tables ?? [], telling, to: &output)
    }
    writeEnd(telling, run: run, to: &output)
    PageFrame.writePanel(to: &output)
    PageData(
      outlets: results.outlets.map(\.name), isSampled: articles.count < results.articleCount,
      citations: run.citations, measures: results.measures
    ).write(to: &output)
    PageFrame.writeEnd(to: &output)
  }

  /// The chapter that stands among the articles themselves.
  private static let articles = "Articles"

  private func writeOpening(_ telling: Telling, to output: inout Output) {
    output.write("<header class=\"top wide\"><h1>How it is told</h1>\n")
    if telling.results.articleCount == 0 {
      output.write("<p class=\"deck\">No article could be read.</p>")
    } else {
      output.write("<p class=\"deck\">")
      for sentence in telling.opening {
        output.write(sentence.pieces, telling.results.measures)
        output.write(" ")
      }
      output.write("</p>\n")
    }
    output.write("<p class=\"motto\">\(HTML.escaped(Honesty.sentence))</p></header>\n")
  }

  private func writeBar(_ chapters: [Chapter], _ telling: Telling, to output: inout Output) {
    var parts = chapters.filter { $0.name != Self.articles }.compactMap { chapter in
      chapter.tables.first.map { (anchor: $0.anchor, name: chapter.name) }
    }
    if telling.results.articleCount > 0 { parts.append(("articles", Self.articles)) }
    parts.append(("limits", "Limits"))
    PageFrame.writeBar(
      parts: parts, outlets: telling.results.outlets.map(\.name), marks: telling.marks, to: &output)
  }

  private func writeSummary(_ telling: Telling, to output: inout Output) {
    output.write("<section class=\"summary\" aria-label=\"What the comparison shows\">\n")
    for passage in telling.passages {
      output.write(
        "<div><h2><a href=\"#\(passage.anchor)\">\(HTML.escaped(passage.heading))</a></h2>\n")
      for sentence in passage.sentences {
        output.write("<p>")
        output.write(sentence.pieces, telling.results.measures)
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

  private func write(
    _ chapter: Chapter, _ telling: Telling, places: Set<String>, to output: inout Output
  ) {
    for (place, table) in chapter.tables.enumerated() {
      let level = place == 0 ? "h2" : "h3"
      output.write("<section id=\"\(table.anchor)\" aria-labelledby=\"h-\(table.anchor)\"")
      output.write(place == 0 ? ">\n" : " class=\"further\">\n")
      output.write(
        "<\(level) id=\"h-\(table.anchor)\">\(HTML.escaped(table.title))</\(level)>\n")
      let plots = (Self.plots[table.anchor] ?? []).compactMap {
        PagePlot($0, of: telling.results)
      }
      if !plots.isEmpty {
        output.write("<div class=\"plots\">\n")
        for plot in plots { plot.write(to: &output) }
        output.write("</div>\n")
      }
      if table.anchor == "reuse" {
        PageMap(telling.results.reuse?.ties ?? [], numbers: telling.numbers)?.write(to: &output)
      }
      PageTable(table: table, measures: telling.results.measures, places: places)
        .write(to: &output)
      output.write("</section>\n")
    }
  }

  private func writeArticles(
    _ articles: [PageArticle], _ tables: [ReportTable], _ telling: Telling,
    to output: inout Output
  ) {
    output.write("<section id=\"articles\" aria-labelledby=\"h-articles\">\n")
    output.write("<h2 id=\"h-articles\">Side by side</h2>\n<p class=\"caption\">")
    output.write("Click a mark, or move to it with the tab key and press Enter, to see what it ")
    output.write("rests on. Each mark has a letter and a line of its own, beside its colour")
    let count = telling.results.articleCount
    if articles.count < count {
      output.write(
        ". Of \(Wording.grouped(count)) articles the page shows \(articles.count), drawn ")
      output.write("by a hash of their ids")
    }
    output.write(".</p>\n<ul class=\"key\" aria-label=\"Marks\">")
    for kind in telling.marks {
      output.write("<li><span class=\"k-\(kind.rawValue)\"><b>\(kind.letter)</b> ")
      output.writeEscaped(kind.meaning)
      output.write("</span></li>")
    }
    output.write("</ul>\n<div class=\"articles\">\n")
    var seen = Set<Int>()
    for article in articles {
      let isFirst = article.outlet.map { seen.insert($0).inserted } ?? false
      article.write(isFirstOfOutlet: isFirst, to: &output)
    }
    output.write("</div>\n")
    // The numbers of outlets that have no article on the page lead here.
    for number in telling.results.outlets.indices where !seen.contains(number) {
      output.write("<span id=\"o\(number)\"></span>")
    }
    for table in tables {
      output.write("<h3 id=\"\(table.anchor)\">\(HTML.escaped(table.title))</h3>\n")
      PageTable(table: table, measures: telling.results.measures).write(to: &output)
    }
    output.write("</section>\n")
  }

  private func writeEnd(_ telling: Telling, run: Run, to output: inout Output) {
    output.write("<section id=\"limits\" aria-labelledby=\"h-limits\">")
    output.write("<h2 id=\"h-limits\">What this cannot show</h2><ul class=\"plain\">\n")
    for line in Honesty.limits(of: telling) {
      output.write("<li>\(HTML.escaped(line))</li>\n")
    }
    output.write("</ul></section>\n")
    for (anchor, title, lines) in [
      ("making", "How it was made", Honesty.making(of: telling, run: run)),
      ("citing", "How to cite it", Citing.lines(of: telling, run: run)),
    ] {
      output.write("<section id=\"\(anchor)\" aria-labelledby=\"h-\(anchor)\" class=\"small\">")
      output.write("<h2 id=\"h-\(anchor)\">\(title)</h2>\n")
      for line in lines { output.write("<p>\(HTML.escaped(line))</p>\n") }
      output.write("</section>\n")
    }
    output.write(
      "</main>\n<footer class=\"wide\"><p>\(HTML.escaped(Honesty.sentence))</p></footer>\n")
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
  func pageArticles(citations: [Citation], places: [Place] = []) -> [PageArticle] {
    let byArticle = Dictionary(grouping: places, by: \.article)
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
        measures: results.measures, places: byArticle[entry.element.article.id] ?? [])
    }
  }
}
