import DeskText

/// What only the shape of a block gives away: rules that are no list of words.
///
/// Their names are the `rule` of a removal.
enum StructuralRules {
  /// Every rule's name, and the category of what it removes.
  static let reasons: [String: String] = [
    "ornament": "separator", "address-only": "address", "count-only": "count",
    "date-line": "timestamp", "byline-line": "byline", "credit-only": "credit",
    "credit-at-end": "caption", "title-repeated": "title", "title-line": "title",
    "before-title": "navigation", "repeated-text": "repeated", "image-text": "image-alt",
    "caption-of-image-text": "caption", "image-keywords": "image-alt",
    "explainer-box": "explainer", "after-end": "tail", "link-list": "navigation",
    "heading-without-text": "heading", "no-running-text": "navigation",
    "hidden-element": "hidden", "next-article": "next-article",
    "page-notice": "notice", "shorter-than-linked-data": "stub",
    "outside-the-article": "outside", "form-control": "form",
    "card-in-line": "related-link",
  ]

  static func verdict(_ rule: String) -> Verdict {
    Verdict(reason: reasons[rule] ?? rule, rule: rule)
  }

  /// A line without any word: `*`, `— — —`.
  static func isOrnament(_ block: Block) -> Bool { block.wordCount == 0 }

  /// `2.4k`, `128`: a number that counts shares or comments.
  static func isCount(_ block: Block) -> Bool {
    block.wordCount == 1 && block.words.tokens.allSatisfy { $0.kind != .word }
      && block.words.tokens.count <= 3
  }

  /// Whether a line says a day or a time and hardly anything else.
  ///
  /// Beside the words that `part` entries allow, at the top of an article up to four capital words
  /// (an outlet's name) may stand in it.
  static func isDateLine(_ block: Block, parts: Set<Int>, isTop: Bool) -> Bool {
    guard block.wordCount > 0, block.wordCount <= 24, block.kind != .heading else { return false }
    var signals = 0
    var names = 0
    for index in block.words.tokens.indices where block.words.tokens[index].isWord {
      let token = block.words.tokens[index]
      let isPart = !parts.isEmpty && parts.contains(index)
      // Most lines have a small word that no date has, and it is seen without folding it.
      if !isPart, !token.flags.contains(.capital),
        !NewsDate.mayBegin(block.text.utf8[token.start])
      {
        return false
      }
      let folded = Folding.folded(block.text.utf8[token.extent.range])
      if isPart {
        if weekdays.contains(String(decoding: folded, as: UTF8.self)) { signals += 1 }
        continue
      }
      if NewsDate.month(folded) != nil {
        signals += 2
      } else if folded.first.map({ $0 &- 0x30 < 10 }) == true {
        signals += 1
      } else if token.flags.contains(.capital) {
        names += 1
      } else {
        return false
      }
    }
    if NewsDate.first(in: block.words) != nil { signals += 2 }
    guard signals >= 2 else { return false }
    // Figures alone are a day only if they are written as one: no telephone number is.
    let hasWords = !parts.isEmpty || block.words.tokens.contains { $0.kind == .word }
    guard hasWords || NewsDate.first(in: block.words) != nil else { return false }
    return names == 0 || (isTop && names <= 4 && NewsDate.first(in: block.words) != nil)
  }

  static let weekdays: Set<String> = [
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "yesterday",
    "today", "ago",
  ]

  /// Whether a line names photographers and agencies and nothing else:
  /// `Mohammad Ismail/Reuters, Sajjad Hussain/Getty Images`.
  static func isCredit(_ block: Block, agencies: [Extent<Unit.Token>]) -> Bool {
    guard !agencies.isEmpty, block.wordCount <= 14, block.kind != .heading else { return false }
    let covered = Set(agencies.flatMap { Array($0.range) })
    let others = block.wordTokens.filter { !covered.contains($0) }
    let hasSlash = block.words.tokens.contains {
      $0.kind == .mark && block.text.utf8[$0.start] == 0x2F
    }
    let isNames = others.allSatisfy { block.words.tokens[$0].flags.contains(.capital) }
    guard isNames, !LineShape.endsSentence(block.text.utf8) || others.isEmpty else { return false }
    return others.isEmpty || hasSlash
  }

  /// Whether a block of one or two sentences ends with an agency in brackets:
  /// `... on Aug. 18. (Reuters)`.
  static func endsWithCredit(_ block: Block, agencies: [Extent<Unit.Token>]) -> Bool {
    guard block.wordCount <= 80, let agency = agencies.last,
      let last = block.words.tokens.indices.last, agency.end == last,
      block.words.string(last) == ")"
    else { return false }
    guard
      let open = block.words.tokens.indices.last(where: { block.words.string($0) == "(" }),
      open < agency.start, last - open <= 14, open > 0
    else { return false }
    // "... said the minister (according to Reuters)" is told, not credited.
    return (open + 1..<last).allSatisfy {
      let token = block.words.tokens[$0]
      return token.kind != .word || token.flags.contains(.capital)
        || ["via", "by", "for", "and"].contains(block.words.folded($0))
    }
  }

  /// A question and its answer in one paragraph, as explainer boxes have them.
  static func isQuestionAndAnswer(_ block: Block) -> Bool {
    guard block.wordCount >= 12 else { return false }
    let tokens = block.words.tokens
    func mark(_ index: Int) -> UInt8? {
      tokens[index].kind == .mark ? block.text.utf8[tokens[index].start] : nil
    }
    guard
      let end = tokens.indices.prefix(19).first(where: {
        mark($0) == 0x2E || mark($0) == 0x3F || mark($0) == 0x21
      }), mark(end) == 0x3F, tokens[end].extent.count == 1, end + 4 < tokens.count,
      let first = tokens.firstIndex(where: \.isWord)
    else { return false }
    return questionWords.contains(block.words.folded(first))
  }

  private static let questionWords: Set<String> = [
    "who", "what", "when", "where", "why", "how", "which", "is", "are", "does", "do", "did",
    "can", "could", "will", "should", "was", "were", "has", "have",
  ]

  /// Keywords of an image file: a few small words, an agency among them.
  static func isImageKeywords(_ block: Block, agencies: [Extent<Unit.Token>]) -> Bool {
    guard !agencies.isEmpty, (2...7).contains(block.wordCount), !block.endsSentence else {
      return false
    }
    return block.words.tokens.allSatisfy { !$0.flags.contains(.capital) }
  }
}
