import DeskText

/// Everything that is told about the blocks of a page before they are weighed.
struct BlockProperties {
  let tree: PageTree
  let page: [PageBlocks.PageBlock]
  /// The numbers in `page` of the blocks that are weighed.
  let inside: [Int]
  let container: Int
  let blocks: [Block]
  let looks: [Furniture.Look]
  private let lengths: [Int]
  private let shapes: [Int]
  private let rules: [Rule?]
  private let regions: [Int]
  private let passed: [Double]
  private let runs: [Double]
  private let likenesses: [Double]
  private let siblings: [Int]
  private let depths: [Int]
  private let firstProse: Int
  private let lastProse: Int
  private let proseDepth: Int
  private let titleWords: Set<UInt32>
  /// A bit for each hash of a word of the title: tells of most words that they are none.
  private let titleBits: UInt64
  private let copies: Alike
  private let body: [UInt8]

  struct Rule {
    var hash: UInt32
    var verdict: Verdict

    /// The rule of a verdict without the line of its list.
    init(_ verdict: Verdict) {
      self.verdict = verdict
      guard let stem = Self.stem(of: verdict.rule) else {
        hash = WordHash.of(verdict.rule)
        return
      }
      hash = WordHash.of(stem, then: "/", verdict.reason)
    }

    var name: String {
      Self.stem(of: verdict.rule).map { "\($0)/\(verdict.reason)" } ?? verdict.rule
    }

    /// `boilerplate` of `boilerplate.tsv:12`; nil for the name of a structural rule.
    private static func stem(of rule: String) -> Substring.UTF8View? {
      let bytes = rule.utf8
      guard let colon = bytes.firstIndex(of: 0x3A) else { return nil }
      let file = bytes[..<colon]
      return file.count > 4 && file.suffix(4).elementsEqual(".tsv".utf8) ? file.dropLast(4) : file
    }
  }

  init(
    tree: PageTree, page: [PageBlocks.PageBlock], inside: [Int], container: Int, blocks: [Block],
    looks: [Furniture.Look], title: String?, data: String?
  ) {
    self.tree = tree
    self.page = page
    self.inside = inside
    self.container = container
    self.blocks = blocks
    self.looks = looks
    lengths = blocks.map { Self.length($0.wordCount) }
    shapes = blocks.map(Self.shape)
    rules = blocks.map { $0.verdict.map(Rule.init) }
    let prose = blocks.indices.filter { blocks[$0].verdict == nil && blocks[$0].isProse }
    let firstProse = prose.first ?? blocks.count
    let lastProse = prose.last ?? -1
    self.firstProse = firstProse
    self.lastProse = lastProse
    regions = blocks.indices.map { $0 < firstProse ? 0 : $0 > lastProse ? 2 : 1 }
    // Running text before each block, and in elements like its own.
    let letters = blocks.indices.map { blocks[$0].isProse ? blocks[$0].text.count : 0 }
    let total = Double(max(1, letters.reduce(0, +)))
    var before = 0
    passed = letters.map { count in
      defer { before += count }
      return Double(before) / total
    }
    let places = inside.map { UInt64(bitPattern: Int64(tree.nodes[Int(page[$0].node)].parent)) }
    let looksLike = inside.map { UInt64(WordHash.likeness(tree, Int(page[$0].node))) }
    runs = Alike(places).sums(letters).map { Double($0) / total }
    let byLikeness = Alike(looksLike)
    likenesses = byLikeness.sums(letters).map { Double($0) / total }
    siblings = byLikeness.kinds.map { byLikeness.counts[$0] }
    func depth(of start: Int, in container: Int) -> (steps: Int, isInside: Bool) {
      var depth = 0
      var node = start
      while node > 0, node != container, depth < 60 {
        node = Int(tree.nodes[node].parent)
        depth += 1
      }
      return (depth, node == container)
    }
    let depthOfContainer = depth(of: container, in: 0).steps
    depths = inside.map { index in
      let (steps, isInside) = depth(of: Int(page[index].node), in: container)
      return isInside ? steps : steps - depthOfContainer
    }
    var byDepth: [Int: Int] = [:]
    for index in blocks.indices { byDepth[depths[index], default: 0] += letters[index] }
    proseDepth = byDepth.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key ?? 0
    titleWords = Set(Words(Text(title ?? "")).tokens.filter(\.isWord).map(\.hash))
    titleBits = titleWords.reduce(0) { $0 | 1 << UInt64($1 & 63) }
    copies = Alike(page.map { WordHash.wide($0.text) })
    body = data.map { Self.letters($0.utf8) } ?? []
  }

  /// The letters and figures of a text, small, up to a number of them.
  private static func letters(_ text: some Sequence<UInt8>, most: Int = .max) -> [UInt8] {
    var out: [UInt8] = []
    for byte in text {
      let lower = byte | 0x20
      guard lower &- 0x61 < 26 || byte &- 0x30 < 10 else { continue }
      out.append(lower)
      if out.count == most { break }
    }
    return out
  }

  static func length(_ words: Int) -> Int {
    switch words {
    case ...3: words
    case ...5: 4
    case ...8: 5
    case ...12: 6
    case ...17: 7
    case ...24: 8
    case ...39: 9
    case ...69: 10
    default: 11
    }
  }

  static func coarse(_ words: Int) -> Int {
    switch words {
    case ...3: 0
    case ...8: 1
    case ...17: 2
    case ...39: 3
    default: 4
    }
  }

  static func links(_ share: Double) -> Int {
    switch share {
    case 0: 0
    case ...0.15: 1
    case ...0.4: 2
    case ...0.7: 3
    case ...0.95: 4
    default: 5
    }
  }

  static func ending(_ block: Block) -> Int {
    guard block.endsSentence else { return 0 }
    switch block.text.utf8.last {
    case 0x3A: return 3
    case 0x3F: return 2
    default: return 1
    }
  }

  static func share(_ value: Double) -> Int {
    switch value {
    case 0: 0
    case ..<0.05: 1
    case ..<0.2: 2
    case ..<0.5: 3
    case ..<0.8: 4
    case ..<1: 5
    default: 6
    }
  }

  static func shape(_ block: Block) -> Int {
    let kind =
      switch block.kind {
      case .paragraph: 0
      case .heading: 1
      case .listItem: 2
      case .quotation: 3
      }
    let links = block.linkShare <= 0.15 ? 0 : block.linkShare <= 0.7 ? 1 : 2
    return ((coarse(block.wordCount) * 2 + (block.endsSentence ? 1 : 0)) * 3 + links) * 4 + kind
  }

  private static func distance(_ count: Int) -> Int {
    switch count {
    case ...3: max(0, count)
    case ...6: 4
    case ...10: 5
    case ...20: 6
    default: 7
    }
  }

  // MARK: - Telling

  /// Tells a receiver every property of a block.
  func tell<R: PropertyReceiver>(_ index: Int, to out: inout R) {
    out.take(.bias, 0)
    tellShape(index, &out)
    tellRules(index, &out)
    tellPlace(index, &out)
    tellMarkup(index, &out)
    tellWords(index, &out)
    tellCopies(index, &out)
  }

  private func tellShape<R: PropertyReceiver>(_ index: Int, _ out: inout R) {
    let block = blocks[index]
    let ending = Self.ending(block)
    let coarse = Self.coarse(block.wordCount)
    out.take(.length, lengths[index] * 4 + ending)
    out.take(.links, Self.links(block.linkShare) * 5 + coarse)
    out.take(.shape, shapes[index])
    let before = index > 0 ? shapes[index - 1] : 127
    let after = index + 1 < shapes.count ? shapes[index + 1] : 127
    out.take(.shapeBefore, coarse * 128 + before)
    out.take(.shapeAfter, coarse * 128 + after)
  }

  private func tellRules<R: PropertyReceiver>(_ index: Int, _ out: inout R) {
    func give(_ aspect: BlockAspect, _ at: Int) {
      guard blocks.indices.contains(at) else { return }
      if let rule = rules[at] {
        out.take(aspect, hash: rule.hash) { rule.name }
      } else if blocks[at].isProse {
        out.take(aspect, hash: Self.prose) { "(prose)" }
      }
    }
    give(.rule, index)
    give(.ruleBefore, index - 1)
    give(.ruleAfter, index + 1)
    let before = index > 0 && rules[index - 1] != nil
    let after = index + 1 < rules.count && rules[index + 1] != nil
    out.take(
      .rulesAround, (before ? 4 : 0) + (after ? 2 : 0) + (rules[index] != nil ? 1 : 0))
    for hit in looks[index].hits {
      out.take(.hit, hash: hit.rule.hash) {
        "\(hit.rule.verdict.reason)/\(hit.rule.place.rawValue)"
      }
    }
  }

  private func tellPlace<R: PropertyReceiver>(_ index: Int, _ out: inout R) {
    let coarse = Self.coarse(blocks[index].wordCount)
    let region = regions[index]
    out.take(.region, region * 128 + shapes[index])
    out.take(.passed, Self.share(passed[index]) * 5 + coarse)
    out.take(.fromStart, Self.distance(index) * 5 + coarse)
    out.take(.fromEnd, Self.distance(blocks.count - 1 - index) * 5 + coarse)
    out.take(.fromFirst, (region == 0 ? Self.distance(firstProse - index) : 8) * 5 + coarse)
    out.take(.fromLast, (region == 2 ? Self.distance(index - lastProse) : 8) * 5 + coarse)
    out.take(.run, (Self.share(runs[index]) * 5 + coarse) * 3 + region)
    out.take(.likeness, (Self.share(likenesses[index]) * 5 + coarse) * 3 + region)
    out.take(.siblings, Self.distance(siblings[index]) * 5 + coarse)
    out.take(.depth, max(-4, min(4, depths[index] - proseDepth)) + 4)
  }

  private func tellMarkup<R: PropertyReceiver>(_ index: Int, _ out: inout R) {
    let block = page[inside[index]]
    let coarse = Self.coarse(blocks[index].wordCount)
    let own = Int(block.node)
    give(.tag, WordHash.tag(block.tag), coarse, &out) { block.tag }
    let parent = own > 0 ? Int(tree.nodes[own].parent) : 0
    if parent > 0 {
      let above = tree.nodes[parent].tag
      out.take(.tags, hash: WordHash.tags(above, block.tag)) { "\(above) \(block.tag)" }
    }
    WordHash.forEachWord(tree, own) { hash, spelled in out.take(.name, hash: hash, spelled) }
    var node = parent
    var steps = 0
    while node > 0, node != container, steps < 12 {
      let tag = tree.nodes[node].tag
      if tag != .div { out.take(.within, hash: WordHash.tag(tag)) { "\(tag)" } }
      WordHash.forEachWord(tree, node) { hash, spelled in
        out.take(.nameWithin, hash: hash, spelled)
      }
      node = Int(tree.nodes[node].parent)
      steps += 1
    }
    // Elements within the line that hold all of it, or at least its beginning.
    node = Int(tree.nodes[Int(block.first)].parent)
    while node > own {
      let tag = tree.nodes[node].tag
      give(.style, WordHash.tag(tag), coarse, &out) { tag }
      WordHash.forEachWord(tree, node) { hash, spelled in out.take(.name, hash: hash, spelled) }
      node = Int(tree.nodes[node].parent)
    }
    out.take(.gap, gap(before: index) * 5 + coarse)
    out.take(.gapAfter, gap(before: index + 1) * 5 + coarse)
  }

  /// An element together with a length.
  private func give<R: PropertyReceiver>(
    _ aspect: BlockAspect, _ hash: UInt32, _ length: Int, _ out: inout R, _ tag: () -> Tag
  ) {
    out.take(aspect, hash: WordHash.adding(length, to: hash)) { "\(tag())/\(length)" }
  }

  /// What stands between the beginning of the block before and that of a block: bits for images,
  /// rules, forms and the like.
  private func gap(before index: Int) -> Int {
    guard index > 0, index < blocks.count else { return 16 }
    let from = Int(page[inside[index - 1]].first) + 1
    let to = Int(page[inside[index]].first)
    var bits = 0
    guard from < to else { return 17 }
    for node in from..<min(to, from + 200) {
      switch tree.nodes[node].tag {
      case .img, .picture, .video, .audio: bits |= 1
      case .hr: bits |= 2
      case .form, .input, .button, .label, .select: bits |= 4
      case .figure: bits |= 8
      default: break
      }
    }
    return bits
  }

  private func tellWords<R: PropertyReceiver>(_ index: Int, _ out: inout R) {
    let block = blocks[index]
    let count = block.wordCount
    let coarse = Self.coarse(count)
    var capitals = 0
    var shouted = 0
    var figures = 0
    var quotes = 0
    var isPersonal = false
    let (you, your) = (Self.you, Self.your)
    for token in block.words.tokens {
      if token.isWord {
        if token.flags.contains(.capital) { capitals += 1 }
        if token.flags.contains(.allCapitals) { shouted += 1 }
        if token.kind == .number { figures += 1 }
        if token.hash == you || token.hash == your { isPersonal = true }
      } else if token.flags.contains(.quoteMark) {
        quotes += 1
      }
    }
    let words = Double(max(1, count))
    out.take(.capitals, Self.share(Double(capitals) / words) * 5 + coarse)
    if shouted * 2 > count { out.take(.shouting, coarse) }
    out.take(.figures, Self.share(Double(figures) / words) * 5 + coarse)
    if isPersonal { out.take(.person, coarse) }
    out.take(.opening, (opening(block) * 2 + (quotes > 1 ? 1 : 0)) * 5 + coarse)
  }

  /// With what a block begins: a quotation mark, another mark, a figure, a small letter, a capital.
  private func opening(_ block: Block) -> Int {
    guard let token = block.words.tokens.first else { return 0 }
    if token.flags.contains(.quoteMark) { return 1 }
    if token.kind == .mark { return 2 }
    if token.kind == .number { return 3 }
    return token.flags.contains(.capital) ? 0 : 4
  }

  private static let prose = WordHash.of("(prose)")
  private static let you = WordHash.of("you")
  private static let your = WordHash.of("your")

  private func tellCopies<R: PropertyReceiver>(_ index: Int, _ out: inout R) {
    let block = blocks[index]
    let coarse = Self.coarse(block.wordCount)
    if titleWords.count >= 3, block.wordCount > 0 {
      let shared = block.words.tokens.reduce(0) {
        let isLikely = $1.isWord && titleBits & 1 << UInt64($1.hash & 63) != 0
        return $0 + (isLikely && titleWords.contains($1.hash) ? 1 : 0)
      }
      out.take(.title, Self.share(Double(shared) / Double(block.wordCount)) * 5 + coarse)
    }
    if body.count > 300 {
      let letters = Self.letters(block.text.utf8, most: 60)
      let isThere = !letters.isEmpty && WordHash.contains(body, letters)
      out.take(.data, (isThere ? 1 : 0) * 5 + coarse)
    }
    if let first = copies.first(like: inside[index]) {
      out.take(.twice, (first == inside[index] ? 0 : 1) * 5 + coarse)
    }
  }
}
