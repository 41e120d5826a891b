import DeskReading
import DeskText

/// Content after its cue: where it begins and ends.
extension Drafter {
  func rightPiece(
    _ context: CueContext, _ room: Room, _ side: Place, _ sourcePlace: Place
  ) -> TokenSpan? {
    let colon = colonQuotation(context, room)
    guard let begin = colon ?? bestBegin(context, room, side)?.span?.start else { return nil }
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
    return bestEnd(context, begin, first, end, side, sourcePlace)?.span
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

  private func bestBegin(
    _ context: CueContext, _ room: Room, _ side: Place
  ) -> Decision.Choice? {
    var out = ballot(.begin, context)
    let bounds = context.bounds
    let start = room.right.start
    var seen = KindSet()
    var before = scan.kinds[start - 1]
    var wasQuoted = scan.traits[start - 1].isQuoted
    for index in start..<min(room.right.end, start + 24) {
      let kind = scan.kinds[index]
      let traits = scan.traits[index]
      let skipped = index - start
      if skipped < 4 { shareSkipped(skipped, context, side, &out) }
      let isQuoteStart = kind == .quote && !wasQuoted
      if isQuoteStart || !traits.isQuoted && (traits.isWord || kind == .quote) {
        out.begin(TokenSpan(index, room.right.end), side)
        out.add(.beginOpening, side, before, kind)
        out.add(Feature(.right, kind, scan.kind(index + 1, upTo: bounds.end)))
        out.add(Feature(.length, side, Self.bucket(skipped)))
        out.close()
      }
      if !seen.contains(kind) { out.share(Feature(.inside, side, kind)) }
      seen.insert(kind)
      before = kind
      wasQuoted = traits.isQuoted
    }
    return choose(out)
  }

  /// What all beginnings have in common before which as many words are skipped, up to three.
  @inline(__always)
  private func shareSkipped(
    _ count: Int, _ context: CueContext, _ side: Place, _ out: inout Ballot<Record>
  ) {
    if count > 0 { out.unshare(skipped(count - 1, context, side)) }
    out.share(skipped(count, context, side))
  }

  @inline(__always)
  private func skipped(
    _ count: Int, _ context: CueContext, _ side: Place
  ) -> (Feature, Feature, Feature, Feature) {
    (
      Feature(context.cue.category, count),
      Feature(.order, side, (context.cue.takesAddressee ? 4 : 0) + count),
      Feature(.bias, side, context.form.rawValue * 2 + min(count, 1)),
      Feature(entry: context.candidate.entry, min(count, 1))
    )
  }

  private func bestEnd(
    _ context: CueContext, _ begin: Int, _ first: Int, _ end: Int, _ side: Place,
    _ sourcePlace: Place
  ) -> Decision.Choice? {
    let beginKind = scan.kinds[begin]
    let beginsQuoted = scan.traits[begin].isQuoted ? 2 : 0
    let ownVerb = ownVerb(context)
    var out = ballot(.end, context)
    out.share(whole(0, context, side, sourcePlace))
    var seen = KindSet()
    var outlook = Outlook(end: end)
    var number = 0
    var cut = max(first, begin + 1)
    var before = scan.kinds[cut - 1]
    var wasQuoted = scan.traits[cut - 1].isQuoted
    while true {
      // On to the next word before which content may end.
      var here = WordKind.edge
      var isQuoted = false
      while cut < end {
        here = scan.kinds[cut]
        isQuoted = scan.traits[cut].isQuoted
        if !isQuoted, !seen.contains(here) {
          seen.insert(here)
          out.share(Feature(.inside, side, here))
        }
        if mayEnd(before: here, isQuoted, before, wasQuoted) { break }
        before = here
        wasQuoted = isQuoted
        cut &+= 1
      }
      let isEnd = cut < end ? 0 : 1
      if isEnd == 1 {
        here = .edge
        out.unshare(whole(0, context, side, sourcePlace))
        out.share(whole(1, context, side, sourcePlace))
      }
      let next = scan.kind(cut &+ 1, upTo: end)
      number &+= 1
      outlook.move(to: cut, scan)
      out.begin(TokenSpan(begin, cut), side)
      out.add(.endClosing, side, here, next)
      out.add(.endEdge, side, before, here)
      out.add(Feature(.length, side, Self.bucket(cut &- begin)))
      out.add(Feature(.order, side, min(number, 8) * 2 + isEnd))
      out.add(Feature(.quoted, side, beginsQuoted + isEnd + (wasQuoted ? 4 : 0)))
      out.add(Feature(.context, beginKind, here))
      out.add(Feature(.beyond, next, scan.kind(cut &+ 2, upTo: end)))
      out.add(Feature(.verb, here, outlook.verb(after: cut, scan)))
      out.add(.endRest, side, here, step: Self.bucket(end &- cut))
      let commas = commas(in: TokenSpan(begin, cut))
      let commasAfter = self.commas(in: TokenSpan(cut, end))
      out.add(Feature(.commas, here, min(commas, 3) * 4 + min(commasAfter, 3)))
      out.add(Feature(.around, before, next))
      out.add(Feature(.segment, here, outlook.segment(scan)))
      out.add(Feature(.joint, here, ownVerb + verb(after: cut, upTo: end)))
      out.close(lead: isEnd == 1 ? endLead(context) : 0)
      if isEnd == 1 { break }
      before = here
      wasQuoted = isQuoted
      cut &+= 1
    }
    return choose(out)
  }

  /// What all ends have in common, in the sentence (0) or at its end (1).
  @inline(__always)
  private func whole(
    _ isEnd: Int, _ context: CueContext, _ side: Place, _ sourcePlace: Place
  ) -> (Feature, Feature, Feature, Feature) {
    (
      Feature(context.cue.category, isEnd), Feature(.type, sourcePlace, isEnd),
      Feature(.bias, side, context.form.rawValue * 2 + isEnd),
      Feature(entry: context.candidate.entry, isEnd)
    )
  }

  /// Whether content may end before a word inside its sentence, and after another.
  @inline(__always)
  private func mayEnd(
    before here: WordKind, _ isQuoted: Bool, _ before: WordKind, _ wasQuoted: Bool
  ) -> Bool {
    if here == .stop || wasQuoted && before != .quote && isQuoted { return false }
    return !here.isOne(of: Self.neverCut) || before == .quote
  }

  /// How the verb right after a place is inflected, adverbs and a comma aside; together with the
  /// cue's own (`ownVerb`): "She said he lied and resigned" against "She said he lied and praised Lee".
  @inline(__always)
  private func verb(after cut: Int, upTo end: Int) -> Int {
    var index = cut &+ 1
    let skipped: KindSet = [.adverb, .manner, .not, .comma, .and, .but]
    while index < end, skipped.contains(scan.kinds[index]) { index &+= 1 }
    switch scan.kind(index, upTo: end) {
    case .cue: return scan.endsInS(index) ? 1 : 2
    case .saying: return 3
    case .ed: return 4
    case .ing: return 5
    case .be, .have, .do: return scan.endsInS(index) ? 6 : 7
    case .modal: return 8
    case .edge: return 9
    default: return 0
    }
  }

  private func ownVerb(_ context: CueContext) -> Int {
    switch context.form {
    case .past: return 0
    case .present: return context.candidate.inflection == .s ? 16 : 32
    default: return 48
    }
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
