import DeskReading
import DeskText

/// Takes the decisions about one cue after another: source, side, begin, end, and whether it is one.
///
/// The candidates come from rules over clauses and quotations; which of them wins, from weights
/// measured on annotated news (Pareti et al. 2013 and Newell et al. 2018 describe the task).
///
/// `Record` says whether somebody looks on: a `Drafter` with an observer keeps all candidates.
struct Drafter<Record: BallotRecording> {
  let scan: Scan
  let cues: CueList
  let weights: Weights
  /// Looks at each decision and may take it; for training and for explanation.
  private let observer: ((Decision) -> Int?)?
  private(set) var drafts: [Draft] = []

  /// All attributions of the text, sorted by cue, none inside another's content.
  mutating func allDrafts() -> [Draft] {
    drafts.reserveCapacity(scan.candidates.count)
    for candidate in scan.candidates {
      let context = context(of: candidate)
      if let draft = draft(context) { drafts.append(draft) }
    }
    return whole(drafts)
  }

  /// With those that no word makes, less those inside another's content, and with the quotations
  /// that go on outside their sentences.
  private func whole(_ cued: [Draft]) -> [Draft] {
    var taken = [Bool](repeating: false, count: scan.tokens.count)
    for number in cued.indices { Self.mark(cued[number].content, in: &taken) }
    let all = cued + uncuedDrafts { tokens in tokens.range.contains { taken[$0] } }
    var outer = withoutTwins(outermost(Self.sorted(all)))
    var isCue = [Bool](repeating: false, count: scan.tokens.count)
    taken = isCue
    for number in outer.indices {
      for index in outer[number].cue.range { isCue[index] = true }
      Self.mark(outer[number].content, in: &taken)
    }
    for number in outer.indices {
      let more = continuation(
        of: outer[number], quotes: quotes(outer[number]),
        isTaken: { tokens in tokens.range.contains { taken[$0] } },
        hasCue: { tokens in tokens.range.contains { isCue[$0] } })
      guard !more.isEmpty else { continue }
      Self.mark(more, in: &taken)
      outer[number].content += more
    }
    outer += orphanDrafts(after: outer) { tokens in tokens.range.contains { taken[$0] } }
    return Self.sorted(outer)
  }

  private static func mark(_ pieces: [TokenSpan], in tokens: inout [Bool]) {
    for piece in pieces { for index in piece.range { tokens[index] = true } }
  }

  /// By cue, in which order most come.
  private static func sorted(_ drafts: [Draft]) -> [Draft] {
    var last = TokenSpan(0, .max)
    for number in drafts.indices {
      let cue = drafts[number].cue
      if cue < last { return drafts.sorted { $0.cue < $1.cue } }
      last = cue
    }
    return drafts
  }

  /// Whether an attribution's cue is one of saying or writing, or a mark.
  private func quotes(_ draft: Draft) -> Bool {
    guard let entry = draft.entry else { return true }
    return cues.cues[entry].category.quotes
  }

  @inline(__always)
  func ballot(_ kind: DecisionKind, _ context: CueContext) -> Ballot<Record> {
    Ballot(kind, cue: context.span, weights: weights)
  }

  /// The best candidate, or the one that the observer takes; nil where there is none.
  @inline(__always)
  func choose(_ ballot: Ballot<Record>) -> Decision.Choice? {
    if Record.isKept, let observer, !ballot.isEmpty, let number = observer(ballot.decision) {
      return ballot.choice(number)
    }
    return ballot.best
  }

  private func draft(_ context: CueContext) -> Draft? {
    let source = source(context)
    let standing = standing(context, source)
    guard let content = contentPieces(context, source, standing) else { return nil }
    var draft = Draft(
      entry: context.candidate.entry, cue: context.span, source: source.span,
      place: source.place, content: content, isNegated: context.isNegated, form: context.form)
    guard saysSomething(draft), !isMedium(context, draft) else { return nil }
    if context.cue.isAlways {
      draft.score = .max
      return draft
    }
    guard let choice = choose(cueBallot(context, draft, standing)), choice.place != .none else {
      return nil
    }
    draft.score = choice.score
    return draft
  }

  /// "Wrote in a text message that": the noun tells the medium of what the verb before it says.
  private func isMedium(_ context: CueContext, _ draft: Draft) -> Bool {
    guard context.form == .noun, let number = lastSourced(in: context.bounds),
      let entry = drafts[number].entry, cues.cues[entry].kind == .verb,
      drafts[number].cue.end <= context.span.start
    else { return false }
    return drafts[number].content.contains { piece in
      draft.content.contains { $0.start == piece.start }
    }
  }

  /// Whether a draft has content that says something by itself, and somebody or some report to
  /// give it to.
  ///
  /// An appearance without anybody to whom things appear ("seems") is the writer's own hedge,
  /// which the hedging list counts. "Said so" and "which ruled" point at content elsewhere.
  private func saysSomething(_ draft: Draft) -> Bool {
    if draft.source == nil, let entry = draft.entry, cues.cues[entry].isRaising { return false }
    let bare: KindSet = [.it, .which, .who, .that, .demonstrative, .pronoun, .objectPronoun]
    return draft.content.contains { piece in
      piece.range.contains { scan.isWord($0) && !bare.contains(scan.kinds[$0]) && !isSo($0) }
    }
  }

  private func isSo(_ index: Int) -> Bool {
    let token = scan.tokens[index]
    return token.end - token.start == 2 && scan.reading.words.folded(index) == "so"
  }

  private func context(of candidate: CueCandidate) -> CueContext {
    let bounds = scan.reading.sentence(ofToken: candidate.tokens.start).tokens
    let cue = cues.cues[candidate.entry]
    let head = candidate.tokens.start
    var start = head
    var isNegated = false
    var hasModal = false
    var hasBe = false
    if cue.kind == .verb || cue.kind == .adjective || cue.kind == .adverb {
      while start > bounds.start, !scan.isQuoted(start - 1) {
        let kind = scan.kinds[start - 1]
        let isBridge =
          kind == .to && start - 1 > bounds.start
          && (scan.kinds[start - 2] == .be || scan.kinds[start - 2] == .have)
        guard kind.isOne(of: .auxiliary) || isBridge else { break }
        isNegated = isNegated || kind == .not || isContractedNegation(start - 1)
        hasModal = hasModal || kind == .modal
        hasBe = hasBe || kind == .be
        start -= 1
      }
      // Adverbs before the subject's verb are the sentence's own.
      while start < head, scan.kinds[start] == .adverb || scan.kinds[start] == .manner,
        start == bounds.start
      {
        start += 1
      }
    }
    let before = scan.kind(start - 1, in: bounds)
    let form: CueContext.Form
    switch cue.kind {
    case .noun: form = .noun
    case .adjective: form = .adjective
    case .phrase, .adverb: form = .other
    case .verb:
      if candidate.isIng {
        form = .ing
      } else if hasBe, !scan.isPlainForm(head) {
        form = .passive
      } else if before == .to {
        form = .infinitive
      } else {
        form = candidate.inflection == .past ? .past : .present
      }
    }
    let hasQuoteBefore =
      start > 0
      && (scan.kinds[start - 1] == .quote
        || (start > 1 && scan.kinds[start - 1] == .comma && scan.kinds[start - 2] == .quote))
    return CueContext(
      candidate: candidate, cue: cue, span: TokenSpan(start, candidate.tokens.end), form: form,
      isNegated: isNegated, hasModal: hasModal, bounds: bounds, hasQuoteBefore: hasQuoteBefore)
  }

  /// `didn't`, `won’t`: ends in the letters of "not".
  private func isContractedNegation(_ index: Int) -> Bool {
    let token = scan.tokens[index]
    let bytes = scan.reading.text.utf8
    guard token.end - token.start > 4, bytes[token.end - 1] | 0x20 == 0x74 else { return false }
    return bytes[token.end - 2] == 0x27 || bytes[token.end - 2] == 0x99
  }
}

extension Drafter where Record == NoRecord {
  init(_ scan: Scan, cues: CueList, weights: Weights) {
    self.init(scan: scan, cues: cues, weights: weights, observer: nil)
  }
}

extension Drafter where Record == BallotRecord {
  /// With an observer, which sees each decision, and takes it where it gives a candidate's number.
  init(_ scan: Scan, cues: CueList, weights: Weights, observer: @escaping (Decision) -> Int?) {
    self.init(scan: scan, cues: cues, weights: weights, observer: observer)
  }
}
