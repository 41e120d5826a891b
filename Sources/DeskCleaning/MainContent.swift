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
  let blocks: [PageBlocks.PageBlock]
  /// Why a block is no body, by the markup around it.
  private(set) var verdicts: [Verdict?]
  /// The node that holds the article; its blocks are `range`.
  private(set) var container = 0
  private(set) var hasArticle = false

  private var mass: [Int]
  private var bodyHints: [Bool]

  init(_ tree: PageTree, _ blocks: [PageBlocks.PageBlock], hints: MarkupHints) {
    self.tree = tree
    self.blocks = blocks
    verdicts = Array(repeating: nil, count: blocks.count)
    mass = Array(repeating: 0, count: tree.nodes.count)
    bodyHints = Array(repeating: false, count: tree.nodes.count)
    guard !tree.nodes.isEmpty else { return }
    weigh()
    strike(hints)
    weigh()
    choose()
  }

  /// The blocks inside the container.
  var inside: [Int] {
    guard hasArticle else { return [] }
    let end = tree.nodes[container].end
    return blocks.indices.filter { blocks[$0].first >= Int32(container) && blocks[$0].first < end }
  }

  /// Sums the letters of running text, from the leaves up.
  private mutating func weigh() {
    for node in mass.indices { mass[node] = 0 }
    for (index, block) in blocks.enumerated() where verdicts[index] == nil && block.isProse {
      mass[Int(block.node)] += block.text.count
    }
    for node in mass.indices.reversed() {
      let parent = tree.nodes[node].parent
      if parent >= 0 { mass[Int(parent)] += mass[node] }
    }
  }

  /// The mass of all roots: a page may have more than one.
  private var total: Int {
    tree.nodes.indices.reduce(0) { $0 + (tree.nodes[$1].parent < 0 ? mass[$1] : 0) }
  }

  /// Strikes the parts whose markup says that they are no body.
  private mutating func strike(_ hints: MarkupHints) {
    let total = total
    var index = 0
    var cursor = 0
    while index < tree.nodes.count {
      let node = tree.nodes[index]
      guard node.tag != .text, let verdict = verdict(index, hints, total) else {
        index += 1
        continue
      }
      while cursor < blocks.count, blocks[cursor].first < Int32(index) { cursor += 1 }
      var block = cursor
      while block < blocks.count, blocks[block].first < node.end {
        verdicts[block] = verdicts[block] ?? verdict
        block += 1
      }
      index = Int(node.end)
    }
  }

  private mutating func verdict(_ index: Int, _ hints: MarkupHints, _ total: Int) -> Verdict? {
    let node = tree.nodes[index]
    var found: [MarkupHints.Hint] = []
    if let hint = hints.hint(node.tag) { found.append(hint) }
    for at in Int(node.low)..<Int(node.high) {
      let attribute = tree.attributes[at]
      switch attribute.name {
      case .hint:
        found += hints.hints(in: tree.values[Int(attribute.low)..<Int(attribute.high)])
      case .hidden:
        found.append(Self.hiddenHint)
      case .itemprop:
        let value = tree.values[Int(attribute.low)..<Int(attribute.high)]
        if value.elementsEqual("articleBody".utf8) { bodyHints[index] = true }
      default: break
      }
    }
    if found.contains(where: \.isBody) {
      bodyHints[index] = true
      return nil
    }
    guard node.parent >= 0, node.tag != .html, node.tag != .body else { return nil }
    return found.first { Double(mass[index]) <= $0.most * Double(total) }?.verdict
  }

  private static let hiddenHint = MarkupHints.Hint(
    verdict: Verdict(reason: "hidden", rule: "hidden-element"), isBody: false, most: 0.8)

  private mutating func choose() {
    let total = total
    guard total >= 140 else { return }
    hasArticle = true
    container = tree.nodes.indices.first { tree.nodes[$0].parent < 0 && mass[$0] * 2 > total } ?? 0
    if mass[container] * 2 <= total { container = 0 }
    descend(total)
    preferNamed()
  }

  /// Goes down while one child holds nearly all of the running text.
  private mutating func descend(_ total: Int) {
    var next: Int? = container
    while let node = next {
      container = node
      next = children(of: node).first { mass[$0] * 100 >= mass[node] * 92 }
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

  /// A part below that calls itself the body, or an `<article>`, and holds most of the text.
  private mutating func preferNamed() {
    let held = mass[container]
    var best: Int?
    for index in container + 1..<max(container + 1, Int(tree.nodes[container].end)) {
      let node = tree.nodes[index]
      guard node.tag != .text, bodyHints[index] || node.tag == .article else { continue }
      let isEnough = mass[index] * 100 >= held * (bodyHints[index] ? 50 : 60)
      if isEnough, best.map({ mass[index] * 100 >= mass[$0] * 85 }) ?? true { best = index }
    }
    if let best { container = best }
  }
}
