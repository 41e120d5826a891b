import DeskIngest
import DeskText

/// Cleaning of pages: from bytes to the article's blocks.
extension Cleaner {
  func pageArticle(_ utf8: [UInt8], of document: Document) -> Article {
    let stripped = utf8.withUnsafeBufferPointer { Stripping($0, entities: entities) }
    let tree = PageReader.tree(of: stripped)
    let shown = PageBlocks(tree)
    let content = MainContent(tree, shown.blocks, hints: hints)
    let page = content.blocks
    let data = LinkedData(stripped.linkedData.map { utf8[$0] })
    var facts = Facts(document)
    var metadata = Metadata(tree, data, names: metaNames)
    metadata.language = stripped.language
    let text = content.inside.first { content.verdicts[$0] == nil && page[$0].isProse }
    metadata.read(
      bylines: content.bylines, timestamps: content.timestamps,
      textStart: text.map { Int(page[$0].first) } ?? 0, tree)
    facts.fill(from: metadata, outlets: outlets)
    guard content.hasArticle else {
      facts.fillAtLast(from: metadata)
      return empty(shown, content, tree, data, facts, document)
    }
    let next = content.nextArticle ?? page.count
    let places = Standfirst.places(page, content) + content.inside
    var blocks = places.map { index in
      let block = page[index]
      return Block(
        block.text, kind: block.kind, linkShare: block.linkShare,
        verdict: index >= next
          ? StructuralRules.verdict("next-article") : content.verdicts[index])
    }
    PageShape.judge(&blocks)
    let looks = furniture.judge(&blocks, title: facts.title)
    PageShape.judgeLists(&blocks)
    PageShape.judgeHeadings(&blocks)
    let properties = BlockProperties(
      tree: tree, page: page, inside: places, container: content.container, blocks: blocks,
      looks: looks, title: facts.title, data: data.body)
    witness?(document.id, properties)
    Weighing.judge(&blocks, properties, weights)
    PageShape.judgeHeadings(&blocks)
    if facts.byline.isEmpty || facts.date == nil {
      fillFromTop(&facts, page, content)
    }
    facts.fillAtLast(from: metadata)
    let outside = outside(places, shown, content, tree, otherwise: "outside-the-article")
    let words = blocks.reduce(0) { $0 + ($1.verdict == nil ? $1.wordCount : 0) }
    let heading = page.first { $0.tag == .h1 }?.text
    if let remark = notices.remark(title: facts.title, heading: heading, words: words) {
      setAside(&blocks, "page-notice")
      return article(of: blocks, outside: outside, facts, document, remark: remark)
    }
    if let told = told(data, shown: words, facts) {
      setAside(&blocks, "shorter-than-linked-data")
      return article(
        of: blocks + told, outside: outside, facts, document, remark: LinkedBody.remark)
    }
    let isCut = data.isFree == false && words < 250
    let remark =
      isCut ? "the page says that it is not free to read: the text may be cut" : nil
    guard keepsLayout else {
      return article(of: blocks, outside: outside, facts, document, remark: remark)
    }
    let layouts = PageLayout(tree, page, url: facts.url)
    return article(of: blocks, outside: outside, facts, document, remark: remark) { index in
      // A block that was cut is no longer what stands on the page.
      blocks[index].text.utf8 == shown.blocks[places[index]].text
        ? layouts.layout(of: places[index]) : nil
    }
  }

  private func setAside(_ blocks: inout [Block], _ rule: String) {
    for index in blocks.indices where blocks[index].verdict == nil {
      blocks[index].verdict = StructuralRules.verdict(rule)
    }
  }

  /// The article as the page's JSON-LD tells it, where the page itself shows less than half.
  private func told(_ data: LinkedData, shown: Int, _ facts: Facts) -> [Block]? {
    guard var blocks = LinkedBody.blocks(data, shown: shown, entities: entities) else { return nil }
    furniture.judge(&blocks, title: facts.title)
    return blocks
  }

  /// A page without running text: what it tells search engines, or why it holds no article.
  private func empty(
    _ shown: PageBlocks, _ content: MainContent, _ tree: PageTree, _ data: LinkedData,
    _ facts: Facts, _ document: Document
  ) -> Article {
    let outside = outside([], shown, content, tree, otherwise: "no-running-text")
    if let told = told(data, shown: 0, facts) {
      return article(of: told, outside: outside, facts, document, remark: LinkedBody.remark)
    }
    let page = content.blocks
    let heading = page.first { $0.tag == .h1 }?.text
    let hasConsent = page.indices.contains {
      page[$0].isProse && content.verdicts[$0]?.reason == "cookie-notice"
    }
    let remark =
      page.isEmpty
      ? "the page has no text"
      : notices.remark(title: facts.title, heading: heading, words: 0)
        ?? (content.isTeaserList
          ? "the page lists articles and holds none of its own"
          : hasConsent
            ? "the page asks for consent and shows no article"
            : "the page has no running text: no article")
    return article(of: [], outside: outside, facts, document, remark: remark)
  }

  /// All that the page shows elsewhere: blocks that are not at `places`, and what stands in no block.
  ///
  /// The reason is what the markup around a block says, `otherwise` where it says nothing.
  private func outside(
    _ places: [Int], _ shown: PageBlocks, _ content: MainContent, _ tree: PageTree,
    otherwise: String
  ) -> [Outside] {
    var out: [Outside] = []
    var leftOut =
      content.cutOff.isEmpty
      ? shown.leftOut[...]
      : (shown.leftOut + content.cutOff).sorted { $0.node < $1.node }[...]
    var isTaken = [Bool](repeating: false, count: content.blocks.count)
    for place in places { isTaken[place] = true }
    var before = 0
    let rest = StructuralRules.verdict(otherwise)
    func takeLeftOut(before node: Int32) {
      while let first = leftOut.first, first.node < node {
        let text = tree.text(below: Int(first.node))
        if !text.isEmpty {
          out.append(Outside(before: before, text: text, verdict: first.verdict))
        }
        leftOut = leftOut.dropFirst()
      }
    }
    for (index, block) in content.blocks.enumerated() {
      takeLeftOut(before: block.first)
      if isTaken[index] {
        before += 1
      } else {
        let verdict = content.verdicts[index] ?? rest
        out.append(Outside(before: before, text: block.text, verdict: verdict))
      }
    }
    takeLeftOut(before: .max)
    return out
  }

  /// A byline or a date that stands among the lines above the text, in the container or before it.
  private func fillFromTop(
    _ facts: inout Facts, _ page: [PageBlocks.PageBlock], _ content: MainContent
  ) {
    let inside = content.inside
    let text = inside.first { content.verdicts[$0] == nil && page[$0].isProse } ?? page.count
    let above = page[max(0, text - 40)..<text].filter { $0.words <= 24 }
      .map { Block($0.text, linkShare: $0.linkShare) }
    if facts.byline.isEmpty {
      facts.byline = above.reversed().lazy.compactMap { Byline.names(inLine: $0) }.first ?? []
    }
    if facts.date == nil {
      facts.date =
        UnmarkedDates(
          order: NewsDate.Order(language: facts.language, url: facts.url), furniture: furniture
        ).date(above: above, text: page[text...])?.description
    }
  }
}

/// What the shape of a page's blocks tells before their words are looked at.
enum PageShape {
  /// Lines that are links are menus or teasers, not text.
  static func judge(_ blocks: inout [Block]) {
    for index in blocks.indices where blocks[index].verdict == nil {
      let block = blocks[index]
      guard block.linkShare > 0.7 else { continue }
      if !block.endsSentence || block.wordCount < 8 {
        blocks[index].verdict = StructuralRules.verdict("link-list")
      }
    }
  }

  /// The short lines of a list go with the teaser's heading above them.
  static func judgeLists(_ blocks: inout [Block]) {
    let headings: Set<String> = [
      "related-link", "newsletter", "follow-prompt", "share-prompt", "membership",
    ]
    var index = 0
    while index < blocks.count {
      let block = blocks[index]
      index += 1
      guard let verdict = block.verdict, headings.contains(verdict.reason), block.linkShare < 0.5,
        block.wordCount <= (verdict.reason == "membership" ? 40 : 8),
        verdict.reason == "membership" || !block.endsSentence || block.text.utf8.last == 0x3A
      else { continue }
      while index < blocks.count, blocks[index].verdict == nil,
        blocks[index].kind == .listItem || blocks[index].linkShare > 0.3,
        blocks[index].wordCount <= 25
      {
        blocks[index].verdict = verdict
        index += 1
      }
    }
  }

  /// A heading over nothing that was kept goes with what stood below it.
  static func judgeHeadings(_ blocks: inout [Block]) {
    var hasText = false
    for index in blocks.indices.reversed() where blocks[index].verdict == nil {
      if blocks[index].kind != .heading {
        hasText = true
      } else if !hasText {
        blocks[index].verdict = StructuralRules.verdict("heading-without-text")
      }
    }
  }
}
