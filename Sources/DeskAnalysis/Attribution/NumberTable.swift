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
  private var heads = NumberTable()
  /// The first and the last link of each chain.
  private var ends: [(first: Int32, last: Int32)] = []
  private var links: [(name: Int32, next: Int32)] = []

  mutating func append(_ name: Int, to word: UInt32) {
    let link = Int32(links.count)
    links.append((Int32(name), -1))
    let chain = heads.number(of: UInt64(word), else: ends.count)
    if chain == ends.count {
      ends.append((link, link))
    } else {
      links[Int(ends[chain].last)].next = link
      ends[chain].last = link
    }
  }

  @inline(__always)
  func forEach(_ word: UInt32, _ body: (Int) -> Void) {
    guard let chain = heads.number(of: UInt64(word)) else { return }
    var link = ends[chain].first
    while link >= 0 {
      body(Int(links[Int(link)].name))
      link = links[Int(link)].next
    }
  }
}
