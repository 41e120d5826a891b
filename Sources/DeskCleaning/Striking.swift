import DeskText

/// Strikes the parts of a page whose markup says that they are no body.
extension MainContent {
  /// Strikes the parts whose markup says that they are no body.
  ///
  /// A hint is believed up to its share of the page's running text in one part, and up to twice
  /// that in all its parts together: where `paywall` wraps most paragraphs, it wraps the article.
  mutating func strike(_ hints: MarkupHints, share: Double) {
    let total = total
    var struck: [(node: Int, verdict: Verdict)] = []
    var held: [String: Double] = [:]
    var index = 0
    while index < tree.nodes.count {
      let node = tree.nodes[index]
      guard node.tag != .text, let hint = hint(index, hints, total) else {
        index += 1
        continue
      }
      let limit = hint.most * share * Double(total)
      let isBeside = hint.isGallery && isBesideBody(index)
      guard Double(mass[index]) <= limit || isBeside else {
        index += 1
        continue
      }
      struck.append((index, hint.verdict))
      if isBeside {
        index = Int(node.end)
        continue
      }
      // In units of the allowed share: past two of them, the hint is not believed.
      held[hint.verdict.rule, default: 0] +=
        Double(mass[index]) / max(1, limit)
      index = Int(node.end)
    }
    var cursor = 0
    for (index, verdict) in struck where held[verdict.rule, default: 0] <= 2 {
      while cursor < blocks.count, blocks[cursor].first < Int32(index) { cursor += 1 }
      while cursor < blocks.count, blocks[cursor].first < tree.nodes[index].end {
        // A caption within a line does not take along the paragraph that goes on behind it.
        if blocks[cursor].last < tree.nodes[index].end {
          verdicts[cursor] = verdict
        } else if verdict.reason == "caption" {
          cutOff(index, from: cursor, verdict)
        }
        cursor += 1
      }
    }
  }

  /// Whether a part stands in a body that holds an article's worth of text beside it: a gallery
  /// may be the article, but not there.
  private func isBesideBody(_ index: Int) -> Bool {
    var parent = Int(tree.nodes[index].parent)
    while parent >= 0 {
      if bodyHints[parent] { return mass[parent] - mass[index] >= 1_000 }
      parent = Int(tree.nodes[parent].parent)
    }
    return false
  }

  private mutating func hint(
    _ index: Int, _ hints: MarkupHints, _ total: Int
  ) -> MarkupHints.Hint? {
    let node = tree.nodes[index]
    var found: [MarkupHints.Hint] = []
    if let hint = hints.hint(node.tag) { found.append(hint) }
    for at in Int(node.low)..<Int(node.high) {
      let attribute = tree.attributes[at]
      switch attribute.name {
      case .hint:
        found += hints.hints(in: tree.values[Int(attribute.low)..<Int(attribute.high)])
      case .id where !node.tag.isHeading:
        // A heading's id repeats its words: `most-popular-courses` is no list of the most popular.
        found += hints.hints(in: tree.values[Int(attribute.low)..<Int(attribute.high)])
      case .hidden:
        found.append(Self.hiddenHint)
      case .itemprop:
        let value = tree.values[Int(attribute.low)..<Int(attribute.high)]
        if value.elementsEqual("articleBody".utf8) { bodyHints[index] = true }
      default: break
      }
    }
    guard !found.isEmpty else { return nil }
    if found.contains(where: \.isBody) {
      bodyHints[index] = true
      return nil
    }
    guard node.parent >= 0, node.tag != .html, node.tag != .body else { return nil }
    found.removeAll { isMistaken($0.verdict.reason, index) }
    if found.contains(where: { $0.verdict.reason == "byline" }) { bylines.append(index) }
    if found.contains(where: { $0.verdict.reason == "timestamp" }) { timestamps.append(index) }
    return found.first { Double(mass[index]) <= $0.most * Double(total) } ?? found.first
  }

  /// Whether a hint means something else on an element of this kind.
  ///
  /// A teaser without any link leads to nothing else: it is the article's own. A heading of the class `toc` is listed in a table of contents; a `figure` around a table, code
  /// or a quotation, and a `vcard` that is a table, are part of what is told, and so are the posts
  /// that a part of the class `social` quotes.
  private func isMistaken(_ reason: String, _ index: Int) -> Bool {
    let node = tree.nodes[index]
    switch reason {
    case "navigation": return node.tag.isHeading
    case "byline": return node.tag == .table
    case "caption" where node.tag == .figure:
      return (index + 1..<Int(node.end)).contains {
        [.table, .pre, .blockquote].contains(tree.nodes[$0].tag)
      }
    case "share-prompt":
      return (index + 1..<Int(node.end)).contains { tree.nodes[$0].tag == .blockquote }
    case "related-link" where mass[index] > 0:
      return !(index..<Int(node.end)).contains { tree.nodes[$0].tag == .a }
    default: return false
    }
  }

  private static let hiddenHint = MarkupHints.Hint(
    verdict: Verdict(reason: "hidden", rule: "hidden-element"), isBody: false, most: 0.8)
}
