import DeskText

/// Finds quotations, paragraph by paragraph, and marks their tokens.
///
/// Understands curly and straight double marks, the doubled apostrophes of newswire archives,
/// guillemets and, outside of these, single marks that open and close like a pair. A quotation that
/// is never closed runs to the end of its paragraph, as printers mark one that goes on in the next.
enum QuotationReader {
  /// What a mark may do.
  private enum Mark { case open, close, either, single, apostrophe }

  static func quotations(in words: MarkedWords, paragraphs: [Extent<Unit.Token>]) -> [Quotation] {
    var out: [Quotation] = []
    // The first of `words.stops` that is not behind: no other token is a mark.
    var stop = 0
    for (number, paragraph) in paragraphs.enumerated() {
      let first = stop
      while stop < words.stops.count, words.stops[stop] < paragraph.end { stop += 1 }
      if first < stop { read(paragraph, first..<stop, number, words, &out) }
    }
    return out
  }

  private static func read(
    _ paragraph: Extent<Unit.Token>, _ stops: Range<Int>, _ number: Int, _ words: MarkedWords,
    _ out: inout [Quotation]
  ) {
    var start: Int?
    /// The end of the quotation in single marks read last; what stands in it is read.
    var passed = paragraph.start
    for stop in stops {
      let index = Int(words.stops[stop])
      guard index >= passed, let mark = mark(words, index) else { continue }
      switch (mark, start) {
      case (.apostrophe, _), (.single, .some): continue
      case (.single, nil):
        guard let end = singleEnd(words, index, paragraph) else { continue }
        add(index, end, isClosed: true, number, words, &out)
        passed = end + 1
      case (.open, nil): start = index
      case (.open, .some(let open)):
        // The closing mark was forgotten: the first quotation ends where the second begins.
        if index > open + 1 { add(open, index - 1, isClosed: false, number, words, &out) }
        start = index
      case (.close, .some(let open)):
        add(open, index, isClosed: true, number, words, &out)
        start = nil
      case (.close, nil): words.tokens[index].flags.insert(.quoteMark)
      case (.either, nil):
        if opens(words, index, paragraph) || opensLate(words, index, paragraph) { start = index }
      case (.either, .some(let open)):
        add(open, index, isClosed: true, number, words, &out)
        start = nil
      }
    }
    if let open = start, open + 1 < paragraph.end {
      add(open, paragraph.end - 1, isClosed: false, number, words, &out)
    }
  }

  private static func add(
    _ first: Int, _ last: Int, isClosed: Bool, _ paragraph: Int, _ words: MarkedWords,
    _ out: inout [Quotation]
  ) {
    for index in first...last { words.tokens[index].flags.insert(.inQuote) }
    words.tokens[first].flags.insert(.quoteMark)
    if isClosed { words.tokens[last].flags.insert(.quoteMark) }
    let innerEnd = isClosed ? last : last + 1
    out.append(
      Quotation(
        tokens: Extent(first, last + 1), inner: Extent(min(first + 1, innerEnd), innerEnd),
        isClosed: isClosed, paragraph: paragraph))
  }

  private static func mark(_ words: MarkedWords, _ index: Int) -> Mark? {
    let token = words.tokens[index]
    guard token.kind == .mark else { return nil }
    let bytes = words.bytes
    switch bytes[token.start] {
    case 0x22: return .either  // "
    case 0x27: return token.end - token.start == 2 ? .either : .single  // '' or '
    case 0x60: return token.end - token.start == 2 ? .open : .single  // ``
    case 0xC2:
      switch bytes[token.start + 1] {
      case 0xAB: return .open  // «
      case 0xBB: return .close  // »
      default: return nil
      }
    case 0xE2 where token.end - token.start == 3 && bytes[token.start + 1] == 0x80:
      switch bytes[token.start + 2] {
      case 0x9C, 0x9E, 0x9F: return .open  // “ „ ‟
      case 0x9D: return .close  // ”
      case 0x98, 0x9B: return .single  // ‘
      case 0x99: return .apostrophe  // ’
      default: return nil
      }
    default: return nil
    }
  }

  /// Whether a mark that looks the same on both sides can begin a quotation here.
  private static func opens(_ words: MarkedWords, _ index: Int, _ paragraph: Extent<Unit.Token>)
    -> Bool
  {
    let isTight = index + 1 < paragraph.end && !words.tokens[index + 1].flags.contains(.spaceBefore)
    if words.tokens[index].flags.contains(.spaceBefore) { return index + 1 < paragraph.end }
    // An inch, a second of arc: 5'10".
    if index > paragraph.start, words.tokens[index - 1].kind == .number { return false }
    // `exercise".` ends something that never began.
    let isAfterWord = index > paragraph.start && words.tokens[index - 1].isWord
    return isTight && !(isAfterWord && words.tokens[index + 1].kind == .mark)
  }

  /// Whether an opening mark has slipped to the wrong side of its space: `schools," For example`.
  ///
  /// Only after a comma or colon, and where the next mark of the paragraph closes.
  private static func opensLate(_ words: MarkedWords, _ index: Int, _ paragraph: Extent<Unit.Token>)
    -> Bool
  {
    let tokens = words.tokens
    guard index > paragraph.start, index + 1 < paragraph.end,
      !tokens[index].flags.contains(.spaceBefore), tokens[index + 1].flags.contains(.spaceBefore),
      [0x2C, 0x3A].contains(words.bytes[tokens[index - 1].start]),
      let next = (index + 1..<paragraph.end).first(where: { mark(words, $0) == .either })
    else { return false }
    let isBeforeSpace =
      next + 1 == paragraph.end || tokens[next + 1].flags.contains(.spaceBefore)
      || tokens[next + 1].kind == .mark
    return !tokens[next].flags.contains(.spaceBefore) && isBeforeSpace
  }

  /// The token of the mark that closes a single quotation, if it is one.
  private static func singleEnd(_ words: MarkedWords, _ index: Int, _ paragraph: Extent<Unit.Token>)
    -> Int?
  {
    let tokens = words.tokens
    guard
      tokens[index].flags.contains(.spaceBefore) || index == paragraph.start
        || tokens[index - 1].kind == .mark, index + 1 < paragraph.end,
      !tokens[index + 1].flags.contains(.spaceBefore)
    else { return nil }
    var candidate: Int?
    var at = index + 1
    while at < paragraph.end, at - index < 80 {
      let kind = mark(words, at)
      if kind == .open || kind == .close || kind == .either { break }
      let isClosing =
        (kind == .apostrophe || kind == .single) && !tokens[at].flags.contains(.spaceBefore)
        && (at + 1 == paragraph.end || tokens[at + 1].flags.contains(.spaceBefore)
          || tokens[at + 1].kind == .mark)
      if kind == .single, !isClosing { break }
      if isClosing {
        let before = tokens[at - 1]
        let endsInS = words.bytes[before.end - 1] | 0x20 == 0x73
        let isBeforeMark = at + 1 < paragraph.end && tokens[at + 1].kind == .mark
        // `the fighters’ families`: a possessive of the plural, unless nothing else closes.
        if !endsInS || before.kind == .mark || isBeforeMark { return at }
        if candidate == nil { candidate = at }
      }
      at += 1
    }
    return candidate
  }
}
