import DeskReading
import DeskText

extension Drafter {
  /// The longest source looked for, in tokens.
  private static let reach = 34

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
      if let before = lastSourced(in: bounds), let source = before.source,
        before.cue.end <= context.span.start
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
    context.form == .passive && [.speech, .belief].contains(context.cue.category)
      && scan.kind(context.span.end, in: context.bounds) == .to
  }

  /// The last draft of a sentence that has a source.
  func lastSourced(in bounds: TokenSpan) -> Draft? {
    var number = drafts.count - 1
    while number >= 0, drafts[number].cue.start >= bounds.start {
      if drafts[number].source != nil, bounds.contains(drafts[number].cue.start) {
        return drafts[number]
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
      WordKind.time.contains(scan.kinds[end - 1]) || scan.kinds[end - 1] == .number
    {
      isTime = isTime || scan.kinds[end - 1] != .number
      end -= 1
    }
    guard isTime else { return context.span.start }
    if end > low + 1, [.on, .in, .at].contains(scan.kinds[end - 1]) { end -= 1 }
    return end
  }

  private func addSpans(
    endingAt end: Int, _ place: Place, _ context: CueContext, _ out: inout Ballot
  ) {
    share(place, context, &out)
    var facts = PhraseFacts()
    var start = end - 1
    while start >= context.bounds.start, end - start <= Self.reach {
      if scan.isQuoted(start), scan.kinds[start] == .quote || end - start < 2 { break }
      if scan.kinds[start] == .semicolon { break }
      facts.growLeft(to: start, end: end, scan.kinds, place, &out)
      if scan.isWord(start), !isComplement(start, in: context.bounds) {
        add(TokenSpan(start, end), place, context, facts, &out)
      }
      start -= 1
    }
  }

  /// Whether a phrase only completes the noun before it: "a tweet from the mayor said" is not
  /// the mayor's saying.
  private func isComplement(_ start: Int, in bounds: TokenSpan) -> Bool {
    [.from, .of, .for].contains(scan.kind(start - 1, in: bounds))
      && [.thing, .role].contains(scan.kind(start - 2, in: bounds))
  }

  private func addSpans(
    startingAt start: Int, _ place: Place, _ context: CueContext,
    _ out: inout Ballot
  ) {
    guard start < context.bounds.end, scan.isWord(start), !scan.isQuoted(start) else { return }
    share(place, context, &out)
    var facts = PhraseFacts()
    var end = start + 1
    while end <= context.bounds.end, end - start <= Self.reach {
      let last = scan.tokens[end - 1]
      if scan.kinds[end - 1] == .quote || scan.kinds[end - 1] == .semicolon { break }
      facts.growRight(to: end - 1, start: start, scan.kinds, place, &out)
      if last.isWord || last.kind == .clitic || scan.kinds[end - 1] == .close {
        add(TokenSpan(start, end), place, context, facts, &out)
      }
      end += 1
    }
  }

  /// What may be the subject of the sentence: from its first noun phrase to each place where a
  /// verb or a comma follows.
  private func addSentenceSubjects(_ context: CueContext, _ out: inout Ballot) {
    let bounds = context.bounds
    guard
      context.form == .ing || context.form == .infinitive
        || [.and, .but, .or, .comma, .when, .cue].contains(
          scan.kind(context.span.start - 1, in: bounds))
    else { return }
    var starts: [Int] = []
    var index = bounds.start
    while index < context.span.start, starts.count < 3 {
      let isAfterBreak =
        index == bounds.start
        || [.comma, .and, .but, .quote, .dash, .that].contains(scan.kinds[index - 1])
      if isAfterBreak, scan.isWord(index), !scan.isQuoted(index) { starts.append(index) }
      index += 1
    }
    for start in starts {
      share(.subject, context, &out)
      var facts = PhraseFacts()
      facts.growRight(to: start, start: start, scan.kinds, .subject, &out)
      var end = start + 1
      while end < context.span.start, end - start < 24, !scan.isQuoted(end) {
        let kind = scan.kinds[end]
        if WordKind.finite.contains(kind)
          || [.comma, .ed, .word, .who, .adverb, .manner].contains(kind)
        {
          add(TokenSpan(start, end), .subject, context, facts, &out)
        }
        if WordKind.finite.contains(kind) { break }
        facts.growRight(to: end, start: start, scan.kinds, .subject, &out)
        end += 1
      }
    }
  }

  /// What all candidates at one place have in common.
  private func share(_ place: Place, _ context: CueContext, _ out: inout Ballot) {
    let bounds = context.bounds
    out.unshareAll()
    out.share(Feature(.bias, place, context.form.rawValue))
    out.share(Feature(.previous, place, scan.kind(context.span.start - 1, in: bounds)))
    out.share(Feature(.next, place, scan.kind(context.span.end, in: bounds)))
    out.share(Feature(.quoted, place, context.hasQuoteBefore ? 1 : 0))
    out.share(Feature(context.cue.category, Int(place.rawValue)))
  }

  /// A candidate that shares its place with no other.
  private func addSpan(
    _ span: TokenSpan, _ place: Place, _ context: CueContext, _ out: inout Ballot
  ) {
    share(place, context, &out)
    var facts = PhraseFacts()
    for index in span.range {
      facts.growRight(to: index, start: span.start, scan.kinds, place, &out)
    }
    add(span, place, context, facts, &out)
  }

  private func add(
    _ span: TokenSpan, _ place: Place, _ context: CueContext, _ facts: PhraseFacts,
    _ out: inout Ballot
  ) {
    let bounds = context.bounds
    let before = scan.kind(span.start - 1, in: bounds)
    let first = scan.kinds[span.start]
    let last = scan.kinds[span.end - 1]
    let after = scan.kind(span.end, in: bounds)
    let length = Self.bucket(span.count)
    // What has a tensed auxiliary and no relative pronoun is a clause, and nobody:
    // "The deal has been signed, said Ann".
    if place == .apposition || place == .parted || place == .adjacent, facts.isClause { return }
    out.begin(span, place)
    out.add(Feature(.before, place, before))
    out.add(Feature(.first, place, first))
    out.add(Feature(.last, place, last))
    out.add(Feature(.after, place, after))
    out.add(Feature(.left, before, first))
    out.add(Feature(.right, last, after))
    out.add(Feature(.length, place, length))
    out.add(Feature(.beyond, scan.kind(span.start - 2, in: bounds), before))
    out.add(Feature(.verb, after, scan.kind(span.end + 1, in: bounds)))
    out.add(Feature(.rest, place, facts.rest(first: first)))
    out.add(Feature(.opening, first, length))
    out.close()
  }

  /// Lengths in steps: each up to six, then ever longer ones.
  static func bucket(_ count: Int) -> Int {
    switch count {
    case ...6: max(count, 0)
    case 7...8: 7
    case 9...11: 8
    case 12...15: 9
    case 16...22: 10
    case 23...32: 11
    default: 12
    }
  }
}
