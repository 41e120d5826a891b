import DeskReading
import DeskText

extension Drafter {
  /// The quotations that go on after a content: in the next sentences of its paragraph, and in
  /// the next paragraphs where these are all quotation.
  ///
  /// `isTaken` tells whether some tokens are another attribution's content already.
  func continuation(
    of draft: Draft, quotes: Bool, isTaken: (TokenSpan) -> Bool
  ) -> [TokenSpan] {
    guard quotes, scan.quotedShare(draft.content) > 0 || draft.content.isEmpty else { return [] }
    var out: [TokenSpan] = []
    let paragraphs = scan.reading.paragraphs
    var number = scan.reading.sentence(ofToken: draft.cue.start).paragraph
    var end = max(
      draft.content.map(\.end).max() ?? 0,
      scan.reading.sentence(ofToken: draft.cue.end - 1).tokens.end)
    let lastContent = draft.content.map(\.end).max() ?? 0
    // A content that stands before its cue may have the sentence's later quotation, too.
    if let later = quotation(from: max(lastContent, draft.cue.end, draft.source?.end ?? 0)),
      later.tokens.start < end, later.tokens.start > lastContent,
      scan.kinds[later.tokens.start - 1] == .comma || scan.kinds[later.tokens.start - 1] == .colon,
      later.tokens.count > 5
    {
      out.append(later.tokens)
      end = max(end, later.tokens.end)
    }
    while let next = quotation(from: end), next.tokens.start == end, next.paragraph == number {
      let after = next.tokens.end
      let fillsSentences =
        after >= paragraphs[number].end
        || scan.reading.sentenceNumber(ofToken: after)
          != scan.reading.sentenceNumber(ofToken: after - 1)
      guard fillsSentences, next.tokens.count > 5, !isTaken(next.tokens) else { break }
      out.append(next.tokens)
      end = after
    }
    guard end >= paragraphs[number].end else { return out }
    while number + 1 < paragraphs.count {
      number += 1
      let paragraph = paragraphs[number]
      guard paragraph.count > 6, paragraph.range.allSatisfy({ scan.isQuoted($0) }),
        !isTaken(paragraph)
      else { break }
      out.append(paragraph)
    }
    return out
  }

  /// The first quotation that begins at a token or later.
  private func quotation(from token: Int) -> Quotation? {
    let all = scan.reading.quotations
    var low = 0
    var high = all.count
    while low < high {
      let middle = (low + high) / 2
      if all[middle].tokens.start < token { low = middle + 1 } else { high = middle }
    }
    return low < all.count ? all[low] : nil
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

  /// "Name: content" in headlines, before quotations, and before blocks.
  func colonDrafts() -> [Draft] {
    var out: [Draft] = []
    for index in scan.tokens.indices where scan.kinds[index] == .colon && !scan.isQuoted(index) {
      let sentence = scan.reading.sentence(ofToken: index).tokens
      let name = TokenSpan(sentence.start, index)
      guard !name.isEmpty, name.count <= 7 else { continue }
      if let block = blockDraft(name, colon: index) { out.append(block) }
      guard sentence.end - index > 4 else { continue }
      let allowed: KindSet = [.capital, .title, .article, .of, .and, .clitic, .stop, .role]
      let isName = name.range.allSatisfy {
        allowed.contains(scan.kinds[$0]) || scan.tokens[$0].flags.contains(.capital)
      }
      let hasQuote = scan.kinds[index + 1] == .quote
      guard isName, scan.reading.sentence(ofToken: index).paragraph == 0 || hasQuote else {
        continue
      }
      var content = TokenSpan(index + 1, sentence.end)
      if hasQuote, let quotation = scan.reading.quotation(ofToken: index + 1) {
        content = quotation.tokens
      }
      out.append(
        Draft(
          entry: nil, cue: TokenSpan(index, index + 1), source: name, place: .adjacent,
          content: [content]))
    }
    return out
  }
}
