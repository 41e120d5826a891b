import DeskReading
import DeskText

/// Takes the decisions about one cue after another: source, side, begin, end, and whether it is one.
///
/// The candidates come from rules over clauses and quotations; which of them wins, from weights
/// measured on annotated news (Pareti et al. 2013 and Newell et al. 2018 describe the task).
struct Drafter {
  let scan: Scan
  let cues: CueList
  let weights: Weights
  /// Looks at each decision and may take it; for training and for explanation.
  var observer: ((Decision) -> Int?)?
  private(set) var drafts: [Draft] = []

  init(
    _ scan: Scan, cues: CueList, weights: Weights, observer: ((Decision) -> Int?)? = nil
  ) {
    self.scan = scan
    self.cues = cues
    self.weights = weights
    self.observer = observer
  }

  /// All attributions of the text, sorted by cue, none inside another's content.
  mutating func allDrafts() -> [Draft] {
    for candidate in scan.candidates {
      let context = context(of: candidate)
      if let draft = draft(context) { drafts.append(draft) }
    }
    var taken = [Bool](repeating: false, count: scan.tokens.count)
    for draft in drafts {
      for piece in draft.content { for index in piece.range { taken[index] = true } }
    }
    drafts += uncuedDrafts { tokens in tokens.range.contains { taken[$0] } }
    drafts.sort { $0.cue < $1.cue }
    let outer = Self.outermost(drafts) { stands($0, in: $1) }
    taken = [Bool](repeating: false, count: scan.tokens.count)
    var isCue = taken
    for draft in outer {
      for index in draft.cue.range { isCue[index] = true }
      for piece in draft.content { for index in piece.range { taken[index] = true } }
    }
    var spoken = outer.map { draft in
      var draft = draft
      let more = continuation(
        of: draft, quotes: draft.entry.map { cues.cues[$0].category.quotes } ?? true,
        isTaken: { tokens in tokens.range.contains { taken[$0] } },
        hasCue: { tokens in tokens.range.contains { isCue[$0] } })
      for piece in more { for index in piece.range { taken[index] = true } }
      draft.content += more
      return draft
    }
    spoken += orphanDrafts(after: spoken) { tokens in tokens.range.contains { taken[$0] } }
    return spoken.sorted { $0.cue < $1.cue }
  }

  /// Whether a statement told inside another's stands beside it: "Residents said that the mayor
  /// had told them the bridge was safe", with a source and a verb of speech of its own.
  ///
  /// PolNeAR marks none; but where contents are drawn too long, the attribution inside is the next
  /// one, and to a reader it is an attribution anyway. Words seldom a cue (`precision`) stay out.
  private func stands(_ inner: Draft, in outer: Draft) -> Bool {
    guard let entry = inner.entry, let source = inner.source, outer.isInContent(source.start),
      inner.content.allSatisfy({ outer.isInContent($0.start) })
    else { return false }
    let cue = cues.cues[entry]
    guard cue.kind == .verb, cue.category.quotes else { return false }
    // "“Our flag,” they shouted, according to Reuters": both are told.
    if let outerEntry = outer.entry, cues.cues[outerEntry].category == .reference,
      scan.quotedShare(inner.content) == 2
    {
      return true
    }
    let bare: KindSet = [.pronoun, .which, .who, .it]
    return cue.precision > 0.5
      && source.range.contains { scan.isWord($0) && !bare.contains(scan.kinds[$0]) }
  }

  func ballot(_ kind: DecisionKind, _ context: CueContext) -> Ballot {
    Ballot(kind, cue: context.span, weights: weights, isObserved: observer != nil)
  }

  /// The best candidate, or the one that the observer takes; nil where there is none.
  func choose(_ ballot: Ballot) -> Decision.Choice? {
    if let observer, !ballot.isEmpty {
      let decision = ballot.decision
      if let number = observer(decision) {
        let candidate = decision.candidates[number]
        return Decision.Choice(
          span: candidate.span, place: candidate.place, score: 0, isImposed: true)
      }
    }
    return ballot.best
  }

  private func draft(_ context: CueContext) -> Draft? {
    let source = source(context)
    let content = contentPieces(context, source)
    let draft = Draft(
      entry: context.candidate.entry, cue: context.span, source: source.span,
      place: source.place, content: content, isNegated: context.isNegated)
    guard saysSomething(draft), !isMedium(context, draft) else { return nil }
    if context.cue.isAlways { return draft }
    guard let choice = choose(cueBallot(context, draft)), choice.place != .none else { return nil }
    return draft
  }

  /// "Wrote in a text message that": the noun tells the medium of what the verb before it says.
  private func isMedium(_ context: CueContext, _ draft: Draft) -> Bool {
    guard context.form == .noun, let before = lastSourced(in: context.bounds),
      let entry = before.entry, cues.cues[entry].kind == .verb,
      before.cue.end <= context.span.start
    else { return false }
    return before.content.contains { piece in draft.content.contains { $0.start == piece.start } }
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
        guard WordKind.auxiliary.contains(kind) || isBridge else { break }
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
        form = scan.isPlainForm(head) ? .present : .past
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

  /// Leaves out what is inside another attribution's content, as PolNeAR does.
  ///
  /// - Parameters:
  ///   - drafts: sorted by cue.
  ///   - stands: whether the first stays although it is inside the second's content.
  /// - Returns: the rest, in their order.
  static func outermost(_ drafts: [Draft], _ stands: (Draft, Draft) -> Bool) -> [Draft] {
    // How far contents reach forwards from the drafts up to one, and back from those after it:
    // beyond, nothing need be looked at.
    var forwards: [Int] = []
    for draft in drafts {
      forwards.append(max(forwards.last ?? 0, draft.content.map(\.end).max() ?? 0))
    }
    var backwards = [Int](repeating: .max, count: drafts.count + 1)
    for number in drafts.indices.reversed() {
      let own = drafts[number].content.map(\.start).min() ?? .max
      backwards[number] = min(backwards[number + 1], own)
    }
    func holds(_ other: Int, _ number: Int) -> Bool {
      guard !drafts[other].isBlock, drafts[other].isInContent(drafts[number].cue.start) else {
        return false
      }
      if stands(drafts[number], drafts[other]) { return false }
      guard drafts[number].isInContent(drafts[other].cue.start) else { return true }
      // Two that hold each other: the first one stays, but for "…, said Lee" at the end, which
      // has all before it for content.
      let later = drafts[max(other, number)]
      return later.place == .inverted ? other > number : other < number
    }
    return drafts.indices.filter { number in
      let cue = drafts[number].cue.start
      var other = number - 1
      while other >= 0, forwards[other] > cue {
        if holds(other, number) { return false }
        other -= 1
      }
      other = number + 1
      while other < drafts.count, backwards[other] <= cue {
        if holds(other, number) { return false }
        other += 1
      }
      return true
    }.map { drafts[$0] }
  }
}
