import DeskComparison
import DeskText

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

  var shownFacts: [Fact] { Array(results.facts.prefix(Self.mostFacts)) }

  /// The outlets of the facts shown, by name; empty where they are too many for columns.
  private var factColumns: [String] {
    var seen = Set<String>()
    for fact in shownFacts {
      for article in fact.tellings.map(\.article) + fact.leftOut { seen.insert(name(of: article)) }
    }
    return seen.count <= Self.mostColumns ? seen.sorted() : []
  }

  func name(of article: Fact.Article) -> String { article.outlet ?? article.id }

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
      let silent = Set(fact.leftOut.map(name(of:)))
      func told(by outlet: String) -> TellingSentence {
        guard let letters = letters[outlet] else {
          return TellingSentence(.words(silent.contains(outlet) ? "–" : ""))
        }
        return TellingSentence(
          .number(
            letters.joined(separator: " "),
            .tellings(fact: fact.number, outlet: numbers[outlet])))
      }
      let all = letters.keys.sorted().map { outlet in
        TellingSentence(.foreign("\(outlet): ")) + told(by: outlet)
      }
      return ReportTable.Row(
        cells: [
          .number("\(fact.number)", .tellings(fact: fact.number, outlet: nil)),
          .foreign(Self.cut(fact.shortest.text)),
        ]
          + (columns.isEmpty
            ? [.sentence(.joined(all, by: "; "))] : columns.map { .sentence(told(by: $0)) }),
        outlet: nil)
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
        + "unnamed one, H hedged, X disclaimed as unverified; a dash: left out; blank: no article on "
        + "this story. The fact is given in "
        + "the words of its shortest telling; all tellings are in the next table."
        + extent + sampled,
      headings: ["no.", "fact"] + (columns.isEmpty ? ["tellings"] : columns), numeric: [0],
      rows: rows,
      outlets: Dictionary(
        uniqueKeysWithValues: columns.enumerated().compactMap { place, outlet in
          numbers[outlet].map { (place + 2, $0) }
        }))
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
          ], outlet: numbers[name(of: telling.article)], fact: fact.number,
          places: [
            Place(
              id: "t\(fact.number)-\(place + 1)", told: "in the article",
              article: telling.article.id, start: telling.bytes.start)
          ])
      }
    }
    return ReportTable(
      anchor: "tellings", title: "Every telling of these facts",
      caption:
        "Stance is that of the words that the tellings share. Figures are listed where those "
        + "of another article differ. Matched by words, names and numbers: some pairs are "
        + "wrong, some are missing.",
      headings: ["fact", "outlet", "stance", "source", "figures that differ", "sentence"],
      numeric: [0], rows: rows, isProse: true, isFolded: true)
  }

  static func cut(_ text: String) -> String {
    guard text.count > mostCharacters else { return text }
    let start = text.prefix(mostCharacters)
    return (start.lastIndex(of: " ").map { String(start[..<$0]) } ?? String(start)) + " …"
  }
}
