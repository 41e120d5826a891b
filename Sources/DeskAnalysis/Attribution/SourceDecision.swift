import DeskReading
import DeskText

extension Drafter {
  /// The longest source looked for, in tokens.
  private static var reach: Int { 34 }

  /// The source of a cue, from the candidates that its sentence offers; the empty one comes first.
  func source(_ context: CueContext) -> Decision.Choice {
    var out = ballot(.source, context)
    share(.none, context, &out)
    out.begin(nil, .none)
    out.add(Feature(entry: context.candidate.entry, 0))
    out.close()
    let bounds = context.bounds
    let end = endOfSubject(context)
    if !context.cue.precedesSource {
      if end > bounds.start, !scan.isQuoted(end - 1) {
        let last = scan.kinds[end - 1]
        if last == .comma || last == .dash {
          addSpans(endingAt: end - 1, .apposition, context, &out)
          var comma = end - 2
          var parted = 0
          while comma > bounds.start, end - comma < Self.reach, parted < 4, !scan.isQuoted(comma) {
            if scan.kinds[comma] == last {
              addSpans(endingAt: comma, .parted, context, &out)
              parted += 1
            }
            comma -= 1
          }
        } else if !isToldOf(context) {
          addSpans(endingAt: end, .adjacent, context, &out)
        }
      }
      if let before = lastSourced(in: bounds), let source = drafts[before].source,
        drafts[before].cue.end <= context.span.start
      {
        addSpan(source, .antecedent, context, &out)
      }
      addSentenceSubjects(context, &out)
    }
    let after = context.span.end
    addSpans(startingAt: after, context.cue.precedesSource ? .named : .inverted, context, &out)
    if context.form == .passive || context.form == .noun || context.form == .past {
      var by = after
      while by < bounds.end, by - after < 12, !scan.isQuoted(by), scan.kinds[by] != .stop {
        if scan.kinds[by] == .by || (context.form == .noun && scan.kinds[by] == .from) {
          addSpans(startingAt: by + 1, .agent, context, &out)
          break
        }
        by += 1
      }
    }
    return choose(out) ?? Decision.Choice(span: nil, place: .none, score: 0)
  }

  /// Whether the subject is whom the words are about: "who is believed to have fled" believes
  /// nothing.
  private func isToldOf(_ context: CueContext) -> Bool {
    context.form == .passive
      && (context.cue.category == .speech || context.cue.category == .belief)
      && scan.kind(context.span.end, in: context.bounds) == .to
  }

  /// The number of the last draft of a sentence that has a source.
  func lastSourced(in bounds: TokenSpan) -> Int? {
    var number = drafts.count - 1
    while number >= 0, drafts[number].cue.start >= bounds.start {
      if drafts[number].source != nil, bounds.contains(drafts[number].cue.start) {
        return number
      }
      number -= 1
    }
    return nil
  }

  /// The token before which a subject ends: adverbials of time between it and the verb are none
  /// of it ("Clinton on Tuesday said").
  private func endOfSubject(_ context: CueContext) -> Int {
    var end = context.span.start
    let low = context.bounds.start
    var isTime = false
    while end > low + 1,
      scan.kinds[end - 1].isOne(of: .time) || scan.kinds[end - 1] == .number
    {
      isTime = isTime || scan.kinds[end - 1] != .number
      end -= 1
    }
    guard isTime else { return context.span.start }
    if end > low + 1, scan.kinds[end - 1].isOne(of: [.on, .in, .at]) { end -= 1 }
    return end
  }

  private func addSpans(
    endingAt end: Int, _ place: Place, _ context: CueContext, _ ballot: inout Ballot<Record>
  ) {
    let bounds = context.bounds
    share(place, context, &ballot)
    // A text may begin with the comma before which a source was looked for.
    guard end > bounds.start else { return }
    withUnsafeTemporaryAllocation(of: WordKind.self, capacity: 64) { followers in
      var out = ballot
      shareEnd(end, place, in: bounds, &out)
      let most = weights.bounds.opening(place)
      var phrase = PhraseWords()
      var isClause = false
      var start = end - 1
      let low = max(bounds.start, end - Self.reach)
      // The kinds of the word there, of those before it and of the one behind it in the phrase.
      var kind = scan.kinds[start]
      var before = scan.kind(start - 1, from: bounds.start)
      var behind = WordKind.edge
      while start >= low {
        let traits = scan.traits[start]
        if traits.isQuoted, kind == .quote || end - start < 2 { break }
        if kind == .semicolon { break }
        let beforeThat = scan.kind(start - 2, from: bounds.start)
        // What has a tensed auxiliary and no relative pronoun is a clause, and nobody:
        // "The deal has been signed, said Ann".
        if kind.isOne(of: [.be, .have, .do, .modal]) { isClause = true }
        if kind.isOne(of: .relatives) { isClause = false }
        if !isClause, traits.isWord, !isComplement(after: before, beforeThat),
          Record.isKept || out.canLead(sharing: most)
        {
          out.begin(TokenSpan(start, end), place)
          out.add(.sourceOpening, place, before, kind)
          out.add(Feature(.beyond, beforeThat, before))
          addLength(end - start, kind, place, phrase, &out)
          out.close()
        }
        // For the next phrase it is a word inside, where each kind counts once, and once the word
        // that follows the first of its kind.
        if phrase.insert(kind) {
          out.share(Feature(.inside, place, kind))
        } else if followers[kind.rawValue] != .edge {
          out.unshare(Feature(.context, kind, followers[kind.rawValue]))
        }
        if behind != .edge { out.share(Feature(.context, kind, behind)) }
        followers[kind.rawValue] = behind
        (before, kind, behind) = (beforeThat, before, kind)
        start -= 1
      }
      ballot.take(out)
    }
  }

  /// Whether a phrase after two words only completes the noun there: "a tweet from the mayor said" is
  /// not the mayor's saying.
  @inline(__always)
  private func isComplement(after before: WordKind, _ beforeThat: WordKind) -> Bool {
    before.isOne(of: [.from, .of, .for]) && beforeThat.isOne(of: [.thing, .role])
  }

  private func addSpans(
    startingAt start: Int, _ place: Place, _ context: CueContext,
    _ ballot: inout Ballot<Record>
  ) {
    let bounds = context.bounds
    guard start < bounds.end, scan.isWord(start), !scan.isQuoted(start) else { return }
    share(place, context, &ballot)
    var out = ballot
    shareBeginning(start, place, in: bounds, &out)
    let first = scan.kinds[start]
    var phrase = PhraseWords()
    let most = weights.bounds.closing(place)
    let high = min(bounds.end, start + Self.reach)
    // The kinds of the phrase's last word and of the two behind it.
    var last = first
    var end = start + 1
    var after = scan.kind(end, upTo: bounds.end)
    while last != .quote, last != .semicolon {
      let afterThat = scan.kind(end + 1, upTo: bounds.end)
      if Record.isKept || out.canLead(sharing: most),
        scan.traits[end - 1].isWord || last == .clitic || last == .close
      {
        out.begin(TokenSpan(start, end), place)
        addEnd(last, after, afterThat, place, &out)
        addLength(end - start, first, place, phrase, &out)
        out.close()
      }
      guard end < high else { break }
      grow(&phrase, with: after, after: last, place, &out)
      (last, after) = (after, afterThat)
      end += 1
    }
    ballot.take(out)
  }

  /// What may be the subject of the sentence: from its first noun phrase to each place where a
  /// verb or a comma follows.
  private func addSentenceSubjects(_ context: CueContext, _ out: inout Ballot<Record>) {
    let bounds = context.bounds
    guard
      context.form == .ing || context.form == .infinitive
        || scan.kind(context.span.start - 1, in: bounds)
          .isOne(of: [.and, .but, .or, .comma, .when, .cue])
    else { return }
    var index = bounds.start
    var count = 0
    while index < context.span.start, count < 3 {
      let isAfterBreak =
        index == bounds.start
        || scan.kinds[index - 1].isOne(of: [.comma, .and, .but, .quote, .dash, .that])
      if isAfterBreak, scan.isWord(index), !scan.isQuoted(index) {
        addSubject(from: index, context, &out)
        count += 1
      }
      index += 1
    }
  }

  private func addSubject(
    from start: Int, _ context: CueContext, _ ballot: inout Ballot<Record>
  ) {
    let bounds = context.bounds
    share(.subject, context, &ballot)
    var out = ballot
    shareBeginning(start, .subject, in: bounds, &out)
    let first = scan.kinds[start]
    var phrase = PhraseWords()
    let high = min(context.span.start, start + 24)
    var last = first
    var end = start + 1
    while end < high, !scan.traits[end].isQuoted {
      let kind = scan.kinds[end]
      let isVerb = kind.isOne(of: .finite)
      if isVerb || kind.isOne(of: [.comma, .ed, .word, .who, .adverb, .manner]) {
        out.begin(TokenSpan(start, end), .subject)
        addEnd(last, kind, scan.kind(end + 1, upTo: bounds.end), .subject, &out)
        addLength(end - start, first, .subject, phrase, &out)
        out.close()
      }
      if isVerb { break }
      grow(&phrase, with: kind, after: last, .subject, &out)
      last = kind
      end += 1
    }
    ballot.take(out)
  }

  /// A candidate that shares its place with no other.
  private func addSpan(
    _ span: TokenSpan, _ place: Place, _ context: CueContext, _ out: inout Ballot<Record>
  ) {
    share(place, context, &out)
    var phrase = PhraseWords()
    let bounds = context.bounds
    for index in span.range.dropFirst() {
      grow(&phrase, with: scan.kinds[index], after: scan.kinds[index - 1], place, &out)
    }
    out.begin(span, place)
    addBeginning(span.start, place, in: bounds, &out)
    addEnd(
      scan.kinds[span.end - 1], scan.kind(span.end, upTo: bounds.end),
      scan.kind(span.end + 1, upTo: bounds.end), place, &out)
    addLength(span.count, scan.kinds[span.start], place, phrase, &out)
    out.close()
  }
}
