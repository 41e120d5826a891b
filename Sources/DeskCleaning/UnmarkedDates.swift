import DeskText

/// Days that nothing in a page's markup tells: only where they stand and how their line looks.
struct UnmarkedDates {
  let order: NewsDate.Order?
  let furniture: Furniture

  /// The day in the lines above the text (the nearest first), in the dateline that opens the text, or
  /// beside who signs it.
  func date(above: [Block], text: ArraySlice<PageBlocks.PageBlock>) -> NewsDate? {
    for line in above.reversed() {
      let date = saysWhen(line) ? first(in: line)?.date : dateline(line)
      if let date { return date }
    }
    if let opening = text.first, let date = dateline(Block(opening.text)) { return date }
    return dateBesideByline(text)
  }

  private func first(in line: Block) -> (date: NewsDate, tokens: Extent<Unit.Token>)? {
    NewsDate.first(in: line.words, order: order)
  }

  /// Whether a line tells when something came out, and perhaps where or by whom: no sentence.
  private func saysWhen(_ line: Block) -> Bool {
    line.wordCount <= 12 && !line.endsSentence || furniture.isDateLine(line)
      || Byline.names(inLine: line) != nil
  }

  /// The day in `KABUL, Aug. 24, 2021 (Reuters) -` or `Aug. 24, 2021 --` before the first sentence.
  private func dateline(_ opening: Block) -> NewsDate? {
    guard let (date, tokens) = first(in: opening), tokens.start <= 6 else { return nil }
    let words = opening.words
    let isPlace = words.tokens[..<tokens.start].allSatisfy {
      $0.kind == .mark || $0.flags.contains(.capital)
    }
    guard isPlace, tokens.end < words.tokens.count else { return nil }
    return ["-", "--", "–", "—", "("].contains(words.string(tokens.end)) ? date : nil
  }

  /// The day in a line that begins with "By", or directly above or below it: some pages sign an
  /// article at its end.
  private func dateBesideByline(_ text: ArraySlice<PageBlocks.PageBlock>) -> NewsDate? {
    let lines = text.map { $0.words <= 24 ? Block($0.text, linkShare: $0.linkShare) : nil }
    for (index, line) in lines.enumerated() {
      guard let line, Byline.names(inLine: line) != nil else { continue }
      for place in [index, index + 1, index - 1] where lines.indices.contains(place) {
        guard let beside = lines[place], place == index || furniture.isDateLine(beside) else {
          continue
        }
        if let found = first(in: beside) { return found.date }
      }
    }
    return nil
  }
}
