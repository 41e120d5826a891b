/// The last look at a page's blocks: where rules say nothing, or only guess, learned weights decide.
///
/// Rules that are certain (captions, comments, lists of words) stand. The limits are log odds: a
/// short line goes when less than two in five of its like are text, a paragraph when not one in ten
/// is; what a guess took out comes back when four in five of its like are text.
enum Weighing {
  static func judge(_ blocks: inout [Block], _ properties: BlockProperties, _ weights: BlockWeights)
  {
    var sum = BlockWeights.Sum(weights)
    for index in blocks.indices {
      guard let limit = limit(blocks[index]) else { continue }
      sum.clear()
      properties.tell(index, to: &sum)
      if blocks[index].verdict != nil {
        if sum.total > limit { blocks[index].verdict = nil }
      } else if sum.total < limit {
        blocks[index].verdict = sum.verdict
      }
    }
  }

  /// Below which sum a kept block goes, above which one comes back; nil where rules are certain.
  private static func limit(_ block: Block) -> Float? {
    guard let verdict = block.verdict else {
      return block.wordCount < 9 ? -0.5 : block.wordCount < 25 ? -1.6 : -2.4
    }
    if verdict.rule == "link-list" { return 1.4 }
    let isHint = verdict.rule.utf8.starts(with: "markup.tsv".utf8)
    return isHint && !certain.contains(verdict.reason) ? 1.1 : nil
  }

  private static let certain: Set<String> = ["caption", "comments", "copyright"]
}
