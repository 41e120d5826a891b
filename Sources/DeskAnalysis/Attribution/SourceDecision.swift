import DeskReading
import DeskText

extension Drafter {
  /// The longest source looked for, in tokens.
  private static let reach = 34
  private static let relatives: KindSet = [.who, .which, .that, .whose]

  /// Candidates for a cue's source, the empty one first.
  func sourceDecision(_ context: CueContext) -> Decision {
    var out = [candidate(nil, .none, context)]
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
        } else {
          addSpans(endingAt: end, .adjacent, context, &out)
        }
      }
      if let before = drafts.last(where: { $0.source != nil && bounds.contains($0.cue.start) }),
        let source = before.source, before.cue.end <= context.span.start
      {
        out.append(candidate(source, .antecedent, context))
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
    return Decision(kind: .source, cue: context.span, candidates: out)
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
    endingAt end: Int, _ place: Place, _ context: CueContext, _ out: inout [Decision.Candidate]
  ) {
    var start = end - 1
    while start >= context.bounds.start, end - start <= Self.reach {
      if scan.isQuoted(start), scan.kinds[start] == .quote || end - start < 2 { break }
      if scan.kinds[start] == .semicolon { break }
      if scan.isWord(start), !isComplement(start, in: context.bounds) {
        out.append(candidate(TokenSpan(start, end), place, context))
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
    _ out: inout [Decision.Candidate]
  ) {
    guard start < context.bounds.end, scan.isWord(start), !scan.isQuoted(start) else { return }
    var end = start + 1
    while end <= context.bounds.end, end - start <= Self.reach {
      let last = scan.tokens[end - 1]
      if scan.kinds[end - 1] == .quote || scan.kinds[end - 1] == .semicolon { break }
      if last.isWord || last.kind == .clitic || scan.kinds[end - 1] == .close {
        out.append(candidate(TokenSpan(start, end), place, context))
      }
      end += 1
    }
  }

  /// What may be the subject of the sentence: from its first noun phrase to each place where a
  /// verb or a comma follows.
  private func addSentenceSubjects(_ context: CueContext, _ out: inout [Decision.Candidate]) {
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
      var end = start + 1
      while end < context.span.start, end - start < 24, !scan.isQuoted(end) {
        let kind = scan.kinds[end]
        if WordKind.finite.contains(kind)
          || [.comma, .ed, .word, .who, .adverb, .manner].contains(kind)
        {
          out.append(candidate(TokenSpan(start, end), .subject, context))
        }
        if WordKind.finite.contains(kind) { break }
        end += 1
      }
    }
  }

  private func candidate(_ span: TokenSpan?, _ place: Place, _ context: CueContext)
    -> Decision.Candidate
  {
    let bounds = context.bounds
    let previous = scan.kind(context.span.start - 1, in: bounds)
    let next = scan.kind(context.span.end, in: bounds)
    var features: [Feature] = []
    features.reserveCapacity(24)
    features.append(Feature(.bias, place, context.form.rawValue))
    features.append(Feature(.previous, place, previous))
    features.append(Feature(.next, place, next))
    features.append(Feature(.quoted, place, context.hasQuoteBefore ? 1 : 0))
    features.append(Feature(context.cue.category, Int(place.rawValue)))
    if let span {
      let before = scan.kind(span.start - 1, in: bounds)
      let first = scan.kinds[span.start]
      let last = scan.kinds[span.end - 1]
      let after = scan.kind(span.end, in: bounds)
      features.append(Feature(.before, place, before))
      features.append(Feature(.first, place, first))
      features.append(Feature(.last, place, last))
      features.append(Feature(.after, place, after))
      features.append(Feature(.left, before, first))
      features.append(Feature(.right, last, after))
      features.append(Feature(.length, place, Self.bucket(span.count)))
      features.append(
        Feature(.beyond, scan.kind(span.start - 2, in: bounds), before))
      features.append(Feature(.verb, after, scan.kind(span.end + 1, in: bounds)))
      let commas = span.range.reduce(0) { $0 + (scan.kinds[$1] == .comma ? 1 : 0) }
      let hasRelative = span.range.contains {
        $0 > span.start && Self.relatives.contains(scan.kinds[$0])
      }
      let hasVerb = span.range.contains { WordKind.finite.contains(scan.kinds[$0]) }
      features.append(
        Feature(.rest, place, min(commas, 7) + (hasRelative ? 8 : 0) + (hasVerb ? 16 : 0)))
      features.append(Feature(.opening, first, Self.bucket(span.count)))
      var seen: UInt64 = 0
      for index in span.start..<span.end {
        let kind = scan.kinds[index]
        let bit: UInt64 = 1 << UInt64(kind.rawValue)
        guard index > span.start, seen & bit == 0 else { continue }
        seen |= bit
        features.append(Feature(.inside, place, kind))
        if index + 1 < span.end { features.append(Feature(.context, kind, scan.kinds[index + 1])) }
      }
    } else {
      features.append(Feature(entry: context.candidate.entry, 0))
    }
    return Decision.Candidate(span: span, place: place, features: features)
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
