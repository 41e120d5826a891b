import DeskText

/// The lines between the main heading and the part that holds the article which belong to its text.
enum Standfirst {
  /// The blocks of the page that are standfirst or lead, in order.
  static func places(_ page: [PageBlocks.PageBlock], _ content: MainContent) -> [Int] {
    guard let start = content.inside.first else { return [] }
    let heading = page[..<start].lastIndex { $0.tag == .h1 && $0.words >= 3 }
    let rows = rows(max(start - 40, heading.map { $0 + 1 } ?? 0)..<start, page, content)
    guard let heading, start - heading <= 40 else { return rows }
    let between = (heading + 1..<start).filter {
      content.verdicts[$0] == nil && page[$0].linkShare < 0.25
    }
    var prose = between.filter { page[$0].isProse }
    if prose.count > 2 {
      // More than a sentence or two is a lead where they stand side by side, else a list of teasers.
      let parents = prose.map { content.tree.nodes[Int(page[$0].node)].parent }
      prose = prose.indices.filter { at in parents.filter { $0 == parents[at] }.count > 1 }
        .map { prose[$0] }
    }
    let others = between.filter { isStandfirst(page[$0], distance: $0 - heading) }
    return Set(prose + others.prefix(1) + rows).sorted()
  }

  /// Paragraphs of the article's own make: pages that set pictures between rows of text hold each row
  /// in a part of its own, and the first may stand before the part that holds nearly all of them.
  private static func rows(
    _ places: Range<Int>, _ page: [PageBlocks.PageBlock], _ content: MainContent
  ) -> [Int] {
    func isText(_ index: Int) -> Bool { content.verdicts[index] == nil && page[index].isProse }
    let rows = places.filter { isText($0) && isNamed(Int(page[$0].node), content.tree) }
    guard !rows.isEmpty else { return [] }
    func make(_ index: Int) -> UInt32 {
      WordHash.likeness(content.tree, Int(page[index].node))
    }
    var letters: [UInt32: Int] = [:]
    for index in content.inside where isText(index) {
      letters[make(index), default: 0] += page[index].text.count
    }
    let total = letters.values.reduce(0, +)
    let alike = rows.filter { letters[make($0), default: 0] * 2 >= total }
    // More of them than the article has are those of another, or teasers.
    return alike.reduce(0) { $0 + page[$1].text.count } * 2 < total ? alike : []
  }

  /// Whether a paragraph or what it stands in has a class: without, all paragraphs are alike.
  private static func isNamed(_ node: Int, _ tree: PageTree) -> Bool {
    tree.value(node, .hint) != nil
      || tree.nodes[node].parent >= 0 && tree.value(Int(tree.nodes[node].parent), .hint) != nil
  }

  /// Whether a line that is no running text is a standfirst: long as a sentence, close below the
  /// heading, without the figures that a day or a count has.
  private static func isStandfirst(_ block: PageBlocks.PageBlock, distance: Int) -> Bool {
    guard !block.isProse, block.words <= 60 else { return false }
    switch block.kind {
    case .heading:
      return distance <= 10 && (block.words >= 15 || block.words >= 12 && block.endsSentence)
        || distance == 1 && block.words >= 8 && block.text.last == 0x2E
    case .paragraph:
      return distance <= 2 && block.words >= 10
        && block.text.reduce(0) { $0 + ($1 &- 0x30 < 10 ? 1 : 0) } < 3
    default: return false
    }
  }
}
