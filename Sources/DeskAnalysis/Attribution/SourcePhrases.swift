import DeskReading
import DeskText

extension SourceRegister {
  /// The source that a phrase without a person's name means.
  ///
  /// "A ..." brings in somebody new; "the ..." points back where there is one to point at; the same
  /// words mean the same source.
  mutating func phrase(
    _ source: TokenSpan, _ reading: SourceReading, _ scan: Scan
  ) -> ResolvedSource {
    let phrase = SourcePhrase(source, reading, scan)
    if phrase.isNew, let name = bearer(ofAppositionAt: source.start, phrase, scan) {
      return person(name, scan)
    }
    if phrase.isGeneric, let index = organisation(near: source.start) {
      return cite(index, at: source.start, isNamed: true)
    }
    if !phrase.isNew {
      if let index = pointedAt(phrase, scan) {
        return cite(index, at: source.start, isNamed: known[index].words != phrase.words)
      }
      if let name = roleBearer(of: phrase, scan) {
        var found = person(name, scan)
        if let number = found.number { known[number - 1].lastToken = source.start }
        found.type = .namedPerson
        return found
      }
    }
    known.append(
      KnownSource(
        type: reading.type, name: scan.written(phrase.tokens), words: phrase.words,
        head: phrase.head, capitals: phrase.capitals, initials: phrase.initials,
        letters: phrase.letters, isPerson: phrase.isPerson, isMany: phrase.isMany,
        gender: phrase.gender,
        lastToken: source.start))
    return cite(known.count - 1, at: source.start, isNamed: false)
  }

  /// The known source that a phrase repeats, shortens or points back at, where there is but one.
  private func pointedAt(_ phrase: SourcePhrase, _ scan: Scan) -> Int? {
    if let same = known.lastIndex(where: {
      $0.run == nil && $0.words == phrase.words && !$0.words.isEmpty
    }) {
      return same
    }
    if !phrase.capitals.isEmpty, phrase.words.count == phrase.capitals.count {
      return only { isShort(phrase, for: $0) }
    }
    guard phrase.isDefinite, !phrase.isPlural else { return nil }
    return only { source in
      source.run == nil && source.isMany == phrase.isMany && source.type == phrase.type
        && (source.head == phrase.head || source.words.contains(phrase.head))
        && phrase.words.allSatisfy { source.words.contains($0) }
    }
  }

  /// The one known source of which something is true; nil where it is true of several.
  private func only(_ isWanted: (KnownSource) -> Bool) -> Int? {
    var found: Int?
    for index in known.indices where isWanted(known[index]) {
      guard found == nil else { return nil }
      found = index
    }
    return found
  }

  /// "NRF" for the National Resistance Front, "The Times" for The New York Times.
  private func isShort(_ phrase: SourcePhrase, for source: KnownSource) -> Bool {
    guard source.run == nil, !source.capitals.isEmpty else { return false }
    if phrase.capitals.count == 1, let word = phrase.capitals.first {
      if phrase.letters.count > 1, phrase.letters == source.initials { return true }
      if source.letters.count > 1, source.letters == phrase.initials { return true }
      guard source.capitals.count > 1, source.type == phrase.type else { return false }
      return source.capitals.first == word || source.capitals.last == word
    }
    return source.letters.count > 1 && source.letters == phrase.initials
  }

  /// The one organisation cited by name so far: "the company", "the group".
  private func organisation(near token: Int) -> Int? {
    let named = only {
      $0.type == .organisation && !$0.capitals.isEmpty && $0.capitals.count == $0.words.count
    }
    guard let named, token - known[named].lastToken < 150 else { return nil }
    return named
  }

  /// Who is named right before a phrase that only says what he or she is: "Zoë Ek, 28, a judge".
  private func bearer(
    ofAppositionAt start: Int, _ phrase: SourcePhrase, _ scan: Scan
  ) -> NameRun? {
    let bounds = scan.reading.sentence(ofToken: start).tokens
    guard phrase.isPerson, scan.kind(start - 1, in: bounds) == .comma else { return nil }
    var end = start - 1
    if scan.kind(end - 1, in: bounds) == .number, scan.kind(end - 2, in: bounds) == .comma {
      end -= 2
    }
    guard let run = scan.nameRuns(in: TokenSpan(bounds.start, end)).last, run.tokens.end == end,
      names.isPerson(run)
    else { return nil }
    return run
  }

  /// The one person whose role a definite description names: "the vice president".
  private func roleBearer(of phrase: SourcePhrase, _ scan: Scan) -> NameRun? {
    guard phrase.isDefinite, phrase.isPerson, phrase.words.count < 4, phrase.capitals.isEmpty else {
      return nil
    }
    let bearers = names.names(withRole: scan.folded(phrase.noun), scan)
    guard bearers.count == 1 else { return nil }
    return bearers[0]
  }
}

/// The hashes of the words by which a phrase points back or brings in somebody new.
private enum Determiners {
  static let the = Folding.hash(folded: Array("the".utf8))
  static let new = ["a", "an", "another", "one"].map { Folding.hash(folded: Array($0.utf8)) }
}

/// A source that is no person's name, taken apart.
struct SourcePhrase {
  var type: SourceType
  /// From its first word to the end of its first noun phrase and what completes it.
  var tokens: TokenSpan
  /// Its words but determiners, prepositions and adverbs.
  var words: [UInt32] = []
  var head: UInt32
  /// Its token.
  var noun: Int
  var capitals: [UInt32] = []
  var initials: [UInt8] = []
  /// Of a single word in capitals its letters.
  var letters: [UInt8] = []
  var isDefinite = false
  var isNew = false
  var isGeneric = false
  var isPlural = false
  var isPerson = false
  var isMany = false
  var gender: SourceWords = []

  init(_ source: TokenSpan, _ reading: borrowing SourceReading, _ scan: borrowing Scan) {
    type = reading.type
    let head = reading.head
    self.head = scan.tokens[head].hash
    noun = head
    let ends: KindSet = [.comma, .who, .which, .that, .whose, .dash, .open, .saying]
    var end = source.start + 1
    while end < source.end, !ends.contains(scan.kinds[end]) || end < head { end += 1 }
    var start = source.start
    while start + 1 < end, !scan.isWord(start) { start += 1 }
    tokens = TokenSpan(start, end)
    let bytes = scan.reading.text.utf8
    let first = scan.tokens[start].hash
    isDefinite = first == Determiners.the || scan.kinds[start] == .demonstrative
    isNew = Determiners.new.contains(first)
    let empty: KindSet = [
      .article, .demonstrative, .quantifier, .adverb, .not, .be, .and, .or, .of, .to, .by, .in, .on,
      .at, .for, .from, .with, .about, .as, .preposition, .modal,
    ]
    for index in tokens.range where scan.isWord(index) && !empty.contains(scan.kinds[index]) {
      let token = scan.tokens[index]
      words.append(token.hash)
      if token.flags.contains(.capital), index > start || !isDefinite {
        capitals.append(token.hash)
        initials.append(bytes[token.start])
        letters = token.flags.contains(.allCapitals) ? Array(bytes[token.start..<token.end]) : []
      }
    }
    if capitals.count != 1 { letters = [] }
    isGeneric =
      isDefinite && words.count == 1 && scan.sourceWords[head].contains(.generic)
      && !scan.tokens[head].flags.contains(.capital)
    let isRole = type == .unnamedOfficial || type == .unnamedPeople
    let headEnd = scan.tokens[head].end
    let endsInOneS = bytes[headEnd - 1] == 0x73 && (headEnd < 2 || bytes[headEnd - 2] != 0x73)
    isPlural =
      scan.kinds[start] == .quantifier && !isNew
      || isRole && endsInOneS
      || isRole && !isDefinite && !isNew && start == head
    let isRoleNoun = !scan.sourceWords[head].isDisjoint(with: .role)
    isPerson = isRoleNoun && isRole && !isPlural && (isDefinite || isNew || start < head)
    isMany = isRole ? !isPerson : type == .organisation
    gender = scan.sourceWords[head].intersection([.female, .male])
  }
}
