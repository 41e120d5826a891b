import DeskReading
import DeskText

extension Scan {
  /// The words of a source up to the one that it turns on: "a tweet" of "a tweet from the mayor".
  func core(of source: TokenSpan) -> TokenSpan {
    let breaks: KindSet = [
      .comma, .who, .which, .that, .whose, .open, .dash, .of, .to, .by, .in, .on, .at, .for, .from,
      .with, .about, .as, .preposition,
    ]
    let nominal: KindSet = [.role, .capital]
    var end = source.start + 1
    while end < source.end, !breaks.contains(kinds[end]) {
      // "fighters speaking in Kabul" ends before the participle, "the acting minister" does not.
      if kinds[end] == .saying || kinds[end] == .ing, nominal.contains(kinds[end - 1]) { break }
      end += 1
    }
    // "one of the leaders", "a group of officials": the phrase turns on what follows.
    let isPartitive = end < source.end && kinds[end] == .of && kinds[end - 1] == .quantifier
    if isPartitive, end + 1 < source.end {
      var rest = end + 2
      while rest < source.end, !breaks.contains(kinds[rest]) { rest += 1 }
      return TokenSpan(end + 1, rest)
    }
    return TokenSpan(source.start, end)
  }

  /// A name's last words in a source: capitals that no list of roles, outlets or organisations has.
  func nameTokens(in span: TokenSpan) -> [Int] {
    span.range.filter { index in
      let token = tokens[index]
      return token.kind == .word && token.flags.contains(.capital)
        && (kinds[index] == .capital || kinds[index] == .month)
        && sourceWords[index].isDisjoint(with: [
          .outlet, .organisation, .outletNoun, .title, .document, .socialMedia, .official, .people,
        ])
    }
  }

  /// The type of a source by its own words; nil for a pronoun, which stands for another.
  func sourceType(of source: TokenSpan) -> SourceType? {
    let core = core(of: source)
    if core.count == 1,
      [.pronoun, .it, .who, .which, .that, .objectPronoun].contains(kinds[core.start])
    {
      return nil
    }
    var all: SourceWords = []
    var lower: SourceWords = []
    for index in core.range {
      all.formUnion(sourceWords[index])
      if !tokens[index].flags.contains(.capital) || tokens[index].flags.contains(.sentenceStart) {
        lower.formUnion(sourceWords[index])
      }
    }
    let whole = source.range.reduce(into: SourceWords()) { $0.formUnion(sourceWords[$1]) }
    let head = headWord(of: core)
    let headWords = sourceWords[head]
    let names = nameTokens(in: core)
    let hasTitle = core.range.contains {
      kinds[$0] == .title && tokens[$0].flags.contains(.capital)
    }
    if headWords.contains(.outlet) || headWords.contains(.outletNoun) { return .newsOutlet }
    if whole.contains(.socialMedia),
      headWords.contains(.socialMedia)
        || headWords.contains(.document) || tokens[head].isLower(in: self)
    {
      return .socialMedia
    }
    if headWords.contains(.document), tokens[head].isLower(in: self) {
      return .documentOrganisation
    }
    if tokens[head].isLower(in: self), !headWords.isDisjoint(with: [.official, .people]) {
      if hasAppositiveName(source, after: core) { return .namedPerson }
      let isOfficial = all.contains(.official)
      return isOfficial ? .unnamedOfficial : .unnamedPeople
    }
    if headWords.contains(.organisation) { return .documentOrganisation }
    let isPlural = kinds[core.start] == .quantifier
    let startsWithArticle = kinds[core.start] == .article
    if !names.isEmpty {
      let endsInName = names.contains(head)
      if endsInName, !startsWithArticle || hasTitle || !lower.isEmpty || names.count > 1 {
        if startsWithArticle, lower.isEmpty, !hasTitle { return .documentOrganisation }
        return .namedPerson
      }
      if endsInName { return startsWithArticle ? .documentOrganisation : .namedPerson }
    }
    if hasTitle { return .namedPerson }
    if all.contains(.official) { return .unnamedOfficial }
    if !all.isDisjoint(with: [.organisation, .document]) { return .documentOrganisation }
    if isPlural { return .unnamedPeople }
    return names.isEmpty ? .unnamedPeople : .documentOrganisation
  }

  /// The last word of a phrase.
  private func headWord(of core: TokenSpan) -> Int {
    var head = core.end - 1
    while head > core.start, tokens[head].kind != .word { head -= 1 }
    return head
  }

  /// "The ambassador to Tajikistan, Zahir Aghbar": a name after the comma.
  private func hasAppositiveName(_ source: TokenSpan, after core: TokenSpan) -> Bool {
    var index = core.end
    while index + 1 < source.end {
      if kinds[index] == .comma, kinds[index + 1] == .capital {
        return !nameTokens(in: TokenSpan(index + 1, index + 2)).isEmpty
      }
      index += 1
    }
    return false
  }
}

extension Token {
  fileprivate func isLower(in scan: Scan) -> Bool {
    !flags.contains(.capital) || flags.contains(.sentenceStart)
  }
}
