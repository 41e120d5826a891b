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
    let long = reading.sentences.map(\.tokens).filter { Self.isLong($0, in: reading.words) }
    let opening =
      long.first.map { RunInHeadline(in: reading.words, background: background).parts(of: $0) }
      ?? []
    let told = opening.filter { Self.isLong($0, in: reading.words) } + long.dropFirst()
    sentences = told.map {
      FactSentence(
        $0, in: reading.words, points: points, stances: stances, background: background)
    }
  }

  private static func isLong(_ sentence: Extent<Unit.Token>, in words: Words) -> Bool {
    sentence.range.count { words.tokens[$0].isWord } >= fewestWords
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
    /// Whether it is a word that begins with a small letter, here or elsewhere in the sentence:
    /// names and figures are none.
    var isSmall: Bool
    /// How rare its word is in news at large, that of `BackgroundWords`.
    var rarity: Float
  }

  var text: String
  var bytes: Extent<Unit.Byte>
  var extent: Extent<Unit.CodePoint>
  /// Each stem once, by stem; function words are left out.
  var terms: [Term]
  var quantities: [Quantity]
  /// Two words that stand side by side, one of which tells something: each pair once, ascending.
  var phrases: [UInt64]
  /// Attributions and hedges that bear on it.
  var grounds: StanceGrounds

  init(
    _ sentence: Extent<Unit.Token>, in words: Words, points: CodePoints, stances: StanceReader,
    background: BackgroundWords
  ) {
    bytes = words.bytes(sentence)
    text = words.text[bytes]
    extent = points.extent(bytes)
    grounds = stances.grounds(in: bytes)
    let content = FactStems(
      sentence, in: words, background: background,
      approximators: stances.approximators(in: bytes))
    quantities = content.quantities
    var places: [UInt32: Int] = [:]
    var found: [Term] = []
    for (stem, place) in content.stems {
      let token = words.tokens[place]
      let isSmall = token.kind == .word && !token.flags.contains(.capital)
      if let known = places[stem] {
        if isSmall { found[known].isSmall = true }
        continue
      }
      places[stem] = found.count
      found.append(
        Term(
          stem: stem, start: token.start, isQuoted: token.flags.contains(.inQuote),
          isSmall: isSmall, rarity: background.weight(token.hash)))
    }
    terms = found.sorted { $0.stem < $1.stem }
    phrases = Self.phrases(sentence, in: words, background: background)
  }

  /// Marks between two words do not part them: "the “caretaker president”" is "the caretaker president".
  private static func phrases(
    _ sentence: Extent<Unit.Token>, in words: Words, background: BackgroundWords
  ) -> [UInt64] {
    var out = Set<UInt64>()
    var last: UInt32?
    for token in words.tokens[sentence.range] where token.isWord {
      if let last, background.weight(last) > 0 || background.weight(token.hash) > 0 {
        out.insert(UInt64(last) << 32 | UInt64(token.hash))
      }
      last = token.hash
    }
    return out.sorted()
  }
}
