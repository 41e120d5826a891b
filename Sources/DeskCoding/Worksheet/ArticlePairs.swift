import DeskAnalysis
import DeskComparison
import DeskReading
import DeskText

/// The questions that set articles beside each other.
struct ArticlePairs {
  private let analyses: [Analysis]
  /// What several of them tell.
  private let facts: [Fact]

  init(_ analyses: [Analysis], by facts: Facts) {
    self.analyses = analyses
    self.facts = facts.facts(of: analyses.map { FactArticle($0, Reading($0.article.text)) })
  }

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

  /// So many facts fill a page.
  private static let mostFacts = 4
  /// And so many sentences of one fact are enough to compare.
  private static let mostTellings = 6

  /// The first sentence of each article that tells a fact.
  private func shown(of fact: Fact) -> ArraySlice<Fact.Telling> {
    var seen: Set<String> = []
    return fact.tellings.filter { seen.insert($0.article.id).inserted }.prefix(Self.mostTellings)
  }

  /// The facts that ask most: told with different firmness or figures first, then by how many tell them;
  /// copies of one sentence ask nothing.
  private var askedFacts: [Fact] {
    let asking = facts.filter { Set($0.tellings.map(\.text)).count > 1 }
    let differing = asking.filter {
      Set($0.tellings.map(\.stance)).count > 1 || !$0.contradictions.isEmpty
    }
    let same = asking.filter { fact in !differing.contains { $0.number == fact.number } }
    return Array((differing + same).prefix(Self.mostFacts))
  }

  private var sameFacts: [Question] {
    let asked = askedFacts
    guard !asked.isEmpty else { return [] }
    let lines = asked.enumerated().map { place, fact in
      "\(Self.letter(place).lowercased())) \(places(of: fact))"
    }
    return [
      Question(
        text:
          "The sentences of each letter tell the same thing, or nearly: \(lines.joined(separator: ". ")). "
          + "Who says so in each? How sure is each? Which details differ, and which article leaves it out?",
        trains: "SIFT: trace; IM VAIN: verifies or asserts; COR: what do other sources say",
        lines: 10,
        answers: asked.enumerated().flatMap { place, fact in
          answers(on: fact, mark: "\(Self.letter(place).lowercased()))")
        },
        caution:
          "The program groups sentences by their words, and errs; whether they tell one fact is for "
          + "you to say.")
    ]
  }

  /// `A, sentence 11; B, sentences 2, 29`.
  private func places(of fact: Fact) -> String {
    ArticleQuestions.grouped(
      shown(of: fact).map { telling in
        (Self.letter(number(of: telling.article)), "\(sentence(of: telling))")
      }
    ).map { letter, sentences in
      "\(letter), \(ArticleQuestions.sentences(sentences.compactMap { Int($0) }))"
    }.joined(separator: "; ")
  }

  private func answers(on fact: Fact, mark: String) -> [Answer] {
    var out = shown(of: fact).map { telling in
      let source = telling.source.map { " (\($0))" } ?? ""
      return Answer(
        "\(mark) \(Self.letter(number(of: telling.article))), sentence \(sentence(of: telling) + 1): "
          + "\(telling.stance.label)\(source). "
          + ArticleQuestions.quoted(
            telling.text.split(whereSeparator: \.isWhitespace).joined(separator: " ")))
    }
    for contradiction in fact.contradictions {
      let figures = contradiction.figures.map { figure in
        "\(figure.written) in \(Self.letter(number(of: fact.tellings[figure.telling].article)))"
      }
      out.append(
        Answer(
          "\(mark) figures differ (\(contradiction.counted)): \(figures.joined(separator: ", "))"))
    }
    if !fact.leftOut.isEmpty {
      let names = fact.leftOut.map { name(number(of: $0)) }
      out.append(Answer("\(mark) not found in \(names.joined(separator: ", "))"))
    }
    return out
  }

  private func number(of article: Fact.Article) -> Int {
    analyses.firstIndex { $0.article.id == article.id } ?? 0
  }

  /// The number of a telling's sentence in its article, from 0.
  private func sentence(of telling: Fact.Telling) -> Int {
    analyses[number(of: telling.article)].sentences
      .firstIndex { $0.bytes.overlaps(telling.bytes) } ?? 0
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
