import DeskReading
import DeskText

/// Content after its cue: where it begins and ends.
extension Drafter {
  func rightPieces(
    _ context: CueContext, _ room: Room, _ side: Place, _ sourcePlace: Place
  ) -> [TokenSpan] {
    let colon = colonQuotation(context, room)
    guard let begin = colon ?? rightBegin(context, room, side) else { return [] }
    var end = room.right.end
    var first = begin
    if let quotation = scan.reading.quotation(ofToken: begin), quotation.tokens.start == begin {
      first = quotation.tokens.end
      end = max(scan.reading.sentence(ofToken: quotation.tokens.end - 1).tokens.end, first)
    }
    if let quotation = scan.reading.quotation(ofToken: end - 1), quotation.tokens.end > end,
      quotation.tokens.start > begin
    {
      // "He said that it “works. It always did.”": the quotation goes on past the sentence.
      end = quotation.tokens.end
    }
    end = min(end, referenceStart(in: TokenSpan(max(first, begin), max(first, end))))
    if first >= end { return [TokenSpan(begin, first)] }
    let ballot = endBallot(context, begin, first, end, side, sourcePlace)
    return choose(ballot)?.span.map { [$0] } ?? []
  }

  /// Where another's "…, according to the mayor" or "…, as reported by The Post" begins, which has
  /// the whole sentence for content; the span's end where nothing does.
  private func referenceStart(in span: TokenSpan) -> Int {
    let all = scan.candidates
    var low = 0
    var high = all.count
    while low < high {
      let middle = (low + high) / 2
      if all[middle].tokens.start <= span.start { low = middle + 1 } else { high = middle }
    }
    while low < all.count, all[low].tokens.start < span.end {
      let cue = cues.cues[all[low].entry]
      let start = all[low].tokens.start
      if cue.precedesSource, cue.category == .reference, scan.kinds[start - 1] == .comma {
        return start - 1
      }
      low += 1
    }
    return span.end
  }

  private func rightBegin(_ context: CueContext, _ room: Room, _ side: Place) -> Int? {
    var out = ballot(.begin, context)
    var seen: UInt64 = 0
    var index = room.right.start
    while index < room.right.end, index - room.right.start < 24 {
      defer {
        let bit: UInt64 = 1 << UInt64(scan.kinds[index].rawValue)
        if seen & bit == 0 { out.share(Feature(.inside, side, scan.kinds[index])) }
        seen |= bit
        index += 1
      }
      let isQuoteStart = scan.kinds[index] == .quote && !(index > 0 && scan.isQuoted(index - 1))
      if scan.isQuoted(index), !isQuoteStart { continue }
      guard scan.isWord(index) || isQuoteStart || scan.kinds[index] == .quote else { continue }
      let before = scan.kinds[index - 1]
      let next = scan.kind(index + 1, in: context.bounds)
      let skipped = index - room.right.start
      out.begin(TokenSpan(index, room.right.end), side)
      out.add(Feature(.before, side, before))
      out.add(Feature(.first, side, scan.kinds[index]))
      out.add(Feature(.left, before, scan.kinds[index]))
      out.add(Feature(.right, scan.kinds[index], next))
      out.add(Feature(.length, side, Self.bucket(skipped)))
      out.add(Feature(context.cue.category, min(skipped, 3)))
      out.add(Feature(.order, side, (context.cue.takesAddressee ? 4 : 0) + min(skipped, 3)))
      out.add(Feature(.bias, side, context.form.rawValue * 2 + min(skipped, 1)))
      out.add(Feature(entry: context.candidate.entry, min(skipped, 1)))
      out.close()
    }
    return choose(out)?.span?.start
  }

  private func endBallot(
    _ context: CueContext, _ begin: Int, _ first: Int, _ end: Int, _ side: Place,
    _ sourcePlace: Place
  ) -> Ballot {
    let bounds = TokenSpan(min(begin, context.bounds.start), end)
    let beginsQuoted = scan.isQuoted(begin)
    var out = ballot(.end, context)
    var seen: UInt64 = 0
    var cut = max(first, begin + 1)
    var number = 0
    let lead = endLead(context)
    var commasBefore = commas(in: TokenSpan(begin, cut))
    var commasAfter = commas(in: TokenSpan(cut, max(cut, end)))
    while cut <= end {
      defer {
        if cut < end, scan.kinds[cut] == .comma, !scan.isQuoted(cut) {
          commasBefore += 1
          commasAfter -= 1
        }
        cut += 1
      }
      if cut < end {
        let bit: UInt64 = 1 << UInt64(scan.kinds[cut].rawValue)
        defer {
          if seen & bit == 0, !scan.isQuoted(cut) {
            out.share(Feature(.inside, side, scan.kinds[cut]))
            seen |= bit
          }
        }
        let isInQuote =
          scan.isQuoted(cut) && scan.isQuoted(cut - 1) && scan.kinds[cut - 1] != .quote
        if isInQuote { continue }
        let kind = scan.kinds[cut]
        let isCut = !Self.neverCut.contains(kind) || scan.kinds[cut - 1] == .quote
        guard isCut else { continue }
        if kind == .stop, cut + 1 < end { continue }
        if kind == .stop { continue }
      }
      let here = scan.kind(cut, in: bounds)
      let next = scan.kind(cut + 1, in: bounds)
      let before = scan.kinds[cut - 1]
      let isEnd = cut == end ? 1 : 0
      number += 1
      out.begin(TokenSpan(begin, cut), side)
      out.add(Feature(.first, side, here))
      out.add(Feature(.next, side, next))
      out.add(Feature(.right, here, next))
      out.add(Feature(.left, before, here))
      out.add(Feature(.last, side, before))
      out.add(Feature(.length, side, Self.bucket(cut - begin)))
      out.add(Feature(context.cue.category, isEnd))
      out.add(Feature(.type, sourcePlace, isEnd))
      out.add(Feature(.bias, side, context.form.rawValue * 2 + isEnd))
      out.add(Feature(.order, side, min(number, 8) * 2 + isEnd))
      out.add(
        Feature(.quoted, side, (beginsQuoted ? 2 : 0) + isEnd + (scan.isQuoted(cut - 1) ? 4 : 0)))
      out.add(Feature(entry: context.candidate.entry, isEnd))
      out.add(Feature(.context, scan.kind(begin, in: bounds), here))
      out.add(Feature(.beyond, next, scan.kind(cut + 2, in: bounds)))
      out.add(Feature(.verb, here, verb(after: cut, in: bounds)))
      out.add(Feature(.rest, side, Self.bucket(end - cut)))
      out.add(Feature(.opening, here, Self.bucket(end - cut)))
      out.add(Feature(.commas, here, min(commasBefore, 3) * 4 + min(commasAfter, 3)))
      out.add(Feature(.around, before, next))
      out.add(Feature(.segment, here, segment(after: cut, end)))
      out.add(Feature(.joint, here, joint(after: cut, context, in: bounds)))
      out.close(lead: cut == end ? lead : 0)
    }
    return out
  }

  /// How the verb right after a place is inflected, adverbs and a comma aside, together with the
  /// cue's own: "She said he lied and resigned" against "She said he lied and praised Lee".
  private func joint(after cut: Int, _ context: CueContext, in bounds: TokenSpan) -> Int {
    var index = cut + 1
    let skipped: KindSet = [.adverb, .manner, .not, .comma, .and, .but]
    while index < bounds.end, skipped.contains(scan.kinds[index]) { index += 1 }
    let kind = scan.kind(index, in: bounds)
    let verb: Int
    switch kind {
    case .cue: verb = scan.endsInS(index) ? 1 : 2
    case .saying: verb = 3
    case .ed: verb = 4
    case .ing: verb = 5
    case .be, .have, .do: verb = scan.endsInS(index) ? 6 : 7
    case .modal: verb = 8
    case .edge: verb = 9
    default: verb = 0
    }
    let own: Int
    switch context.form {
    case .past: own = 0
    case .present: own = context.candidate.inflection == .s ? 1 : 2
    default: own = 3
    }
    return own * 16 + verb
  }

  func commas(in span: TokenSpan) -> Int {
    span.range.reduce(0) { $0 + (scan.kinds[$1] == .comma && !scan.isQuoted($1) ? 1 : 0) }
  }

  /// How many tensed verbs stand between a place and the next mark (0, 1, 2 for more), three
  /// times, and whether that mark is the end, a comma or another.
  ///
  /// An apposition has no verb: ", just over 100 miles north of the capital".
  private func segment(after cut: Int, _ end: Int) -> Int {
    let marks: KindSet = [.comma, .dash, .semicolon, .colon, .stop]
    var verbs = 0
    var index = cut + 1
    while index < end, !marks.contains(scan.kinds[index]) {
      if WordKind.finite.contains(scan.kinds[index]), !scan.isQuoted(index) { verbs += 1 }
      index += 1
    }
    return min(verbs, 2) * 3 + (index >= end ? 0 : scan.kinds[index] == .comma ? 1 : 2)
  }

  /// The kind of the first verb after a place, before the next mark; `edge` where there is none.
  private func verb(after cut: Int, in bounds: TokenSpan) -> WordKind {
    let verbs: KindSet = [.be, .have, .do, .modal, .cue, .saying, .ed, .ing]
    var index = cut + 1
    while index < bounds.end, index - cut < 8 {
      let kind = scan.kinds[index]
      if verbs.contains(kind) { return kind }
      if [.comma, .dash, .quote, .semicolon, .stop, .colon].contains(kind) { return .comma }
      index += 1
    }
    return .edge
  }

  /// Before these no content ends.
  private static let neverCut: KindSet = [
    .capital, .number, .clitic, .article, .word, .ed, .possessive, .be, .have, .modal, .do, .of,
    .close, .role, .title, .demonstrative, .mark,
  ]
}
