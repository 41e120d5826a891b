import DeskReading
import DeskText

/// Content after its cue: where it begins and ends.
extension Drafter {
  func rightPiece(
    _ context: CueContext, _ room: Room, _ side: Place, _ sourcePlace: Place
  ) -> TokenSpan? {
    let colon = colonQuotation(context, room)
    guard let begin = colon ?? rightBegin(context, room, side) else { return nil }
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
    if first >= end { return TokenSpan(begin, first) }
    let ballot = endBallot(context, begin, first, end, side, sourcePlace)
    return choose(ballot)?.span
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
    let out = beginBallot(context, room, side)
    return choose(out)?.span?.start
  }

  private func beginBallot(_ context: CueContext, _ room: Room, _ side: Place) -> Ballot<Record> {
    var out = ballot(.begin, context)
    var seen: UInt64 = 0
    let start = room.right.start
    for index in start..<min(room.right.end, start + 24) {
      let kind = scan.kinds[index]
      let skipped = index - start
      if skipped < 4 { shareSkipped(skipped, context, side, &out) }
      let isQuoteStart = kind == .quote && !(index > 0 && scan.isQuoted(index - 1))
      if isQuoteStart || !scan.isQuoted(index) && (scan.isWord(index) || kind == .quote) {
        out.begin(TokenSpan(index, room.right.end), side)
        out.add(.beginOpening, side, scan.kinds[index - 1], kind)
        out.add(Feature(.right, kind, scan.kind(index + 1, in: context.bounds)))
        out.add(Feature(.length, side, Self.bucket(skipped)))
        out.close()
      }
      let bit: UInt64 = 1 &<< UInt64(kind.rawValue)
      if seen & bit == 0 { out.share(Feature(.inside, side, kind)) }
      seen |= bit
    }
    return out
  }

  /// What all beginnings have in common before which as many words are skipped, up to three.
  private func shareSkipped(
    _ count: Int, _ context: CueContext, _ side: Place, _ out: inout Ballot<Record>
  ) {
    func features(_ count: Int) -> (Feature, Feature, Feature, Feature) {
      (
        Feature(context.cue.category, count),
        Feature(.order, side, (context.cue.takesAddressee ? 4 : 0) + count),
        Feature(.bias, side, context.form.rawValue * 2 + min(count, 1)),
        Feature(entry: context.candidate.entry, min(count, 1))
      )
    }
    if count > 0 { out.unshare(features(count - 1)) }
    out.share(features(count))
  }

  private func endBallot(
    _ context: CueContext, _ begin: Int, _ first: Int, _ end: Int, _ side: Place,
    _ sourcePlace: Place
  ) -> Ballot<Record> {
    let bounds = TokenSpan(min(begin, context.bounds.start), end)
    let beginKind = scan.kind(begin, in: bounds)
    let beginsQuoted = scan.isQuoted(begin) ? 2 : 0
    func whole(_ isEnd: Int) -> (Feature, Feature, Feature, Feature) {
      (
        Feature(context.cue.category, isEnd), Feature(.type, sourcePlace, isEnd),
        Feature(.bias, side, context.form.rawValue * 2 + isEnd),
        Feature(entry: context.candidate.entry, isEnd)
      )
    }
    var out = ballot(.end, context)
    out.share(whole(0))
    var seen: UInt64 = 0
    let low = max(first, begin + 1)
    var number = 0
    var commasBefore = commas(in: TokenSpan(begin, low))
    var commasAfter = commas(in: TokenSpan(low, max(low, end)))
    var outlook = Outlook(end: end)
    var cut = low
    while cut <= end {
      let isEnd = cut == end ? 1 : 0
      if isEnd == 1 {
        out.unshare(whole(0))
        out.share(whole(1))
      } else if !scan.isQuoted(cut) {
        let bit: UInt64 = 1 &<< UInt64(scan.kinds[cut].rawValue)
        if seen & bit == 0 { out.share(Feature(.inside, side, scan.kinds[cut])) }
        seen |= bit
      }
      let before = scan.kinds[cut - 1]
      let wasQuoted = scan.isQuoted(cut - 1)
      if isEnd == 1 || mayEnd(before: cut, before, wasQuoted) {
        let here = scan.kind(cut, in: bounds)
        let next = scan.kind(cut + 1, in: bounds)
        number += 1
        outlook.move(to: cut, scan)
        out.begin(TokenSpan(begin, cut), side)
        out.add(.endClosing, side, here, next)
        out.add(.endEdge, side, before, here)
        out.add(Feature(.length, side, Self.bucket(cut - begin)))
        out.add(Feature(.order, side, min(number, 8) * 2 + isEnd))
        out.add(Feature(.quoted, side, beginsQuoted + isEnd + (wasQuoted ? 4 : 0)))
        out.add(Feature(.context, beginKind, here))
        out.add(Feature(.beyond, next, scan.kind(cut + 2, in: bounds)))
        out.add(Feature(.verb, here, outlook.verb(after: cut, scan)))
        out.add(.endRest, side, here, step: Self.bucket(end - cut))
        out.add(Feature(.commas, here, min(commasBefore, 3) * 4 + min(commasAfter, 3)))
        out.add(Feature(.around, before, next))
        out.add(Feature(.segment, here, outlook.segment(scan)))
        out.add(Feature(.joint, here, joint(after: cut, context, in: bounds)))
        out.close(lead: isEnd == 1 ? endLead(context) : 0)
      }
      if isEnd == 0, scan.kinds[cut] == .comma, !scan.isQuoted(cut) {
        commasBefore += 1
        commasAfter -= 1
      }
      cut += 1
    }
    return out
  }

  /// Whether content may end before a token inside its sentence.
  @inline(__always)
  private func mayEnd(before cut: Int, _ before: WordKind, _ wasQuoted: Bool) -> Bool {
    let kind = scan.kinds[cut]
    if kind == .stop || wasQuoted && before != .quote && scan.isQuoted(cut) { return false }
    return !kind.isOne(of: Self.neverCut) || before == .quote
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

  func commas(in span: TokenSpan) -> Int { scan.commaCount(in: span) }

  /// Before these no content ends.
  private static var neverCut: KindSet {
    [
      .capital, .number, .clitic, .article, .word, .ed, .possessive, .be, .have, .modal, .do, .of,
      .close, .role, .title, .demonstrative, .mark,
    ]
  }
}
