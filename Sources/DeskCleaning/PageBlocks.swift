import DeskText

/// A page cut into blocks: runs of text that no block element and no empty line divides.
struct PageBlocks {
  struct PageBlock {
    /// The innermost block element around it.
    let node: Int32
    /// The first text node, and the last.
    var first: Int32
    var last: Int32
    let text: [UInt8]
    /// The share of its bytes inside links.
    let linkShare: Double
    let words: Int
    let kind: Paragraph.Kind
    let tag: Tag
    /// Long enough, unlinked and ended as a sentence: counts when the body is looked for.
    let isProse: Bool

    init(
      node: Int32, first: Int32, last: Int32, text: [UInt8], linkShare: Double, words: Int,
      kind: Paragraph.Kind, tag: Tag
    ) {
      self.node = node
      self.first = first
      self.last = last
      self.text = text
      self.linkShare = linkShare
      self.words = words
      self.kind = kind
      self.tag = tag
      isProse =
        kind != .heading && linkShare < 0.5
        && (words >= 30 || words >= 10 && LineShape.endsSentence(text))
    }

    var endsSentence: Bool { LineShape.endsSentence(text) }

    /// The block without the text that it begins with; nil where it begins otherwise, or is no more.
    func without(_ opening: [UInt8]) -> PageBlock? {
      guard text.starts(with: opening), text.count > opening.count else { return nil }
      let rest = Array(text[opening.count...].drop { $0 <= 0x20 })
      let share = min(1, linkShare * Double(text.count) / Double(max(rest.count, 1)))
      return PageBlock(
        node: node, first: first, last: last, text: rest, linkShare: share,
        words: rest.reduce(1) { $0 + ($1 == 0x20 ? 1 : 0) }, kind: kind, tag: tag)
    }
  }

  private(set) var blocks: [PageBlock] = []
  /// What stands in no block: buttons and menus, and labels that a page hides within a line.
  struct LeftOut {
    var node: Int32
    var rule: String
    /// Nil for the reason that goes with a structural rule.
    var reason: String?

    var verdict: Verdict {
      reason.map { Verdict(reason: $0, rule: rule) } ?? StructuralRules.verdict(rule)
    }
  }

  /// In page order.
  private(set) var leftOut: [LeftOut] = []
  private let tree: PageTree
  private var buffer: [UInt8] = []
  private var linked = 0
  private var linkDepth = 0
  private var first: Int32 = -1
  private var last: Int32 = -1
  private var breaks = 0

  init(_ tree: PageTree) {
    self.tree = tree
    walk()
  }

  private mutating func walk() {
    var path: [Int] = []
    let nodes = tree.nodes
    var index = 0
    while index < nodes.count {
      while let last = path.last, Int(nodes[last].end) <= index { leave(last, path: &path) }
      let node = nodes[index]
      switch node.tag {
      case .text:
        take(node, index, path)
      case .title, .select, .button, .option:
        flush(path)
        if node.tag != .title { leftOut.append(LeftOut(node: Int32(index), rule: "form-control")) }
        index = Int(node.end)
        continue
      case .br:
        breaks += 1
        if breaks > 1 || LineShape.endsSentence(trimmedEnd()) { flush(path) }
        buffer.append(0x20)
      default:
        if tree.isHiddenLabel(index) {
          leftOut.append(LeftOut(node: Int32(index), rule: "hidden-element"))
          index = Int(node.end)
          continue
        }
        if first >= 0, tree.isCard(index) {
          leftOut.append(LeftOut(node: Int32(index), rule: "card-in-line"))
          index = Int(node.end)
          continue
        }
        if node.tag.isBlock { flush(path) }
        if node.tag == .td || node.tag == .th { buffer.append(0x20) }
        if node.tag == .a { linkDepth += 1 }
        path.append(index)
      }
      index += 1
    }
    while let last = path.last { leave(last, path: &path) }
    flush(path)
  }

  private func trimmedEnd() -> [UInt8] {
    var tail = Array(buffer.suffix(12))
    while let last = tail.last, last <= 0x20 { tail.removeLast() }
    return tail
  }

  private mutating func leave(_ node: Int, path: inout [Int]) {
    if tree.nodes[node].tag.isBlock { flush(path) }
    if tree.nodes[node].tag == .a { linkDepth -= 1 }
    path.removeLast()
  }

  private mutating func take(_ node: PageTree.Node, _ index: Int, _ path: [Int]) {
    var place = Int(node.low)..<Int(node.high)
    if let tag = path.last.map({ tree.nodes[$0].tag }), tag == .pre {
      // Preformatted text keeps its empty lines as breaks.
      while let gap = Self.emptyLine(tree.text[place]) {
        append(place.lowerBound..<gap.lowerBound, index)
        flush(path)
        place = gap.upperBound..<place.upperBound
      }
    }
    append(place, index)
  }

  /// Appends a stretch of the tree's text.
  private mutating func append(_ place: Range<Int>, _ index: Int) {
    guard !place.isEmpty else { return }
    if place.contains(where: { tree.text[$0] > 0x20 }) {
      breaks = 0
      if first < 0 { first = Int32(index) }
      last = Int32(index)
      if linkDepth > 0 { linked += place.count }
    }
    buffer.append(contentsOf: tree.text[place])
  }

  private static func emptyLine(_ bytes: ArraySlice<UInt8>) -> Range<Int>? {
    var start: Int?
    for index in bytes.indices {
      if bytes[index] == 0x0A {
        if let start { return start..<index + 1 }
        start = index
      } else if bytes[index] > 0x20 {
        start = nil
      }
    }
    return nil
  }

  private mutating func flush(_ path: [Int]) {
    defer {
      buffer.removeAll(keepingCapacity: true)
      linked = 0
      first = -1
      breaks = 0
    }
    guard first >= 0 else { return }
    let text = LineShape.collapsed(buffer)
    guard !text.isEmpty else { return }
    var node = path.count - 1
    while node > 0, !tree.nodes[path[node]].tag.isBlock { node -= 1 }
    // Scripts without spaces between words have about six bytes a word.
    let spaces = text.reduce(1) { $0 + ($1 == 0x20 ? 1 : 0) }
    let words = text[0] >= 0xE3 ? max(spaces, text.count / 6) : spaces
    let share = min(1, Double(linked) / Double(max(text.count, 1)))
    let owner = node >= 0 ? path[node] : 0
    let (kind, tag) = kind(path[...max(node, -1)])
    blocks.append(
      PageBlock(
        node: Int32(owner), first: first, last: last, text: text, linkShare: share, words: words,
        kind: kind,
        tag: tag))
  }

  /// A block's kind by the nearest element that has one.
  private func kind(_ path: ArraySlice<Int>) -> (Paragraph.Kind, Tag) {
    let own = path.last.map { tree.nodes[$0].tag } ?? .other
    if path.contains(where: { tree.nodes[$0].tag.isHeading }) { return (.heading, own) }
    for index in path.reversed() {
      switch tree.nodes[index].tag {
      case .blockquote: return (.quotation, own)
      case .li, .dt, .dd: return (.listItem, own)
      case .article, .section, .main, .table: return (.paragraph, own)
      default: continue
      }
    }
    return (.paragraph, own)
  }
}

extension PageTree {
  private static let longestLabel = 60

  /// Whether an element is a few words within a line for who hears the page (`, opens new tab`).
  ///
  /// Longer ones may be text that a script shows; blocks are struck by their share of the page.
  func isHiddenLabel(_ index: Int) -> Bool {
    let node = nodes[index]
    guard node.low < node.high, !node.tag.isBlock, node.tag != .text,
      (Int(node.low)..<Int(node.high)).contains(where: { attributes[$0].name == .hidden })
    else { return false }
    var bytes = 0
    for inner in nodes[index..<Int(node.end)] where inner.tag == .text {
      bytes += Int(inner.high - inner.low)
      if bytes > Self.longestLabel { return false }
    }
    return true
  }

  /// Whether an element within a line is a card that a script shows over it: an image, and links to
  /// what else there is about a person or place that the line names.
  func isCard(_ index: Int) -> Bool {
    let node = nodes[index]
    guard node.tag == .span, index + 1 < Int(node.end), nodes[index + 1].tag == .img else {
      return false
    }
    var links = 0
    var child = index + 1
    while child < Int(node.end) {
      switch nodes[child].tag {
      case .img, .br: break
      case .a: links += 1
      case .text
      where text[Int(nodes[child].low)..<Int(nodes[child].high)].allSatisfy { $0 <= 0x20 }:
        break
      default: return false
      }
      child = Int(nodes[child].end)
    }
    return links >= 2
  }
}
