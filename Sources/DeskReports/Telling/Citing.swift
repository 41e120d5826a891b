import DeskAnalysis
import DeskComparison

/// What whoever takes figures over has to say about them.
enum Citing {
  /// So many works are named; all are in sources.tsv.
  private static let mostWorks = 24

  static func lines(of telling: Telling, run: Run) -> [String] {
    var out = [
      "Under a table or plot: " + source(of: telling, run: run),
      "The program: copydesk, version \(run.version). Computer program with word lists for news "
        + "English; the versions of the lists stand above. Add the day you ran it.",
    ]
    let works = works(of: telling, run: run)
    if !works.isEmpty {
      out.append(
        "The literature behind the words found here: " + works.joined(separator: " · "))
    }
    return out
  }

  /// `Five articles from five outlets, 3,929 words in all, 2021-08-20 to 2021-08-23; ...`.
  private static func source(of telling: Telling, run: Run) -> String {
    let dates = telling.results.articles.compactMap(\.date).sorted()
    var text = Wording.capitalized(telling.extent)
    if let first = dates.first, let last = dates.last {
      text += first == last ? ", \(first)" : ", \(first) to \(last)"
    }
    if telling.results.outlets.count <= 8 {
      text += " (\(telling.results.outlets.map(\.name).joined(separator: ", ")))"
    }
    let unit = telling.hasSingleArticlesOnly ? "" : " 95% intervals, unit: the article."
    return "\(text). Counted with copydesk \(run.version).\(unit) \(Honesty.sentence)"
  }

  /// The works that the findings of the articles at hand rest on, those behind most findings first.
  private static func works(of telling: Telling, run: Run) -> [String] {
    var counts: [String: Int] = [:]
    for finding in telling.results.sample.lazy.flatMap(\.findings) {
      if let key = finding.evidence?.source { counts[key, default: 0] += 1 }
    }
    let citations = run.citations.byKey
    return counts.sorted { $0.value != $1.value ? $0.value > $1.value : $0.key < $1.key }
      .compactMap { citations[$0.key]?.citation }.prefix(mostWorks).map { $0 }
  }
}
