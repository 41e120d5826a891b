/// Where the passages of a finished trie lead, worked out once so that walks need not find out.
struct TrieWays {
  /// The targets of all passages, one node's after another's.
  private(set) var passages: [Int32] = []
  /// By node, the end of its passages that must be taken, and of all: the rest leads to words alone.
  private(set) var ends: [(always: Int32, all: Int32)] = []
  /// The words that may follow each node, at once or behind passages, by their hashes.
  private(set) var followers: [(node: Int32, hash: UInt32)]

  /// The kinds of edges that leave the first node, at once or behind passages.
  private(set) var edgesOfRoot: Trie.Edges = []

  private let trie: Trie
  /// The hashes of the words that leave each node but the first, one node's after another's.
  private var hashes: [UInt32]
  private var hashEnds: [Int32]
  /// Whether a node or what it leads to ends an entry or has edges that are no words; nil where
  /// nobody asked yet.
  private var isOpen: [Bool?]

  init(_ trie: Trie) {
    self.trie = trie
    followers = trie.wordEdges
    isOpen = Array(repeating: nil, count: trie.nodes.count)
    hashEnds = Array(repeating: 0, count: trie.nodes.count)
    for edge in trie.wordEdges { hashEnds[Int(edge.node)] += 1 }
    for node in hashEnds.indices.dropFirst() { hashEnds[node] += hashEnds[node - 1] }
    hashes = Array(repeating: 0, count: trie.wordEdges.count)
    var places = hashEnds
    for edge in trie.wordEdges {
      places[Int(edge.node)] -= 1
      hashes[Int(places[Int(edge.node)])] = edge.hash
    }
    ends.reserveCapacity(trie.nodes.count)
    for node in trie.nodes.indices {
      // Few nodes have any.
      guard trie.nodes[node].passage >= 0 else {
        ends.append((Int32(passages.count), Int32(passages.count)))
        continue
      }
      var later: [Int32] = []
      trie.forEachTarget(of: node) { target in
        if isOpen(Int(target)) { passages.append(target) } else { later.append(target) }
      }
      let always = Int32(passages.count)
      passages += later
      ends.append((always, Int32(passages.count)))
      trie.forEachTarget(of: node) { addFollowers(of: $0, to: Int32(node)) }
    }
    addEdges(of: 0)
  }

  private mutating func addEdges(of node: Int) {
    edgesOfRoot.formUnion(trie.nodes[node].edges)
    trie.forEachTarget(of: node) { addEdges(of: Int($0)) }
  }

  private mutating func isOpen(_ node: Int) -> Bool {
    if let known = isOpen[node] { return known }
    let here = trie.nodes[node]
    var open = here.accept >= 0 || !here.edges.isSubset(of: .word)
    trie.forEachTarget(of: node) { if isOpen(Int($0)) { open = true } }
    isOpen[node] = open
    return open
  }

  private mutating func addFollowers(of target: Int32, to node: Int32) {
    let first = target > 0 ? Int(hashEnds[Int(target) - 1]) : 0
    for index in first..<Int(hashEnds[Int(target)]) { followers.append((node, hashes[index])) }
    trie.forEachTarget(of: Int(target)) { addFollowers(of: $0, to: node) }
  }
}
