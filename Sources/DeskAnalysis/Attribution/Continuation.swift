import DeskReading
import DeskText

extension Drafter {
  /// The quotations that belong to a content and stand outside its sentence: the next ones in its
  /// paragraph, and those of the neighbouring paragraphs that are all quotation.
  ///
  /// - Parameters:
  ///   - draft: whose content goes on.
  ///   - quotes: whether its cue is one of saying or writing.
  ///   - isTaken: whether some tokens are a content already, this one's or another's.
  ///   - hasCue: whether another attribution's cue stands there.
  /// - Returns: the further pieces.
  func continuation(
    of draft: Draft, quotes: Bool, isTaken: (TokenSpan) -> Bool, hasCue: (TokenSpan) -> Bool
  ) -> [TokenSpan] {
    guard quotes, scan.quotedShare(draft.content) > 0 || draft.content.isEmpty else { return [] }
    var out: [TokenSpan] = []
    let paragraphs = scan.reading.paragraphs
    var number = scan.reading.sentence(ofToken: draft.cue.start).paragraph
    var end = max(
      draft.contentEnd,
      scan.reading.sentence(ofToken: draft.cue.end - 1).tokens.end)
    let lastContent = draft.contentEnd
    // A content that stands before its cue may have the sentence's later quotation, too.
    if let later = quotation(from: max(lastContent, draft.cue.end, draft.source?.end ?? 0)),
      later.tokens.start < end, later.tokens.start > lastContent,
      scan.kinds[later.tokens.start - 1] == .comma || scan.kinds[later.tokens.start - 1] == .colon,
      later.tokens.count > 5, !isTaken(later.tokens)
    {
      out.append(later.tokens)
      end = max(end, later.tokens.end)
    }
    while let next = quotation(from: end), next.paragraph == number {
      guard next.tokens.start == end || isAside(TokenSpan(end, next.tokens.start), hasCue),
        fillsSentences(next.tokens, paragraphs[number]), next.tokens.count > 4,
        !isTaken(next.tokens)
      else { break }
      out.append(next.tokens)
      end = next.tokens.end
    }
    if end >= paragraphs[number].end {
      while number + 1 < paragraphs.count, isAllQuoted(paragraphs[number + 1]),
        !isTaken(paragraphs[number + 1])
      {
        number += 1
        out.append(paragraphs[number])
      }
    }
    let before = quotationsBefore(draft, isTaken)
    return before.isEmpty ? out : out + before
  }

  /// Whether a sentence between two quotations is about their speaker, and nobody says anything.
  ///
  /// "…," said Ann, smiling. She has worked there for years. "…"
  private func isAside(_ span: TokenSpan, _ hasCue: (TokenSpan) -> Bool) -> Bool {
    span.count < 30 && scan.quotedCount(in: span) == 0 && !hasCue(span)
  }

  /// Whether a quotation ends where a sentence or its paragraph does.
  private func fillsSentences(_ tokens: TokenSpan, _ paragraph: TokenSpan) -> Bool {
    tokens.end >= paragraph.end
      || scan.reading.sentenceNumber(ofToken: tokens.end)
        != scan.reading.sentenceNumber(ofToken: tokens.end - 1)
  }

  func isAllQuoted(_ paragraph: TokenSpan) -> Bool {
    paragraph.count > 6 && scan.quotedCount(in: paragraph) == paragraph.count
  }

  /// The paragraphs before that are all quotation and that nobody else has said: the speaker is
  /// named at last.
  private func quotationsBefore(_ draft: Draft, _ isTaken: (TokenSpan) -> Bool) -> [TokenSpan] {
    let paragraphs = scan.reading.paragraphs
    var number = scan.reading.sentence(ofToken: draft.cue.start).paragraph
    guard let first = draft.contentStart, first == paragraphs[number].start,
      scan.isQuoted(first)
    else { return [] }
    var out: [TokenSpan] = []
    while number > 0, isAllQuoted(paragraphs[number - 1]), !isTaken(paragraphs[number - 1]) {
      number -= 1
      out.append(paragraphs[number])
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
}
