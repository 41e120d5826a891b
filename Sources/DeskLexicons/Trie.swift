import DeskText

/// The entries of some lists as paths of a trie over words' numbers, while it is being built.
struct Trie: Sendable {
  struct Node: Sendable {
    /// The first of the entries that end here; -1 where none does.
    var accept: Int32 = -1
    var edges: Edges = []
  }

  /// What kinds of edges leave a node.
  struct Edges: OptionSet, Sendable {
    let rawValue: UInt8
    static let word = Edges(rawValue: 1)
    static let beginning = Edges(rawValue: 2)
    static let glob = Edges(rawValue: 4)
    static let any = Edges(rawValue: 8)
  }

  /// An entry that ends at a node.
  struct Accept: Sendable {
    var lexicon: Int32
    var entry: Int32
    /// The number of its conditions among `conditions`; -1 where it has none.
    var conditions: Int32
    /// The next entry that ends at the same node; -1 behind the last.
    var next: Int32
  }

  /// The symbol of any word.
  static let anyWord: Int32 = 0

  var vocabulary: Vocabulary
  var beginnings = Beginnings()
  var globs = Globs()
  var nodes: [Node] = [Node()]
  var edges: EdgeTable
  var accepts: [Accept] = []
  var conditions: [[Condition]] = []
  /// By a symbol, the groups of the entries that begin with it.
  var groups: [UInt8] = [0]
  /// The hashes of the words that begin an entry; some stand in it twice.
  var firstHashes: [UInt32] = []
  /// The edges of words behind the first one of a phrase, by the words' hashes.
  var wordEdges: [(node: Int32, hash: UInt32)] = []
  /// The groups of entries that begin with a beginning of a word, a glob, or any word.
  var groupsOfBeginnings: UInt8 = 0
  var groupsOfGlobs: UInt8 = 0
  var groupsOfAny: UInt8 = 0

  /// - Parameter count: about how many entries will come.
  init(expecting count: Int) {
    vocabulary = Vocabulary(expecting: count * 2)
    edges = EdgeTable(expecting: count * 4)
    nodes.reserveCapacity(count * 4)
    accepts.reserveCapacity(count * 2)
  }

  /// Adds one entry of a list.
  mutating func add(
    _ pattern: Patterns.Index, of patterns: Patterns, groups: UInt8, lexicon: Int, entry: Int,
    conditions: [Condition]
  ) {
    var number: Int32 = -1
    if !conditions.isEmpty {
      number = Int32(self.conditions.count)
      self.conditions.append(conditions)
    }
    add(
      patterns.elements(of: pattern), of: patterns, behind: 0, hasWord: false, groups,
      Accept(lexicon: Int32(lexicon), entry: Int32(entry), conditions: number, next: -1))
  }

  /// Adds the elements of a pattern from one on, behind a node; each alternative is a branch, so
  /// that what forms share is stored and walked once.
  private mutating func add(
    _ elements: Range<Int>, of patterns: Patterns, behind node: Int, hasWord: Bool, _ groups: UInt8,
    _ accept: Accept
  ) {
    guard let element = elements.first else {
      if hasWord { add(accept, at: node) }
      return
    }
    for alternative in patterns.alternatives(of: element) {
      var end = node
      var isWord = hasWord
      for index in patterns.atoms(of: alternative) {
        let atom = patterns.atoms[index]
        end = add(atom, of: patterns, behind: end, groups)
        if atom.kind != .any { isWord = true }
      }
      add(elements.dropFirst(), of: patterns, behind: end, hasWord: isWord, groups, accept)
    }
  }

  private mutating func add(_ accept: Accept, at node: Int) {
    var accept = accept
    accept.next = nodes[node].accept
    // Optional parts may spell one sequence twice.
    var index = accept.next
    while index >= 0 {
      let known = accepts[Int(index)]
      if known.lexicon == accept.lexicon, known.entry == accept.entry { return }
      index = known.next
    }
    nodes[node].accept = Int32(accepts.count)
    accepts.append(accept)
  }

  private mutating func add(
    _ atom: Patterns.Atom, of patterns: Patterns, behind node: Int, _ groups: UInt8
  ) -> Int {
    switch atom.kind {
    case .word:
      let symbol = patterns.withLetters(of: atom) { vocabulary.add($0, hash: atom.hash) }
      if node == 0 { begin(symbol, atom.hash, groups) }
      let known = nodes.count
      let next = step(from: node, symbol, .word)
      if node > 0, nodes.count > known { wordEdges.append((Int32(node), atom.hash)) }
      return next
    case .beginning:
      let symbol = patterns.withLetters(of: atom) { letters in
        beginnings.add(letters) { vocabulary.addSymbol() }
      }
      if node == 0 { groupsOfBeginnings |= groups }
      return step(from: node, symbol, .beginning)
    case .glob:
      let symbol = globs.add(patterns.glob(of: atom)) { vocabulary.addSymbol() }
      if node == 0 { groupsOfGlobs |= groups }
      return step(from: node, symbol, .glob)
    case .any:
      if node == 0 { groupsOfAny |= groups }
      return step(from: node, Self.anyWord, .any)
    }
  }

  private mutating func begin(_ symbol: Int32, _ hash: UInt32, _ groups: UInt8) {
    let missing = Int(symbol) + 1 - self.groups.count
    if missing > 0 { self.groups.append(contentsOf: repeatElement(0, count: missing)) }
    if self.groups[Int(symbol)] == 0 { firstHashes.append(hash) }
    self.groups[Int(symbol)] |= groups
  }

  private mutating func step(from node: Int, _ symbol: Int32, _ kind: Edges) -> Int {
    let (next, isNew) = edges.add(Int32(node), symbol, Int32(nodes.count))
    if isNew {
      nodes[node].edges.insert(kind)
      nodes.append(Node())
    }
    return Int(next)
  }
}

/// The edges of the trie: (node, symbol) to node, in one open-addressed table.
struct EdgeTable: Sendable {
  struct Slot: Sendable {
    var node: Int32 = -1
    var symbol: Int32 = 0
    var next: Int32 = 0
  }

  private(set) var slots: [Slot]
  private var count = 0

  /// - Parameter count: about how many edges will come.
  init(expecting count: Int) {
    var size = 1024
    while size < count * 2 { size *= 2 }
    slots = Array(repeating: Slot(), count: size)
  }

  @inline(__always)
  static func slot(_ node: Int32, _ symbol: Int32, _ mask: Int) -> Int {
    let key = UInt64(UInt32(bitPattern: node)) << 32 | UInt64(UInt32(bitPattern: symbol))
    return Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 32) & mask
  }

  /// The node behind an edge; a new one's is `new`.
  mutating func add(_ node: Int32, _ symbol: Int32, _ new: Int32) -> (next: Int32, isNew: Bool) {
    var slot = Self.slot(node, symbol, slots.count - 1)
    while slots[slot].node >= 0 {
      if slots[slot].node == node, slots[slot].symbol == symbol { return (slots[slot].next, false) }
      slot = (slot + 1) & (slots.count - 1)
    }
    slots[slot] = Slot(node: node, symbol: symbol, next: new)
    count += 1
    if count * 2 > slots.count { grow() }
    return (new, true)
  }

  private mutating func grow() {
    var wider = [Slot](repeating: Slot(), count: slots.count * 2)
    for old in slots where old.node >= 0 {
      var slot = Self.slot(old.node, old.symbol, wider.count - 1)
      while wider[slot].node >= 0 { slot = (slot + 1) & (wider.count - 1) }
      wider[slot] = old
    }
    slots = wider
  }
}
