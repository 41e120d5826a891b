import DeskComparison

extension Telling {
  /// So many facts are shown; all are in facts.csv.
  private static let mostFacts = 40
  /// So many outlets get a column each.
  private static let mostColumns = 8
  /// A sentence that stands for a fact is cut after so many characters.
  private static let mostCharacters = 160

  /// One letter a telling, as the table's caption explains them.
  private static func letter(_ stance: Stance) -> String {
    switch stance {
    case .asserted: "A"
    case .attributedNamed: "N"
    case .attributedUnnamed: "U"
    case .hedged: "H"
    case .unverified: "X"
    }
  }

  private var shownFacts: [Fact] { Array(results.facts.prefix(Self.mostFacts)) }

  /// The outlets of the facts shown, by name; empty where they are too many for columns.
  private var factColumns: [String] {
    var seen = Set<String>()
    for fact in shownFacts {
      for article in fact.tellings.map(\.article) + fact.leftOut { seen.insert(name(of: article)) }
    }
    return seen.count <= Self.mostColumns ? seen.sorted() : []
  }

  private func name(of article: Fact.Article) -> String { article.outlet ?? article.id }

  /// What several articles tell, if there is any such fact.
  var factTables: [ReportTable] { [factsTable, tellingsTable].filter { !$0.rows.isEmpty } }

  /// One row a fact, one column an outlet, a letter a telling.
  private var factsTable: ReportTable {
    let columns = factColumns
    let rows = shownFacts.map { fact in
      var letters: [String: [String]] = [:]
      for telling in fact.tellings {
        letters[name(of: telling.article), default: []].append(Self.letter(telling.stance))
      }
      let cells = columns.map { outlet -> ReportTable.Cell in
        .words(letters[outlet]?.joined(separator: " ") ?? "–")
      }
      let all = letters.keys.sorted().map { outlet in
        "\(outlet): \((letters[outlet] ?? []).joined(separator: " "))"
      }
      return ReportTable.Row(
        cells: [.words("\(fact.number)"), .foreign(Self.cut(fact.shortest.text))]
          + (columns.isEmpty ? [.foreign(all.joined(separator: "; "))] : cells), outlet: nil)
    }
    let more = results.facts.count - rows.count
    let extent = more > 0 ? " The first \(rows.count); \(more) more are in facts.csv." : ""
    let sampled =
      results.factSample.map {
        " Looked for in \(Wording.grouped($0)) articles drawn by a hash of their ids."
      } ?? ""
    return ReportTable(
      anchor: "facts", title: "The same facts, told by several",
      caption: "A letter a telling: A asserted as a fact, N attributed to a named source, U to an "
        + "unnamed one, H hedged, X disclaimed as unverified; a dash: not told. The fact is given in "
        + "the words of its shortest telling; all tellings are in the next table."
        + extent + sampled,
      headings: ["no.", "fact"] + (columns.isEmpty ? ["tellings"] : columns), numeric: [0],
      rows: rows)
  }

  /// One row a telling.
  private var tellingsTable: ReportTable {
    let rows = shownFacts.flatMap { fact in
      fact.tellings.enumerated().map { place, telling in
        ReportTable.Row(
          cells: [
            .words("\(fact.number)"), .foreign(name(of: telling.article)),
            .words(telling.stance.label), .foreign(telling.source ?? ""),
            .foreign(fact.contradicted(inTelling: place) ?? ""), .foreign(telling.text),
          ], outlet: telling.article.outlet.flatMap { numbers[$0] })
      }
    }
    return ReportTable(
      anchor: "tellings", title: "Every telling of these facts",
      caption:
        "Stance is that of the words that the tellings share. Figures are listed where those "
        + "of another article differ. Matched by words, names and numbers: some pairs are "
        + "wrong, some are missing.",
      headings: ["no.", "outlet", "stance", "source", "figures that differ", "sentence"],
      numeric: [0], rows: rows)
  }

  private static func cut(_ text: String) -> String {
    guard text.count > mostCharacters else { return text }
    let start = text.prefix(mostCharacters)
    return (start.lastIndex(of: " ").map { String(start[..<$0]) } ?? String(start)) + " …"
  }
}
