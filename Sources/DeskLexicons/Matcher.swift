public import DeskText

/// Where an entry of a lexicon stands in a text.
public struct Match: Hashable, Sendable {
  /// The lexicon's number among those that the matcher was made of.
  public var lexicon: Int
  /// The entry's number in that lexicon.
  public var entry: Int
  public var tokens: Extent<Unit.Token>

  public init(lexicon: Int, entry: Int, tokens: Extent<Unit.Token>) {
    self.lexicon = lexicon
    self.entry = entry
    self.tokens = tokens
  }
}

extension Match: Comparable {
  /// By place, the longest first of those that begin together; then as the lexicons stand.
  public static func < (a: Match, b: Match) -> Bool {
    a.tokens != b.tokens ? a.tokens < b.tokens : (a.lexicon, a.entry) < (b.lexicon, b.entry)
  }
}

/// All entries of some lexicons in one structure, found in one pass over a text's tokens.
///
/// Words become numbers by a hash table that the tokens' own hashes address; phrases are paths of a
/// trie over these numbers. The cost grows with the text, hardly with the number of entries.
public struct Matcher: Sendable {
  public let lexicons: [Lexicon]
  private var vocabulary = Vocabulary()
  private var prefixes = Prefixes()
  private var globs = Globs()
  private var nodes: [Node] = [Node()]
  private var edges = EdgeTable()

  private struct Node: Sendable {
    var accepts: [(lexicon: Int32, entry: Int32)] = []
    var hasAnyEdge = false
    var hasEdges = false
    /// Whether one of `accepts` has conditions.
    var hasConditions = false
  }

  private static let anyWord: Int32 = 0
  /// By a word's number, the groups of the entries that begin with it; most words begin none.
  private var beginsEntry: [UInt8] = []
  /// By the lower bits of words' hashes, the groups of the entries that begin with one of them: tells
  /// of most words at once that they begin none.
  private var beginsWithHash = [UInt8](repeating: 0, count: 1 << 13)
  /// The groups of entries that begin with any word, or with the beginning of a word.
  private var beginsWithAny: UInt8 = 0
  private var beginsWithPrefix: UInt8 = 0
  private var beginsWithGlob: UInt8 = 0

  @inline(__always)
  private static func slot(_ hash: UInt32) -> Int { Int(hash & (1 << 13 - 1)) }

  /// Compiles all entries; matches name lexicons by their place in this list.
  ///
  /// Each entry belongs to the groups whose bits are set for it, and `matches` may leave groups out.
  public init(_ lexicons: [Lexicon], groups: (Lexicon.Entry) -> UInt8 = { _ in 1 }) {
    self.lexicons = lexicons
    for (number, lexicon) in lexicons.enumerated() {
      for (index, entry) in lexicon.entries.enumerated() {
        add(
          entry.shape.elements[...], behind: 0, hasWord: false, groups(entry),
          accept: (Int32(number), Int32(index)))
      }
    }
  }

  /// Adds the elements of a pattern from one on, behind a node; each alternative is a branch, so
  /// that what forms share is stored and walked once.
  private mutating func add(
    _ elements: ArraySlice<[Pattern.Sequence]>, behind node: Int, hasWord: Bool, _ groups: UInt8,
    accept: (lexicon: Int32, entry: Int32)
  ) {
    guard let alternatives = elements.first else {
      // Optional parts may spell one sequence twice.
      if hasWord, !nodes[node].accepts.contains(where: { $0 == accept }) {
        nodes[node].accepts.append(accept)
        let entry = lexicons[Int(accept.lexicon)].entries[Int(accept.entry)]
        if !entry.conditions.isEmpty { nodes[node].hasConditions = true }
      }
      return
    }
    for alternative in alternatives {
      var end = node
      for atom in alternative { end = add(atom, behind: end, groups) }
      add(
        elements.dropFirst(), behind: end,
        hasWord: hasWord || alternative.contains { $0 != .any }, groups, accept: accept)
    }
  }

  private mutating func add(_ atom: Pattern.Atom, behind node: Int, _ groups: UInt8) -> Int {
    switch atom {
    case .word(let folded):
      let symbol = vocabulary.add(folded)
      if node == 0 {
        let missing = Int(symbol) + 1 - beginsEntry.count
        if missing > 0 { beginsEntry += Array(repeating: 0, count: missing) }
        beginsEntry[Int(symbol)] |= groups
        beginsWithHash[Self.slot(Folding.hash(folded: folded))] |= groups
      }
      return step(from: node, symbol)
    case .prefix(let folded):
      if node == 0 { beginsWithPrefix |= groups }
      return step(from: node, prefixes.add(folded, symbol: vocabulary.addSymbol()))
    case .glob(let glob):
      if node == 0 { beginsWithGlob |= groups }
      return step(from: node, globs.add(glob) { vocabulary.addSymbol() })
    case .any:
      if node == 0 { beginsWithAny |= groups }
      nodes[node].hasAnyEdge = true
      return step(from: node, Self.anyWord)
    }
  }

  private mutating func step(from node: Int, _ symbol: Int32) -> Int {
    if let next = edges.find(node, symbol) { return Int(next) }
    nodes[node].hasEdges = true
    nodes.append(Node())
    edges.insert(node, symbol, Int32(nodes.count - 1))
    return nodes.count - 1
  }

  /// Every place where an entry stands and its conditions hold, by start, the longest first.
  ///
  /// Matches overlap; `longest(_:)` picks those that count.
  ///
  /// Groups that are not in `groups` may be missing; those in `atFirst` are looked for up to the
  /// token `last` and no further.
  public func matches(
    in words: Words, groups: UInt8 = .max, atFirst: UInt8 = 0, upTo last: Int = -1
  ) -> [Match] {
    var out: [Match] = []
    guard !words.tokens.isEmpty, groups | atFirst != 0 else { return out }
    words.text.utf8.withUnsafeBufferPointer { bytes in
      words.tokens.withUnsafeBufferPointer { tokens in
        withUnsafeTemporaryAllocation(of: Int32.self, capacity: tokens.count) { symbols in
          symbols.initialize(repeating: Self.unknown)
          let text = Walked(words: words, bytes: bytes, tokens: tokens, symbols: symbols)
          for start in tokens.indices {
            let wanted = start <= last ? groups | atFirst : groups
            if wanted == 0 { break }
            if canBegin(start, wanted, text) { walk(start, start, 0, text, &out) }
          }
        }
      }
    }
    guard out.count > 1 else { return out }
    out.sort()
    // An entry whose optional parts fit in two ways is still one match.
    var last: Match?
    return out.filter { match in
      defer { last = match }
      return match != last
    }
  }

  /// A text on its way through the trie.
  private struct Walked {
    let words: Words
    let bytes: UnsafeBufferPointer<UInt8>
    let tokens: UnsafeBufferPointer<Token>
    /// The words' numbers as far as anybody asked for them.
    let symbols: UnsafeMutableBufferPointer<Int32>

    @inline(__always)
    func letters(_ index: Int) -> UnsafeBufferPointer<UInt8> {
      UnsafeBufferPointer(rebasing: bytes[tokens[index].start..<tokens[index].end])
    }
  }

  /// The number of a word that was not looked up yet.
  private static let unknown: Int32 = -2

  @inline(__always)
  private func symbol(_ index: Int, _ text: Walked) -> Int32 {
    let known = text.symbols[index]
    if known != Self.unknown { return known }
    let symbol = vocabulary.find(text.tokens[index].hash, text.letters(index))
    text.symbols[index] = symbol
    return symbol
  }

  /// Whether an entry of some groups may begin with a token.
  @inline(__always)
  private func canBegin(_ index: Int, _ groups: UInt8, _ text: Walked) -> Bool {
    let token = text.tokens[index]
    if beginsWithHash[Self.slot(token.hash)] & groups != 0 {
      let symbol = Int(symbol(index, text))
      if symbol > 0, symbol < beginsEntry.count, beginsEntry[symbol] & groups != 0 { return true }
    }
    if beginsWithAny & groups != 0 { return true }
    if beginsWithGlob & groups != 0, globs.mayBegin(text.bytes[token.start]) { return true }
    return beginsWithPrefix & groups != 0 && token.kind == .word
      && prefixes.mayBegin(text.bytes, token.start, token.end)
  }

  private func conditionsHold(
    _ accept: (lexicon: Int32, entry: Int32), _ words: Words, _ extent: Extent<Unit.Token>
  ) -> Bool {
    lexicons[Int(accept.lexicon)].entries[Int(accept.entry)].conditions
      .allSatisfy { $0.holds(words, extent) }
  }

  private func walk(
    _ start: Int, _ at: Int, _ node: Int, _ text: Walked, _ out: inout [Match]
  ) {
    if node > 0 {
      let extent = Extent<Unit.Token>(start, at)
      for accept in nodes[node].accepts {
        if !nodes[node].hasConditions || conditionsHold(accept, text.words, extent) {
          out.append(
            Match(lexicon: Int(accept.lexicon), entry: Int(accept.entry), tokens: extent))
        }
      }
    }
    guard at < text.tokens.count, nodes[node].hasEdges else { return }
    let token = text.tokens[at]
    if at > start, !token.flags.isDisjoint(with: [.sentenceStart, .paragraphStart]) { return }
    let symbol = symbol(at, text)
    if symbol > 0, let next = edges.find(node, symbol) {
      walk(start, at + 1, Int(next), text, &out)
    }
    if token.kind == .word {
      prefixes.forEach(text.letters(at)) { symbol in
        if let next = edges.find(node, symbol) { walk(start, at + 1, Int(next), text, &out) }
      }
    }
    if !globs.isEmpty {
      globs.forEach(text.letters(at), isWord: token.isWord) { symbol in
        if let next = edges.find(node, symbol) { walk(start, at + 1, Int(next), text, &out) }
      }
    }
    if nodes[node].hasAnyEdge, token.kind != .mark || isPossessive(token, text.bytes),
      let next = edges.find(node, Self.anyWord)
    {
      walk(start, at + 1, Int(next), text, &out)
    }
  }

  /// An apostrophe right behind a word, as in "the fighters’ toll", does not end a gap.
  @inline(__always)
  private func isPossessive(_ token: Token, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard token.flags.isDisjoint(with: [.spaceBefore, .quoteMark]) else { return false }
    return bytes[token.start] == 0x27
      || (token.end - token.start == 3 && bytes[token.start] == 0xE2
        && bytes[token.start + 1] == 0x80 && bytes[token.start + 2] == 0x99)
  }

  /// Of overlapping matches the leftmost, and of those the longest; one entry a place.
  ///
  /// Takes them sorted as `matches(in:)` gives them.
  public static func longest(_ matches: [Match]) -> [Match] {
    var out: [Match] = []
    var end = 0
    for match in matches where match.tokens.start >= end {
      out.append(match)
      end = match.tokens.end
    }
    return out
  }
}
