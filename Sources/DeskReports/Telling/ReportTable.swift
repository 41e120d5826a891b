import DeskAnalysis
import DeskComparison
import DeskLexicons

/// A table of a report, before it becomes Markdown or HTML.
struct ReportTable: Sendable {
  enum Cell: Sendable {
    /// Words of ours, or a number that leads nowhere.
    case words(String)
    /// Words from articles or names.
    case foreign(String)
    /// A number that leads to the findings behind it.
    case number(String, Lead)
    /// Several of these.
    case sentence(TellingSentence)

    var plain: String {
      switch self {
      case .words(let text), .foreign(let text), .number(let text, _): text
      case .sentence(let sentence): sentence.plain
      }
    }

    /// The cell as one sentence.
    var pieces: [TellingSentence.Piece] {
      switch self {
      case .words(let text): [.words(text)]
      case .foreign(let text): [.foreign(text)]
      case .number(let text, let lead): [.number(text, lead)]
      case .sentence(let sentence): sentence.pieces
      }
    }
  }

  struct Row: Sendable {
    var cells: [Cell]
    /// The outlet it is about, for filters.
    var outlet: Int?
    /// The fact it tells.
    var fact: Int?
    /// The outlet from which its outlet has something.
    var from: Int?
    /// The places in articles that it is about.
    var places: [Place] = []
  }

  /// From 1, in reading order.
  var number = 0
  var anchor: String
  var title: String
  /// One or two sentences: what stands in it.
  var caption: String
  var headings: [String]
  /// The columns set to the right.
  var numeric: Set<Int>
  var rows: [Row]
  /// The outlets that its columns are about, for filters.
  var outlets: [Int: Int] = [:]
  /// Whether its rows end in whole sentences: then it is a list in a plain text.
  var isProse = false
  /// Whether it is folded until somebody wants it.
  var isFolded = false

  var markdown: String {
    isProse
      ? list
      : Markdown.table(
        headings.map(Markdown.cell),
        rows.map { row in row.cells.map { Markdown.cell($0.plain) } }, numeric: numeric)
  }

  /// A row an item: `Insider, hedged; source: an aide: “The bridge may fall.”`.
  private var list: String {
    rows.map { row in
      let named = row.cells.dropLast().enumerated().compactMap { column, cell -> String? in
        guard !cell.plain.isEmpty else { return nil }
        let text = Markdown.cell(cell.plain)
        guard column == 0 else { return "\(headings[column]): \(text)" }
        return numeric.contains(0) ? "\(headings[0]) \(text)" : text
      }
      return
        "- \(named.joined(separator: "; ")).\n  \(Markdown.cell(row.cells.last?.plain ?? ""))\n"
    }.joined()
  }
}

/// Tables on one question.
struct Chapter: Sendable {
  /// In one or two words, for a list of contents.
  var name: String
  var tables: [ReportTable]
}

extension Telling {
  /// What belongs together, in reading order; parts without rows left out.
  func chapters(guides: [Lexicon.Guide]) -> [Chapter] {
    var number = 0
    return [
      Chapter(name: "Facts", tables: factTables),
      Chapter(name: "At a glance", tables: [glance]),
      Chapter(name: "Sources", tables: [voicesTable, sourcingTable, stancesTable, speakers]),
      Chapter(name: "Certainty", tables: [certaintyTable]),
      Chapter(name: "Loaded words", tables: [loadedTable, sentencesTable]),
      Chapter(name: "Labels", tables: [labelsTable, labelFamiliesTable, guidesTable(guides)]),
      Chapter(name: "Differences", tables: [pairedTable, differencesTable]),
      Chapter(name: "Words", tables: [wordsTable]),
      Chapter(name: "Reuse", tables: [reuseTable, reusedPassagesTable]),
      Chapter(name: "Dictionaries", tables: dictionaryTables),
      Chapter(name: "Articles", tables: [articlesTable]),
    ].compactMap { chapter in
      var filled = chapter.tables.filter { !$0.rows.isEmpty }
      for index in filled.indices {
        number += 1
        filled[index].number = number
      }
      return filled.isEmpty ? nil : Chapter(name: chapter.name, tables: filled)
    }
  }

  var articlesTable: ReportTable {
    let rows = results.articles.prefix(40).map { article in
      ReportTable.Row(
        cells: [
          .foreign(article.outlet + (article.isOutletGuessed ? " (guess)" : "")),
          .foreign(article.republisher ?? ""), .words(article.date ?? "not stated"),
          .foreign(article.title ?? article.id), .words(Wording.grouped(article.counts.words)),
          .foreign(article.id),
        ], outlet: numbers[article.outlet])
    }
    let more = results.articleCount - rows.count
    return ReportTable(
      anchor: "articles-table", title: "The articles",
      caption: more > 0
        ? "The first \(rows.count) of \(Wording.grouped(results.articleCount)); all are in articles.csv."
        : "What was read. A date or an outlet that no file states is missing or a guess.",
      headings: ["outlet", "reprinted by", "date", "headline", "words", "article"], numeric: [4],
      rows: Array(rows))
  }

  /// The rate with its interval, or a dash.
  static func value(_ figure: Figure) -> String {
    guard let value = figure.value else {
      guard figure.standing == .noneFound, let high = figure.high else { return "–" }
      return "≤ \(Wording.decimal(high))"
    }
    let isShare = figure.measure.base.isShare
    func written(_ number: Double) -> String {
      isShare ? Wording.percent(number) : Wording.decimal(number)
    }
    guard let low = figure.low, let high = figure.high else { return written(value) }
    return "\(written(value)) (\(written(low))–\(written(high)))"
  }

  func cell(_ figure: Figure, of outlet: Int, _ text: String) -> ReportTable.Cell {
    figure.count == 0
      ? .words(text)
      : .number(
        text, .measure(figure.measure.name, outlet: outlet, category: figure.category))
  }

  private var glance: ReportTable {
    let shown = ["attributions", "hedges", "boosters", "loaded_own", "labels"]
    let headings = ["attributions", "hedges", "boosters", "loaded, own voice", "labels"]
    let rows = results.outlets.enumerated().map { number, outlet in
      var cells: [ReportTable.Cell] = [
        .foreign(outlet.name),
        .number(Wording.grouped(outlet.articles), .part("articles-table")),
        .words(Wording.grouped(outlet.words)),
      ]
      for name in shown {
        guard let figure = outlet.figure(name) else { continue }
        cells.append(cell(figure, of: number, Wording.grouped(figure.count)))
        cells.append(cell(figure, of: number, Self.value(figure)))
      }
      return ReportTable.Row(cells: cells, outlet: number)
    }
    return ReportTable(
      anchor: "glance", title: "At a glance",
      caption:
        "Counts, and beside them rates per 1,000 words (loaded words: per 1,000 of the outlet’s own "
        + "words). \(intervalNote)",
      headings: ["outlet", "articles", "words"] + headings.flatMap { [$0, "per 1,000"] },
      numeric: Set(1..<13), rows: rows)
  }

  /// What the brackets mean, or why there are none.
  private var intervalNote: String {
    let none =
      "≤: none found, and so much could have been missed by chance; a dash: too few words "
      + "or findings for a rate."
    return hasSingleArticlesOnly
      ? "One article an outlet: no interval, no comparison of outlets. \(none)"
      : "In brackets the 95% interval; its unit is the article. \(none)"
  }

  /// One row an outlet, one column a category of a measure.
  func categories(
    of measure: String, anchor: String, title: String, caption: String
  ) -> ReportTable {
    var seen = Set<String>()
    var names: [String] = []
    for figure in results.outlets.flatMap(\.categories) where figure.measure.name == measure {
      if let name = figure.category, seen.insert(name).inserted { names.append(name) }
    }
    names.sort()
    let rows = results.outlets.enumerated().map { number, outlet in
      var cells: [ReportTable.Cell] = [.foreign(outlet.name)]
      if let all = outlet.figure(measure) {
        cells.append(cell(all, of: number, Wording.grouped(all.count)))
        cells.append(cell(all, of: number, Self.value(all)))
      }
      for name in names {
        let figure = outlet.categories.first {
          $0.measure.name == measure && $0.category == name
        }
        cells.append(figure.map { cell($0, of: number, Wording.grouped($0.count)) } ?? .words("0"))
      }
      return ReportTable.Row(cells: cells, outlet: number)
    }
    return ReportTable(
      anchor: anchor, title: title, caption: caption,
      headings: ["outlet", "all", "per 1,000"]
        + names.map { $0.split(separator: "_").joined(separator: " ") },
      numeric: Set(1..<(names.count + 3)), rows: names.isEmpty ? [] : rows)
  }

  private var certaintyTable: ReportTable {
    categories(
      of: "hedges", anchor: "certainty", title: "How sure they are",
      caption: "Hedges by kind, the outlet’s and its sources’ together.")
  }

  private var loadedTable: ReportTable {
    categories(
      of: "loaded_own", anchor: "loading", title: "How loaded the wording is",
      caption: "Loaded words in the outlet’s own voice by kind; words inside quotation marks are "
        + "a source’s and not counted here.")
  }
}
