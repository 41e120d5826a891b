public import DeskAnalysis
public import DeskReading
import DeskText

/// What is kept of an article to set its sentences beside those of others.
public struct FactArticle: Sendable {
  public var id: String
  public var outlet: String?
  public var title: String?
  public var date: String?
  let sentences: [FactSentence]

  /// Sentences with fewer words tell no fact that stands by itself.
  private static let fewestWords = 5

  /// Takes an article's sentences apart; may run on any thread.
  ///
  /// - Parameters:
  ///   - analysis: of the article.
  ///   - reading: of the same article.
  ///   - background: how common words are in news.
  public init(
    _ analysis: Analysis, _ reading: Reading, background: BackgroundWords = .embedded
  ) {
    let article = analysis.article
    id = article.id
    outlet = article.outlet
    title = article.title
    date = article.date
    let points = CodePoints(of: reading.text)
    let stances = StanceReader(analysis.findings, in: reading.text)
    sentences = reading.sentences.compactMap { sentence in
      let words = sentence.tokens.range.reduce(0) {
        $0 + (reading.words.tokens[$1].isWord ? 1 : 0)
      }
      guard words >= Self.fewestWords else { return nil }
      return FactSentence(
        sentence, in: reading.words, points: points, stances: stances, background: background)
    }
  }
}

/// A sentence as facts are compared by it.
struct FactSentence: Sendable {
  /// A stem and where it first stands.
  struct Term: Sendable {
    var stem: UInt32
    /// In UTF-8 bytes of the article's text.
    var start: Int
    /// Whether it stands inside quotation marks.
    var isQuoted: Bool
  }

  var text: String
  var bytes: Extent<Unit.Byte>
  var extent: Extent<Unit.CodePoint>
  /// Each stem once, by stem; function words are left out.
  var terms: [Term]
  var quantities: [Quantity]
  /// Attributions and hedges that bear on it.
  var grounds: StanceGrounds

  init(
    _ sentence: Sentence, in words: Words, points: CodePoints, stances: StanceReader,
    background: BackgroundWords
  ) {
    bytes = sentence.bytes
    text = words.text[sentence.bytes]
    extent = points.extent(sentence.bytes)
    grounds = stances.grounds(in: sentence.bytes)
    let content = FactStems(sentence.tokens, in: words, background: background)
    quantities = content.quantities
    var seen = Set<UInt32>()
    terms = content.stems.filter { seen.insert($0.stem).inserted }
      .map { stem, place in
        let token = words.tokens[place]
        return Term(stem: stem, start: token.start, isQuoted: token.flags.contains(.inQuote))
      }
      .sorted { $0.stem < $1.stem }
  }
}
