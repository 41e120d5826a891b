import DeskReading
import DeskText

/// Content after its cue: where it begins and ends.
extension Drafter {
  func rightBegin(_ context: CueContext, _ room: Room, _ side: Place) -> Int? {
    colonQuotation(context, room) ?? bestBegin(context, room, side)?.span?.start
  }

  func rightPiece(
    _ context: CueContext, _ room: Room, from begin: Int, _ side: Place, _ sourcePlace: Place
  ) -> TokenSpan? {
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
    let most = weights.bounds.begin(side)
    for index in start..<min(room.right.end, start + 24) {
      let kind = scan.kinds[index]
      let traits = scan.traits[index]
      let skipped = index - start
      if skipped < 4 { shareSkipped(skipped, context, side, &out) }
      let isQuoteStart = kind == .quote && !wasQuoted
      if Record.isKept || out.canLead(sharing: most),
        isQuoteStart || !traits.isQuoted && (traits.isWord || kind == .quote)
      {
        out.begin(TokenSpan(index, room.right.end), side)
        out.add(.beginOpening, side, before, kind)
        out.add(Feature(.right, kind, scan.kind(index + 1, upTo: bounds.end)))
        out.add(Feature(.length, side, Self.bucket(skipped)))
        out.close()
      }
      if !seen.contains(kind) {
        seen.insert(kind)
        out.share(Feature(.inside, side, kind))
      }
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
    let low = max(first, begin + 1)
    return withUnsafeTemporaryAllocation(of: Cut.self, capacity: end - low + 1) { cuts in
      let ballot = ballot(.end, context)
      var ends = Ends(
        begin: begin, low: low, end: end, side: side, sourcePlace: sourcePlace,
        ownVerb: ownVerb(context), ballot: ballot, outlook: Outlook(end: end),
        inSentence: ballot.weight(common(0, context, side, sourcePlace)),
        atEnd: ballot.weight(common(1, context, side, sourcePlace)))
      let count = readCuts(ends, into: cuts)
      // The sentence's end leads mostly: weighed first, it spares the others what can not help them.
      // Whoever looks on sees all in their order.
      if !Record.isKept { weigh(cuts, from: count, to: count, context, &ends) }
      weigh(cuts, from: 1, to: Record.isKept ? count : count - 1, context, &ends)
      return choose(ends.ballot)
    }
  }

  /// A place where content may end: before a token, and what the kinds of words up to there weigh.
  private typealias Cut = (place: Int32, inside: Int32)

  /// The decision where a content ends that begins with one token and, at the latest, ends before
  /// another.
  private struct Ends {
    let begin: Int
    /// The first place where it may end.
    let low: Int
    let end: Int
    let side: Place
    let sourcePlace: Place
    let ownVerb: Int
    var ballot: Ballot<Record>
    var outlook: Outlook
    /// What all places in the sentence have in common, and what its end has instead.
    let inSentence: Int32
    let atEnd: Int32
  }

  /// Writes down where content may end, at last the end of the sentence; how many places there are.
  private func readCuts(_ ends: Ends, into cuts: UnsafeMutableBufferPointer<Cut>) -> Int {
    let ballot = ends.ballot
    var seen = KindSet()
    var inside: Int32 = 0
    var count = 0
    var before = scan.kinds[ends.low - 1]
    var wasQuoted = scan.traits[ends.low - 1].isQuoted
    var place = ends.low
    while place < ends.end {
      let here = scan.kinds[place]
      let isQuoted = scan.traits[place].isQuoted
      if !isQuoted, !seen.contains(here) {
        seen.insert(here)
        inside &+= ballot.weight(Feature(.inside, ends.side, here))
      }
      if mayEnd(before: here, isQuoted, before, wasQuoted) {
        cuts[count] = (Int32(truncatingIfNeeded: place), inside)
        count &+= 1
      }
      before = here
      wasQuoted = isQuoted
      place &+= 1
    }
    cuts[count] = (Int32(truncatingIfNeeded: ends.end), inside)
    return count + 1
  }

  /// Weighs some of them, which are counted from one.
  private func weigh(
    _ cuts: UnsafeMutableBufferPointer<Cut>, from first: Int, to last: Int, _ context: CueContext,
    _ ends: inout Ends
  ) {
    let (begin, end, side) = (ends.begin, ends.end, ends.side)
    let beginKind = scan.kinds[begin]
    let beginsQuoted = scan.traits[begin].isQuoted ? 2 : 0
    var out = ends.ballot
    var number = first
    while number <= last {
      let cut = Int(cuts[number &- 1].place)
      let isEnd = cut < end ? 0 : 1
      let before = scan.kinds[cut &- 1]
      let here = scan.kind(cut, upTo: end)
      let next = scan.kind(cut &+ 1, upTo: end)
      out.begin(TokenSpan(begin, cut), side)
      out.add(cuts[number &- 1].inside) { observed in
        forEachInside(upTo: cut, ends) { observed(Feature(.inside, side, $0)) }
      }
      out.add(isEnd == 1 ? ends.atEnd : ends.inSentence) { observed in
        let common = common(isEnd, context, side, ends.sourcePlace)
        observed(common.0)
        observed(common.1)
        observed(common.2)
        observed(common.3)
      }
      out.add(.endClosing, side, here, next)
      out.add(.endEdge, side, before, here)
      out.add(Feature(.length, side, Self.bucket(cut &- begin)))
      out.add(Feature(.order, side, min(number, 8) &* 2 &+ isEnd))
      let quoted = beginsQuoted &+ (scan.traits[cut &- 1].isQuoted ? 4 : 0)
      out.add(Feature(.quoted, side, quoted &+ isEnd))
      out.add(Feature(.context, beginKind, here))
      out.add(Feature(.beyond, next, scan.kind(cut &+ 2, upTo: end)))
      out.add(.endRest, side, here, step: Self.bucket(end &- cut))
      out.add(Feature(.around, before, next))
      // Nine of ten end here.
      if Record.isKept || isEnd == 1 || out.canLead(weights.bounds.end(here, ends.ownVerb)) {
        addRest(of: cut, here, &ends, &out)
        // Of equals the first place wins: the last one, weighed first, must have one more.
        out.close(lead: isEnd == 1 ? endLead(context) - (Record.isKept ? 0 : 1) : 0)
      }
      number &+= 1
    }
    ends.ballot.take(out)
  }

  /// Adds what the commas and verbs around a place tell.
  @inline(__always)
  private func addRest(
    of cut: Int, _ here: WordKind, _ ends: inout Ends, _ out: inout Ballot<Record>
  ) {
    let commasBefore = commas(in: TokenSpan(ends.begin, cut))
    let commasAfter = commas(in: TokenSpan(cut, ends.end))
    out.add(Feature(.commas, here, min(commasBefore, 3) &* 4 &+ min(commasAfter, 3)))
    var verbAfter = WordKind.edge
    var segment = 0
    if cut < ends.end {
      ends.outlook.move(to: cut, scan)
      verbAfter = ends.outlook.verb(after: cut, scan)
      segment = ends.outlook.segment(scan)
    }
    out.add(Feature(.verb, here, verbAfter))
    out.add(Feature(.segment, here, segment))
    out.add(Feature(.joint, here, ends.ownVerb &+ verb(after: cut, upTo: ends.end)))
  }

  /// Calls `body` with each kind of the unquoted words up to a place.
  private func forEachInside(upTo cut: Int, _ ends: Ends, _ body: (WordKind) -> Void) {
    var seen = KindSet()
    for index in ends.low..<min(cut + 1, ends.end)
    where !scan.traits[index].isQuoted && !seen.contains(scan.kinds[index]) {
      seen.insert(scan.kinds[index])
      body(scan.kinds[index])
    }
  }

  /// What all places have in common where content may end, in the sentence (0) or at its end (1).
  @inline(__always)
  private func common(
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

  /// How the cue is inflected, as what of a joint's number stands above the verb behind it.
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
