import DeskReading
import DeskText

extension Drafter {
  /// Whether a candidate is a cue: two candidates, no (`Place.none`) and yes.
  func cueBallot(_ context: CueContext, _ draft: Draft) -> Ballot<Record> {
    let bounds = context.bounds
    let previous = scan.kind(context.span.start - 1, in: bounds)
    let next = scan.kind(context.span.end, in: bounds)
    let sourceHead = headWord(of: draft.source)
    let source = sourceHead.map { scan.kinds[$0] } ?? .edge
    let inflection = context.candidate.inflection.rawValue * 2
    let quoted = scan.quotedShare(draft.content)
    let isAfter = draft.content.contains { $0.start >= context.span.end }
    let isBefore = draft.content.contains { $0.end <= context.span.start }
    let side: Place = isAfter ? (isBefore ? .both : .right) : .left
    let words = draft.content.reduce(0) { $0 + $1.count }
    let firstAfter = draft.content.first { $0.start >= context.span.end }
    let begin = firstAfter.map { scan.kinds[$0.start] } ?? .edge
    let sentence = scan.reading.sentenceNumber(ofToken: context.span.start)
    let position = bounds.start == 0 ? 0 : min(sentence, 3)
    let flags =
      (context.isNegated ? 1 : 0) | (context.hasModal ? 2 : 0)
      | (context.span.start < context.candidate.tokens.start ? 4 : 0)
    let category = Int(context.cue.category.rawValue)
    let start = draft.source.map { min($0.start, context.span.start) } ?? context.span.start
    var ballot = ballot(.cue, context)
    ballot.begin(nil, .none)
    ballot.close(lead: cueMargin(context, isSourced: draft.source != nil))
    ballot.begin(context.span, side)
    ballot.add(Feature(.bias, draft.place, context.form.rawValue))
    ballot.add(Feature(context.cue.category, context.form.rawValue))
    ballot.add(Feature(entry: context.candidate.entry, quoted > 0 ? 2 : 3))
    ballot.add(Feature(.precision, Int(context.cue.precision * 20)))
    ballot.add(Feature(.previous, side, previous))
    ballot.add(Feature(.next, side, next))
    ballot.add(Feature(.context, previous, next))
    ballot.add(Feature(.before, .none, scan.kind(context.span.start - 2, in: bounds)))
    ballot.add(Feature(.after, .none, scan.kind(context.span.end + 1, in: bounds)))
    ballot.add(Feature(.head, source))
    ballot.add(Feature(.beyond, next, scan.kind(context.span.end + 1, in: bounds)))
    ballot.add(Feature(.verb, scan.kind(context.span.start - 2, in: bounds), previous))
    ballot.add(Feature(.right, scan.kinds[context.candidate.tokens.start], source))
    ballot.add(Feature(entry: context.candidate.entry, draft.source == nil ? 0 : 1))
    ballot.add(Feature(.left, source, begin))
    ballot.add(Feature(.first, side, begin))
    ballot.add(Feature(.quoted, side, quoted))
    ballot.add(Feature(.length, side, Self.bucket(words)))
    ballot.add(Feature(.order, draft.place, Self.bucket(draft.source?.count ?? 0)))
    ballot.add(Feature(.position, position * 8 + context.form.rawValue))
    ballot.add(Feature(.group, flags * 8 + context.form.rawValue))
    ballot.add(Feature(entry: context.candidate.entry, next: next))
    ballot.add(Feature(entry: context.candidate.entry, form: context.form))
    ballot.add(Feature(.clause, scan.kind(start - 1, in: bounds), category))
    ballot.add(Feature(.subordinate, subordinators(before: start, in: bounds)))
    let endsBefore = previous != .edge && scan.endsInS(context.span.start - 1) ? 1 : 0
    ballot.add(Feature(.agreement, previous, inflection + endsBefore))
    let endsSource = sourceHead.map { scan.endsInS($0) ? 1 : 0 } ?? 0
    ballot.add(Feature(.concord, source, inflection + endsSource))
    if previous == .to {
      ballot.add(Feature(.governor, scan.kind(context.span.start - 2, in: bounds), category))
    }
    ballot.close()
    return ballot
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
