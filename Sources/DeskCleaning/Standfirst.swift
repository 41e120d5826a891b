import DeskText

/// The lines between the main heading and the part that holds the article which belong to its text.
enum Standfirst {
  /// The blocks of the page that are standfirst or lead, in order.
  static func places(_ page: [PageBlocks.PageBlock], _ content: MainContent) -> [Int] {
    guard let start = content.inside.first,
      let heading = page[..<start].lastIndex(where: { $0.tag == .h1 && $0.words >= 3 }),
      start - heading <= 40
    else { return [] }
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
    return (prose + others.prefix(1)).sorted()
  }

  /// Whether a line that is no running text is a standfirst: long as a sentence, close below the
  /// heading, without the figures that a day or a count has.
  private static func isStandfirst(_ block: PageBlocks.PageBlock, distance: Int) -> Bool {
    guard !block.isProse, block.words <= 60 else { return false }
    switch block.kind {
    case .heading:
      return distance <= 10 && (block.words >= 15 || block.words >= 12 && block.endsSentence)
    case .paragraph:
      return distance <= 2 && block.words >= 10
        && block.text.reduce(0) { $0 + ($1 &- 0x30 < 10 ? 1 : 0) } < 3
    default: return false
    }
  }
}
