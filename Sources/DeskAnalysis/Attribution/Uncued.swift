import DeskReading
import DeskText

/// Attributions that no word makes, but a mark: the colon of a headline, of a debate's transcript
/// or before a quotation, and the dash before whoever signs one.
extension Drafter {
  /// All of them.
  ///
  /// - Parameter isTaken: whether some tokens are another attribution's content.
  /// - Returns: drafts whose cue is the mark.
  func uncuedDrafts(isTaken: (TokenSpan) -> Bool) -> [Draft] {
    let speakers = speakerDrafts()
    return colonDrafts(isTaken) + signedDrafts(isTaken) + speakers
  }

  /// "Name: content" in headlines and before quotations, and "The Post:" before blocks.
  private func colonDrafts(_ isTaken: (TokenSpan) -> Bool) -> [Draft] {
    var out: [Draft] = []
    for index in scan.tokens.indices where scan.kinds[index] == .colon && !scan.isQuoted(index) {
      let sentence = scan.reading.sentence(ofToken: index).tokens
      let name = TokenSpan(sentence.start, index)
      guard !name.isEmpty else { continue }
      if name.count <= 7, let block = blockDraft(name, colon: index) { out.append(block) }
      let allowed: KindSet = [.capital, .title, .article, .of, .and, .clitic, .stop, .role]
      let isName =
        name.count <= 7 && sentence.end - index > 4
        && name.range.allSatisfy {
          allowed.contains(scan.kinds[$0]) || scan.tokens[$0].flags.contains(.capital)
        }
      let quotation =
        index + 1 < scan.kinds.count && scan.kinds[index + 1] == .quote
        ? scan.reading.quotation(ofToken: index + 1) : nil
      if isName, quotation != nil || scan.reading.sentence(ofToken: index).paragraph == 0 {
        out.append(
          uncued(index, name, quotation?.tokens ?? TokenSpan(index + 1, sentence.end)))
      } else if let quotation, isUtterance(quotation), !isTaken(quotation.tokens),
        let source = lastNamed(in: name)
      {
        out.append(uncued(index, source, quotation.tokens))
      }
    }
    return out
  }

  private func uncued(_ mark: Int, _ source: TokenSpan, _ content: TokenSpan) -> Draft {
    Draft(
      entry: nil, cue: TokenSpan(mark, mark + 1), source: source, place: .adjacent,
      content: [content])
  }

  /// Whether quoted words are a sentence that somebody said, and no title or term.
  private func isUtterance(_ quotation: Quotation) -> Bool {
    guard quotation.tokens.count > 5, !quotation.inner.isEmpty else { return false }
    return scan.tokens[quotation.inner.start].flags.contains(.capital)
  }

  /// The last name, role or pronoun of a clause: whoever stands nearest to the colon after it.
  private func lastNamed(in clause: TokenSpan) -> TokenSpan? {
    let heads: KindSet = [.pronoun, .capital, .role]
    guard let head = clause.range.last(where: { heads.contains(scan.kinds[$0]) }),
      !scan.isQuoted(head)
    else { return nil }
    var start = head
    let parts: KindSet = [.capital, .title, .role, .stop]
    while scan.kinds[head] != .pronoun, start > clause.start, parts.contains(scan.kinds[start - 1])
    {
      start -= 1
    }
    if start > clause.start, scan.kinds[start - 1].isOne(of: [.article, .possessive]) {
      start -= 1
    }
    return TokenSpan(start, head + 1)
  }

  /// "…" — Ann Lee, Ohio: a quotation, a dash and a name that end a paragraph.
  private func signedDrafts(_ isTaken: (TokenSpan) -> Bool) -> [Draft] {
    scan.reading.quotations.compactMap { quotation in
      let dash = quotation.tokens.end
      let paragraph = scan.reading.paragraphs[quotation.paragraph]
      let name = dash + 1
      guard dash < paragraph.end, scan.kinds[dash] == .dash, quotation.isClosed,
        name < paragraph.end, paragraph.end - name < 20, isUtterance(quotation),
        scan.kinds[name].isOne(of: [.capital, .title])
          || scan.tokens[name].flags.contains(.capital) && scan.tokens[name].isWord,
        !isTaken(quotation.tokens)
      else { return nil }
      let verbs: KindSet = [.be, .have, .do, .modal, .cue, .saying]
      let source = TokenSpan(name, paragraph.end)
      guard !source.range.contains(where: { verbs.contains(scan.kinds[$0]) || scan.isQuoted($0) })
      else { return nil }
      return uncued(dash, source, quotation.tokens)
    }
  }

  /// "LEE: Let me begin with …": in the transcript of a debate each paragraph begins with its
  /// speaker in capitals; two such paragraphs make a transcript.
  private func speakerDrafts() -> [Draft] {
    let all = scan.reading.paragraphs.compactMap { paragraph -> Draft? in
      var start = paragraph.start
      if scan.kinds[start] == .quote { start += 1 }
      var end = start
      while end < paragraph.end, end - start < 4, isCapitals(end) { end += 1 }
      guard end > start, end + 4 < paragraph.end, scan.kinds[end] == .colon else { return nil }
      return uncued(end, TokenSpan(start, end), TokenSpan(end + 1, paragraph.end))
    }
    return all.count > 1 ? all : []
  }

  private func isCapitals(_ index: Int) -> Bool {
    scan.tokens[index].flags.contains(.allCapitals) || scan.kinds[index] == .stop
  }

  /// "The Post:" alone in a paragraph, before what the outlet wrote: a block quotation that has
  /// lost its indentation.
  ///
  /// Where the block ends no mark tells: at the latest where an outlet is named again, or after
  /// three paragraphs, as much as a fair quotation has.
  private func blockDraft(_ name: TokenSpan, colon: Int) -> Draft? {
    let paragraphs = scan.reading.paragraphs
    let number = scan.reading.sentence(ofToken: colon).paragraph
    guard paragraphs[number] == TokenSpan(name.start, colon + 1), number + 1 < paragraphs.count,
      name.range.contains(where: { scan.sourceWords[$0].contains(.outlet) })
    else { return nil }
    let block = paragraphs[(number + 1)...].prefix(3).prefix { paragraph in
      !paragraph.range.contains { scan.sourceWords[$0].contains(.outlet) }
    }
    guard !block.isEmpty else { return nil }
    return Draft(
      entry: nil, cue: TokenSpan(colon, colon + 1), source: name, place: .adjacent,
      content: Array(block), isBlock: true)
  }

  /// A paragraph that is all quotation and that no cue gives to anybody: the words of whoever spoke
  /// or wrote last, in the paragraph before.
  ///
  /// "Lee pleaded for help. ¶ “I write from the valley.”"
  ///
  /// - Parameters:
  ///   - drafts: those found so far, sorted by cue.
  ///   - isTaken: whether some tokens are another attribution's content.
  /// - Returns: drafts whose cue is the opening quotation mark.
  func orphanDrafts(after drafts: [Draft], isTaken: (TokenSpan) -> Bool) -> [Draft] {
    let paragraphs = scan.reading.paragraphs
    var out: [Draft] = []
    var number = 0
    for paragraph in 1..<max(1, paragraphs.count) where isAllQuoted(paragraphs[paragraph]) {
      let words = paragraphs[paragraph]
      guard scan.kinds[words.start] == .quote, !isTaken(words) else { continue }
      while number < drafts.count, drafts[number].cue.start < words.start { number += 1 }
      guard number > 0, let entry = drafts[number - 1].entry,
        cues.cues[entry].category.quotes || cues.cues[entry].category == .request,
        let source = drafts[number - 1].source,
        paragraphs[paragraph - 1].contains(drafts[number - 1].cue.start)
      else { continue }
      out.append(uncued(words.start, source, words))
    }
    return out
  }
}
