import DeskIngest
import DeskText

/// Cleaning of pages: from bytes to the article's blocks.
extension Cleaner {
  func pageArticle(_ utf8: [UInt8], of document: Document) -> Article {
    let stripped = utf8.withUnsafeBufferPointer { Stripping($0, entities: entities) }
    let tree = PageReader.tree(of: stripped.page)
    let page = PageBlocks(tree).blocks
    let content = MainContent(tree, page, hints: hints)
    let data = LinkedData(stripped.linkedData)
    var facts = Facts(document)
    var metadata = Metadata(tree, page, data, outlets: outlets)
    metadata.language = stripped.language
    metadata.read(bylines: content.bylines, timestamps: content.timestamps, tree)
    facts.fill(from: metadata, outlets: outlets)
    guard content.hasArticle else {
      let remark =
        page.isEmpty ? "the page has no text" : "the page has no running text: no article"
      return article(of: removed(page, content), facts, document, remark: remark)
    }
    var blocks = content.inside.map { index in
      let block = page[index]
      return Block(
        block.text, kind: block.kind, linkShare: block.linkShare,
        verdict: content.verdicts[index])
    }
    PageShape.judge(&blocks)
    furniture.judge(&blocks, title: facts.title)
    PageShape.judgeHeadings(&blocks)
    if facts.byline.isEmpty || facts.date == nil { fillFromTop(&facts, blocks) }
    return article(of: blocks, facts, document)
  }

  private func removed(_ page: [PageBlocks.PageBlock], _ content: MainContent) -> [Block] {
    page.indices.map {
      Block(
        page[$0].text, linkShare: page[$0].linkShare,
        verdict: content.verdicts[$0] ?? StructuralRules.verdict("no-running-text"))
    }
  }

  /// A byline or a date that stands among the lines above the text.
  private func fillFromTop(_ facts: inout Facts, _ blocks: [Block]) {
    let top = blocks.prefix { $0.verdict != nil || !$0.isProse }
    if facts.byline.isEmpty {
      facts.byline =
        top.first { $0.verdict?.rule == "byline-line" }.flatMap { Byline.names(inLine: $0) } ?? []
    }
    if facts.date == nil {
      facts.date =
        top.lazy.filter { $0.verdict?.reason == "timestamp" || $0.verdict?.reason == "byline" }
        .compactMap { NewsDate.first(in: $0.words)?.date.description }.first
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
