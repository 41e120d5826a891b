import DeskAnalysis
import DeskComparison
import DeskText

/// What a comparison shows, in sentences that hold for its data.
///
/// Sentences name the ends of a range, never a rank inside it, and give the counts that they rest
/// on. Where outlets have several articles each, they name an end only if it lies beyond chance.
struct Telling: Sendable {
  /// Sentences on one question.
  struct Passage: Sendable {
    var heading: String
    /// The name of the part of the page that shows it in full.
    var anchor: String
    var sentences: [TellingSentence]
  }

  let results: Results
  /// An outlet's place in `results.outlets`, by its name.
  let numbers: [String: Int]
  /// By outlet, the labels that it gives to a side in its own voice.
  let ownLabels: [String: [LabelResult]]

  init(_ results: Results) {
    self.results = results
    numbers = Dictionary(
      results.outlets.enumerated().map { ($0.element.name, $0.offset) },
      uniquingKeysWith: { first, _ in first })
    ownLabels = Dictionary(
      grouping: results.labels.filter { !$0.isInQuote && !Self.plainKinds.contains($0.category) },
      by: \.outlet)
  }

  /// Whether there is no outlet with more than one article.
  var hasSingleArticlesOnly: Bool { results.outlets.allSatisfy { $0.articles == 1 } }

  /// Outlets named by a guess, as the manifest says.
  var guessedOutlets: [String] {
    var seen = Set<String>()
    return results.articles.filter { $0.isOutletGuessed && seen.insert($0.outlet).inserted }
      .map(\.outlet)
  }

  /// `5 articles, 5 outlets, 3,914 words`.
  var extent: String {
    let articles = Wording.count(results.articleCount, "article", "articles")
    let outlets = Wording.count(results.outlets.count, "outlet", "outlets")
    return "\(articles) from \(outlets), \(Wording.grouped(results.wordCount)) words in all"
  }

  /// What stands before everything else.
  var opening: [TellingSentence] {
    var out = [TellingSentence(.words(Wording.capitalized(extent) + "."))]
    if let storiesTold { out.append(storiesTold) }
    if hasSingleArticlesOnly, results.outlets.count > 1 {
      out.append(
        TellingSentence(
          .words(
            "Each outlet is here with one article. What follows describes these articles; "
              + "it cannot tell how an outlet usually writes.")))
    } else {
      let single = results.outlets.filter { $0.articles == 1 && $0.isStated }
      if !single.isEmpty, single.count <= 6, results.outlets.count > 1 {
        out.append(
          Wording.list(single.map { TellingSentence(.foreign($0.name)) })
            + TellingSentence(
              .words(
                single.count == 1
                  ? " is here with one article: no interval, no comparison."
                  : " are here with one article each: no interval, no comparison.")))
      }
    }
    let guessed = guessedOutlets
    if !guessed.isEmpty, guessed.count <= 6 {
      out.append(
        TellingSentence(.words(guessed.count == 1 ? "One outlet, " : "Some outlets, "))
          + Wording.list(guessed.map { TellingSentence(.foreign($0)) })
          + TellingSentence(
            .words(
              guessed.count == 1
                ? ", is a guess of the manifest, not stated in the file."
                : ", are guesses of the manifest, not stated in the files.")))
    }
    return out
  }

  /// The passages that have something to say, in reading order.
  var passages: [Passage] {
    [factsPassage, voices, certainty, loading, names, pairedPassage, reusePassage].filter {
      !$0.sentences.isEmpty
    }
  }

  // MARK: Who is given a voice

  private var voices: Passage {
    Passage(heading: "Who is given a voice", anchor: "voices", sentences: sourcing)
  }

  // MARK: How sure they are

  private var certainty: Passage {
    var out = ends("hedges", most: "hedges most", least: "least", noun: ("hedge", "hedges"))
    if let sentence = disclaimers { out.append(sentence) }
    if let top = clearlyHighest("doubting_cues"), top.figure.count > 1 {
      out.append(
        TellingSentence(
          .words("Cues that keep their distance (claimed, alleged) are most frequent in "))
          + name(top) + TellingSentence(.words(": ")) + counted(top)
          + TellingSentence(.words(" attributions.")))
    }
    if let top = clearlyHighest("endorsing_cues"), top.figure.count > 1 {
      out.append(
        TellingSentence(
          .words("Cues that vouch for what is said (confirmed, revealed) are most frequent in "))
          + name(top) + TellingSentence(.words(": ")) + counted(top)
          + TellingSentence(.words(" attributions.")))
    }
    return Passage(heading: "How sure they are", anchor: "certainty", sentences: out)
  }

  /// Who says that something could not be verified, and who never does.
  private var disclaimers: TellingSentence? {
    func figure(_ outlet: OutletResult) -> Figure? {
      outlet.categories.first {
        $0.measure.name == "hedges" && ($0.category?.hasSuffix("disclaimer") ?? false)
      }
    }
    let found = results.outlets.compactMap { outlet in figure(outlet).map { (outlet, $0) } }
      .filter { $0.1.count > 0 }
    guard !found.isEmpty, found.count < results.outlets.count, found.count <= 4 else { return nil }
    let who = found.map { outlet, figure in
      TellingSentence(.foreign(outlet.name), .words(" ("))
        + TellingSentence(
          .number(
            Wording.times(figure.count),
            .measure("hedges", outlet: numbers[outlet.name] ?? 0, category: figure.category)),
          .words(")"))
    }
    return TellingSentence(
      .words("That something is not verified or not known is said outright only by "))
      + Wording.list(who) + TellingSentence(.words("."))
  }

  // MARK: How loaded the wording is

  private var loading: Passage {
    var out = ends(
      "loaded_own", most: "uses the most loaded words in its own voice", least: "the fewest",
      noun: ("loaded word", "loaded words"))
    if let examples = loadedExamples { out.append(examples) }
    return Passage(heading: "How loaded the wording is", anchor: "loading", sentences: out)
  }

  /// A few of the heaviest words of the outlet that uses most.
  private var loadedExamples: TellingSentence? {
    guard let top = clearlyHighest("loaded_own") else { return nil }
    var words: [(weight: Double, text: String)] = []
    for analysis in results.sample where outletNumber(of: analysis) == top.number {
      for finding in analysis.findings
      where finding.analyzer == "loaded" && finding.isOwnVoice {
        let text = analysis.article.text[finding.extent]
        if !words.contains(where: { $0.text.lowercased() == text.lowercased() }) {
          words.append((finding.weight ?? 0, text))
        }
      }
    }
    let best = words.enumerated().sorted {
      $0.element.weight != $1.element.weight
        ? $0.element.weight > $1.element.weight : $0.offset < $1.offset
    }.prefix(3).map { TellingSentence(.words("“"), .foreign($0.element.text), .words("”")) }
    guard best.count > 1 else { return nil }
    return TellingSentence(.words("Among them: ")) + Wording.list(best)
      + TellingSentence(.words("."))
  }
}
