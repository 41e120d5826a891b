import DeskAnalysis
import DeskComparison
import DeskLexicons
import DeskText

/// The questions on one article, with what was found for each.
struct ArticleQuestions {
  private let analysis: Analysis
  private let sources: [ArticleSource]

  init(_ analysis: Analysis) {
    self.analysis = analysis
    sources = ArticleSource.all(in: analysis, includingNobody: false)
  }

  typealias Question = Worksheet.Question
  typealias Answer = Worksheet.Answer

  // MARK: Who is behind it?

  var behind: [Question] {
    let article = analysis.article
    var answers = [
      Answer("Outlet: \(article.outlet ?? "not stated")"),
      Answer(
        "Written by: \(article.byline.isEmpty ? "not stated" : article.byline.joined(separator: ", "))"
      ),
      Answer("Day: \(article.date ?? "not stated")"),
    ]
    if let again = article.republisher { answers.append(Answer("Printed again by: \(again)")) }
    if let url = article.url { answers.append(Answer("Address: \(url)")) }
    return [
      Question(
        text:
          "Stop before you read on. Who published this, who wrote it, and when? What does the page "
          + "not tell about itself?", trains: "SIFT: stop, investigate; COR: who is behind it",
        lines: 3, answers: answers,
        caution:
          "Who the outlet is, and who pays for it, stands outside of the article: leave the page "
          + "and look it up.")
    ]
  }

  // MARK: Who says so?

  var sourcing: [Question] {
    [sourceList, nobody, secondHand, words, interests]
  }

  private var sourceList: Question {
    let all = sources.map { source in
      let numbers = sentences(source.findings)
      let who = source.isOpen ? "\(source.name) (whom it means is left open)" : source.name
      return Answer("\(who) – \(Self.told(source.type)): \(numbers)")
    }
    return Question(
      text:
        "List everyone whom the article gives a voice. Write N beside those with a name, U beside "
        + "those without.", trains: "IM VAIN: multiple, named", lines: 6,
      answers: all.isEmpty ? [Answer("Nobody is cited.")] : all)
  }

  private var nobody: Question {
    var answers = analysis.findings.filter {
      $0.analyzer == "attribution" && SourceType(of: $0) == .nobody
    }
    .map { answer($0.part(.cue)?.extent ?? $0.extent, $0, "says that somebody says so, not who") }
    answers += findings("hedging") { $0.category == "vague_source" }
      .map { answer($0.extent, $0, "puts it on nobody in particular") }
    return Question(
      text: "Where does the article say that something is said, without telling by whom?",
      trains: "IM VAIN: verifies or asserts, named", lines: 4, answers: Self.orNone(answers))
  }

  private var secondHand: Question {
    let answers = findings("attribution") {
      $0.holds("second_hand") || [.newsOutlet, .socialMedia].contains(SourceType(of: $0))
    }.map { finding in
      answer(finding.part(.source)?.extent ?? finding.extent, finding, "taken from elsewhere")
    }
    return Question(
      text: "What did the writer not hear or see first-hand, but take from another outlet or from "
        + "social media? Where could you find the original?",
      trains: "SIFT: trace; IM VAIN: verifies",
      lines: 4, answers: Self.orNone(answers))
  }

  private var words: Question {
    let forms = findings("attribution") { $0.part(.content) != nil }
    func numbers(_ wanted: Set<String>) -> String {
      let found = forms.filter { wanted.contains($0.part(.content)?.kind ?? "") }
      return Self.numbers(found.map(\.sentence))
    }
    return Question(
      text: "Which sentences give a source's own words, which retell them?",
      trains: "SIFT: trace quotations", lines: 3,
      answers: [
        Answer("In quotation marks, wholly or in part: \(numbers(["direct", "mixed"]))"),
        Answer("Retold: \(numbers(["indirect"]))"),
      ])
  }

  private var interests: Question {
    Question(
      text:
        "Who of them has a stake in the matter, who was there, who is an expert? Whom would you "
        + "believe, and why?", trains: "IM VAIN: independent, authoritative", lines: 5,
      answers: sources.prefix(12).map { Answer("\($0.name) – \(Self.told($0.type))") },
      caution:
        "No word list can tell who is independent or well informed: discuss it source by source.")
  }

  // MARK: How sure are they?

  var hedging: [Question] {
    let disclaimers = findings("hedging") { $0.category == "verification_disclaimer" }
    let others = findings("hedging") {
      !["verification_disclaimer", "vague_source"].contains($0.category ?? "")
    }
    let boosters = findings("boosting") { _ in true }
    return [
      Question(
        text:
          "Underline the words by which the article holds back (perhaps, reportedly, about). What do "
          + "they hold back from: that it happened, how much, who says so?",
        trains: "IM VAIN: verifies or asserts; COR: what is the evidence", lines: 5,
        answers: Self.orNone(others.map { answer($0.extent, $0, Self.category($0)) })),
      Question(
        text: "What does the article say that nobody has checked, or that is not known?",
        trains: "IM VAIN: verifies", lines: 3,
        answers: Self.orNone(disclaimers.map { answer($0.extent, $0, "says so outright") })),
      Question(
        text: "Where does it vouch for something (clearly, without doubt)? Does it show why?",
        trains: "IM VAIN: asserts", lines: 3,
        answers: Self.orNone(boosters.map { answer($0.extent, $0, Self.category($0)) })),
    ]
  }

  // MARK: How is it worded?

  var wording: [Question] {
    let own = findings("loaded") { $0.isOwnVoice }
    let quoted = findings("loaded") { !$0.isOwnVoice }
    let most = SentenceScore.highest(in: analysis, most: 1)
    return [
      Question(
        text:
          "Mark words that judge or stir. Which are the outlet's own, which a source's in quotation "
          + "marks?", trains: "SIFT: stop", lines: 5,
        answers: Self.orNone(
          own.map { answer($0.extent, $0, "own voice, \(Self.category($0))") }
            + quoted.map { answer($0.extent, $0, "a source's, \(Self.category($0))") })),
      Question(
        text:
          "Choose the sentence with the strongest wording of the outlet's own. Write it again so that "
          + "every fact stays and no judgement does. What is lost?", trains: "SIFT: stop", lines: 4,
        answers: Self.orNone(
          most.map { score in
            Answer(
              "weighs most: \(score.words(in: analysis).joined(separator: ", "))",
              sentence: score.sentence + 1)
          }),
        caution:
          "A loaded word can be the right word; the lists say which words evaluate, not whether they "
          + "are deserved."),
      Question(
        text: "What is each side called? Make a table: who, and by which words.",
        trains: "IM VAIN: independent", lines: 6, answers: Self.orNone(labels)),
    ]
  }

  private var labels: [Answer] {
    let found = findings("labels") { _ in true }
    return Self.grouped(
      found.map { finding in
        let actor = finding.detail("actor") ?? ""
        return (actor.isEmpty ? "not said of whom" : actor, label(finding))
      }
    ).map { Answer("\($0.key): \(Self.counted($0.values))") }
  }

  func label(_ finding: Finding) -> String {
    (finding.detail("label") ?? analysis.article.text[finding.extent]).lowercased()
  }

  /// More categories are not spelt out in a question.
  private static let mostCategories = 12

  /// Asks for the words of a user's dictionary.
  func words(of dictionary: UserDictionary) -> Question {
    let named = dictionary.categories.prefix(Self.mostCategories)
      .map { Self.quoted($0.split(separator: "_").joined(separator: " ")) }
    let more = dictionary.categories.count - named.count
    let categories = named.joined(separator: ", ") + (more > 0 ? " and \(more) more" : "")
    let found = findings(dictionary.name) { _ in true }
    return Question(
      text:
        "Which words of the text belong under \(categories)? Which of them are the outlet's own, "
        + "which a source's?", trains: "SIFT: stop", lines: 5,
      answers: Self.orNone(
        found.map {
          answer(
            $0.extent, $0, "\($0.isInQuote ? "a source's" : "own voice"), \(Self.category($0))")
        }),
      caution:
        "The key goes by the dictionary \(Self.quoted(dictionary.name)) (\(dictionary.file)), which "
        + "lists words, not what they mean here.")
  }

  // MARK: What do other sources say?

  var omissions: [Question] {
    let actors = Set(findings("labels") { _ in true }.compactMap { $0.detail("actor") })
      .filter { !$0.isEmpty }.sorted()
    let voices = Self.grouped(sources.map { (Self.told($0.type), $0.name) })
    return [
      Question(
        text: "Who is spoken about, but does not speak? What would you ask them?",
        trains: "IM VAIN: multiple; COR: what do other sources say", lines: 4,
        answers: [
          Answer(
            "Sides that are called something: \(actors.isEmpty ? "none found" : actors.joined(separator: ", "))"
          )
        ]
          + voices.map { Answer("Cited, \($0.key): \($0.values.joined(separator: ", "))") },
        caution:
          "What is left out cannot be found in the text: compare the two lists, then look elsewhere."
      ),
      Question(
        text:
          "Write down three things that you would need to know to believe the main claim. Find one other "
          + "report of the event, and note what it says of them.",
        trains: "SIFT: find better coverage; COR: what do other sources say", lines: 6, answers: [],
        caution: "Open: there is no key."),
    ]
  }

  // MARK: Wording of answers

  func findings(_ analyzer: String, _ includes: (Finding) -> Bool) -> [Finding] {
    analysis.findings.filter { $0.analyzer == analyzer && includes($0) }
  }

  private func answer(_ extent: Extent<Unit.Byte>, _ finding: Finding, _ what: String) -> Answer {
    let words = analysis.article.text[extent].split(whereSeparator: \.isWhitespace)
    return Answer(
      "\(Self.quoted(words.joined(separator: " "))): \(what)", sentence: finding.sentence + 1)
  }

  private func sentences(_ findings: [Int]) -> String {
    Self.sentences(findings.map { analysis.findings[$0].sentence })
  }

  /// `sentences 3, 5`.
  static func sentences(_ numbers: [Int]) -> String {
    "\(Set(numbers).count == 1 ? "sentence" : "sentences") \(self.numbers(numbers))"
  }

  /// In quotation marks, unless it brings its own.
  static func quoted(_ words: String) -> String {
    let bringsOwn = ["“", "\"", "‘"].contains { words.hasPrefix($0) }
    return bringsOwn ? words : "“\(words)”"
  }

  static func numbers(_ sentences: [Int]) -> String {
    sentences.isEmpty
      ? "none" : Set(sentences).sorted().map { "\($0 + 1)" }.joined(separator: ", ")
  }

  private static func orNone(_ answers: [Answer]) -> [Answer] {
    answers.isEmpty
      ? [Answer("Nothing found.")]
      : answers.enumerated().sorted {
        ($0.element.sentence ?? 0, $0.offset) < ($1.element.sentence ?? 0, $1.offset)
      }.map(\.element)
  }

  static func told(_ type: SourceType) -> String {
    type == .ownWriter ? "the writer" : type.rawValue.split(separator: "-").joined(separator: " ")
  }

  static func category(_ finding: Finding) -> String {
    (finding.category ?? finding.analyzer).split(separator: "_").joined(separator: " ")
  }

  /// Values by key, keys in the order they come.
  static func grouped(_ pairs: [(String, String)]) -> [(key: String, values: [String])] {
    var out: [(key: String, values: [String])] = []
    for (key, value) in pairs {
      if let place = out.firstIndex(where: { $0.key == key }) {
        out[place].values.append(value)
      } else {
        out.append((key, [value]))
      }
    }
    return out
  }

  /// `fighters (3), militants`.
  static func counted(_ words: [String]) -> String {
    grouped(words.map { ($0, $0) })
      .map { $0.values.count == 1 ? $0.key : "\($0.key) (\($0.values.count))" }
      .joined(separator: ", ")
  }
}
