public import DeskAnalysis
public import DeskComparison
public import DeskLexicons
import DeskReading
import DeskText

/// An exercise on some articles: their texts without marks, questions, and what the program would answer.
///
/// The parts come in the order of the three questions of Civic Online Reasoning (who is behind it, what is
/// the evidence, what do other sources say); each question names the moves of SIFT and the letters of
/// IM VAIN that it trains.
public struct Worksheet: Sendable {
  /// A line of the answer key: words of ours and of the article, both shown as they stand.
  public struct Answer: Hashable, Sendable {
    /// The sentence it points to, from 1; nil where it is about the whole.
    public var sentence: Int?
    public var words: String

    init(_ words: String, sentence: Int? = nil) {
      self.sentence = sentence
      self.words = words
    }
  }

  /// A question with its answers.
  public struct Question: Sendable {
    public var text: String
    /// What of which rubric it trains: `SIFT: trace; IM VAIN: named`.
    public var trains: String
    /// How many empty lines a pupil needs.
    public var lines: Int
    public var answers: [Answer]
    /// What no program can tell here; nil where there is nothing to say.
    public var caution: String?
  }

  /// Questions under one heading.
  public struct Part: Sendable {
    public var heading: String
    public var questions: [Question]
  }

  /// A sentence with its number, as in `sentences.csv` and in coders' tables.
  public struct NumberedSentence: Hashable, Sendable {
    public var number: Int
    public var words: String
  }

  /// One article with its questions.
  public struct Sheet: Sendable {
    public var id: String
    public var title: String
    /// Outlet, writers and day, as far as the input tells.
    public var origin: String
    public var paragraphs: [[NumberedSentence]]
    public var parts: [Part]
  }

  public var sheets: [Sheet]
  /// Questions that set the articles beside each other; none for one article.
  public var comparing: [Question]

  /// - Parameters:
  ///   - analyses: of the articles, in the order of the sheets.
  ///   - facts: finds the sentences that tell the same.
  ///   - dictionaries: the user's, each of which asks for its words.
  public init(
    _ analyses: [Analysis], facts: Facts = Facts(), dictionaries: [UserDictionary] = []
  ) {
    sheets = analyses.map { Self.sheet($0, dictionaries) }
    comparing = analyses.count > 1 ? ArticlePairs(analyses, by: facts).questions : []
  }

  private static func sheet(_ analysis: Analysis, _ dictionaries: [UserDictionary]) -> Sheet {
    let article = analysis.article
    let questions = ArticleQuestions(analysis)
    return Sheet(
      id: article.id, title: article.title ?? article.id,
      origin: [
        article.outlet,
        article.byline.isEmpty ? nil : "by \(article.byline.joined(separator: ", "))",
        article.date,
      ].compactMap(\.self).joined(separator: " · "), paragraphs: paragraphs(of: analysis),
      parts: [
        Part(heading: "Who is behind it?", questions: questions.behind),
        Part(heading: "What is the evidence? Who says so", questions: questions.sourcing),
        Part(heading: "What is the evidence? How sure they are", questions: questions.hedging),
        Part(
          heading: "How is it worded?",
          questions: questions.wording + dictionaries.map(questions.words)),
        Part(heading: "What do other sources say?", questions: questions.omissions),
      ])
  }

  /// Sentences by paragraph, white space made plain.
  private static func paragraphs(of analysis: Analysis) -> [[NumberedSentence]] {
    var out: [[NumberedSentence]] = []
    var last: Int?
    for (index, sentence) in analysis.sentences.enumerated() {
      let words = analysis.article.text[sentence.bytes].split(whereSeparator: \.isWhitespace)
      if sentence.paragraph != last { out.append([]) }
      last = sentence.paragraph
      out[out.count - 1].append(
        NumberedSentence(number: index + 1, words: words.joined(separator: " ")))
    }
    return out
  }

  /// The rubrics behind the questions.
  static let rubrics = [
    "Civic Online Reasoning: who is behind the information, what is the evidence, what do other "
      + "sources say? McGrew, Breakstone, Ortega, Smith and Wineburg, Theory & Research in Social "
      + "Education 46, 2018.",
    "SIFT: stop; investigate the source; find better coverage; trace claims, quotations and media to "
      + "their context. Caulfield, SIFT (The Four Moves), 2019.",
    "IM VAIN: independent or self-interested; multiple or single; verifies or asserts; "
      + "authoritative or uninformed; named or unnamed sources. Center for News Literacy, Stony Brook "
      + "University.",
  ]

  static let about =
    "The key says what word lists find, not what is right: they miss some and take some for what "
    + "they are not. A good answer that is not in it is a good answer."
}
