import ArgumentParser
import Copydesk

struct LexiconStatsCommand: Exemplified {
  static let configuration = CommandConfiguration(
    commandName: "stats",
    abstract: "Counts entries and the forms they stand for, by list and category.",
    discussion: """
      Conditioned entries count only where their neighbours allow it; judged ones were found in \
      annotated texts, and --precision tells how often people agreed, by category and corpus.
      """)

  static let examples = [
    "copydesk lexicon stats",
    "copydesk lexicon stats --precision",
  ]

  @Argument(
    help: "Dictionaries of your own, in place of the program's word lists.", completion: .file())
  var dictionaries: [String] = []

  @OptionGroup var options: LexiconOptions

  @Flag(help: "By the literature that entries rest on, in place of the category.")
  var sources = false

  @Flag(help: "How right the entries have been on annotated texts, with 95% intervals.")
  var precision = false

  func validate() throws {
    if sources, precision {
      throw ValidationError("--sources and --precision are two tables; ask for one.")
    }
  }

  func run() throws {
    guard dictionaries.isEmpty else { return try countDictionaries() }
    try ending {
      let statistics = try options.wordLists().lists.map(LexiconStatistics.init)
      try (precision ? judgements(statistics) : counts(statistics)).print()
    }
  }

  private func countDictionaries() throws {
    try ending {
      var grid = Grid(
        ["file", "format", "category", "entries", "phrases", "wild cards", "weights"],
        numbers: [3, 4, 5])
      for path in dictionaries {
        let dictionary = try readDictionary(path)
        let byCategory = Dictionary(grouping: dictionary.entries, by: \.category)
        for (name, entries) in [("", dictionary.entries)]
          + dictionary.categories.map({ ($0, byCategory[$0] ?? []) })
        {
          let weights = entries.map(\.weight)
          let range = Set(weights).count > 1 ? "\(weights.min() ?? 1) to \(weights.max() ?? 1)" : ""
          grid.add([
            dictionary.file, dictionary.format, name, "\(entries.count)",
            "\(entries.count { $0.text.contains(" ") })",
            "\(entries.count { $0.text.contains("*") || $0.text.contains("?") })", range,
          ])
        }
      }
      try grid.print()
    }
  }

  private func counts(_ all: [LexiconStatistics]) -> Grid {
    var grid = Grid(
      [
        "file", "version", "licence", sources ? "source" : "category", "entries", "forms",
        "conditioned", "judged",
      ], numbers: [4, 5, 6, 7])
    for list in all {
      for group in [list.all] + (sources ? list.sources : list.categories) {
        grid.add([
          list.file, list.version, list.licence, group.name, "\(group.entries)",
          "\(group.forms)", "\(group.conditioned)", "\(group.judged)",
        ])
      }
    }
    return grid
  }

  private func judgements(_ all: [LexiconStatistics]) -> Grid {
    var grid = Grid(
      ["file", "category", "entries", "hits", "right", "share", "95% interval", "corpus: unit"],
      numbers: [2, 3, 4, 5])
    for list in all {
      for judgement in list.judgements {
        let row = judgement.precision
        let (low, high) = row.interval
        grid.add([
          list.file, judgement.category, "\(judgement.entries)", "\(row.hits)", "\(row.right)",
          percent(row.share), "\(percent(low))-\(percent(high))", "\(row.corpus): \(row.unit)",
        ])
      }
    }
    return grid
  }

  private func percent(_ share: Double) -> String { "\(Int((100 * share).rounded()))%" }
}
