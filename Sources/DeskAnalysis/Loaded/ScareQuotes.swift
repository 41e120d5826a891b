import DeskLexicons
import DeskReading
import DeskText

/// Quotation marks round one to three words of the outlet's own sentence, by which it keeps its
/// distance from them (Bednarek 2006).
///
/// Left alone: names and titles (a capital first word), figures, what a verb of speaking introduces
/// or follows, and words that are named rather than used (the word "peace"). What somebody is said
/// to call a thing (she called it “new”) is a quotation: found too, but as the source's.
struct ScareQuotes: Sendable {
  /// Its line in the list holds the weight; the words of that entry are never looked for.
  static let category = "scare_quote"
  static let mostWords = 3
  /// Entries of this category are no loaded words: behind them a source is quoted.
  static let namingCategory = "naming"
  /// So many words may stand between the naming and what is quoted.
  private static let reach = 6

  private let evidence: Evidence?
  private let weight: Double

  init(lexicons: [Lexicon]) {
    for lexicon in lexicons {
      for entry in lexicon.entries where entry.category == Self.category {
        evidence = Evidence(lexicon, entry)
        weight = entry.weight
        return
      }
    }
    evidence = nil
    weight = 0
  }

  /// None where no list has an entry of the category; `namings` are where entries of
  /// `namingCategory` stand, in order.
  func findings(in reading: Reading, behind namings: [Extent<Unit.Token>]) -> [Finding] {
    guard let evidence else { return [] }
    return reading.quotations.filter { isScareQuote($0, in: reading.words) }.map { quotation in
      let start = quotation.tokens.start
      let isAttributed = namings.contains {
        $0.end <= start && start - $0.end <= Self.reach
          && reading.words.isSameSentence($0.start, start)
      }
      return Finding(
        analyzer: LoadedAnalyzer.name, extent: reading.words.bytes(quotation.tokens),
        sentence: reading.sentenceNumber(ofToken: start), category: Self.category, weight: weight,
        isInQuote: true,
        details: isAttributed ? [Detail(name: "attributed", value: "true")] : [],
        evidence: evidence)
    }
  }

  private func isScareQuote(_ quotation: Quotation, in words: Words) -> Bool {
    guard quotation.isClosed, !quotation.inner.isEmpty else { return false }
    var wordCount = 0
    var longest = 0
    for index in quotation.inner.range {
      let token = words.tokens[index]
      switch token.kind {
      case .number: return false
      case .word:
        // A capital first word begins a name, a title or a sentence that was spoken.
        if wordCount == 0, token.flags.contains(.capital) { return false }
        wordCount += 1
        longest = max(longest, token.end - token.start)
      case .mark, .clitic: continue
      }
    }
    guard (1...Self.mostWords).contains(wordCount), longest > 2 else { return false }
    let before = quotation.tokens.start - 1
    // A quotation that is the whole sentence, or its beginning, is speech.
    guard before >= 0, words.isSameSentence(before, quotation.tokens.start),
      words.tokens[before].kind == .word || words.tokens[before].kind == .clitic,
      !Self.introducers.holds(words, before)
    else { return false }
    let after = quotation.tokens.end
    if after < words.tokens.count, words.isSameSentence(after, quotation.tokens.start) {
      return !Self.speech.holds(words, after)
        && !(after + 1 < words.tokens.count && Self.speech.holds(words, after + 1))
    }
    return true
  }

  private static let speech = WordSet(speechWords)
  private static let introducers = WordSet(speechWords + introducingWords)

  private static let speechWords = [
    "said", "says", "say", "saying", "told", "tells", "added", "adds", "wrote", "writes", "asked",
    "asks", "replied", "tweeted", "declared", "shouted", "chanted", "yelled", "answered",
  ]
  private static let introducingWords = [
    "that", "word", "words", "term", "phrase", "slogan", "titled", "entitled", "headlined", "named",
    "nicknamed", "shouting", "chanting", "yelling", "reads", "read", "reading", "song", "album",
    "film", "movie", "book", "novel", "series", "show", "episode", "podcast", "magazine", "letter",
  ]
}
