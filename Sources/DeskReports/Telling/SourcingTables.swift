import DeskAnalysis
import DeskComparison
import DeskText

extension Telling {
  /// The types of sources that anybody cites, in the order of the reports.
  private var citedTypes: [SourceType] {
    SourceType.allCases.filter { type in
      results.outlets.contains { ($0.figure("source_" + type.columnName)?.count ?? 0) > 0 }
    }
  }

  /// How many attributions go to which type of source.
  var voicesTable: ReportTable {
    let types = citedTypes
    let rows = results.outlets.enumerated().compactMap { number, outlet -> ReportTable.Row? in
      guard let all = outlet.figure("attributions"), all.count > 0 else { return nil }
      var cells: [ReportTable.Cell] = [
        .foreign(outlet.name), cell(all, of: number, Wording.grouped(all.count)),
        cell(all, of: number, Self.value(all)),
      ]
      for type in types {
        guard let figure = outlet.figure("source_" + type.columnName) else { continue }
        cells.append(cell(figure, of: number, Self.countAndShare(figure)))
      }
      return ReportTable.Row(cells: cells, outlet: number)
    }
    return ReportTable(
      anchor: "voices", title: "Who is given a voice",
      caption: "How many attributions go to which type of source, and which share of the outlet’s "
        + "attributions that is. Companies, authorities, and countries that stand for their "
        + "governments are organisations.",
      headings: ["outlet", "attributions", "per 1,000"] + types.map { $0.label.lowercased() },
      numeric: Set(1..<(types.count + 3)), rows: rows)
  }

  /// How wide the circle of sources is, how much is theirs, and where they speak.
  var sourcingTable: ReportTable {
    let shares = [
      ("attributed_words", "words attributed"), ("quoted_words", "words quoted"),
      ("direct_quotations", "quoted directly"), ("second_hand", "second-hand"),
      ("open_sources", "source left open"), ("lead_attributions", "in the lead"),
      ("first_third_attributions", "in the first third"),
    ]
    let rows = results.outlets.enumerated().compactMap { number, outlet -> ReportTable.Row? in
      guard let all = outlet.figure("attributions"), all.count > 0 else { return nil }
      var cells: [ReportTable.Cell] = [.foreign(outlet.name)]
      for name in ["sources", "effective_sources"] {
        guard let figure = outlet.figure(name) else { continue }
        cells.append(cell(figure, of: number, Self.value(figure)))
      }
      for (name, _) in shares {
        guard let figure = outlet.figure(name) else { continue }
        cells.append(
          cell(
            figure, of: number,
            figure.measure.base == .shareOfWords ? Self.value(figure) : Self.countAndShare(figure)))
      }
      return ReportTable.Row(cells: cells, outlet: number)
    }
    return ReportTable(
      anchor: "sourcing", title: "How wide the circle, and where it speaks",
      caption: "Different sources an article, and their effective number: as many, cited equally "
        + "often, would spread the attributions as widely (inverse Simpson index of the "
        + "attributions by source). Then the share of all words that is attributed, and that "
        + "stands in quotation marks; and how many attributions quote, come from another outlet’s "
        + "report, have a source of whom the article does not surely tell who it is, stand in the "
        + "headline or first paragraph, and in the first third of the words, where a third would "
        + "stand if they were spread evenly.",
      headings: ["outlet", "sources", "effective number"] + shares.map(\.1),
      numeric: Set(1..<(shares.count + 3)), rows: rows)
  }

  /// Rows are left out where a table would grow beyond reading.
  private static let mostStanceRows = 80

  /// Whose words are "said" and whose "claimed".
  var stancesTable: ReportTable {
    let shown = [
      ("doubting_cues", "doubting: claimed"), ("endorsing_cues", "endorsing: confirmed"),
      ("emotive_cues", "emotive: insisted"), ("direct_quotations", "quoted directly"),
      ("first_third_attributions", "in the first third"),
    ]
    var rows: [ReportTable.Row] = []
    for type in citedTypes {
      for (number, outlet) in results.outlets.enumerated() {
        guard let all = outlet.figure("source_" + type.columnName), all.count > 0 else { continue }
        var cells: [ReportTable.Cell] = [
          .words(type.label), .foreign(outlet.name),
          cell(all, of: number, Wording.grouped(all.count)),
        ]
        for (name, _) in shown {
          let figure = outlet.categories.first {
            $0.measure.name == name && $0.category == type.columnName
          }
          cells.append(
            figure.map { cell($0, of: number, Self.countAndShare($0)) } ?? .words("0"))
        }
        rows.append(ReportTable.Row(cells: cells, outlet: number))
      }
    }
    return ReportTable(
      anchor: "stances", title: "Whose words are said, and whose claimed",
      caption: "For each type of source: how many of the attributions to it have a cue that keeps "
        + "its distance, that vouches, or that tells a feeling or manner (all others are neutral), "
        + "how many quote, and how many stand in the first third.",
      headings: ["type of source", "outlet", "attributions"] + shown.map(\.1),
      numeric: Set(2..<(shown.count + 3)), rows: Array(rows.prefix(Self.mostStanceRows)),
      isFolded: true)
  }

  /// The sources cited most in each article.
  var speakers: ReportTable {
    var rows: [ReportTable.Row] = []
    for analysis in results.sample.prefix(12) {
      let sources = ArticleSource.all(in: analysis).filter { !$0.isOpen }.enumerated().sorted {
        $0.element.attributions != $1.element.attributions
          ? $0.element.attributions > $1.element.attributions : $0.offset < $1.offset
      }.prefix(6)
      let outlet = outletNumber(of: analysis)
      for source in sources.map(\.element) {
        let count = "\(source.attributions)"
        rows.append(
          ReportTable.Row(
            cells: [
              .foreign(results.outletName(of: analysis)), .foreign(source.name),
              .words(source.type.label.lowercased()),
              source.id.flatMap { id in
                outlet.map {
                  .number(count, .source(id, outlet: $0, article: analysis.article.id))
                }
              } ?? .words(count),
              .words(Wording.grouped(source.words)), .words(Wording.grouped(source.quotedWords)),
              .words(Wording.percent(source.firstPosition)),
              .foreign(source.cues.prefix(4).joined(separator: ", ")),
            ], outlet: outlet))
      }
    }
    return ReportTable(
      anchor: "speakers", title: "Who speaks",
      caption: "The sources cited most often in each article under whatever name, how many words "
        + "are attributed to each and how many of these stand in quotation marks, and how far into "
        + "the text each first speaks. All of them are in sources.csv.",
      headings: [
        "outlet", "source", "type", "attributions", "words", "in quotation marks", "first at",
        "in the words",
      ], numeric: [3, 4, 5, 6], rows: rows)
  }

  /// `8 (38%)`; the count alone where nothing is to be divided.
  static func countAndShare(_ figure: Figure) -> String {
    let count = Wording.grouped(figure.count)
    guard figure.count > 0, let value = figure.value else { return count }
    return "\(count) (\(Wording.percent(value)))"
  }
}
