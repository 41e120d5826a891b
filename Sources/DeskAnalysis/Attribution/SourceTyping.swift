import DeskReading
import DeskText

/// What the words of a source tell by themselves: its kind, and the name of the person it names.
struct SourceReading {
  var type: SourceType
  /// The words that name the person.
  var name: NameRun?
  /// Others named beside the first: "Noel and Thomas".
  var others: [NameRun] = []
  /// The noun on which the phrase turns.
  var head: Int
}

extension Scan {
  /// The words of a source up to the one that it turns on: "a tweet" of "a tweet from the mayor".
  func core(of source: TokenSpan) -> TokenSpan {
    let breaks: KindSet = [
      .comma, .who, .which, .that, .whose, .open, .dash, .of, .to, .by, .in, .on, .at, .for, .from,
      .with, .about, .as, .preposition,
    ]
    let nominal: KindSet = [.role, .capital, .thing]
    let participles: KindSet = [.saying, .ing, .ed]
    var end = source.start + 1
    while end < source.end, !breaks.contains(kinds[end]) {
      // "fighters speaking in Kabul" ends before the participle, "the acting minister" does not.
      if participles.contains(kinds[end]), nominal.contains(kinds[end - 1]) { break }
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

  /// The kind of a source by its own words; nil for a pronoun, which stands for another.
  func sourceReading(of source: TokenSpan, _ names: NameIndex) -> SourceReading? {
    let core = core(of: source)
    let bare: KindSet = [.pronoun, .it, .who, .which, .that, .objectPronoun]
    if core.count == 1,
      bare.contains(kinds[core.start]) || pronouns[core.start] != .none
    {
      return nil
    }
    let head = headWord(of: core)
    if core.range.contains(where: { sourceWords[$0].contains(.writer) }) {
      return SourceReading(type: .ownWriter, head: head)
    }
    let runs = nameRuns(in: source)
    if let person = person(in: source, core: core, head: head, runs, names) { return person }
    return SourceReading(
      type: typeByHead(head, core: core, source: source, runs, names), head: head)
  }

  // MARK: People with a name

  /// The named person of a source, where it names one.
  private func person(
    in source: TokenSpan, core: TokenSpan, head: Int, _ runs: [NameRun], _ names: NameIndex
  ) -> SourceReading? {
    guard !runs.isEmpty else { return nil }
    func found(_ run: NameRun) -> SourceReading {
      SourceReading(
        type: .namedPerson, name: run, others: partners(of: run, runs, names), head: head)
    }
    let atStart = runs.first {
      $0.tokens.start == start(of: source) && endsName($0, in: source) && names.isPerson($0)
    }
    // "Ahmad Massoud, the son of ...": the name comes first.
    if let atStart, isWholeSubject(atStart, in: source) { return found(atStart) }
    // "former Afghan official General Bismillah Mohammadi": a role, then the name.
    for run in runs where followsRole(run, from: source.start) && endsName(run, in: source) {
      return found(run)
    }
    // "The ambassador to Tajikistan, Zahir Aghbar": a role, and the name after a comma.
    if let run = appositive(in: source, runs), names.isPerson(run) { return found(run) }
    if let atStart { return found(atStart) }
    // "China's ambassador to Britain Liu Xiaming"
    if let run = runs.last, run.count > 1, run.tokens.end == source.end,
      !sourceWords[head].isDisjoint(with: .role), head < run.tokens.start,
      sourceWords[run.tokens.start - 1].contains(.place)
        || names.isSurelyPerson(run) && sourceWords[run.tokens.start - 1].isDisjoint(with: .role)
          && kinds[run.tokens.start - 1].isOne(of: [.word, .thing])
    {
      return found(run)
    }
    // "the 14th-ranked Schwartzman", "her sister Maya"
    if let run = runs.first(where: { $0.tokens.end == core.end }), names.isPerson(run),
      run.tokens.start > source.start, !kinds[run.tokens.start - 1].isOne(of: .prepositions),
      !kinds[run.tokens.start - 1].isOne(of: [.article, .capital]),
      kinds[run.tokens.start - 1] != .clitic || names.isSurelyPerson(run)
    {
      return found(run)
    }
    return nil
  }

  /// Where the words of a source begin, marks and an honorific aside.
  private func start(of source: TokenSpan) -> Int {
    var index = source.start
    while index + 1 < source.end,
      !isWord(index) || kinds[index] == .title && tokens[index].flags.contains(.capital)
    {
      index += 1
    }
    return index
  }

  /// Whether a name ends where its bearer does: "Trump said", not "Trump supporters said".
  private func endsName(_ run: NameRun, in source: TokenSpan) -> Bool {
    guard run.tokens.end < source.end else { return true }
    switch kinds[run.tokens.end] {
    case .word, .role, .thing, .capital, .clitic, .title: return false
    default: return true
    }
  }

  /// Whether nothing but an apposition or a clause of its own follows a name.
  private func isWholeSubject(_ run: NameRun, in source: TokenSpan) -> Bool {
    let ends: KindSet = [.comma, .who, .dash, .open, .and, .whose]
    return run.tokens.end == source.end || ends.contains(kinds[run.tokens.end])
  }

  /// Whether a role stands right before a name, and no other noun governs it.
  private func followsRole(_ run: NameRun, from start: Int) -> Bool {
    var before = run.tokens.start - 1
    if before > start, kinds[before] == .stop { before -= 1 }
    guard before >= start else { return false }
    let words = sourceWords[before]
    guard kinds[before] == .title || !words.isDisjoint(with: [.official, .people, .title]) else {
      return false
    }
    // "the family of commander Saleh" is no Saleh; "Bank of Canada economist Nathan Janzen" is one.
    var index = before
    while index > start {
      index -= 1
      if kinds[index] == .comma { return index - 1 < start || sourceWords[index - 1] == [] }
      if kinds[index].isOne(of: .prepositions), index > start,
        !tokens[index - 1].flags.contains(.capital)
      {
        return false
      }
    }
    return true
  }

  /// The name after a comma that closes a phrase with a role.
  private func appositive(in source: TokenSpan, _ runs: [NameRun]) -> NameRun? {
    guard let comma = source.range.first(where: { kinds[$0] == .comma }) else { return nil }
    let hasRole = (source.start..<comma).contains {
      !sourceWords[$0].isDisjoint(with: [.official, .people, .title])
    }
    guard hasRole else { return nil }
    return runs.first { run in
      run.tokens.start > comma && endsName(run, in: source)
        && kinds[run.tokens.start - 1].isOne(of: [.comma, .stop])
    }
  }

  /// Those named after a name and "and", up to a comma.
  private func partners(of run: NameRun, _ runs: [NameRun], _ names: NameIndex) -> [NameRun] {
    var out: [NameRun] = []
    var end = run.tokens.end
    for next in runs where next.tokens.start > end {
      guard kinds[end] == .and,
        !TokenSpan(end, next.tokens.start).range.contains(where: { kinds[$0] == .comma })
      else { break }
      guard next.tokens.end == tokens.count || kinds[next.tokens.end] != .capital,
        names.isPerson(next)
      else { continue }
      out.append(next)
      end = next.tokens.end
    }
    return out
  }

  // MARK: All others

  private func typeByHead(
    _ head: Int, core: TokenSpan, source: TokenSpan, _ runs: [NameRun], _ names: NameIndex
  ) -> SourceType {
    let headWords = sourceWords[head]
    let isLower =
      !tokens[head].flags.contains(.capital) || tokens[head].flags.contains(.sentenceStart)
    let all = core.range.reduce(into: SourceWords()) { $0.formUnion(sourceWords[$1]) }
    let whole = source.range.reduce(into: SourceWords()) { $0.formUnion(sourceWords[$1]) }
    if headWords.contains(.outlet) || headWords.contains(.outletNoun) { return .newsOutlet }
    if headWords.contains(.outletTail), !isLower { return .newsOutlet }
    if whole.contains(.socialMedia),
      headWords.contains(.socialMedia) || headWords.contains(.document) || isLower
    {
      return .socialMedia
    }
    if headWords.contains(.document), isLower { return .document }
    if headWords.contains(.organisation), !isLower || headWords.isDisjoint(with: .role) {
      return .organisation
    }
    if !headWords.isDisjoint(with: .role) {
      // "the Sioux Falls Argus Leader"
      if !isLower, kinds[core.start] == .article, head - 1 > core.start,
        kinds[head - 1] == .capital, sourceWords[head - 1] == []
      {
        return .organisation
      }
      return all.contains(.official) ? .unnamedOfficial : .unnamedPeople
    }
    if headWords.contains(.place), !isLower || tokens[head].flags.contains(.capital) {
      return .organisation
    }
    // "the ambassador" of a longer phrase whose head the lists do not know
    let isPlural = kinds[core.start] == .quantifier
    let isName = runs.contains { $0.tokens.contains(head) }
    if isName {
      guard let run = runs.first(where: { $0.tokens.contains(head) }) else { return .organisation }
      return names.isPerson(run) && kinds[core.start] != .article ? .namedPerson : .organisation
    }
    if all.contains(.title), core.range.contains(where: { kinds[$0] == .title }) {
      return .unnamedOfficial
    }
    if all.contains(.official) { return .unnamedOfficial }
    if all.contains(.document) { return .document }
    if !all.isDisjoint(with: [.organisation, .outlet]) { return .organisation }
    if isPlural { return .unnamedPeople }
    return tokens[head].flags.contains(.capital) && !tokens[head].flags.contains(.sentenceStart)
      ? .organisation : .unnamedPeople
  }

  /// The last word of a phrase.
  private func headWord(of core: TokenSpan) -> Int {
    var head = core.end - 1
    while head > core.start,
      tokens[head].kind != .word || kinds[head] == .quantifier || kinds[head] == .adverb
        || kinds[head] == .objectPronoun
    {
      head -= 1
    }
    return head
  }
}
