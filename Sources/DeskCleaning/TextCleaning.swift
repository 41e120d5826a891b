import DeskIngest
import DeskText

/// Cleaning of plain text: finds title, byline and date among the lines, and judges the rest.
extension Cleaner {
  func plainArticle(_ utf8: [UInt8], of document: Document) -> Article {
    var blocks = PlainText.blocks(utf8)
    var facts = Facts(document)
    let title = TitleLine.find(in: &blocks, furniture: furniture, known: facts.title)
    if facts.title == nil { facts.title = title }
    furniture.judge(&blocks, title: facts.title)
    fill(&facts, from: blocks)
    return article(of: blocks, facts, document)
  }

  /// Takes byline, date, outlet and address from lines that were set aside.
  private func fill(_ facts: inout Facts, from blocks: [Block]) {
    if facts.byline.isEmpty {
      let line = blocks.first { $0.verdict?.rule == "byline-line" }
      facts.byline = line.flatMap { Byline.names(inLine: $0) } ?? []
    }
    let top = blocks.prefix { $0.verdict != nil || !$0.isProse }
    if facts.date == nil {
      // A republisher's date stands beside the original's, which is the earlier one.
      let dates = top.filter { $0.verdict?.rule == "date-line" }
        .compactMap { NewsDate.first(in: $0.words)?.date }
      facts.date = dates.min()?.description
    }
    if facts.outlet == nil {
      facts.outlet = blocks.lazy.compactMap { SourceLine.outlet(in: $0) }.first
    }
    for block in blocks where block.verdict?.rule == "address-only" {
      guard let host = Outlets.host(of: block.string), let name = outlets.name(forHost: host)
      else { continue }
      if facts.url == nil, !block.text.string.contains("...") { facts.url = block.string }
      if facts.outlet == nil { facts.outlet = name }
      break
    }
  }
}

/// The line that names an outlet as the origin: `The original source of this article is South Front`.
enum SourceLine {
  static func outlet(in block: Block) -> String? {
    guard block.verdict?.reason == "source-link", block.wordCount <= 14 else { return nil }
    let tokens = block.words.tokens
    let isBefore: (String) -> Bool = { ["is", "from", "in", "on", "by", "at", ":"].contains($0) }
    guard let last = tokens.indices.last(where: { isBefore(block.words.folded($0)) }),
      last + 1 < tokens.count, tokens[last + 1].flags.contains(.capital)
    else { return nil }
    let name = last + 1..<(tokens.last?.kind == .mark ? tokens.count - 1 : tokens.count)
    guard (1...5).contains(name.count), name.allSatisfy({ tokens[$0].kind == .word }),
      !name.contains(where: { ["read", "article", "full"].contains(block.words.folded($0)) })
    else { return nil }
    return block.words.text[block.words.bytes(Extent(name.lowerBound, name.upperBound))]
  }
}

/// The title among the first lines of a pasted text.
enum TitleLine {
  /// Finds the title, and sets aside its line and the labels before it.
  ///
  /// Where the input gives a title, its line is looked for, and none is guessed.
  static func find(in blocks: inout [Block], furniture: Furniture, known: String?) -> String? {
    if let known {
      let wanted = Block(Array(known.utf8)).folded
      if let at = blocks.indices.prefix(8).first(where: { blocks[$0].folded == wanted }) {
        settle(at, &blocks)
      }
      return known
    }
    guard let at = place(in: blocks, furniture) else { return nil }
    let title = blocks[at].string
    settle(at, &blocks)
    return withoutLabel(title)
  }

  private static func place(in blocks: [Block], _ furniture: Furniture) -> Int? {
    let head = blocks.indices.prefix(8)
    if let heading = head.first(where: { blocks[$0].kind == .heading }) { return heading }
    if let labelled = head.first(where: { label(of: blocks[$0].string) != nil }) { return labelled }
    for at in head {
      let block = blocks[at]
      if block.isProse, block.wordCount > 25 { return nil }
      guard block.wordCount >= 3, block.wordCount <= 30, block.kind == .paragraph else { continue }
      let look = furniture.look(at: block)
      if StructuralRules.isDateLine(block, parts: look.parts, isTop: true)
        || Byline.names(inLine: block) != nil || LineShape.isAddress(block.text.utf8)
        || StructuralRules.isCredit(block, agencies: look.agencies)
        || look.isFurnitureAbove
      {
        continue
      }
      // A sentence may be a title, but a short one over a text much longer than itself.
      let words = blocks[(at + 1)...].reduce(0) { $0 + $1.wordCount }
      guard words >= 30 else { return nil }
      if block.text.utf8.last == 0x2E {
        let isAlone = at + 1 < blocks.count && blocks[at + 1].wordCount > block.wordCount
        guard block.wordCount <= 18, isAlone else { return nil }
      }
      return at
    }
    return nil
  }

  private static func settle(_ at: Int, _ blocks: inout [Block]) {
    blocks[at].verdict = StructuralRules.verdict("title-line")
    for before in 0..<at where blocks[before].verdict == nil && blocks[before].wordCount <= 5 {
      guard !blocks[before].endsSentence, blocks[before].wordCount > 0,
        !blocks[before].words.tokens.contains(where: { $0.kind == .number })
      else { continue }
      blocks[before].verdict = StructuralRules.verdict("before-title")
    }
  }

  /// `Title: ` and `Subject: ` before a title, as exports have it.
  private static func label(of line: String) -> String? {
    ["Title: ", "Headline: ", "Subject: ", "TITLE: ", "HEADLINE: "].first { line.hasPrefix($0) }
  }

  private static func withoutLabel(_ line: String) -> String {
    String(line.dropFirst(label(of: line)?.count ?? 0))
  }
}
