import DeskLexicons
import DeskReading
import DeskText

extension Finding {
  /// A finding that is one stretch and rests on one entry.
  ///
  /// It stands at `tokens`, at the match's own where nil; `lexicons` are those that the match's
  /// numbers refer to.
  init(
    _ analyzer: String, _ match: Match, at tokens: Extent<Unit.Token>? = nil,
    in reading: Reading, lexicons: [Lexicon]
  ) {
    let lexicon = lexicons[match.lexicon]
    let entry = lexicon.entries[match.entry]
    let place = tokens ?? match.tokens
    self.init(
      analyzer: analyzer, extent: reading.words.bytes(place),
      sentence: reading.sentenceNumber(ofToken: place.start), category: entry.category,
      weight: entry.weight,
      isInQuote: reading.words.tokens[match.tokens.start].flags.contains(.inQuote),
      evidence: Evidence(lexicon, entry))
  }
}

/// Whether a denial stands shortly before an expression: "not", "never", "don't", "no".
enum Negation {
  private static let words: Set<String> = [
    "not", "never", "no", "nor", "neither", "nobody", "none", "without", "hardly", "cannot",
    "can't", "couldn't", "don't", "doesn't", "didn't", "isn't", "aren't", "wasn't", "weren't",
    "won't", "wouldn't", "hasn't", "haven't", "hadn't", "shouldn't",
  ]

  /// Looks at up to three words before `tokens`, in the same sentence and not beyond a mark.
  static func stands(before tokens: Extent<Unit.Token>, in words: Words) -> Bool {
    var index = tokens.start - 1
    while index >= 0, index >= tokens.start - 3, words.tokens[index].kind != .mark,
      words.isSameSentence(index, tokens.start)
    {
      if Self.words.contains(words.folded(index)) { return true }
      index -= 1
    }
    return false
  }
}
