import DeskText

/// A finished trie, laid out for being walked.
///
/// Its tables are memory that is written once, when it is made, and only read from then on, by any
/// thread: the walk over a text is the hottest loop of the program, and there arrays would count
/// references and check bounds at every step.
final class FrozenTrie: @unchecked Sendable {
  let nodes: UnsafeMutableBufferPointer<Node>
  /// The nodes that are reached from others without a word, one node's after another's.
  let passages: UnsafeMutableBufferPointer<Int32>
  let accepts: UnsafeMutableBufferPointer<Trie.Accept>
  let edges: UnsafeMutableBufferPointer<EdgeTable.Slot>
  /// Whose memory the edges are.
  let edgeTable: EdgeTable
  let words: FrozenWords
  /// Bits by words' hashes, set where an entry begins with such a word: tells of most words at once
  /// that they begin none.
  let firsts: UnsafeMutableBufferPointer<UInt64>
  /// Bits by nodes and the hashes of words behind them or behind what they lead to: tells of most
  /// words that follow the first one of a phrase that they do not go on with it, before anybody looks
  /// for their numbers.
  let followers: UnsafeMutableBufferPointer<UInt64>
  let beginnings: FrozenBeginnings
  let globs: Globs
  let conditions: [[Condition]]
  /// What entries begin with beside words, optional parts left out.
  let rootEdges: Trie.Edges
  let groupsOfBeginnings: UInt8
  let groupsOfGlobs: UInt8
  let groupsOfAny: UInt8
  /// The root and the nodes that it leads to without a word.
  let roots: [Int32]
  /// What threads have met so far.
  let seen = Spares { SeenTypes() }

  /// Half a line of the processor's cache.
  struct Node {
    /// The first of the entries that end here, most often the only one; -1 where none does.
    var entry: Int32
    /// The number of its conditions among `conditions`; -1 where it has none.
    var conditions: Int32
    /// The number of the next one among `accepts`; -1 where there is none.
    var nextAccept: Int32
    /// Its passages: those from `passage` up to `always` lead to the end of an entry or to something
    /// that is no word, those up to `end` only to words.
    var passage: Int32
    var always: Int32
    var end: Int32
    var lexicon: Int32
    var edges: Trie.Edges

    /// Whether an entry ends here, or behind more that may be left out.
    var mayEnd: Bool { entry >= 0 || passage < end }

    init(_ edges: Trie.Edges, passages: (first: Int32, always: Int32, end: Int32)) {
      (entry, conditions, nextAccept, lexicon) = (-1, -1, -1, 0)
      (passage, always, end) = passages
      self.edges = edges
    }
  }

  init(_ trie: Trie) {
    // Everything is written where it stays: a copy at start is memory that must be fetched twice.
    func frozen<T>(_ values: some Collection<T>) -> UnsafeMutableBufferPointer<T> {
      let buffer = UnsafeMutableBufferPointer<T>.allocate(capacity: values.count)
      _ = buffer.initialize(from: values)
      return buffer
    }
    let ways = TrieWays(trie)
    nodes = frozen(
      trie.nodes.indices.lazy.map { number in
        let node = trie.nodes[number]
        let ends = ways.ends[number]
        var frozen = Node(
          node.edges, passages: (number > 0 ? ways.ends[number - 1].all : 0, ends.always, ends.all))
        if node.accept >= 0 {
          let accept = trie.accepts[Int(node.accept)]
          (frozen.lexicon, frozen.entry) = (accept.lexicon, accept.entry)
          (frozen.conditions, frozen.nextAccept) = (accept.conditions, accept.next)
        }
        return frozen
      })
    passages = frozen(ways.passages)
    accepts = frozen(trie.accepts)
    edgeTable = trie.edges
    edges = edgeTable.slots
    words = FrozenWords(trie.vocabulary) { number in
      (
        trie.edges.find(0, number) ?? -1,
        Int(number) < trie.groups.count ? trie.groups[Int(number)] : 0
      )
    }
    rootEdges = ways.edgesOfRoot.subtracting(.word)
    // At one bit in sixteen few other words seem to begin an entry.
    var bits = 1 << 12
    while bits < trie.firstHashes.count * 16 { bits *= 2 }
    firsts = frozen(repeatElement(UInt64(0), count: bits / 64))
    for hash in trie.firstHashes {
      let bit = Int(hash) & (bits - 1)
      firsts[bit >> 6] |= 1 << UInt64(bit & 63)
    }
    bits = 1 << 12
    while bits < ways.followers.count * 16 { bits *= 2 }
    followers = frozen(repeatElement(UInt64(0), count: bits / 64))
    for edge in ways.followers {
      let bit = Self.bit(edge.node, edge.hash, bits)
      followers[bit >> 6] |= 1 << UInt64(bit & 63)
    }
    beginnings = FrozenBeginnings(trie.beginnings) { trie.edges.find(0, $0) ?? -1 }
    globs = trie.globs
    conditions = trie.conditions
    groupsOfBeginnings = trie.groupsOfBeginnings
    groupsOfGlobs = trie.groupsOfGlobs
    groupsOfAny = trie.groupsOfAny
    var roots: [Int32] = [0]
    var next = 0
    while next < roots.count {
      trie.forEachTarget(of: Int(roots[next])) { if !roots.contains($0) { roots.append($0) } }
      next += 1
    }
    self.roots = roots
  }

  deinit {
    nodes.deallocate()
    passages.deallocate()
    accepts.deallocate()
    words.deallocate()
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
  func mayFollow(_ node: Int32, _ hash: UInt32) -> Bool {
    let bit = Self.bit(node, hash, followers.count &* 64)
    return followers[bit >> 6] & (1 << UInt64(bit & 63)) != 0
  }
}
