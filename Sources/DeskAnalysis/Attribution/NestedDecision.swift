import DeskReading
import DeskText

/// Attributions inside another's content.
extension Drafter {
  /// Leaves out what is inside another attribution's content, as PolNeAR does, but for what is told
  /// there a second time, and for what stands beside it.
  ///
  /// - Parameter drafts: sorted by cue.
  /// - Returns: the rest, in their order; a content ends where one begins that stands beside it.
  func outermost(_ drafts: [Draft]) -> [Draft] {
    // How far contents reach forwards from the drafts up to one, and back from those after it:
    // beyond, nothing need be looked at.
    var forwards = [Int](repeating: 0, count: drafts.count)
    var furthest = 0
    for number in drafts.indices {
      furthest = max(furthest, drafts[number].contentEnd)
      forwards[number] = furthest
    }
    var backwards = [Int](repeating: .max, count: drafts.count + 1)
    for number in drafts.indices.reversed() {
      backwards[number] = min(backwards[number + 1], drafts[number].contentStart ?? .max)
    }
    var beside: [(inner: Int, outer: Int)] = []
    func holds(_ other: Int, _ number: Int) -> Bool {
      guard !drafts[other].isBlock, drafts[other].isInContent(drafts[number].cue.start) else {
        return false
      }
      if isRetold(drafts[number], in: drafts[other]) { return false }
      if stands(drafts[number], beside: drafts[other]) {
        beside.append((number, other))
        return false
      }
      guard drafts[number].isInContent(drafts[other].cue.start) else { return true }
      // Two that hold each other: the first one stays, but for "…, said Lee" at the end, which
      // has all before it for content.
      let later = drafts[max(other, number)]
      return later.place == .inverted ? other > number : other < number
    }
    func isHeld(_ number: Int) -> Bool {
      let cue = drafts[number].cue.start
      var other = number - 1
      while other >= 0, forwards[other] > cue {
        if holds(other, number) { return true }
        other -= 1
      }
      other = number + 1
      while other < drafts.count, backwards[other] <= cue {
        if holds(other, number) { return true }
        other += 1
      }
      return false
    }
    var isKept = [Bool](repeating: true, count: drafts.count)
    for number in drafts.indices where isHeld(number) { isKept[number] = false }
    var out = drafts
    for (inner, outer) in beside where isKept[inner] {
      out[outer].content = shortened(out[outer], before: drafts[inner])
    }
    return Self.those(of: out, isKept)
  }

  /// Those drafts of which something is true.
  private static func those(of drafts: [Draft], _ isWanted: [Bool]) -> [Draft] {
    if !isWanted.contains(false) { return drafts }
    return drafts.indices.filter { isWanted[$0] }.map { drafts[$0] }
  }

  /// Whether a statement told inside another's stands beside it: "Residents said that the mayor
  /// had told them the bridge was safe", with a source and a verb of speech of its own.
  ///
  /// PolNeAR marks none; but where contents are drawn too long, the attribution inside is the next
  /// one, and to a reader it is an attribution anyway. Words seldom a cue (`precision`) stay out.
  private func isRetold(_ inner: Draft, in outer: Draft) -> Bool {
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

  /// Leaves out all but the surest cue of one and the same quotation: "wrote in a memo explaining the
  /// deal: “…”".
  ///
  /// - Parameter drafts: sorted by cue.
  /// - Returns: the rest, in their order.
  func withoutTwins(_ drafts: [Draft]) -> [Draft] {
    var isLeft = [Bool](repeating: true, count: drafts.count)
    for number in drafts.indices where isLeft[number] {
      let content = drafts[number].content
      guard scan.quotedShare(content) > 0 else { continue }
      for other in drafts[(number + 1)...].indices.prefix(3) where isLeft[other] {
        guard drafts[other].content == content else { continue }
        let loser = drafts[other].score > drafts[number].score ? number : other
        isLeft[loser] = false
        if loser == number { break }
      }
    }
    return Self.those(of: drafts, isLeft)
  }

  /// Whether an attribution that stands in another's content is none of it: "She said she was tired
  /// and praised Lee", where the content was drawn too long.
  private func stands(_ inner: Draft, beside outer: Draft) -> Bool {
    guard let entry = inner.entry, !isComplement(inner, of: outer) else { return false }
    let choice = choose(nestedBallot(inner, cues.cues[entry], in: outer))
    return choice.map { $0.place != .none } ?? false
  }

  /// "He said they must leave and show respect": a base form beside a cue that is none goes back to
  /// a verb inside the content.
  private func isComplement(_ inner: Draft, of outer: Draft) -> Bool {
    guard inner.form == .present, inner.place == .antecedent || inner.place == .subject,
      !scan.endsInS(inner.cue.start)
    else { return false }
    return outer.form != .present || scan.endsInS(outer.cue.start)
  }

  private func nestedBallot(_ inner: Draft, _ cue: CueList.Cue, in outer: Draft) -> Ballot<Record> {
    let start = clauseStart(of: inner)
    let bounds = scan.reading.sentence(ofToken: inner.cue.start).tokens
    let place: Place = inner.cue.start > outer.cue.start ? .right : .left
    let before = scan.kind(start - 1, in: bounds)
    let first = scan.kinds[start]
    let form = inner.form?.rawValue ?? 8
    let outerForm = outer.form?.rawValue ?? 8
    let relation = relation(of: inner.source, to: outer)
    let gap =
      place == .right
      ? TokenSpan(outer.cue.end, max(outer.cue.end, start))
      : TokenSpan(inner.cue.end, max(inner.cue.end, outer.cue.start))
    let after = max(inner.cue.end, inner.place == .inverted ? inner.source?.end ?? 0 : 0)
    let end = outer.content.isEmpty ? start : outer.contentEnd
    var ballot = Ballot<Record>(.nested, cue: inner.cue, weights: weights)
    ballot.begin(nil, .none)
    ballot.close(lead: Self.nestedMargin)
    ballot.begin(inner.cue, place)
    ballot.add(Feature(.bias, place, form))
    ballot.add(Feature(cue.category, relation))
    if let entry = inner.entry { ballot.add(Feature(entry: entry, 1)) }
    if let entry = outer.entry {
      ballot.add(Feature(entry: entry, 2))
      ballot.add(Feature(.clause, before, Int(cues.cues[entry].category.rawValue)))
    }
    ballot.add(Feature(.precision, Int(cue.precision * 20)))
    ballot.add(Feature(.previous, place, before))
    ballot.add(Feature(.first, place, first))
    ballot.add(Feature(.context, before, first))
    ballot.add(Feature(.beyond, scan.kind(start - 2, in: bounds), before))
    ballot.add(Feature(.next, place, scan.kind(inner.cue.end, in: bounds)))
    ballot.add(Feature(.head, headWord(of: inner.source).map { scan.kinds[$0] } ?? .edge))
    ballot.add(Feature(.utterance, place, utterance(after: after, in: bounds)))
    ballot.add(
      Feature(
        .quoted, place, scan.quotedShare(inner.content) * 3 + scan.quotedShare(outer.content)))
    ballot.add(Feature(.length, place, Self.bucket(gap.count)))
    ballot.add(Feature(.rest, place, Self.bucket(max(0, end - inner.cue.end))))
    ballot.add(Feature(.order, place, min(commas(in: gap), 3) * 4 + relation))
    ballot.add(Feature(.type, inner.place, relation))
    ballot.add(Feature(.group, (form * 16 + outerForm) * 4 + relation))
    ballot.add(Feature(.sentence, first, bounds.contains(outer.cue.start) ? 1 : 0))
    ballot.close()
    return ballot
  }

  /// Nobody (0), the other's source again (1), somebody named in its content (2) or elsewhere (3).
  private func relation(of source: TokenSpan?, to outer: Draft) -> Int {
    guard let source else { return 0 }
    if source == outer.source { return 1 }
    return outer.isInContent(source.start) ? 2 : 3
  }

  /// Where the clause of an attribution begins: its source or its cue.
  private func clauseStart(of draft: Draft) -> Int {
    guard let source = draft.source, source.start < draft.cue.start, draft.place != .antecedent,
      draft.place != .subject
    else { return draft.cue.start }
    return source.start
  }

  /// A content up to where another attribution begins, without the "and" before that.
  private func shortened(_ outer: Draft, before inner: Draft) -> [TokenSpan] {
    let start = clauseStart(of: inner)
    guard start > outer.cue.start, !scan.isQuoted(start) else { return outer.content }
    let joints: KindSet = [
      .and, .but, .or, .comma, .dash, .semicolon, .when, .though, .who, .which,
    ]
    return outer.content.compactMap { piece in
      guard piece.contains(start), piece.start > outer.cue.start else { return piece }
      var end = start
      while end > piece.start, joints.contains(scan.kinds[end - 1]) { end -= 1 }
      return end > piece.start ? TokenSpan(piece.start, end) : nil
    }
  }
}
