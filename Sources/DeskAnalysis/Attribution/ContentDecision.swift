import DeskReading
import DeskText

extension Drafter {
  /// The pieces of a cue's content, given its source; nil where no content could make it a cue.
  ///
  /// Whoever looks on sees all decisions, also those about words that can be no cues any more.
  func contentPieces(
    _ context: CueContext, _ source: Decision.Choice, _ standing: Standing
  ) -> [TokenSpan]? {
    if !Record.isKept, !mayBeCue(context, source, standing) { return nil }
    if isRelative(context) { return [] }
    if let antecedent = antecedent(context, source) { return [antecedent] }
    let room = room(context, source)
    if let next = nextQuotation(context, room) { return [next] }
    let side = bestSide(context, source, room)?.place ?? .right
    let left = side == .right ? nil : leftPiece(context, room)
    guard side != .left, let begin = rightBegin(context, room, side) else {
      return left.map { [$0] } ?? []
    }
    let first = (kind: scan.kinds[begin], side: left == nil ? Place.right : .both)
    if !Record.isKept, !mayBeCue(context, source, standing, begin: first) { return nil }
    guard let right = rightPiece(context, room, from: begin, side, source.place) else {
      return left.map { [$0] } ?? []
    }
    return left.map { [$0, right] } ?? [right]
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
    let rest = room.right
    guard rest.count < 14,
      rest.range.allSatisfy({
        Self.addressee.contains(scan.kinds[$0]) || scan.tokens[$0].flags.contains(.capital)
          || isColon && !scan.isQuoted($0)
      })
    else { return nil }
    return quotation.tokens
  }

  /// The kinds of words that tell to whom, where and when something was said.
  private static var addressee: KindSet {
    [
      .capital, .article, .possessive, .of, .in, .on, .at, .by, .with, .and, .clitic, .title,
      .thing, .role, .objectPronoun, .weekday, .month, .number, .timeUnit, .timeLead, .stop, .colon,
      .preposition,
    ]
  }

  /// "She said of the deal: “No.”": a colon that leads from whom or what to a quotation.
  func colonQuotation(_ context: CueContext, _ room: Room) -> Int? {
    guard context.cue.category.quotes else { return nil }
    let addressee = room.right.range.prefix {
      let kind = scan.kinds[$0]
      return kind != .colon
        && (Self.addressee.contains(kind) || kind.isOne(of: .prepositions) || kind == .word)
    }
    let quote = addressee.endIndex + 1
    guard addressee.count < 14, quote < room.right.end, scan.kinds[quote - 1] == .colon,
      scan.kinds[quote] == .quote, scan.isQuoted(quote)
    else { return nil }
    return quote
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

  /// "The attack, which was confirmed by a minister": what the relative pronoun of a passive with
  /// its agent stands for.
  private func antecedent(_ context: CueContext, _ source: Decision.Choice) -> TokenSpan? {
    let low = context.bounds.start
    var end = context.span.start - 1
    guard context.form == .passive, source.place == .agent, end > low + 1,
      scan.kinds[end].isOne(of: [.which, .that])
    else { return nil }
    if scan.kinds[end - 1].isOne(of: [.comma, .dash]) { end -= 1 }
    let breaks: KindSet = [
      .comma, .dash, .semicolon, .colon, .stop, .quote, .open, .be, .have, .do, .modal, .cue,
      .saying, .if, .when, .though, .because, .than, .what, .who, .which, .that, .whose, .pronoun,
    ]
    var start = end
    var hasAnd = false
    while start > low, !scan.isQuoted(start - 1) {
      // "Ames, Boone and Perry": within a list a comma does not end the phrase.
      let isList = hasAnd && scan.kinds[start - 1] == .comma && scan.kinds[start] == .capital
      guard isList || !breaks.contains(scan.kinds[start - 1]) else { break }
      start -= 1
      hasAnd = hasAnd || scan.kinds[start] == .and
    }
    while start < end,
      scan.kinds[start].isOne(of: [.and, .or, .but])
        || scan.kinds[start].isOne(of: .prepositions)
    {
      start += 1
    }
    return start < end ? TokenSpan(start, end) : nil
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
      if span.start >= rightStart, source.place.followsCue {
        rightStart = span.end
      }
    }
    if leftEnd > bounds.start, scan.kinds[leftEnd - 1].isOne(of: [.comma, .dash, .colon]) {
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

  private func bestSide(
    _ context: CueContext, _ source: Decision.Choice, _ room: Room
  ) -> Decision.Choice? {
    var out = ballot(.side, context)
    let bounds = context.bounds
    let after = scan.kind(room.right.start, in: bounds)
    let second = scan.kind(room.right.start + 1, in: bounds)
    let before = scan.kind(room.left.end, in: bounds)
    let last = scan.kind(room.left.end - 1, in: bounds)
    let hasQuoteAfter = scan.quotedCount(in: room.right) > 0
    let utterance = utterance(after: room.right.start, in: bounds)
    let quotes = (room.quotation != nil ? 1 : 0) + (hasQuoteAfter ? 2 : 0)
    for place in [Place.right, .left, .both] {
      out.begin(nil, place)
      out.add(Feature(context.cue.category, Int(place.rawValue)))
      out.add(Feature(.next, place, after))
      out.add(Feature(.after, place, second))
      out.add(Feature(.previous, place, before))
      out.add(Feature(.last, place, last))
      out.add(Feature(.quoted, place, quotes))
      out.add(Feature(.utterance, place, utterance + (room.quotation != nil ? 4 : 0)))
      out.add(Feature(.bias, place, context.form.rawValue))
      out.add(Feature(.type, place, Int(source.place.rawValue)))
      out.add(Feature(.order, place, Self.bucket(room.left.count)))
      out.add(Feature(.length, place, Self.bucket(room.right.count)))
      let answer = Int(place.rawValue) - Int(Place.right.rawValue)
      out.add(Feature(entry: context.candidate.entry, answer))
      out.add(Feature(.sentence, scan.kinds[bounds.start], answer * 2 + (hasQuoteAfter ? 1 : 0)))
      out.close()
    }
    return choose(out)
  }

  /// Whether a quotation begins at a token, a mark before it aside: 0 for none, 1 for words taken
  /// into the sentence, 2 for a sentence of its own, which its capital tells.
  func utterance(after token: Int, in bounds: TokenSpan) -> Int {
    var quote = token
    if scan.kind(quote, in: bounds).isOne(of: [.comma, .colon, .dash]) { quote += 1 }
    guard scan.kind(quote, in: bounds) == .quote, scan.isQuoted(quote), quote + 1 < bounds.end
    else { return 0 }
    return scan.tokens[quote + 1].flags.contains(.capital) ? 2 : 1
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
    return bestStart(context, low, room)?.span
  }

  private func bestStart(
    _ context: CueContext, _ low: Int, _ room: Room
  ) -> Decision.Choice? {
    let ballot = ballot(.start, context)
    let end = room.left.end
    let bounds = TokenSpan(low, end)
    let quotation = room.quotation != nil ? 1 : 0
    let trailing = min(context.bounds.end - context.span.end, 3)
    return withUnsafeTemporaryAllocation(of: Inside.self, capacity: bounds.count) { insides in
      readInsides(of: bounds, ballot, into: insides)
      var out = ballot
      out.share(Feature(.bias, .left, context.form.rawValue * 4 + quotation))
      var commasBefore = 0
      var commasInside = commas(in: bounds)
      var before = WordKind.edge
      var wasQuoted = low > 0 && scan.traits[low - 1].isQuoted
      for index in low..<end {
        let kind = scan.kinds[index]
        let traits = scan.traits[index]
        let isQuoteStart = kind == .quote && traits.isQuoted
        let mayBegin =
          isQuoteStart ? index == low || !wasQuoted : traits.isWord && !traits.isQuoted
        if mayBegin {
          out.begin(TokenSpan(index, end), .left)
          out.add(.startOpening, .left, before, kind)
          out.add(Feature(.length, .left, Self.bucket(end - index)))
          out.add(Feature(context.cue.category, index == low ? 1 : 0))
          out.add(Feature(.context, kind, context.cue.isRaising ? .be : .word))
          out.add(Feature(.quoted, .left, (isQuoteStart ? 1 : 0) + quotation * 2))
          out.add(Feature(.commas, before, min(commasBefore, 7) * 4 + min(commasInside, 3)))
          out.add(Feature(.trailing, before, trailing))
          let inside = insides[index - low]
          out.add(inside.sum) { observed in
            var kinds = inside.kinds
            while kinds != 0 {
              observed(Feature(.inside, .left, kinds.trailingZeroBitCount))
              kinds &= kinds - 1
            }
          }
          out.close(lead: index == low ? Self.startLead : 0)
        }
        if kind == .comma, !traits.isQuoted {
          commasBefore += 1
          commasInside -= 1
        }
        before = kind
        wasQuoted = traits.isQuoted
      }
      return choose(out)
    }
  }

  /// The kinds of the unquoted words from a token to the end of a span, as bits, and the sum of what
  /// they weigh.
  private typealias Inside = (kinds: UInt64, sum: Int32)

  /// Sets what each token of a span has inside.
  private func readInsides(
    of span: TokenSpan, _ ballot: Ballot<Record>, into insides: UnsafeMutableBufferPointer<Inside>
  ) {
    var kinds: UInt64 = 0
    var sum: Int32 = 0
    var index = span.end
    while index > span.start {
      index -= 1
      let kind = scan.kinds[index]
      let bit: UInt64 = 1 &<< UInt64(kind.rawValue)
      if kinds & bit == 0, !scan.traits[index].isQuoted {
        kinds |= bit
        sum &+= ballot.weight(Feature(.inside, .left, kind))
      }
      insides[index - span.start] = (kinds, sum)
    }
  }
}

extension TokenSpan {
  /// Whether its paragraph is that of another token.
  fileprivate func paragraphs(_ scan: Scan, equal token: Int) -> Bool {
    scan.reading.sentence(ofToken: start).paragraph
      == scan.reading.sentence(ofToken: token).paragraph
  }
}
