/// Tells the paragraphs of teasers from those of an article.
///
/// A teaser is one paragraph below a linked line, with no other paragraph beside it, and stands
/// among others of its build. A page may have more of them than the article has paragraphs.
enum Teasers {
  /// How many of a build make a list of teasers.
  private static let least = 3

  /// What each block weighs when the article is looked for: its letters where it is running text,
  /// of a teaser's one in thirty.
  static func weights(_ tree: PageTree, _ blocks: [PageBlocks.PageBlock]) -> [Int] {
    var weights = blocks.indices.map { blocks[$0].isProse ? blocks[$0].text.count : 0 }
    var builds: [Int: [Int]] = [:]
    for (index, build) in candidates(tree, blocks) { builds[build, default: []].append(index) }
    for alike in builds.values where alike.count >= least {
      for index in alike { weights[index] /= 30 }
    }
    return weights
  }

  /// The lone paragraphs below linked lines, each with its build: how deep it stands, and below
  /// what kind of line.
  private static func candidates(
    _ tree: PageTree, _ blocks: [PageBlocks.PageBlock]
  ) -> [(index: Int, build: Int)] {
    var out: [(index: Int, build: Int)] = []
    var last: Int?
    var link: Tag?
    for index in blocks.indices {
      guard blocks[index].isProse else {
        if blocks[index].linkShare > 0.8, blocks[index].words >= 3 {
          link = blocks[index].tag
        } else if blocks[index].words > 8 {
          link = nil
        }
        continue
      }
      if let last, isBeside(blocks[last].node, blocks[index].node, tree) {
        if out.last?.index == last { out.removeLast() }
      } else if let link {
        let depth = depth(of: Int(blocks[index].node), tree)
        out.append((index, depth << 8 | Int(link.rawValue)))
      }
      last = index
      link = nil
    }
    return out
  }

  private static func isBeside(_ one: Int32, _ other: Int32, _ tree: PageTree) -> Bool {
    one == other || tree.nodes[Int(one)].parent == tree.nodes[Int(other)].parent
  }

  private static func depth(of node: Int, _ tree: PageTree) -> Int {
    var depth = 0
    var parent = tree.nodes[node].parent
    while parent >= 0 {
      depth += 1
      parent = tree.nodes[Int(parent)].parent
    }
    return depth
  }
}
