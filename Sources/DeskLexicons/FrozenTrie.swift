import DeskText

/// A finished trie, laid out for being walked.
///
/// Its tables are memory that is written once, when it is made, and only read from then on, by any
/// thread: the walk over a text is the hottest loop of the program, and there arrays would count
/// references and check bounds at every step.
final class FrozenTrie: @unchecked Sendable {
  private let nodes: UnsafeMutableBufferPointer<Node>
  /// The nodes that are reached from others without a word, one node's after another's.
  private let passages: UnsafeMutableBufferPointer<Int32>
  private let accepts: UnsafeMutableBufferPointer<Trie.Accept>
  private let edges: UnsafeMutableBufferPointer<EdgeTable.Slot>
  private let slots: UnsafeMutableBufferPointer<Vocabulary.Slot>
  private let words: UnsafeMutableBufferPointer<Vocabulary.Word>
  private let letters: UnsafeMutableBufferPointer<UInt8>
  /// By a word's number, what begins with it.
  private let openings: UnsafeMutableBufferPointer<Opening>
  /// Bits by words' hashes, set where an entry begins with such a word: tells of most words at once
  /// that they begin none.
  private let firsts: UnsafeMutableBufferPointer<UInt64>
  /// Bits by nodes and the hashes of words behind them or behind what they lead to: tells of most
  /// words that follow the first one of a phrase that they do not go on with it, before anybody looks
  /// for their numbers.
  private let followers: UnsafeMutableBufferPointer<UInt64>
  private let beginnings: Beginnings
  private let globs: Globs
  private let conditions: [[Condition]]
  /// Whether entries begin with more than words.
  private let hasRootBesideWords: Bool
  private let groupsOfBeginnings: UInt8
  private let groupsOfGlobs: UInt8
  private let groupsOfAny: UInt8

  private struct Node {
    /// The first of the entries that end here; -1 where none does.
    var accept: Int32
    /// Its passages: those from `passage` up to `always` lead to the end of an entry or to something
    /// that is no word, those up to `end` only to words.
    var passage: Int32
    var always: Int32
    var end: Int32
    var edges: Trie.Edges
  }

  private struct Opening {
    /// The node behind the word; -1 where only others begin with it, behind what may be left out.
    var node: Int32
    /// The groups of the entries that begin with the word.
    var groups: UInt8
  }

  /// The number of a word that was not looked up yet.
  static let unknown: Int32 = -2

  init(_ trie: Trie) {
    func frozen<T>(_ values: [T]) -> UnsafeMutableBufferPointer<T> {
      let buffer = UnsafeMutableBufferPointer<T>.allocate(capacity: values.count)
      _ = buffer.initialize(from: values)
      return buffer
    }
    let ways = TrieWays(trie)
    nodes = frozen(
      trie.nodes.indices.map { number in
        let node = trie.nodes[number]
        let ends = ways.ends[number]
        return Node(
          accept: node.accept, passage: number > 0 ? ways.ends[number - 1].all : 0,
          always: ends.always, end: ends.all, edges: node.edges)
      })
    passages = frozen(ways.passages)
    accepts = frozen(trie.accepts)
    edges = frozen(trie.edges.slots)
    slots = frozen(trie.vocabulary.slots)
    words = frozen(trie.vocabulary.words)
    letters = frozen(trie.vocabulary.letters)
    openings = frozen(
      (0...trie.vocabulary.words.count).map { symbol in
        Opening(
          node: symbol > 0 ? trie.edges.find(0, Int32(symbol)) ?? -1 : -1,
          groups: symbol < trie.groups.count ? trie.groups[symbol] : 0)
      })
    let root = nodes[0]
    hasRootBesideWords = root.end > root.passage || !root.edges.isSubset(of: .word)
    // At one bit in sixteen few other words seem to begin an entry.
    var bits = 1 << 12
    while bits < trie.firstHashes.count * 16 { bits *= 2 }
    firsts = frozen([UInt64](repeating: 0, count: bits / 64))
    for hash in trie.firstHashes {
      let bit = Int(hash) & (bits - 1)
      firsts[bit >> 6] |= 1 << UInt64(bit & 63)
    }
    bits = 1 << 12
    while bits < ways.followers.count * 16 { bits *= 2 }
    followers = frozen([UInt64](repeating: 0, count: bits / 64))
    for edge in ways.followers {
      let bit = Self.bit(edge.node, edge.hash, bits)
      followers[bit >> 6] |= 1 << UInt64(bit & 63)
    }
    beginnings = trie.beginnings
    globs = trie.globs
    conditions = trie.conditions
    groupsOfBeginnings = trie.groupsOfBeginnings
    groupsOfGlobs = trie.groupsOfGlobs
    groupsOfAny = trie.groupsOfAny
  }

  deinit {
    nodes.deallocate()
    passages.deallocate()
    accepts.deallocate()
    edges.deallocate()
    slots.deallocate()
    words.deallocate()
    letters.deallocate()
    openings.deallocate()
    firsts.deallocate()
    followers.deallocate()
  }

  @inline(__always)
  private static func bit(_ node: Int32, _ hash: UInt32, _ count: Int) -> Int {
    let mixed = (UInt32(bitPattern: node) &* 0x9E37_79B1) ^ hash
    return Int(mixed ^ mixed >> 15) & (count &- 1)
  }

  /// Whether a word with this hash may follow a node.
  @inline(__always)
  private func mayFollow(_ node: Int32, _ hash: UInt32) -> Bool {
    let bit = Self.bit(node, hash, followers.count &* 64)
    return followers[bit >> 6] & (1 << UInt64(bit & 63)) != 0
  }

  /// A text on its way through the trie.
  struct Walked {
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

  /// Whether an entry of some groups may begin with a token.
  @inline(__always)
  func canBegin(_ index: Int, _ wanted: UInt8, _ text: borrowing Walked) -> Bool {
    let hash = text.tokens[index].hash
    let bit = Int(hash) & (firsts.count &* 64 &- 1)
    if firsts[bit >> 6] & (1 << UInt64(bit & 63)) != 0 {
      let symbol = symbol(index, text)
      if symbol > 0, openings[Int(symbol)].groups & wanted != 0 { return true }
    }
    if groupsOfAny & wanted != 0 { return true }
    if groupsOfGlobs & wanted != 0, globs.mayBegin(text.bytes[text.tokens[index].start]) {
      return true
    }
    return groupsOfBeginnings & wanted != 0 && text.tokens[index].kind == .word
      && beginnings.mayBegin(text.letters(index))
  }

  /// The number of a token's word; -1 where no entry has it.
  @inline(__always)
  private func symbol(_ index: Int, _ text: borrowing Walked) -> Int32 {
    let known = text.symbols[index]
    if known != Self.unknown { return known }
    let symbol = find(text.tokens[index].hash, text.letters(index))
    text.symbols[index] = symbol
    return symbol
  }

  private func find(_ hash: UInt32, _ bytes: UnsafeBufferPointer<UInt8>) -> Int32 {
    let mask = slots.count - 1
    var slot = Int(hash) & mask
    while slots[slot].word >= 0 {
      if slots[slot].hash == hash {
        let number = slots[slot].word
        let word = words[Int(number)]
        let folded = UnsafeBufferPointer(
          rebasing: UnsafeBufferPointer(letters)[Int(word.start)..<Int(word.end)])
        if Folding.equal(bytes, folded: folded) { return number + 1 }
      }
      slot = (slot + 1) & mask
    }
    return -1
  }

  @inline(__always)
  private func next(_ node: Int32, _ symbol: Int32) -> Int32? {
    let mask = edges.count - 1
    var slot = EdgeTable.slot(node, symbol, mask)
    while edges[slot].node >= 0 {
      if edges[slot].node == node, edges[slot].symbol == symbol { return edges[slot].next }
      slot = (slot + 1) & mask
    }
    return nil
  }

  /// Adds the matches that begin at a token, in no order.
  @inline(__always)
  func walk(from start: Int, _ text: borrowing Walked, _ out: inout [Match]) {
    let symbol = symbol(start, text)
    if symbol > 0, openings[Int(symbol)].node >= 0 {
      step(start, start + 1, openings[Int(symbol)].node, text, &out)
    }
    if hasRootBesideWords { step(start, start, 0, text, &out) }
  }

  private func step(
    _ start: Int, _ at: Int, _ node: Int32, _ text: borrowing Walked, _ out: inout [Match]
  ) {
    let here = nodes[Int(node)]
    if here.accept >= 0 { take(here.accept, Extent(start, at), text, &out) }
    let token = text.tokens[min(at, text.tokens.count - 1)]
    let isOver =
      at == text.tokens.count
      || at > start && !token.flags.isDisjoint(with: [.sentenceStart, .paragraphStart])
    if here.passage < here.end {
      let end = isOver || !mayFollow(node, token.hash) ? here.always : here.end
      for passage in here.passage..<end { step(start, at, passages[Int(passage)], text, &out) }
    }
    guard !here.edges.isEmpty, !isOver else { return }
    if node > 0, here.edges.contains(.word), mayFollow(node, token.hash) {
      let symbol = symbol(at, text)
      if symbol > 0, let next = next(node, symbol) { step(start, at + 1, next, text, &out) }
    }
    if here.edges.contains(.beginning), token.kind == .word {
      beginnings.forEach(text.letters(at)) { symbol in
        if let next = next(node, symbol) { step(start, at + 1, next, text, &out) }
      }
    }
    if here.edges.contains(.glob) {
      globs.forEach(text.letters(at), isWord: token.isWord) { symbol in
        if let next = next(node, symbol) { step(start, at + 1, next, text, &out) }
      }
    }
    if here.edges.contains(.any), token.kind != .mark || isPossessive(token, text.bytes),
      let next = next(node, Trie.anyWord)
    {
      step(start, at + 1, next, text, &out)
    }
  }

  /// Adds the entries of a list of those that end together, as far as their conditions hold.
  private func take(
    _ first: Int32, _ extent: Extent<Unit.Token>, _ text: borrowing Walked, _ out: inout [Match]
  ) {
    var index = first
    while index >= 0 {
      let accept = accepts[Int(index)]
      if accept.conditions < 0
        || conditions[Int(accept.conditions)].allSatisfy({ $0.holds(text.words, extent) })
      {
        out.append(
          Match(lexicon: Int(accept.lexicon), entry: Int(accept.entry), tokens: extent))
      }
      index = accept.next
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
}
