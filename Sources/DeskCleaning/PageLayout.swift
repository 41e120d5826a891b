import DeskText

/// Reads from the tree how a kept block stood on its page; asked only where that is to be shown.
struct PageLayout {
  private let tree: PageTree
  private let blocks: [PageBlocks.PageBlock]
  private let base: String?

  /// - Parameters:
  ///   - tree: the page.
  ///   - blocks: all of its blocks.
  ///   - url: the page's address, from which its links are reckoned.
  init(_ tree: PageTree, _ blocks: [PageBlocks.PageBlock], url: String?) {
    self.tree = tree
    self.blocks = blocks
    let stated = tree.nodes.indices.first { tree.nodes[$0].tag == .base }
      .flatMap { tree.string($0, .href) }
    base = stated.flatMap { Self.absolute($0, base: url) } ?? url
  }

  func layout(of block: Int) -> Layout {
    let owner = Int(blocks[block].node)
    var layout = Layout()
    var node = owner
    while node >= 0 {
      let tag = tree.nodes[node].tag
      switch tag {
      case .h1, .h2, .h3, .h4, .h5, .h6:
        if layout.level == 0 { layout.level = Int(tag.rawValue - Tag.h1.rawValue) + 1 }
      case .blockquote: layout.quotations += 1
      case .li: layout.items.insert(item(node), at: 0)
      case .tr:
        if layout.row == nil { layout.row = row(node, of: block) }
      case .pre:
        layout.code = Layout.Code(id: node, text: rawText(below: node))
      default: break
      }
      node = Int(tree.nodes[node].parent)
    }
    layout.runs = runs(of: block)
    return layout
  }

  private func children(of node: Int, tagged tags: Set<Tag>) -> [Int] {
    var out: [Int] = []
    var index = node + 1
    while index < Int(tree.nodes[node].end) {
      if tags.contains(tree.nodes[index].tag) { out.append(index) }
      index = max(index + 1, Int(tree.nodes[index].end))
    }
    return out
  }

  private func item(_ node: Int) -> Layout.Item {
    let list = Int(tree.nodes[node].parent)
    guard list >= 0, tree.nodes[list].tag == .ol else { return Layout.Item(id: node) }
    let number = children(of: list, tagged: [.li]).firstIndex(of: node).map { $0 + 1 }
    return Layout.Item(id: node, number: number)
  }

  /// The cells of a row that is one block; a row of several blocks lays out a page.
  private func row(_ node: Int, of block: Int) -> Layout.Row? {
    guard Int(blocks[block].node) == node else { return nil }
    let cells = children(of: node, tagged: [.td, .th])
    guard cells.count > 1, !isShared(node, block) else { return nil }
    var table = node
    while table >= 0, tree.nodes[table].tag != .table { table = Int(tree.nodes[table].parent) }
    let texts = cells.map { String(decoding: tree.text(below: $0), as: UTF8.self) }
    return table < 0 ? nil : Layout.Row(table: table, cells: texts)
  }

  private func isShared(_ node: Int, _ block: Int) -> Bool {
    let end = tree.nodes[node].end
    let isBefore = block > 0 && blocks[block - 1].first > Int32(node)
    let isAfter = block + 1 < blocks.count && blocks[block + 1].first < end
    return isBefore || isAfter
  }

  /// Text as it stands, line breaks and all, without empty lines at its ends.
  private func rawText(below node: Int) -> String {
    var out: [UInt8] = []
    for index in node..<Int(tree.nodes[node].end) {
      let inner = tree.nodes[index]
      if inner.tag == .text { out += tree.text[Int(inner.low)..<Int(inner.high)] }
      if inner.tag == .br { out.append(0x0A) }
    }
    while let last = out.last, last <= 0x20 { out.removeLast() }
    let lines = out.split(separator: 0x0A, omittingEmptySubsequences: false)
      .drop { $0.allSatisfy { $0 <= 0x20 } }
    return String(decoding: Array(lines.joined(separator: [0x0A])), as: UTF8.self)
  }

  /// The stretches of a block by their links and emphasis; none where its text is not all of what
  /// the page has in its place.
  private func runs(of block: Int) -> [Layout.Run] {
    let owner = Int(blocks[block].node)
    let next = block + 1 < blocks.count ? blocks[block + 1].first : Int32.max
    let end = min(Int(next), Int(tree.nodes[owner].end))
    var text: [UInt8] = []
    var runs: [Layout.Run] = []
    var isSpacePending = false
    var index = Int(blocks[block].first)
    while index < end {
      let node = tree.nodes[index]
      if node.tag == .br || node.tag == .td || node.tag == .th { isSpacePending = true }
      if [.button, .select, .option].contains(node.tag) || tree.isHiddenLabel(index) {
        index = max(index + 1, Int(node.end))
      }
      guard index < end, tree.nodes[index].tag == .text else {
        index += 1
        continue
      }
      // Between letters a stretch keeps the spaces at its ends.
      let held = LineShape.collapsed(
        [0x78] + tree.text[Int(tree.nodes[index].low)..<Int(tree.nodes[index].high)] + [0x78])
      var words = held.dropFirst().dropLast()
      if words.first == 0x20 { isSpacePending = true }
      while words.first == 0x20 { words = words.dropFirst() }
      let endsInSpace = words.last == 0x20
      if endsInSpace { words = words.dropLast() }
      if !words.isEmpty {
        if isSpacePending, !text.isEmpty { text.append(0x20) }
        let start = text.count
        text += words
        var run = look(of: index, below: owner)
        run.extent = Extent(start, text.count)
        runs.append(run)
        isSpacePending = endsInSpace
      }
      index += 1
    }
    return text == blocks[block].text ? runs : []
  }

  private func look(of node: Int, below owner: Int) -> Layout.Run {
    var run = Layout.Run(Extent(0, 0))
    var index = Int(tree.nodes[node].parent)
    while index >= 0 {
      switch tree.nodes[index].tag {
      case .a:
        if run.address == nil, let address = tree.string(index, .href) {
          run.address = Self.absolute(address, base: base)
        }
      case .b, .strong: run.isStrong = true
      case .i, .em: run.isEmphasis = true
      case .code, .kbd, .samp, .tt: run.isCode = true
      default: break
      }
      if index == owner { break }
      index = Int(tree.nodes[index].parent)
    }
    return run
  }
}
