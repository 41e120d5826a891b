import DeskReading
import DeskText

extension Drafter {
  /// The pieces of a cue's content, given its source.
  func contentPieces(_ context: CueContext, _ source: Decision.Choice) -> [TokenSpan] {
    if isRelative(context) { return [] }
    let room = room(context, source)
    if let next = nextQuotation(context, room) { return [next] }
    let side = choose(sideBallot(context, source, room))?.place ?? .right
    var pieces: [TokenSpan] = []
    if side != .right, let left = leftPiece(context, room) { pieces.append(left) }
    if side != .left { pieces += rightPieces(context, room, side, source.place) }
    return pieces
  }

  /// The quotation that follows a sentence without content of its own.
  ///
  /// "She told The Post. “We have won.”", "He wrote: ¶ “Come home.”".
  private func nextQuotation(_ context: CueContext, _ room: Room) -> TokenSpan? {
    let end = context.bounds.end
    guard context.cue.category.quotes, room.quotation == nil, end < scan.kinds.count,
      scan.kinds[end] == .quote, let quotation = scan.reading.quotation(ofToken: end),
      quotation.tokens.start == end, quotation.tokens.count > 5
    else { return nil }
    let isColon = scan.kinds[end - 1] == .colon
    guard isColon || context.cue.takesAddressee,
      isColon || quotation.paragraph == sentenceParagraph(context)
    else { return nil }
    let addressee: KindSet = [
      .capital, .article, .possessive, .of, .in, .on, .at, .by, .with, .and, .clitic, .title,
      .thing,
      .role, .objectPronoun, .weekday, .month, .number, .timeUnit, .timeLead, .stop, .colon,
      .preposition,
    ]
    let rest = room.right
    guard rest.count < 14,
      rest.range.allSatisfy({
        addressee.contains(scan.kinds[$0]) || scan.tokens[$0].flags.contains(.capital)
          || isColon && !scan.isQuoted($0)
      })
    else { return nil }
    return quotation.tokens
  }

  /// "Claims that could not be verified": after a noun, "that" with a verb right behind it begins
  /// a clause about the claims, not what they say.
  private func isRelative(_ context: CueContext) -> Bool {
    guard context.form == .noun else { return false }
    let next = context.span.end
    let relatives: KindSet = [.that, .which, .who]
    let verbs: KindSet = [.modal, .be, .have, .do, .not]
    return relatives.contains(scan.kind(next, in: context.bounds))
      && verbs.contains(scan.kind(next + 1, in: context.bounds))
  }

  /// The tokens that are left for content when cue and source have taken theirs.
  struct Room {
    /// Before the cue, back to the sentence's start; a quotation there may begin earlier.
    var left: TokenSpan
    /// After the cue, to the sentence's end.
    var right: TokenSpan
    /// A quotation that ends at the end of `left`.
    var quotation: Quotation?
  }

  private func room(_ context: CueContext, _ source: Decision.Choice) -> Room {
    let bounds = context.bounds
    var leftEnd = context.span.start
    var rightStart = context.span.end
    if let span = source.span {
      if span.end <= context.span.start, source.place != .antecedent, source.place != .subject {
        leftEnd = min(leftEnd, span.start)
      }
      if span.start >= rightStart, [.inverted, .agent, .named].contains(source.place) {
        rightStart = span.end
      }
    }
    if leftEnd > bounds.start, [.comma, .dash, .colon].contains(scan.kinds[leftEnd - 1]) {
      leftEnd -= 1
    }
    var quotation: Quotation?
    if leftEnd > 0, scan.isQuoted(leftEnd - 1), scan.kinds[leftEnd - 1] == .quote {
      quotation = scan.reading.quotation(ofToken: leftEnd - 1)
      if let found = quotation,
        found.paragraph != sentenceParagraph(context) || found.tokens.count < 3
      {
        quotation = nil
      }
    }
    let low = min(bounds.start, leftEnd)
    return Room(
      left: TokenSpan(low, leftEnd),
      right: TokenSpan(min(rightStart, bounds.end), bounds.end), quotation: quotation)
  }

  private func sentenceParagraph(_ context: CueContext) -> Int {
    scan.reading.sentence(ofToken: context.span.start).paragraph
  }

  // MARK: - Side

  private func sideBallot(_ context: CueContext, _ source: Decision.Choice, _ room: Room)
    -> Ballot
  {
    var out = ballot(.side, context)
    let bounds = context.bounds
    let after = scan.kind(room.right.start, in: bounds)
    let second = scan.kind(room.right.start + 1, in: bounds)
    let before = scan.kind(room.left.end, in: bounds)
    let last = scan.kind(room.left.end - 1, in: bounds)
    let hasQuoteAfter = room.right.range.contains { scan.isQuoted($0) }
    let quotes = (room.quotation != nil ? 1 : 0) + (hasQuoteAfter ? 2 : 0)
    for place in [Place.right, .left, .both] {
      out.begin(nil, place)
      out.add(Feature(context.cue.category, Int(place.rawValue)))
      out.add(Feature(.next, place, after))
      out.add(Feature(.after, place, second))
      out.add(Feature(.previous, place, before))
      out.add(Feature(.last, place, last))
      out.add(Feature(.quoted, place, quotes))
      out.add(Feature(.bias, place, context.form.rawValue))
      out.add(Feature(.type, place, Int(source.place.rawValue)))
      out.add(Feature(.order, place, Self.bucket(room.left.count)))
      out.add(Feature(.length, place, Self.bucket(room.right.count)))
      out.add(
        Feature(entry: context.candidate.entry, Int(place.rawValue) - Int(Place.right.rawValue)))
      out.close()
    }
    return out
  }

  // MARK: - Before the cue

  private func leftPiece(_ context: CueContext, _ room: Room) -> TokenSpan? {
    var low = room.left.start
    if let quotation = room.quotation {
      low = quotation.tokens.start
      // "… a 'mess,' he said": unquoted words before a quotation may belong to it.
      let sentence = scan.reading.sentence(ofToken: quotation.tokens.start).tokens
      if sentence.start < low, sentence.paragraphs(scan, equal: room.left.end - 1) {
        low = sentence.start
      }
    }
    guard low < room.left.end else { return nil }
    var out = ballot(.start, context)
    let inside = insides(TokenSpan(low, room.left.end))
    let quotation = room.quotation != nil ? 1 : 0
    out.share(Feature(.bias, .left, context.form.rawValue * 4 + quotation))
    var index = low
    while index < room.left.end {
      defer { index += 1 }
      let isQuoteStart = scan.kinds[index] == .quote && scan.isQuoted(index)
      if scan.isQuoted(index), !isQuoteStart { continue }
      guard scan.isWord(index) || isQuoteStart else { continue }
      if isQuoteStart, index > low, scan.isQuoted(index - 1) { continue }
      let before = scan.kind(index - 1, in: TokenSpan(low, room.left.end))
      let kind = scan.kinds[index]
      out.begin(TokenSpan(index, room.left.end), .left)
      out.add(Feature(.before, .left, before))
      out.add(Feature(.first, .left, kind))
      out.add(Feature(.left, before, kind))
      out.add(Feature(.length, .left, Self.bucket(room.left.end - index)))
      out.add(Feature(context.cue.category, index == low ? 1 : 0))
      out.add(Feature(.context, kind, context.cue.isRaising ? .be : .word))
      out.add(Feature(.quoted, .left, (isQuoteStart ? 1 : 0) + quotation * 2))
      var kinds = inside[index - low]
      while kinds != 0 {
        let value = kinds.trailingZeroBitCount
        out.add(Feature(.inside, .left, value))
        kinds &= kinds - 1
      }
      out.close()
    }
    return choose(out)?.span
  }

  /// For each token of a span the kinds of the unquoted words from there to the end, as bits.
  private func insides(_ span: TokenSpan) -> [UInt64] {
    var out = [UInt64](repeating: 0, count: span.count)
    var seen: UInt64 = 0
    for index in span.range.reversed() {
      if !scan.isQuoted(index) { seen |= 1 << UInt64(scan.kinds[index].rawValue) }
      out[index - span.start] = seen
    }
    return out
  }

  // MARK: - After the cue

  private func rightPieces(
    _ context: CueContext, _ room: Room, _ side: Place, _ sourcePlace: Place
  ) -> [TokenSpan] {
    guard let begin = rightBegin(context, room, side) else { return [] }
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
    if first >= end { return [TokenSpan(begin, first)] }
    let ballot = endBallot(context, begin, first, end, side, sourcePlace)
    return choose(ballot)?.span.map { [$0] } ?? []
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
    while cut <= end {
      defer { cut += 1 }
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
      out.close()
    }
    return out
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

extension TokenSpan {
  /// Whether its paragraph is that of another token.
  fileprivate func paragraphs(_ scan: Scan, equal token: Int) -> Bool {
    scan.reading.sentence(ofToken: start).paragraph
      == scan.reading.sentence(ofToken: token).paragraph
  }
}
