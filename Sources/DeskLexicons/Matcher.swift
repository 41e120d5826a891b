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
  private var nodes: [Node] = [Node()]
  private var edges = EdgeTable()

  private struct Node: Sendable {
    var accepts: [(lexicon: Int32, entry: Int32)] = []
    var hasAnyEdge = false
    var hasEdges = false
    /// Whether one of `accepts` has conditions.
    var hasConditions = false
    /// How many tokens lead here.
    var depth = 0
  }

  private static let anyWord: Int32 = 0
  /// By a word's number, whether an entry begins with it; most words of a text begin none.
  private var beginsEntry: [Bool] = []

  /// The most tokens that an entry has.
  private var longest = 0

  /// Compiles the entries that are wanted; matches name lexicons by their place in this list.
  public init(_ lexicons: [Lexicon], taking isWanted: (Lexicon.Entry) -> Bool = { _ in true }) {
    self.lexicons = lexicons
    for (number, lexicon) in lexicons.enumerated() {
      for (index, entry) in lexicon.entries.enumerated() where isWanted(entry) {
        add(
          entry.shape.elements[...], behind: 0, hasWord: false,
          accept: (Int32(number), Int32(index)))
      }
    }
    longest = nodes.reduce(0) { max($0, $1.depth) }
    beginsEntry = (0...vocabulary.symbolCount).map { edges.find(0, Int32($0)) != nil }
  }

  /// Adds the elements of a pattern from one on, behind a node; each alternative is a branch, so
  /// that what forms share is stored and walked once.
  private mutating func add(
    _ elements: ArraySlice<[Pattern.Sequence]>, behind node: Int, hasWord: Bool,
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
      for atom in alternative { end = add(atom, behind: end) }
      add(
        elements.dropFirst(), behind: end,
        hasWord: hasWord || alternative.contains { $0 != .any }, accept: accept)
    }
  }

  private mutating func add(_ atom: Pattern.Atom, behind node: Int) -> Int {
    switch atom {
    case .word(let folded): return step(from: node, vocabulary.add(folded))
    case .prefix(let folded):
      return step(from: node, prefixes.add(folded, symbol: vocabulary.addSymbol()))
    case .any:
      nodes[node].hasAnyEdge = true
      return step(from: node, Self.anyWord)
    }
  }

  private mutating func step(from node: Int, _ symbol: Int32) -> Int {
    if let next = edges.find(node, symbol) { return Int(next) }
    nodes[node].hasEdges = true
    nodes.append(Node(depth: nodes[node].depth + 1))
    edges.insert(node, symbol, Int32(nodes.count - 1))
    return nodes.count - 1
  }

  /// Every place where an entry stands and its conditions hold, by start, the longest first.
  ///
  /// Matches overlap; `longest(_:)` picks those that count.
  ///
  /// `last` is the last token with which a match may begin.
  public func matches(in words: Words, beginningUpTo last: Int = .max) -> [Match] {
    var out: [Match] = []
    guard !words.tokens.isEmpty else { return out }
    words.text.utf8.withUnsafeBufferPointer { bytes in
      words.tokens.withUnsafeBufferPointer { tokens in
        let starts = 0...min(last, tokens.count - 1)
        var symbols = [Int32](repeating: -1, count: tokens.count)
        for index in 0..<min(tokens.count, starts.upperBound + longest) {
          let token = tokens[index]
          symbols[index] = vocabulary.find(
            token.hash, UnsafeBufferPointer(rebasing: bytes[token.start..<token.end]))
        }
        for start in starts where canBegin(symbols[start], tokens[start], bytes) {
          walk(start, start, 0, symbols, tokens, bytes, words, &out)
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

  /// Whether an entry may begin with a token.
  @inline(__always)
  private func canBegin(
    _ symbol: Int32, _ token: Token, _ bytes: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    if symbol > 0, beginsEntry[Int(symbol)] { return true }
    if nodes[0].hasAnyEdge { return true }
    return token.kind == .word && prefixes.mayBegin(bytes, token.start, token.end)
  }

  private func conditionsHold(
    _ accept: (lexicon: Int32, entry: Int32), _ words: Words, _ extent: Extent<Unit.Token>
  ) -> Bool {
    lexicons[Int(accept.lexicon)].entries[Int(accept.entry)].conditions
      .allSatisfy { $0.holds(words, extent) }
  }

  private func walk(
    _ start: Int, _ at: Int, _ node: Int, _ symbols: [Int32],
    _ tokens: UnsafeBufferPointer<Token>, _ bytes: UnsafeBufferPointer<UInt8>, _ words: Words,
    _ out: inout [Match]
  ) {
    if node > 0 {
      let extent = Extent<Unit.Token>(start, at)
      for accept in nodes[node].accepts {
        if !nodes[node].hasConditions || conditionsHold(accept, words, extent) {
          out.append(
            Match(lexicon: Int(accept.lexicon), entry: Int(accept.entry), tokens: extent))
        }
      }
    }
    guard at < tokens.count, nodes[node].hasEdges else { return }
    let token = tokens[at]
    if at > start, !token.flags.isDisjoint(with: [.sentenceStart, .paragraphStart]) { return }
    if symbols[at] > 0, let next = edges.find(node, symbols[at]) {
      walk(start, at + 1, Int(next), symbols, tokens, bytes, words, &out)
    }
    if token.kind == .word {
      let slice = UnsafeBufferPointer(rebasing: bytes[token.start..<token.end])
      prefixes.forEach(slice) { symbol in
        if let next = edges.find(node, symbol) {
          walk(start, at + 1, Int(next), symbols, tokens, bytes, words, &out)
        }
      }
    }
    if nodes[node].hasAnyEdge, token.kind != .mark || isPossessive(token, bytes),
      let next = edges.find(node, Self.anyWord)
    {
      walk(start, at + 1, Int(next), symbols, tokens, bytes, words, &out)
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

/// Folded words and their numbers, from 1.
private struct Vocabulary: Sendable {
  private var slots: [Int32] = Array(repeating: -1, count: 1024)
  private var hashes: [UInt32] = []
  private var words: [[UInt8]] = []
  private var symbols: [Int32] = []
  private var lastSymbol: Int32 = 0

  /// The highest number that a word has.
  var symbolCount: Int { Int(lastSymbol) }

  mutating func addSymbol() -> Int32 {
    lastSymbol += 1
    return lastSymbol
  }

  mutating func add(_ folded: [UInt8]) -> Int32 {
    let hash = Folding.hash(folded: folded)
    var slot = Int(hash) & (slots.count - 1)
    while slots[slot] >= 0 {
      let index = Int(slots[slot])
      if hashes[index] == hash, words[index] == folded { return symbols[index] }
      slot = (slot + 1) & (slots.count - 1)
    }
    slots[slot] = Int32(words.count)
    hashes.append(hash)
    words.append(folded)
    symbols.append(addSymbol())
    if words.count * 2 > slots.count { grow() }
    return symbols[symbols.count - 1]
  }

  private mutating func grow() {
    var wider = [Int32](repeating: -1, count: slots.count * 2)
    for (index, hash) in hashes.enumerated() {
      var slot = Int(hash) & (wider.count - 1)
      while wider[slot] >= 0 { slot = (slot + 1) & (wider.count - 1) }
      wider[slot] = Int32(index)
    }
    slots = wider
  }

  func find(_ hash: UInt32, _ bytes: UnsafeBufferPointer<UInt8>) -> Int32 {
    var slot = Int(hash) & (slots.count - 1)
    while slots[slot] >= 0 {
      let index = Int(slots[slot])
      if hashes[index] == hash, Folding.equal(bytes, folded: words[index]) {
        return symbols[index]
      }
      slot = (slot + 1) & (slots.count - 1)
    }
    return -1
  }
}

/// Beginnings of words, by their first three bytes.
private struct Prefixes: Sendable {
  private var lists: [UInt32: [(folded: [UInt8], symbol: Int32)]] = [:]
  private var bits = [UInt64](repeating: 0, count: 1024)

  private static func key(_ a: UInt8, _ b: UInt8, _ c: UInt8) -> UInt32 {
    UInt32(a) << 16 | UInt32(b) << 8 | UInt32(c)
  }

  /// Adds a beginning and returns its symbol, the old one if it was there.
  mutating func add(_ folded: [UInt8], symbol: Int32) -> Int32 {
    let key = Self.key(folded[0], folded[1], folded[2])
    if let known = lists[key]?.first(where: { $0.folded == folded }) { return known.symbol }
    lists[key, default: []].append((folded, symbol))
    let bit = Int(folded[0]) << 8 | Int(folded[1])
    bits[bit >> 6] |= 1 << UInt64(bit & 63)
    return symbol
  }

  /// Whether a beginning has the first two letters of the word at these places.
  @inline(__always)
  func mayBegin(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> Bool {
    guard end - start >= 3 else { return false }
    let bit =
      Int(Folding.lowerASCII(bytes[start])) << 8 | Int(Folding.lowerASCII(bytes[start + 1]))
    return bits[bit >> 6] & (1 << UInt64(bit & 63)) != 0
  }

  /// Calls `body` with the symbol of each beginning that a word has.
  @inline(__always)
  func forEach(_ bytes: UnsafeBufferPointer<UInt8>, _ body: (Int32) -> Void) {
    guard bytes.count >= 3 else { return }
    let a = Folding.lowerASCII(bytes[0])
    let b = Folding.lowerASCII(bytes[1])
    let bit = Int(a) << 8 | Int(b)
    guard bits[bit >> 6] & (1 << UInt64(bit & 63)) != 0 else { return }
    guard let list = lists[Self.key(a, b, Folding.lowerASCII(bytes[2]))] else { return }
    let folded = Folding.folded(bytes)
    for item in list where folded.starts(with: item.folded) { body(item.symbol) }
  }
}

/// The edges of the trie: (node, symbol) to node, in one open-addressed table.
private struct EdgeTable: Sendable {
  private var keys = [UInt64](repeating: .max, count: 4096)
  private var values = [Int32](repeating: 0, count: 4096)
  private var count = 0

  @inline(__always)
  private static func key(_ node: Int, _ symbol: Int32) -> UInt64 {
    UInt64(UInt32(truncatingIfNeeded: node)) << 32 | UInt64(UInt32(bitPattern: symbol))
  }

  @inline(__always)
  private static func slot(_ key: UInt64, _ mask: Int) -> Int {
    Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 29) & mask
  }

  @inline(__always)
  func find(_ node: Int, _ symbol: Int32) -> Int32? {
    let key = Self.key(node, symbol)
    var slot = Self.slot(key, keys.count - 1)
    while keys[slot] != .max {
      if keys[slot] == key { return values[slot] }
      slot = (slot + 1) & (keys.count - 1)
    }
    return nil
  }

  mutating func insert(_ node: Int, _ symbol: Int32, _ value: Int32) {
    if count * 2 >= keys.count { grow() }
    place(Self.key(node, symbol), value)
    count += 1
  }

  private mutating func place(_ key: UInt64, _ value: Int32) {
    var slot = Self.slot(key, keys.count - 1)
    while keys[slot] != .max { slot = (slot + 1) & (keys.count - 1) }
    keys[slot] = key
    values[slot] = value
  }

  private mutating func grow() {
    let old = zip(keys, values).filter { $0.0 != .max }
    keys = Array(repeating: .max, count: keys.count * 2)
    values = Array(repeating: 0, count: keys.count)
    for (key, value) in old { place(key, value) }
  }
}
