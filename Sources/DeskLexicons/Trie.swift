import DeskText

/// The entries of some lists as paths over words' numbers, while they are being compiled.
///
/// Phrases share their beginnings, as in a trie. Where a pattern has a choice (`{say/v}`, `[a|b]?`,
/// `~3`), all alternatives lead on to one node, which every entry with the same choice in the same
/// place shares: the entries of a list take up as much room as they are written with, not as many
/// nodes as they have forms.
struct Trie: Sendable {
  struct Node: Sendable {
    /// The first of the entries that end here; -1 where none does.
    var accept: Int32 = -1
    /// The first of the nodes that are reached from here without a word; -1 where none is.
    var passage: Int32 = -1
    var edges: Edges = []
    /// Whether nothing need stand before it: what leaves it may begin an entry.
    var isOpening = false
  }

  /// The way from a node to another without a word.
  struct Passage: Sendable {
    var target: Int32
    /// The next one from the same node; -1 behind the last.
    var next: Int32
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
  /// What stands behind the symbols of an alternative.
  private static let endOfAlternative: Int32 = -1

  var vocabulary: Vocabulary
  var beginnings = Beginnings()
  var globs = Globs()
  var nodes: [Node] = [Node(isOpening: true)]
  var passages: [Passage] = []
  let edges: EdgeTable
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

  /// The nodes where the alternatives of choices meet; by the hash of node and choice the last one.
  private var meetings: [Meeting] = []
  private var lastMeetings: [UInt64: Int32] = [:]
  /// The symbols of all choices, an end behind each alternative.
  private var choices: [Int32] = []

  private struct Meeting: Sendable {
    var node: Int32
    var choice: Range<Int>
    var target: Int32
    /// The one before with the same hash; -1 where there is none.
    var previous: Int32
  }

  /// - Parameters:
  ///   - entries: how many will come.
  ///   - atoms: how many words and wild cards they are written with.
  init(expecting entries: Int, atoms: Int) {
    vocabulary = Vocabulary(expecting: entries * 2)
    edges = EdgeTable(expecting: atoms)
    nodes.reserveCapacity(atoms)
    accepts.reserveCapacity(entries)
    lastMeetings.reserveCapacity(entries / 2)
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
    let accept = Accept(
      lexicon: Int32(lexicon), entry: Int32(entry), conditions: number, next: -1)
    let elements = patterns.elements(of: pattern)
    if patterns.alwaysHasWord(pattern) {
      var node = 0
      for element in elements { node = addElement(element, of: patterns, behind: node, groups) }
      add(accept, at: node)
    } else {
      addApart(elements, of: patterns, behind: 0, hasWord: false, groups, accept)
    }
  }

  /// Adds all alternatives of an element behind a node; gives the node where they meet.
  private mutating func addElement(
    _ element: Int, of patterns: Patterns, behind node: Int, _ groups: UInt8
  ) -> Int {
    let alternatives = patterns.alternatives(of: element)
    if alternatives.count == 1 {
      return addAlternative(alternatives.lowerBound, of: patterns, behind: node, groups)
    }
    let first = choices.count
    var hash = UInt64(node) &+ 0xCBF2_9CE4_8422_2325
    func take(_ symbol: Int32) {
      choices.append(symbol)
      hash = (hash ^ UInt64(UInt32(bitPattern: symbol))) &* 0x0000_0100_0000_01B3
    }
    for alternative in alternatives {
      for index in patterns.atoms(of: alternative) {
        let symbol = symbol(of: patterns.atoms[index], of: patterns)
        if index == patterns.atoms(of: alternative).lowerBound {
          begin(patterns.atoms[index], symbol, at: node, groups)
        }
        take(symbol)
      }
      take(Self.endOfAlternative)
    }
    let choice = first..<choices.count
    let last = lastMeetings[hash] ?? -1
    var index = last
    while index >= 0 {
      let known = meetings[Int(index)]
      if known.node == node, choices[known.choice] == choices[choice] {
        choices.removeSubrange(choice)
        return Int(known.target)
      }
      index = known.previous
    }
    let target = nodes.count
    nodes.append(Node())
    lastMeetings[hash] = Int32(meetings.count)
    meetings.append(
      Meeting(node: Int32(node), choice: choice, target: Int32(target), previous: last))
    for alternative in alternatives {
      let end = addAlternative(alternative, of: patterns, behind: node, groups)
      pass(from: end, to: target)
      if end == node, nodes[node].isOpening { nodes[target].isOpening = true }
    }
    return target
  }

  /// Adds the words of one alternative behind a node; gives the node behind the last.
  private mutating func addAlternative(
    _ alternative: Int, of patterns: Patterns, behind node: Int, _ groups: UInt8
  ) -> Int {
    var end = node
    for index in patterns.atoms(of: alternative) {
      end = add(patterns.atoms[index], of: patterns, behind: end, groups)
    }
    return end
  }

  /// Adds an entry all of whose parts may be left out, each of its forms apart: only those that have
  /// a word count.
  private mutating func addApart(
    _ elements: Range<Int>, of patterns: Patterns, behind node: Int, hasWord: Bool, _ groups: UInt8,
    _ accept: Accept
  ) {
    guard let element = elements.first else {
      if hasWord { add(accept, at: node) }
      return
    }
    for alternative in patterns.alternatives(of: element) {
      let end = addAlternative(alternative, of: patterns, behind: node, groups)
      addApart(
        elements.dropFirst(), of: patterns, behind: end,
        hasWord: hasWord || patterns.hasWord(alternative), groups, accept)
    }
  }

  private mutating func pass(from node: Int, to target: Int) {
    var index = nodes[node].passage
    while index >= 0 {
      if passages[Int(index)].target == target { return }
      index = passages[Int(index)].next
    }
    passages.append(Passage(target: Int32(target), next: nodes[node].passage))
    nodes[node].passage = Int32(passages.count - 1)
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

  private mutating func symbol(of atom: Patterns.Atom, of patterns: Patterns) -> Int32 {
    switch atom.kind {
    case .word: patterns.withLetters(of: atom) { vocabulary.add($0, hash: atom.hash) }
    case .beginning:
      patterns.withLetters(of: atom) { letters in
        beginnings.add(letters) { vocabulary.addSymbol() }
      }
    case .glob: globs.add(patterns.glob(of: atom)) { vocabulary.addSymbol() }
    case .any: Self.anyWord
    }
  }

  private mutating func add(
    _ atom: Patterns.Atom, of patterns: Patterns, behind node: Int, _ groups: UInt8
  ) -> Int {
    let symbol = symbol(of: atom, of: patterns)
    begin(atom, symbol, at: node, groups)
    switch atom.kind {
    case .word:
      let known = nodes.count
      let next = step(from: node, symbol, .word)
      if node > 0, nodes.count > known { wordEdges.append((Int32(node), atom.hash)) }
      return next
    case .beginning: return step(from: node, symbol, .beginning)
    case .glob: return step(from: node, symbol, .glob)
    case .any: return step(from: node, symbol, .any)
    }
  }

  /// Notes that an entry may begin with what leaves a node, if nothing need stand before that.
  private mutating func begin(
    _ atom: Patterns.Atom, _ symbol: Int32, at node: Int, _ groups: UInt8
  ) {
    guard nodes[node].isOpening else { return }
    switch atom.kind {
    case .word: begin(symbol, atom.hash, groups)
    case .beginning: groupsOfBeginnings |= groups
    case .glob: groupsOfGlobs |= groups
    case .any: groupsOfAny |= groups
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

extension Trie {
  /// Calls `body` with each node that a node leads to without a word.
  func forEachTarget(of node: Int, _ body: (Int32) -> Void) {
    var index = nodes[node].passage
    while index >= 0 {
      body(passages[Int(index)].target)
      index = passages[Int(index)].next
    }
  }
}
