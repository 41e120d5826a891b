/// Numbers by key: an open table of a few hundred entries.
struct NumberTable {
  private var slots: [(key: UInt64, number: Int32)] = []
  private var count = 0

  /// A key's number; nil where it has none.
  func number(of key: UInt64) -> Int? {
    guard !slots.isEmpty else { return nil }
    let entry = slots[slot(of: key)]
    return entry.number < 0 ? nil : Int(entry.number)
  }

  /// A key's number; where it has none it gets `new`.
  mutating func number(of key: UInt64, else new: Int) -> Int {
    if 2 * (count + 1) > slots.count { grow() }
    let slot = slot(of: key)
    if slots[slot].number >= 0 { return Int(slots[slot].number) }
    slots[slot] = (key, Int32(new))
    count += 1
    return new
  }

  private func slot(of key: UInt64) -> Int {
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: key ^ key &>> 32) & mask
    while slots[slot].number >= 0, slots[slot].key != key { slot = (slot + 1) & mask }
    return slot
  }

  private mutating func grow() {
    let old = slots
    slots = Array(repeating: (0, -1), count: max(64, 2 * old.count))
    for entry in old where entry.number >= 0 { slots[slot(of: entry.key)] = entry }
  }
}

/// For each word the numbers of the names that have it, in the order in which they came.
struct NameChains {
  /// A word with the first and the last of its names; of -1 for a free place.
  private typealias Chain = (word: UInt32, first: Int32, last: Int32)

  private var chains: [Chain] = []
  private var count = 0
  /// For each name the next one in its chain, or -1.
  private var next: [Int32] = []

  /// Adds a name, which no chain has yet.
  mutating func append(_ name: Int, to word: UInt32) {
    while next.count <= name { next.append(-1) }
    if 2 * (count + 1) > chains.count { grow() }
    let place = place(of: word)
    let number = Int32(name)
    if chains[place].first < 0 {
      chains[place] = (word, number, number)
      count += 1
    } else {
      next[Int(chains[place].last)] = number
      chains[place].last = number
    }
  }

  @inline(__always)
  func forEach(_ word: UInt32, _ body: (Int) -> Void) {
    guard !chains.isEmpty else { return }
    var name = chains[place(of: word)].first
    while name >= 0 {
      body(Int(name))
      name = next[Int(name)]
    }
  }

  private func place(of word: UInt32) -> Int {
    let mask = chains.count - 1
    var place = Int(word) & mask
    while chains[place].first >= 0, chains[place].word != word { place = (place + 1) & mask }
    return place
  }

  private mutating func grow() {
    let old = chains
    chains = Array(repeating: (0, -1, -1), count: max(32, 2 * old.count))
    next.reserveCapacity(32)
    for chain in old where chain.first >= 0 { chains[place(of: chain.word)] = chain }
  }
}
