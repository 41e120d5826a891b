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
    _ analyzer: String, _ matches: [Match], in reading: Reading, entries: ListedEntries<Void>
  ) -> [Finding] {
    Matcher.longest(matches).compactMap { match in
      guard entries[match].weight != 0 else { return nil }
      var finding = Finding(analyzer, match, in: reading, entries: entries)
      if Negation.stands(before: match.tokens, in: reading.words) {
        finding.details.append(Detail(name: "negated", value: "true"))
      }
      return finding
    }
  }

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
      analyzer, match, at: tokens, in: reading, category: entry.category, weight: entry.weight,
      evidence: Evidence(lexicon, entry))
  }

  /// The same of an entry whose category, weight and evidence are at hand.
  init(
    _ analyzer: String, _ match: Match, at tokens: Extent<Unit.Token>?, in reading: Reading,
    category: String, weight: Double, evidence: Evidence
  ) {
    let place = tokens ?? match.tokens
    self.init(
      analyzer: analyzer, extent: reading.words.bytes(place),
      sentence: reading.sentenceNumber(ofToken: place.start), category: category,
      weight: weight,
      isInQuote: reading.words.tokens[match.tokens.start].flags.contains(.inQuote),
      evidence: evidence)
  }
}
