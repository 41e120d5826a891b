import DeskLexicons
import DeskText

/// Tells an article's body from its furniture, block by block, in pages and plain text alike.
struct Furniture: Sendable {
  private let rules: BoilerplateRules

  init(_ lexicons: Lexicons) { rules = BoilerplateRules(lexicons) }

  /// What one look at a block gives, wherever it stands.
  struct Look {
    var hits: [BoilerplateRules.Hit]
    var parts: Set<Int>
    var agencies: [Extent<Unit.Token>]

    /// Whether a line above the text is furniture; what begins like a teaser may be the title.
    var isFurnitureAbove: Bool {
      hits.contains {
        switch $0.rule.place {
        case .part, .credit: false
        case .start: $0.rule.verdict.reason != "related-link" && $0.rule.position != .tail
        default: $0.rule.position != .tail
        }
      }
    }

    /// The first rule that fits, if its place in the article does not matter or fits too.
    func hit(_ fits: (BoilerplateRules.Position?) -> Bool) -> BoilerplateRules.Hit? {
      hits.first {
        $0.rule.place != .part && $0.rule.place != .credit && fits($0.rule.position)
      }
    }
  }

  func look(at block: Block) -> Look {
    let hits = rules.hits(block)
    guard !hits.isEmpty else { return Look(hits: [], parts: [], agencies: []) }
    return Look(
      hits: hits,
      parts: Set(hits.filter { $0.rule.place == .part }.flatMap { Array($0.tokens.range) }),
      agencies: hits.filter { $0.rule.place == .credit }.map(\.tokens).reduce(into: []) {
        if let last = $0.last, last.overlaps($1) { return }
        $0.append($1)
      })
  }

  /// Whether a line at the top says a day and hardly anything else.
  func isDateLine(_ block: Block) -> Bool {
    StructuralRules.isDateLine(block, parts: look(at: block).parts, isTop: true)
  }

  /// Gives a verdict to each block that is no body text; blocks that have one keep it.
  ///
  /// - Returns: What the lists say about each block, wherever it stands.
  @discardableResult
  func judge(_ blocks: inout [Block], title: String?) -> [Look] {
    let looks = blocks.map(look)
    let titleWords = title.map { Block(Array($0.utf8)).folded } ?? []
    let prose = blocks.indices.filter {
      blocks[$0].verdict == nil && blocks[$0].isProse && looks[$0].hit { _ in true } == nil
        && !StructuralRules.endsWithCredit(blocks[$0], agencies: looks[$0].agencies)
    }
    let firstProse = prose.first ?? blocks.count
    let lastProse = prose.last ?? -1
    for index in blocks.indices where blocks[index].verdict == nil {
      let position: BoilerplateRules.Position =
        index < firstProse ? .top : index > lastProse ? .tail : .body
      blocks[index].verdict = verdict(
        blocks[index], looks[index], position, titleWords: titleWords)
    }
    RepeatedText.judge(&blocks, looks)
    ExplainerBox.judge(&blocks)
    judgeRest(&blocks, looks)
    return looks
  }

  private func verdict(
    _ block: Block, _ look: Look, _ position: BoilerplateRules.Position, titleWords: [[UInt8]]
  ) -> Verdict? {
    typealias Rules = StructuralRules
    let isTop = position == .top
    if Rules.isOrnament(block) { return Rules.verdict("ornament") }
    if LineShape.isAddress(block.text.utf8) { return Rules.verdict("address-only") }
    if Rules.isCount(block), block.kind != .listItem { return Rules.verdict("count-only") }
    if Rules.isDateLine(block, parts: look.parts, isTop: isTop) {
      return Rules.verdict("date-line")
    }
    if isTop, Byline.names(inLine: block) != nil { return Rules.verdict("byline-line") }
    if Rules.isCredit(block, agencies: look.agencies) { return Rules.verdict("credit-only") }
    if Rules.endsWithCredit(block, agencies: look.agencies) {
      return Rules.verdict("credit-at-end")
    }
    if Rules.isImageKeywords(block, agencies: look.agencies) {
      return Rules.verdict("image-keywords")
    }
    if titleWords.count >= 3, position != .body, block.wordCount == titleWords.count,
      block.folded == titleWords
    {
      return Rules.verdict("title-repeated")
    }
    return look.hit { wanted in
      switch wanted {
      case nil: true
      case .edge: position == .top || position == .tail
      default: wanted == position
      }
    }?.rule.verdict
  }

  /// After a block whose rule reaches to the end, and past half of the text, nothing is body.
  private func judgeRest(_ blocks: inout [Block], _ looks: [Look]) {
    let total = blocks.reduce(0) { $0 + ($1.verdict == nil ? $1.wordCount : 0) }
    var before = 0
    for index in blocks.indices {
      if blocks[index].verdict == nil { before += blocks[index].wordCount }
      guard let own = blocks[index].verdict, before * 2 > total,
        looks[index].hits.contains(where: { $0.rule.reachesToEnd && $0.rule.verdict == own })
      else { continue }
      for later in blocks.indices[(index + 1)...] where blocks[later].verdict == nil {
        blocks[later].verdict = StructuralRules.verdict("after-end")
      }
      return
    }
  }
}

/// The same words printed twice, as where an image's text stands beside its caption.
enum RepeatedText {
  static func judge(_ blocks: inout [Block], _ looks: [Furniture.Look]) {
    for index in blocks.indices.dropLast() where blocks[index].verdict == nil {
      let next = index + 1
      guard blocks[next].verdict == nil, (3...60).contains(blocks[index].wordCount),
        blocks[index].wordCount == blocks[next].wordCount,
        blocks[index].folded == blocks[next].folded
      else { continue }
      let isBeforeCredit =
        next + 1 < blocks.count && blocks[next + 1].verdict?.rule == "credit-only"
      if isBeforeCredit || !blocks[index].endsSentence || !blocks[next].endsSentence {
        blocks[index].verdict = StructuralRules.verdict("image-text")
        blocks[next].verdict = StructuralRules.verdict("caption-of-image-text")
      } else {
        blocks[next].verdict = StructuralRules.verdict("repeated-text")
      }
    }
    judgeCaptionsOfKeywords(&blocks)
  }

  /// One sentence right after an image's keywords that says two of them is its caption.
  private static func judgeCaptionsOfKeywords(_ blocks: inout [Block]) {
    for index in blocks.indices.dropLast()
    where blocks[index].verdict?.rule == "image-keywords" {
      let next = index + 1
      guard blocks[next].verdict == nil, blocks[next].wordCount <= 40 else { continue }
      let keywords = Set(blocks[index].folded.filter { $0.count > 3 })
      let shared = Set(blocks[next].folded).intersection(keywords)
      let isAtEnd =
        next + 1 == blocks.count || blocks[next + 1].verdict?.rule == "credit-only"
      if shared.count >= 2 || (isAtEnd && shared.count >= 1) {
        blocks[next].verdict = StructuralRules.verdict("caption-of-image-text")
      }
    }
  }
}

/// Boxes of background questions and answers that a house sets into its stories.
enum ExplainerBox {
  /// Three or more questions with their answers under a short heading, with story before it.
  static func judge(_ blocks: inout [Block]) {
    var index = 0
    while index < blocks.count {
      var end = index
      while end < blocks.count, blocks[end].verdict == nil,
        StructuralRules.isQuestionAndAnswer(blocks[end])
      {
        end += 1
      }
      defer { index = max(end, index + 1) }
      guard end - index >= 3, index > 0 else { continue }
      let heading = blocks[index - 1]
      let before = blocks[..<(index - 1)].filter { $0.verdict == nil && $0.isProse }.count
      guard heading.verdict == nil, heading.wordCount <= 12, !heading.endsSentence, before >= 3
      else { continue }
      for at in (index - 1)..<end { blocks[at].verdict = StructuralRules.verdict("explainer-box") }
    }
  }
}
