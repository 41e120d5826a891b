import DeskText

/// Finds the part of a page that holds the article.
///
/// Running text has a mass: its letters. Parts whose class, id or element says that they are no
/// body are left out while they hold little of it. Of what remains, the element that the page
/// itself calls the body is believed if it holds enough; else the walk goes down from the root to
/// the child that holds nearly all, as long as there is one. Text density, link density and class
/// weights are those of boilerpipe (`kohlschuetter2010`) and Readability.
struct MainContent {
  let tree: PageTree
  private(set) var blocks: [PageBlocks.PageBlock]
  /// Captions that stood at the beginning of a paragraph's line and were cut off it.
  private(set) var cutOff: [PageBlocks.LeftOut] = []
  /// Why a block is no body, by the markup around it.
  var verdicts: [Verdict?]
  /// The node that holds the article; its blocks are `range`.
  private(set) var container = 0
  /// The parts of the container that hold the article: itself, or several that call themselves body.
  private(set) var parts: [Int] = []
  private(set) var hasArticle = false
  /// Whether the running text of the page is teasers, as on a home page.
  private(set) var isTeaserList = false
  /// Elements whose markup says that they name the author, or the day.
  var bylines: [Int] = []
  var timestamps: [Int] = []

  /// The letters of running text below each node.
  var mass: [Int]
  var bodyHints: [Bool]
  /// What each block adds to the mass of the nodes around it.
  private var weights: [Int]

  init(_ tree: PageTree, _ blocks: [PageBlocks.PageBlock], hints: MarkupHints) {
    self.tree = tree
    self.blocks = blocks
    verdicts = Array(repeating: nil, count: blocks.count)
    mass = Array(repeating: 0, count: tree.nodes.count)
    bodyHints = Array(repeating: false, count: tree.nodes.count)
    weights = Teasers.weights(tree, blocks)
    guard !tree.nodes.isEmpty else { return }
    weigh()
    let whole = total
    strike(hints, share: 1)
    weigh()
    let aside = letters { Self.isOfOthers($0) }
    let isArticleLeft = total >= 600 && total * 100 >= (whole - aside) * 35
    // A short page may be nothing but a notice; a long one only calls itself so.
    let isNotice = aside * 10 >= whole * 9 && whole < 1_500
    if total * 100 < whole * 35, !isArticleLeft, !isNotice {
      // Too much fell to hints that mean something else here: only small parts are struck.
      verdicts = Array(repeating: nil, count: blocks.count)
      weigh()
      strike(hints, share: 0.2)
      weigh()
    }
    choose()
  }

  /// Takes the text of a node off the beginning of a block that goes on behind it.
  mutating func cutOff(_ node: Int, from index: Int, _ verdict: Verdict) {
    let text = tree.text(below: node)
    guard !text.isEmpty, let rest = blocks[index].without(text) else { return }
    blocks[index] = rest
    blocks[index].first = tree.nodes[node].end
    weights[index] = rest.isProse ? rest.text.count : 0
    cutOff.append(PageBlocks.LeftOut(node: Int32(node), rule: verdict.rule, reason: verdict.reason))
  }

  /// The blocks inside the container.
  var inside: [Int] {
    guard hasArticle else { return [] }
    var out: [Int] = []
    for part in parts {
      let end = tree.nodes[part].end
      out += blocks.indices.filter { blocks[$0].first >= Int32(part) && blocks[$0].first < end }
    }
    return out
  }

  /// The first of the blocks inside that belongs to the next article of an endless page: one that
  /// stands with its own main heading and running text in a part of its own.
  var nextArticle: Int? {
    let inside = inside
    guard let firstProse = inside.first(where: { verdicts[$0] == nil && blocks[$0].isProse }) else {
      return nil
    }
    for index in inside where index > firstProse && blocks[index].tag == .h1 {
      guard blocks[index].words >= 3, verdicts[index] == nil else { continue }
      var part = Int(blocks[index].node)
      // The largest part around the heading that does not hold the article's beginning.
      while tree.nodes[part].parent >= 0,
        Int(tree.nodes[part].parent) > Int(blocks[firstProse].first)
          || tree.nodes[Int(tree.nodes[part].parent)].end <= blocks[firstProse].first
      {
        part = Int(tree.nodes[part].parent)
      }
      if part != Int(blocks[index].node), mass[part] * 10 > mass[container], hasOwnHead(part) {
        return inside.first { blocks[$0].first >= Int32(part) }
      }
    }
    return nil
  }

  /// Whether a part is an article of its own, or says who wrote it or when.
  private func hasOwnHead(_ part: Int) -> Bool {
    let below = part..<Int(tree.nodes[part].end)
    return below.contains { tree.nodes[$0].tag == .article || tree.nodes[$0].tag == .time }
      || bylines.contains(where: below.contains) || timestamps.contains(where: below.contains)
  }

  /// Sums the letters of running text, from the leaves up.
  private mutating func weigh() {
    for node in mass.indices { mass[node] = 0 }
    for index in blocks.indices where weights[index] > 0 && verdicts[index] == nil {
      mass[Int(blocks[index].node)] += weights[index]
    }
    for node in mass.indices.reversed() {
      let parent = tree.nodes[node].parent
      if parent >= 0 { mass[Int(parent)] += mass[node] }
    }
  }

  /// The letters of running text that were struck for a reason.
  private func letters(_ isMeant: (Verdict) -> Bool) -> Int {
    blocks.indices.reduce(0) { sum, index in
      guard let verdict = verdicts[index], blocks[index].isProse, isMeant(verdict) else {
        return sum
      }
      return sum + blocks[index].text.count
    }
  }

  /// What readers and lawyers write may well be longer than the article.
  private static func isOfOthers(_ verdict: Verdict) -> Bool {
    verdict.reason == "comments" || verdict.reason == "cookie-notice"
  }

  /// The mass of all roots: a page may have more than one.
  var total: Int {
    tree.nodes.indices.reduce(0) { $0 + (tree.nodes[$1].parent < 0 ? mass[$1] : 0) }
  }

  private mutating func choose() {
    var total = total
    let teasers = blocks.indices.reduce(0) {
      $0 + (blocks[$1].isProse && weights[$1] < blocks[$1].text.count ? 1 : 0)
    }
    isTeaserList = teasers >= 3 && total < 140
    guard !isTeaserList else { return }
    if total < 140 {
      weighLines()
      total = self.total
    }
    guard total >= 140 else { return }
    hasArticle = true
    container = tree.nodes.indices.first { tree.nodes[$0].parent < 0 && mass[$0] * 2 > total } ?? 0
    if mass[container] * 2 <= total { container = 0 }
    descend(total)
    preferNamed()
    preferFirst()
  }

  /// Weighs all unlinked lines, where a page without running text has a part that calls itself an
  /// article, or a main heading.
  private mutating func weighLines() {
    let hasHeading = blocks.indices.contains {
      blocks[$0].tag == .h1 && blocks[$0].words >= 2 && verdicts[$0] == nil
    }
    let parts = tree.nodes.indices.filter { tree.nodes[$0].tag == .article || bodyHints[$0] }
    guard hasHeading || !parts.isEmpty else { return }
    for (index, block) in blocks.enumerated()
    where block.linkShare < 0.3 && block.words >= 4 && block.kind != .heading {
      let isInside = parts.contains { $0 <= block.first && block.first < tree.nodes[$0].end }
      if isInside || parts.isEmpty { weights[index] = block.text.count }
    }
    weigh()
  }

  /// Goes down while one child holds nearly all of the running text.
  private mutating func descend(_ total: Int) {
    var next: Int? = container
    while let node = next {
      container = node
      next = children(of: node).first { mass[$0] * 100 >= mass[node] * 92 }
    }
    // One paragraph or list that outweighs all others is still one of several.
    while tree.nodes[container].tag.isPartOfText, tree.nodes[container].parent >= 0 {
      container = Int(tree.nodes[container].parent)
    }
  }

  private func children(of node: Int) -> [Int] {
    var out: [Int] = []
    var index = node + 1
    while index < Int(tree.nodes[node].end) {
      out.append(index)
      index = Int(tree.nodes[index].end)
    }
    return out
  }

  /// Whether the second body of a page has a byline or a day of its own above it: it is the next
  /// article of an endless page, and the first body is all of this one.
  private func startsNextArticle(after first: Int, _ named: [Int]) -> Bool {
    guard named.count > 1, mass[first] >= 500 else { return false }
    let between = Int(tree.nodes[first].end)..<named[1]
    return bylines.contains(where: between.contains) || timestamps.contains(where: between.contains)
      || between.contains { tree.nodes[$0].tag == .time }
  }

  /// The share of the text in percent that makes a part the body which calls itself so.
  ///
  /// Where it is the only one, and no mere lead, teasers below the article may hold the rest.
  private func namedShare(_ named: [Int]) -> Int {
    named.count == 1 && mass[named[0]] >= 600 ? 35 : 80
  }

  /// Goes back to the first article of an endless page, where a later one is longer.
  ///
  /// The first stands below a main heading of its own, and has running text before the heading of
  /// the part that was chosen.
  private mutating func preferFirst() {
    let end = tree.nodes[container].end
    let headings = blocks.indices.filter {
      blocks[$0].tag == .h1 && blocks[$0].words >= 3 && verdicts[$0] == nil
        && blocks[$0].first < end
    }
    guard headings.count > 1, let first = headings.first, let last = headings.last,
      blocks[first].first < Int32(container)
    else { return }
    let next =
      headings.dropFirst().first { at in blocks[first + 1..<at].contains { $0.isProse } } ?? last
    let text = (first + 1..<next).filter { verdicts[$0] == nil && weights[$0] > 0 }
    guard let top = text.first, let bottom = text.last,
      blocks[bottom].first < Int32(container),
      text.reduce(0, { $0 + weights[$1] }) >= 500
    else { return }
    var part = Int(blocks[top].node)
    while tree.nodes[part].end <= blocks[bottom].first || tree.nodes[part].tag.isPartOfText,
      tree.nodes[part].parent >= 0
    {
      part = Int(tree.nodes[part].parent)
    }
    guard tree.nodes[part].end <= blocks[next].first else { return }
    container = part
    parts = [part]
  }

  private func commonParent(_ nodes: [Int]) -> Int? {
    let parents = Set(nodes.map { tree.nodes[$0].parent })
    guard parents.count == 1, let parent = parents.first, parent >= 0 else { return nil }
    return Int(parent)
  }

  /// The parts below that call themselves the body, where they hold nearly all of the text.
  private mutating func preferNamed() {
    parts = [container]
    let held = mass[container]
    var named: [Int] = []
    var articles: [Int] = []
    var index = container + 1
    while index < Int(tree.nodes[container].end) {
      let node = tree.nodes[index]
      if bodyHints[index], mass[index] > 0 {
        named.append(index)
        index = Int(node.end)
        continue
      }
      if node.tag == .article, mass[index] * 100 >= held * 60 { articles.append(index) }
      index += 1
    }
    if let best = named.max(by: { mass[$0] < mass[$1] }),
      mass[best] * 100 >= held * namedShare(named)
    {
      container = best
      parts = [best]
    } else if named.count > 1, let parent = commonParent(named) {
      // Paragraphs, or chunks of the body between advertisements.
      let share = named.reduce(0) { $0 + mass[$1] }
      if share * 100 >= held * 80 {
        container = parent
        parts = share * 100 >= mass[parent] * 85 ? [parent] : named
      }
    } else if let first = named.first, startsNextArticle(after: first, named) {
      container = first
      parts = [first]
    } else if let article = articles.last {
      container = article
      parts = [article]
    }
  }
}
