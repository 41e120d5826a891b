import DeskReading
import DeskText

extension Drafter {
  /// Whether a candidate is a cue: two candidates, no (`Place.none`) and yes.
  func cueDecision(_ context: CueContext, _ draft: Draft) -> Decision {
    let bounds = context.bounds
    let previous = scan.kind(context.span.start - 1, in: bounds)
    let next = scan.kind(context.span.end, in: bounds)
    let source = shape(of: draft.source)
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
    let features = [
      Feature(.bias, draft.place, context.form.rawValue),
      Feature(context.cue.category, context.form.rawValue),
      Feature(entry: context.candidate.entry, quoted > 0 ? 2 : 3),
      Feature(.precision, Int(context.cue.precision * 20)),
      Feature(.previous, side, previous), Feature(.next, side, next),
      Feature(.context, previous, next),
      Feature(.before, .none, scan.kind(context.span.start - 2, in: bounds)),
      Feature(.after, .none, scan.kind(context.span.end + 1, in: bounds)),
      Feature(.head, source),
      Feature(.beyond, next, scan.kind(context.span.end + 1, in: bounds)),
      Feature(.verb, scan.kind(context.span.start - 2, in: bounds), previous),
      Feature(.right, scan.kinds[context.candidate.tokens.start], source),
      Feature(entry: context.candidate.entry, draft.source == nil ? 0 : 1),
      Feature(.left, source, begin),
      Feature(.first, side, begin),
      Feature(.quoted, side, quoted),
      Feature(.length, side, Self.bucket(words)),
      Feature(.order, draft.place, Self.bucket(draft.source?.count ?? 0)),
      Feature(.position, position * 8 + context.form.rawValue),
      Feature(.group, flags * 8 + context.form.rawValue),
    ]
    return Decision(
      kind: .cue, cue: context.span,
      candidates: [
        Decision.Candidate(span: nil, place: .none, features: []),
        Decision.Candidate(span: context.span, place: side, features: features),
      ])
  }

  /// The kind of the word that a source turns on: its last before an "of", a comma or a "who".
  private func shape(of source: TokenSpan?) -> WordKind {
    guard let source else { return .edge }
    var head = scan.kinds[source.start]
    for index in source.range {
      let kind = scan.kinds[index]
      if index > source.start,
        WordKind.prepositions.contains(kind) || WordKind.clauseOpeners.contains(kind)
          || kind == .comma || kind == .open
      {
        break
      }
      if scan.tokens[index].kind == .word { head = kind }
    }
    return head
  }
}
