import DeskLexicons
import DeskReading
import DeskText

typealias TokenSpan = Extent<Unit.Token>

/// An article's tokens as the grammar of attribution sees them: one kind a token, and the places
/// of cues and source words.
struct Scan {
  let reading: Reading
  let tokens: [Token]
  let kinds: TokenRow<WordKind>
  let traits: TokenRow<TokenTraits>
  /// For whom each token stands as a pronoun.
  let pronouns: TokenRow<Pronoun>
  /// For each token the source words that it belongs to.
  let sourceWords: TokenRow<SourceWords>
  /// Words that the article writes small somewhere, as far as they might be names with a capital.
  let lowerWords: SeenWords
  /// Where cues may stand, in order, none inside another; outside quotations.
  private(set) var candidates: [CueCandidate] = []
  /// How many words, commas and quoted tokens stand before each token, and before the end.
  private let tallies: TokenRow<Tally>
  /// Whose the memory of all rows is.
  private let rows: TokenRows

  init(_ reading: Reading, matches: [Match], cues: CueList, sources: SourceWordList) {
    self.reading = reading
    tokens = reading.words.tokens
    rows = TokenRows(count: tokens.count)
    kinds = rows.kinds
    traits = rows.traits
    pronouns = rows.pronouns
    sourceWords = rows.sourceWords
    tallies = rows.tallies
    lowerWords = KindReader.read(reading.words, into: rows)
    for match in matches {
      guard let words = sources.words(of: match) else { continue }
      for index in match.tokens.range {
        sourceWords[index] = sourceWords[index].union(words)
        guard kinds[index] == .word else { continue }
        if !words.isDisjoint(with: .role) {
          kinds[index] = .role
        } else if !words.isDisjoint(with: .thing) {
          kinds[index] = .thing
        }
      }
    }
    collectCandidates(matches, cues)
  }

  /// Picks the longest cue at each place, and marks its verb.
  private mutating func collectCandidates(_ matches: [Match], _ cues: CueList) {
    var end = 0
    var number = 0
    candidates.reserveCapacity(matches.count / 4)
    while number < matches.count {
      guard matches[number].lexicon == cues.lexicon, matches[number].tokens.start >= end else {
        number += 1
        continue
      }
      let match = matches[number]
      number += 1
      let head = match.tokens.start
      let token = tokens[head]
      guard token.flags.isDisjoint(with: [.inQuote, .quoteMark]) else { continue }
      let isHeadline = reading.sentence(ofToken: head).paragraph == 0
      // A capital inside a sentence makes a name of a verb; headlines write them all so.
      if token.flags.contains(.capital), !token.flags.contains(.sentenceStart), !isHeadline {
        continue
      }
      // "claims" is a noun after "the" or "Smith's", else a verb.
      var entry = match.entry
      let wantsNoun = isNounPlace(head) || isDescribed(match.tokens)
      while number < matches.count, matches[number].tokens == match.tokens {
        let other = matches[number]
        number += 1
        guard other.lexicon == cues.lexicon else { continue }
        if (cues.cues[entry].kind == .noun) != wantsNoun { entry = other.entry }
      }
      let cue = cues.cues[entry]
      // "Reportedly claimed": the verb has a source, the adverb only doubts it.
      if cue.kind == .adverb, number < matches.count, isCueVerb(matches[number], after: match, cues)
      {
        continue
      }
      let isIng = isIngForm(head)
      // "A tweet", "his report": a verb's letters, but no verb.
      if cue.kind == .verb, !isIng, kinds[head] != .ed, match.tokens.count == 1,
        head > 0, kinds[head - 1].isOne(of: [.article, .possessive, .clitic]),
        isPlainForm(head) || sourceWords[head] != []
      {
        continue
      }
      let inflection = inflection(head, lemma: cue.lemma, isIng: isIng)
      candidates.append(
        CueCandidate(entry: entry, tokens: match.tokens, isIng: isIng, inflection: inflection))
      end = match.tokens.end
      if cue.kind == .verb, cue.precision >= 0.45 { kinds[head] = isIng ? .saying : .cue }
    }
  }

  private func isCueVerb(_ match: Match, after adverb: Match, _ cues: CueList) -> Bool {
    match.lexicon == cues.lexicon && match.tokens.start == adverb.tokens.end
      && cues.cues[match.entry].kind == .verb
  }

  /// Whether a word that is noun and verb is a noun here, by the word before it.
  private func isNounPlace(_ index: Int) -> Bool {
    guard index > 0, !tokens[index].flags.contains(.sentenceStart) else { return false }
    let nominal: KindSet = [
      .article, .possessive, .demonstrative, .clitic, .of, .in, .with, .for, .from, .about, .by,
    ]
    if nominal.contains(kinds[index - 1]) { return true }
    // "Raised hopes", "made claims".
    return kinds[index - 1] == .ed && reading.text.utf8[tokens[index].end - 1] == 0x73
  }

  /// "— claims that could not be verified": nobody claims here, the claims are talked about.
  private func isDescribed(_ cue: TokenSpan) -> Bool {
    guard cue.end + 1 < tokens.count, kinds[cue.end] == .that else { return false }
    return kinds[cue.end + 1].isOne(of: [.modal, .be, .have, .do, .not])
      && cue.start > 0 && kinds[cue.start - 1].isOne(of: [.dash, .comma])
  }

  private func inflection(_ index: Int, lemma: UInt32, isIng: Bool) -> Inflection {
    if isIng { return .ing }
    if tokens[index].hash == lemma { return .base }
    return endsInS(index) ? .s : .past
  }

  func endsInS(_ index: Int) -> Bool {
    reading.text.utf8[tokens[index].end - 1] | 0x20 == 0x73
  }

  func isIngForm(_ index: Int) -> Bool {
    let token = tokens[index]
    let bytes = reading.text.utf8
    return token.end - token.start > 4 && bytes[token.end - 1] | 0x20 == 0x67
      && bytes[token.end - 2] | 0x20 == 0x6E && bytes[token.end - 3] | 0x20 == 0x69
  }

  /// Whether a verb's form can be a past participle: `-ed`, `-en`, `-t` and the like.
  func isPlainForm(_ index: Int) -> Bool {
    let last = reading.text.utf8[tokens[index].end - 1] | 0x20
    return last == 0x73 || (last != 0x64 && last != 0x6E && last != 0x74)
  }

  /// The kind of the token at an index; `edge` where it stands outside `bounds`.
  @inline(__always)
  func kind(_ index: Int, in bounds: TokenSpan) -> WordKind {
    index >= bounds.start && index < bounds.end ? kinds[index] : .edge
  }

  /// The same where the token surely stands before the end of the bounds.
  @inline(__always)
  func kind(_ index: Int, from start: Int) -> WordKind { index >= start ? kinds[index] : .edge }

  /// The same where the token surely stands behind the beginning of the bounds.
  @inline(__always)
  func kind(_ index: Int, upTo end: Int) -> WordKind { index < end ? kinds[index] : .edge }

  @inline(__always)
  func isQuoted(_ index: Int) -> Bool {
    index >= 0 && index < traits.count && traits[index].isQuoted
  }

  /// 0 for no words in quotation marks, 1 for some, 2 for all.
  func quotedShare(_ pieces: [TokenSpan]) -> Int {
    var quoted: Int32 = 0
    var words: Int32 = 0
    for piece in pieces {
      words += tallies[piece.end].words - tallies[piece.start].words
      quoted += tallies[piece.end].quotedWords - tallies[piece.start].quotedWords
    }
    if quoted == 0 { return 0 }
    return quoted * 20 >= words * 19 ? 2 : 1
  }

  func wordCount(in span: TokenSpan) -> Int {
    Int(tallies[span.end].words - tallies[span.start].words)
  }

  /// How many tokens of a span stand in quotation marks, the marks included.
  func quotedCount(in span: TokenSpan) -> Int {
    Int(tallies[span.end].quoted - tallies[span.start].quoted)
  }

  /// How many commas of a span stand outside quotation marks.
  func commaCount(in span: TokenSpan) -> Int {
    Int(tallies[span.end].commas - tallies[span.start].commas)
  }

  @inline(__always)
  func isWord(_ index: Int) -> Bool { traits[index].isWord }
}

/// A place where a cue may stand.
struct CueCandidate {
  /// The entry's number in the list of cues.
  var entry: Int
  var tokens: TokenSpan
  var isIng: Bool
  var inflection: Inflection
}

/// How a cue's first word is inflected, as far as its letters tell: `claim`, `claims`, `claimed` or
/// `shown`, `claiming`.
enum Inflection: Int { case base, s, past, ing }
