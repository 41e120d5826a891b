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
    endingAt end: Int, _ place: Place, _ context: CueContext, _ out: inout Ballot<Record>
  ) {
    let bounds = context.bounds
    share(place, context, &out)
    // A text may begin with the comma before which a source was looked for.
    guard end > bounds.start else { return }
    shareEnd(end, place, in: bounds, &out)
    var facts = PhraseFacts()
    var start = end - 1
    let low = max(bounds.start, end - Self.reach)
    while start >= low {
      let kind = scan.kinds[start]
      if scan.isQuoted(start), kind == .quote || end - start < 2 { break }
      if kind == .semicolon { break }
      facts.growLeft(kind)
      shareGrowth(left: start, end: end, place, &out)
      // What has a tensed auxiliary and no relative pronoun is a clause, and nobody:
      // "The deal has been signed, said Ann".
      if !facts.isClause, scan.isWord(start), !isComplement(start, in: bounds) {
        out.begin(TokenSpan(start, end), place)
        addBeginning(start, place, in: bounds, &out)
        addLength(end - start, kind, place, facts, &out)
        out.close()
      }
      start -= 1
    }
  }

  /// Whether a phrase only completes the noun before it: "a tweet from the mayor said" is not
  /// the mayor's saying.
  private func isComplement(_ start: Int, in bounds: TokenSpan) -> Bool {
    scan.kind(start - 1, in: bounds).isOne(of: [.from, .of, .for])
      && scan.kind(start - 2, in: bounds).isOne(of: [.thing, .role])
  }

  private func addSpans(
    startingAt start: Int, _ place: Place, _ context: CueContext,
    _ out: inout Ballot<Record>
  ) {
    let bounds = context.bounds
    guard start < bounds.end, scan.isWord(start), !scan.isQuoted(start) else { return }
    share(place, context, &out)
    shareBeginning(start, place, in: bounds, &out)
    let first = scan.kinds[start]
    var facts = PhraseFacts()
    let high = min(bounds.end, start + Self.reach)
    var end = start + 1
    while end <= high {
      let kind = scan.kinds[end - 1]
      if kind == .quote || kind == .semicolon { break }
      facts.growRight(kind)
      shareGrowth(right: end - 1, start: start, place, &out)
      let last = scan.tokens[end - 1]
      if last.isWord || last.kind == .clitic || kind == .close {
        out.begin(TokenSpan(start, end), place)
        addEnd(end, place, in: bounds, &out)
        addLength(end - start, first, place, facts, &out)
        out.close()
      }
      end += 1
    }
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

  private func addSubject(from start: Int, _ context: CueContext, _ out: inout Ballot<Record>) {
    let bounds = context.bounds
    share(.subject, context, &out)
    shareBeginning(start, .subject, in: bounds, &out)
    let first = scan.kinds[start]
    var facts = PhraseFacts()
    facts.growRight(first)
    let high = min(context.span.start, start + 24)
    var end = start + 1
    while end < high, !scan.isQuoted(end) {
      let kind = scan.kinds[end]
      let isVerb = kind.isOne(of: .finite)
      if isVerb || kind.isOne(of: [.comma, .ed, .word, .who, .adverb, .manner]) {
        out.begin(TokenSpan(start, end), .subject)
        addEnd(end, .subject, in: bounds, &out)
        addLength(end - start, first, .subject, facts, &out)
        out.close()
      }
      if isVerb { break }
      facts.growRight(kind)
      shareGrowth(right: end, start: start, .subject, &out)
      end += 1
    }
  }

  /// A candidate that shares its place with no other.
  private func addSpan(
    _ span: TokenSpan, _ place: Place, _ context: CueContext, _ out: inout Ballot<Record>
  ) {
    share(place, context, &out)
    var facts = PhraseFacts()
    for index in span.range {
      facts.growRight(scan.kinds[index])
      shareGrowth(right: index, start: span.start, place, &out)
    }
    out.begin(span, place)
    addBeginning(span.start, place, in: context.bounds, &out)
    addEnd(span.end, place, in: context.bounds, &out)
    addLength(span.count, scan.kinds[span.start], place, facts, &out)
    out.close()
  }
}
