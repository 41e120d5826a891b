import DeskAnalysis
import DeskComparison
import DeskReading
import DeskText

/// The questions that set articles beside each other.
struct ArticlePairs {
  private let analyses: [Analysis]

  init(_ analyses: [Analysis]) { self.analyses = analyses }

  typealias Question = Worksheet.Question
  typealias Answer = Worksheet.Answer

  var questions: [Question] {
    [labels] + sameFacts + [alone, sureness]
  }

  /// `A`, `B`, ...: how sheets are called on the page.
  static func letter(_ number: Int) -> String {
    number < 26
      ? String(UnicodeScalar(UInt8(65 + number))) : letter(number / 26 - 1) + letter(number % 26)
  }

  private func name(_ number: Int) -> String {
    let article = analyses[number].article
    return "\(Self.letter(number)) (\(article.outlet ?? article.title ?? article.id))"
  }

  private var labels: Question {
    var rows: [(String, String)] = []
    for (number, analysis) in analyses.enumerated() {
      let reader = ArticleQuestions(analysis)
      for finding in reader.findings("labels", { !($0.detail("actor") ?? "").isEmpty }) {
        rows.append((finding.detail("actor") ?? "", "\(number)\t\(reader.label(finding))"))
      }
    }
    let answers = ArticleQuestions.grouped(rows).compactMap { actor, all -> Answer? in
      let articles = ArticleQuestions.grouped(
        all.map { value in
          let parts = value.split(separator: "\t").map(String.init)
          return (parts[0], parts[1])
        })
      guard articles.count > 1 else { return nil }
      let told = articles.compactMap { key, words in
        Int(key).map { "\(Self.letter($0)): \(ArticleQuestions.counted(words))" }
      }
      return Answer("\(actor) – \(told.joined(separator: "; "))")
    }
    return Question(
      text:
        "What does each article call the sides? Which names do they share, which has only one of them?",
      trains: "IM VAIN: independent; SIFT: find better coverage", lines: 6,
      answers: answers.isEmpty ? [Answer("No side is named in two of them.")] : answers)
  }

  /// A question for each fact that two articles tell.
  private var sameFacts: [Question] {
    let pairs = SameFact.pairs(in: analyses, most: 4)
    guard !pairs.isEmpty else { return [] }
    let told = pairs.map { pair in
      "\(Self.letter(pair.first.article)), sentence \(pair.first.sentence + 1), and "
        + "\(Self.letter(pair.second.article)), sentence \(pair.second.sentence + 1)"
    }
    return [
      Question(
        text:
          "These sentences tell the same thing, or nearly: \(told.joined(separator: "; ")). Who says so "
          + "in each? How sure is each? Which details differ?",
        trains: "SIFT: trace; IM VAIN: verifies or asserts; COR: what do other sources say",
        lines: 8,
        answers: pairs.flatMap { [answer($0.first), answer($0.second)] },
        caution:
          "The sentences were found by their words; whether they tell the same fact is for you to say."
      )
    ]
  }

  private func answer(_ place: SameFact.Place) -> Answer {
    let analysis = analyses[place.article]
    let standing = SameFact.standing(of: place.sentence, in: analysis)
    return Answer(
      "\(Self.letter(place.article)), sentence \(place.sentence + 1): \(standing). "
        + ArticleQuestions.quoted(SameFact.words(of: place.sentence, in: analysis)))
  }

  private var alone: Question {
    let heads = analyses.map { analysis in
      ArticleSource.all(in: analysis, includingNobody: false).filter { !$0.isOpen }
    }
    // A person is named in full by one and by the last name by another.
    func key(_ source: ArticleSource) -> String {
      let last = source.name.split(whereSeparator: \.isWhitespace).last.map(String.init)
      return (source.type == .namedPerson ? last : source.head)?.lowercased()
        ?? source.name.lowercased()
    }
    let answers = heads.enumerated().map { number, own in
      let others = Set(
        heads.enumerated().filter { $0.offset != number }.flatMap { $0.element.map(key) })
      let only = own.filter { !others.contains(key($0)) }.map(\.name)
      return Answer(
        "Cited by \(name(number)) alone: \(only.isEmpty ? "nobody" : only.joined(separator: ", "))")
    }
    return Question(
      text: "Whom does only one of the articles cite? What do readers of the others not learn?",
      trains: "IM VAIN: multiple; SIFT: find better coverage", lines: 6, answers: answers,
      caution:
        "Sources are compared by name; one whom two articles call differently stands here twice.")
  }

  private var sureness: Question {
    let answers = analyses.enumerated().map { number, analysis in
      let reader = ArticleQuestions(analysis)
      let hedges = reader.findings("hedging") { $0.category != "vague_source" }
      let disclaimers = hedges.filter { $0.category == "verification_disclaimer" }
      let loaded = reader.findings("loaded") { $0.isOwnVoice }
      let outright =
        disclaimers.isEmpty
        ? "none says outright that something is unchecked"
        : "unchecked, it says, in \(ArticleQuestions.sentences(disclaimers.map(\.sentence)))"
      return Answer(
        "\(name(number)), \(analysis.wordCount) words: \(hedges.count) hedges, \(outright); "
          + "\(loaded.count) loaded words of its own")
    }
    return Question(
      text:
        "Which article holds back most, which judges most? Count, and divide by its length. Does the one "
        + "that hedges most know least?", trains: "COR: what is the evidence", lines: 5,
      answers: answers,
      caution:
        "Many hedges are neither good nor bad: a careful report of an unclear event has many.")
  }
}
