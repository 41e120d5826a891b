import DeskAnalysis
import DeskComparison

/// What every report says about itself.
enum Honesty {
  static let sentence = "Counts wording; not accuracy, motive, or what was left out."

  /// What the figures of these results can not carry.
  static func limits(of telling: Telling) -> [String] {
    var out = [
      sentence,
      "A word list finds wordings, not meanings: it misses some and takes some for what they are "
        + "not. Read the sentence behind a number before you repeat the number.",
      "Many hedges and attributions are neither good nor bad: a careful report of an unclear event "
        + "has many.",
      "A loaded word can be the right word. The lists say which words evaluate, not whether they "
        + "are deserved.",
    ]
    if telling.hasSingleArticlesOnly {
      out.append(
        "One article says nothing about how its outlet writes. To compare outlets take at least "
          + "five articles of each, on the same events.")
    } else {
      out.append(
        "The unit is the article: with five articles an outlet, three of four true doublings go "
          + "unseen.")
    }
    let shown = telling.pageArticles(citations: []).count
    if shown < telling.results.articleCount {
      out.append(
        "Of \(Wording.grouped(telling.results.articleCount)) articles the page shows "
          + "\(shown), drawn by a hash of their ids; all figures rest on all "
          + "articles.")
    }
    return out + telling.results.partlyCompared.map(sentence)
  }

  /// What a part of the comparison left out, and what takes all.
  private static func sentence(_ partly: PartlyCompared) -> String {
    let (articles, taken) = (Wording.grouped(partly.articles), Wording.grouped(partly.taken))
    return switch partly.part {
    case .stories:
      "\(articles) articles are too many to be put into stories here, and outlets are not compared "
        + "inside stories: copydesk stories takes any number."
    case .facts:
      partly.taken == 0
        ? "Facts were not looked for among \(articles) articles: copydesk facts does it."
        : "Facts were looked for in \(taken) of \(articles) articles: copydesk facts takes all."
    case .largeStories:
      "Of stories with very many articles only the first \(Wording.grouped(FactTable.mostArticles)) "
        + "were read for facts: \(Wording.grouped(partly.articles - partly.taken)) articles were not."
    case .reuse:
      "Passages that stand in several outlets were not looked for among \(articles) articles, and "
        + "reuse.csv is empty: copydesk reuse takes any number."
    case .words:
      "The words that set outlets apart are those of \(taken) of \(articles) articles, drawn by a "
        + "hash of their ids."
    }
  }

  static func making(of telling: Telling, run: Run) -> [String] {
    var out = [
      "copydesk \(run.version); the run can be repeated from run.json, which has the fingerprint "
        + "of every word list.",
      "Rates are per 1,000 words: sum of counts by sum of words. Below 200 words, or where fewer "
        + "than five findings would be expected, the count stands alone.",
    ]
    if !telling.hasSingleArticlesOnly {
      out.append(
        "Intervals: between articles on the log scale (Cochran 1977) from 15 articles on; pooled "
          + "negative-binomial dispersion for 2 to 14 articles; Garwood’s (1936) upper end where "
          + "nothing was found.")
    }
    out.append(
      "Effective number of sources: one by the sum of the squared shares of an article’s "
        + "attributions by source (Simpson, Nature 163, 1949; Hill, Ecology 54, 1973), then the mean "
        + "of the articles. Names, descriptions and pronouns are joined where the article leaves no "
        + "doubt; what it leaves open is no source of its own.")
    if run.rejectedCount > 0 {
      out.append(
        "\(Wording.capitalized(Wording.count(run.rejectedCount, "document", "documents"))) of "
          + "\(Wording.grouped(run.documentCount)) could not be read; rejects.csv says why.")
    }
    let suppressed = telling.results.suppressed.total
    if suppressed > 0 {
      out.append(
        "\(Wording.capitalized(Wording.count(suppressed, "finding", "findings"))) left out of every "
          + "figure because whoever ran this rejects them; run.json says by which lines and marks.")
    }
    if run.foreignCount > 0 { out.append(leftOut(run)) }
    if run.copyCount > 0 {
      out.append(
        "\(Wording.capitalized(Wording.count(run.copyCount, "copy", "copies"))) of articles left "
          + "out, so that each article counts once: run.json names them.")
    }
    out += measured(run.accuracy)
    out.append(
      "Word lists: "
        + run.lexicons.filter { $0.title != nil && $0.version != nil }
        .map { "\($0.name) (version \($0.version ?? ""))" }.joined(separator: ", ") + ".")
    for file in run.dictionaries {
      out.append(
        "Dictionary \(file.name): \(file.file), \(Wording.grouped(file.entries)) entries"
          + (file.notices.isEmpty ? "." : "; run.json lists what in it is not counted."))
    }
    return out
  }

  /// Which articles are not in English and count in no figure.
  private static func leftOut(_ run: Run) -> String {
    let shown = run.foreign.prefix(5).map { "\($0.id) (\($0.language))" }
    let rest = run.foreignCount - shown.count
    return
      "\(Wording.capitalized(Wording.count(run.foreignCount, "article", "articles"))) not in English "
      + "left out of every figure: \(shown.joined(separator: ", "))"
      + (rest > 0 ? " and \(Wording.grouped(rest)) more" : "")
      + "; run.json lists them, --any-language takes them in."
  }

  /// How often each analyzer has been right, and on what.
  private static func measured(_ accuracy: [Accuracy]) -> [String] {
    guard !accuracy.isEmpty else { return [] }
    var out = [
      "Measured on annotated news, precision / recall: the share of findings that people marked "
        + "too, and the share of theirs that is found."
        + (accuracy.contains { $0.isSeen }
          ? " Lists and weights were made with these texts at hand; expect less elsewhere." : "")
    ]
    var analyzers: [String] = []
    for row in accuracy where !analyzers.contains(row.analyzer) { analyzers.append(row.analyzer) }
    for analyzer in analyzers {
      let rows = accuracy.filter { $0.analyzer == analyzer }.map { row in
        "\(row.unit) \(row.precision) / \(row.recall) (\(row.corpus); "
          + "\(Wording.grouped(row.cases)) cases)"
      }
      out.append("\(Wording.capitalized(analyzer)): \(rows.joined(separator: "; ")).")
    }
    return out
  }
}
