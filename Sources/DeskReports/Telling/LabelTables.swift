import DeskComparison
import DeskLexicons

/// How often each label is used, of one actor, by one outlet.
private struct LabelCounts {
  private var words: [String] = []
  private var counts: [String: Int] = [:]

  var total: Int { counts.values.reduce(0, +) }

  mutating func add(_ label: LabelResult) {
    if counts[label.label] == nil { words.append(label.label) }
    counts[label.label, default: 0] += label.count
  }

  /// `fighters 8×, leader 1×`, the most frequent first.
  func listed(most: Int, of actor: String, outlet: Int?) -> ReportTable.Cell {
    let sorted = words.sorted {
      counts[$0] != counts[$1] ? (counts[$0] ?? 0) > (counts[$1] ?? 0) : $0 < $1
    }
    let told = sorted.prefix(most).map { word in
      let count = "\(counts[word] ?? 0)×"
      guard let outlet else { return TellingSentence(.foreign("\(word) \(count)")) }
      return TellingSentence(
        .foreign("\(word)\u{A0}"),
        .number(count, .label(word, of: actor, outlet: outlet, isOwn: false)))
    }
    return .sentence(
      .joined(told, by: ", ") + TellingSentence(.words(sorted.count > most ? ", …" : "")))
  }
}

extension Telling {
  /// Side by side while so many outlets fit a page's width; below each other otherwise.
  private static let mostColumns = 6

  /// Kinds of labels that name what was done, not who.
  private static let acts: Set<String> = ["event", "killing", "territory"]

  var labelsTable: ReportTable {
    var counts: [String: [String: LabelCounts]] = [:]
    for label in results.labels where !Self.acts.contains(label.category) {
      counts[label.actor, default: [:]][label.outlet, default: LabelCounts()].add(label)
    }
    // Whom several outlets name, then whom one names; what no name stands beside comes last.
    let actors = counts.map { actor, outlets in
      (actor: actor, outlets: outlets.count, total: outlets.values.reduce(0) { $0 + $1.total })
    }.sorted { a, b in
      (a.actor.isEmpty ? 1 : 0, -a.outlets, -a.total, a.actor)
        < (b.actor.isEmpty ? 1 : 0, -b.outlets, -b.total, b.actor)
    }
    let named = actors.filter { !$0.actor.isEmpty && $0.total > 1 }.prefix(20)
    let shown = named.map(\.actor) + actors.filter { $0.actor.isEmpty }.map(\.actor)
    var table = ReportTable(
      anchor: "labels", title: "What each side is called",
      caption: "Labels by whom they name, where the article says it: beside the label, or by whom "
        + "it uses the word for elsewhere; how often. “anti-” are those "
        + "against somebody. \(Self.keptLabels(results.lostLabels)), those of events too, are in labels.csv.",
      headings: [], numeric: [], rows: [])
    if results.outlets.count <= Self.mostColumns {
      table.headings = ["of whom"] + results.outlets.map(\.name)
      for number in results.outlets.indices { table.outlets[number + 1] = number }
      table.rows = shown.map { actor in
        ReportTable.Row(
          cells: [Self.cell(of: actor)]
            + results.outlets.enumerated().map { number, outlet in
              counts[actor]?[outlet.name]?.listed(most: 6, of: actor, outlet: number)
                ?? .words("–")
            }, outlet: nil)
      }
    } else {
      table.headings = ["of whom", "outlet", "labels"]
      table.rows = shown.flatMap { actor in
        results.outlets.enumerated().compactMap { number, outlet in
          counts[actor]?[outlet.name].map {
            ReportTable.Row(
              cells: [
                Self.cell(of: actor), .foreign(outlet.name),
                $0.listed(most: 6, of: actor, outlet: number),
              ], outlet: number)
          }
        }
      }
      table.rows = Array(table.rows.prefix(200))
    }
    return table
  }

  /// What of the labels is at hand.
  private static func keptLabels(_ lost: Int) -> String {
    guard lost > 0 else { return "All labels" }
    return
      "There are too many to hold: labels used up to \(Wording.grouped(lost)) times by an outlet may "
      + "be missing, and counts of others be short by as many. The labels used most"
  }

  private static func cell(of actor: String) -> ReportTable.Cell {
    actor.isEmpty ? .words("not told") : .foreign(actor)
  }

  /// How often each outlet uses each family of labels.
  var labelFamiliesTable: ReportTable {
    var table = categories(
      of: "labels", anchor: "families", title: "Kinds of labels",
      caption: "Labels by family: armed groups, governments, leaders, events, ...")
    table.numeric = Set(1..<max(2, table.headings.count))
    return table
  }

  /// What usage guides say of the kinds of labels that these articles use.
  func guidesTable(_ guides: [Lexicon.Guide]) -> ReportTable {
    let used = Set(results.labels.map(\.category))
    return ReportTable(
      anchor: "guides", title: "What usage guides say of such labels",
      caption: "Rules of single houses, in our words; they differ, they change, and an outlet that "
        + "has other rules breaks none. Keys in brackets are those of sources.tsv.",
      headings: ["kind of label", "guides"], numeric: [],
      rows: guides.filter { used.contains($0.category) }.map { guide in
        ReportTable.Row(
          cells: [.words(spaced(guide.category)), .words(guide.text)], outlet: nil)
      }, isProse: true, isFolded: true)
  }
}
