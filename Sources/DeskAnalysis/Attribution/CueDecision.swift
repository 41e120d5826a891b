import DeskReading
import DeskText

extension Drafter {
  /// What is known of a candidate when its source is chosen, and its content not yet.
  struct Standing {
    /// What its words, neighbours and source say of whether it is a cue.
    fileprivate let sum: Int32
    /// The word on which the source turns.
    fileprivate let head: Int?
  }

  func standing(_ context: CueContext, _ source: Decision.Choice) -> Standing {
    var ballot = ballot(.cue, context)
    ballot.begin(nil, .none)
    let head = headWord(of: source.span)
    addSurroundings(context, source.span, source.place, head, &ballot)
    return Standing(sum: ballot.sum, head: head)
  }

  /// Whether some content could make a cue of a candidate; `begin` is its first word behind the cue,
  /// with the side on which it stands, once they are known.
  func mayBeCue(
    _ context: CueContext, _ source: Decision.Choice, _ standing: Standing,
    begin: (kind: WordKind, side: Place)? = nil
  ) -> Bool {
    if context.cue.isAlways { return true }
    if source.span == nil, context.cue.isRaising { return false }
    let ballot = ballot(.cue, context)
    let margin = cueMargin(context, isSourced: source.span != nil)
    let entry = context.candidate.entry
    let previous = scan.kind(context.span.start - 1, from: context.bounds.start)
    let next = scan.kind(context.span.end, upTo: context.bounds.end)
    let head = standing.head.map { scan.kinds[$0] } ?? .edge
    let whenQuoted = ballot.weight(Feature(entry: entry, 2))
    let whenPlain = ballot.weight(Feature(entry: entry, 3))
    func canBe(_ side: Place, first: Int32) -> Bool {
      let quoted = max(
        ballot.weight(Feature(.quoted, side, 1)), ballot.weight(Feature(.quoted, side, 2)))
      let plain = ballot.weight(Feature(.quoted, side, 0))
      return standing.sum &+ first &+ ballot.weight(Feature(.previous, side, previous))
        &+ ballot.weight(Feature(.next, side, next))
        &+ max(quoted &+ whenQuoted, plain &+ whenPlain) &+ weights.bounds.length(side) > margin
    }
    if let (kind, side) = begin {
      return canBe(
        side,
        first: ballot.weight(Feature(.left, head, kind))
          &+ ballot.weight(Feature(.first, side, kind)))
    }
    return canBe(.right, first: weights.bounds.first(.right, head))
      || canBe(.left, first: weights.bounds.first(.left, head))
      || canBe(.both, first: weights.bounds.first(.both, head))
  }

  /// Whether a candidate is a cue: two candidates, no (`Place.none`) and yes.
  func cueBallot(_ context: CueContext, _ draft: Draft, _ standing: Standing) -> Ballot<Record> {
    let bounds = context.bounds
    let source = standing.head.map { scan.kinds[$0] } ?? .edge
    let quoted = scan.quotedShare(draft.content)
    let isAfter = draft.content.contains { $0.start >= context.span.end }
    let isBefore = draft.content.contains { $0.end <= context.span.start }
    let side: Place = isAfter ? (isBefore ? .both : .right) : .left
    let words = draft.content.reduce(0) { $0 + $1.count }
    let firstAfter = draft.content.first { $0.start >= context.span.end }
    let begin = firstAfter.map { scan.kinds[$0.start] } ?? .edge
    var ballot = ballot(.cue, context)
    ballot.begin(nil, .none)
    ballot.close(lead: cueMargin(context, isSourced: draft.source != nil))
    ballot.begin(context.span, side)
    if Record.isKept {
      addSurroundings(context, draft.source, draft.place, standing.head, &ballot)
    } else {
      ballot.add(standing.sum) { _ in }
    }
    ballot.add(Feature(entry: context.candidate.entry, quoted > 0 ? 2 : 3))
    ballot.add(Feature(.previous, side, scan.kind(context.span.start - 1, from: bounds.start)))
    ballot.add(Feature(.next, side, scan.kind(context.span.end, upTo: bounds.end)))
    ballot.add(Feature(.left, source, begin))
    ballot.add(Feature(.first, side, begin))
    ballot.add(Feature(.quoted, side, quoted))
    ballot.add(Feature(.length, side, Self.bucket(words)))
    ballot.close()
    return ballot
  }

  /// Adds what can be known before a content is looked for.
  @inline(__always)
  private func addSurroundings(
    _ context: CueContext, _ span: TokenSpan?, _ place: Place, _ sourceHead: Int?,
    _ ballot: inout Ballot<Record>
  ) {
    let bounds = context.bounds
    let entry = context.candidate.entry
    let previous = scan.kind(context.span.start - 1, from: bounds.start)
    let beforeThat = scan.kind(context.span.start - 2, from: bounds.start)
    let next = scan.kind(context.span.end, upTo: bounds.end)
    let afterThat = scan.kind(context.span.end + 1, upTo: bounds.end)
    let source = sourceHead.map { scan.kinds[$0] } ?? .edge
    let inflection = context.candidate.inflection.rawValue * 2
    let sentence = scan.reading.sentenceNumber(ofToken: context.span.start)
    let position = bounds.start == 0 ? 0 : min(sentence, 3)
    let flags =
      (context.isNegated ? 1 : 0) | (context.hasModal ? 2 : 0)
      | (context.span.start < context.candidate.tokens.start ? 4 : 0)
    let category = Int(context.cue.category.rawValue)
    let start = span.map { min($0.start, context.span.start) } ?? context.span.start
    ballot.add(Feature(.bias, place, context.form.rawValue))
    ballot.add(Feature(context.cue.category, context.form.rawValue))
    ballot.add(Feature(.precision, Int(context.cue.precision * 20)))
    ballot.add(Feature(.context, previous, next))
    ballot.add(Feature(.before, .none, beforeThat))
    ballot.add(Feature(.after, .none, afterThat))
    ballot.add(Feature(.head, source))
    ballot.add(Feature(.beyond, next, afterThat))
    ballot.add(Feature(.verb, beforeThat, previous))
    ballot.add(Feature(.right, scan.kinds[context.candidate.tokens.start], source))
    ballot.add(Feature(entry: entry, span == nil ? 0 : 1))
    ballot.add(Feature(.order, place, Self.bucket(span?.count ?? 0)))
    ballot.add(Feature(.position, position * 8 + context.form.rawValue))
    ballot.add(Feature(.group, flags * 8 + context.form.rawValue))
    ballot.add(Feature(entry: entry, next: next))
    ballot.add(Feature(entry: entry, form: context.form))
    ballot.add(Feature(.clause, scan.kind(start - 1, in: bounds), category))
    ballot.add(Feature(.subordinate, subordinators(before: start, in: bounds)))
    let endsBefore = previous != .edge && scan.endsInS(context.span.start - 1) ? 1 : 0
    ballot.add(Feature(.agreement, previous, inflection + endsBefore))
    let endsSource = sourceHead.map { scan.endsInS($0) ? 1 : 0 } ?? 0
    ballot.add(Feature(.concord, source, inflection + endsSource))
    if previous == .to { ballot.add(Feature(.governor, beforeThat, category)) }
  }

  /// Which of "if", "when", "though" and "because" stand shortly before a token, as bits.
  private func subordinators(before token: Int, in bounds: TokenSpan) -> Int {
    var bits = 0
    for index in max(bounds.start, token - 6)..<max(bounds.start, token) {
      switch scan.kinds[index] {
      case .if: bits |= 1
      case .when: bits |= 2
      case .though: bits |= 4
      case .because: bits |= 8
      default: break
      }
    }
    return bits
  }

  /// The word that a source turns on: its last before an "of", a comma or a "who".
  func headWord(of source: TokenSpan?) -> Int? {
    guard let source else { return nil }
    var head = source.start
    for index in source.range {
      let kind = scan.kinds[index]
      if index > source.start,
        kind.isOne(of: .prepositions) || kind.isOne(of: .clauseOpeners)
          || kind == .comma || kind == .open
      {
        break
      }
      if scan.tokens[index].kind == .word { head = index }
    }
    return head
  }
}
