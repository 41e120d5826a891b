public import DeskLexicons
public import DeskReading
public import DeskText

extension Finding {
  /// What an analyzer of commitment finds: the longest entries, marked where they are denied.
  ///
  /// Hedges and boosters are the two sides of one thing (Hyland 2005) and are read alike. An entry
  /// of weight 0 keeps its words from shorter entries and is no finding: "may be used" tells an
  /// option, where "may" voices doubt.
  static func commitments(
    _ matches: [Match], in reading: Reading, entries: ListedEntries<Void>
  ) -> [Finding] {
    Matcher.longest(matches).compactMap { match in
      let weight = entries.weight(of: match)
      guard weight != 0 else { return nil }
      return Finding(
        match, in: reading, entries: entries, weight: weight,
        details: Negation.stands(before: match.tokens, in: reading.words) ? negated : [])
    }
  }

  private static let negated = [Detail(name: "negated", value: "true")]

  /// A finding that is one stretch and rests on one entry.
  ///
  /// It takes its category and weight from the entry, and stands in quotation marks where its first
  /// token does.
  ///
  /// - Parameters:
  ///   - analyzer: the name of the analyzer that finds it.
  ///   - match: where the entry's words stand.
  ///   - tokens: where the finding stands, if that is not where the match does.
  ///   - reading: the text.
  ///   - lexicons: the lists that the match's numbers refer to.
  public init(
    _ analyzer: String, _ match: Match, at tokens: Extent<Unit.Token>? = nil,
    in reading: Reading, lexicons: [Lexicon]
  ) {
    let lexicon = lexicons[match.lexicon]
    let entry = lexicon.entries[match.entry]
    self.init(
      Shared(
        Nature(analyzer: analyzer, category: entry.category, evidence: Evidence(lexicon, entry))),
      match, at: tokens, in: reading, weight: entry.weight)
  }

  /// The same of an entry of which all that a finding says is at hand.
  init(
    _ shared: Shared, _ match: Match, at tokens: Extent<Unit.Token>?, in reading: Reading,
    weight: Double?
  ) {
    let place = tokens ?? match.tokens
    self.init(
      shared, extent: reading.words.bytes(place),
      sentence: reading.sentenceNumber(ofToken: place.start), weight: weight,
      isInQuote: reading.words.tokens[match.tokens.start].flags.contains(.inQuote))
  }
}
